package org.verifqis.ecriture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.verifqis.classeur.FichierRefuse;
import org.verifqis.ecriture.Relations.Relation;
import org.verifqis.ecriture.XmlText.Node;
import org.verifqis.modele.Refus.Motif;

/** The part of a workbook that names its sheets. */
final class WorkbookPart {
  /** The namespace of what leads from an element to a part. */
  static final String SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private static final String STRICT = "http://purl.oclc.org/ooxml/";
  private static final String LOCAL_SHEET = "localSheetId";
  private static final List<String> ORDER =
      List.of(
          "fileVersion",
          "fileSharing",
          "workbookPr",
          "workbookProtection",
          "bookViews",
          "sheets",
          "functionGroups",
          "externalReferences",
          "definedNames",
          "calcPr");

  /**
   * A sheet.
   *
   * @param part where it is; null if it has none
   */
  record Sheet(String name, Relation relation, String part, Node node) {
    boolean hasCells() {
      return part != null && relation.is("worksheet");
    }
  }

  private final CopiedPackage parts;
  private final String name;
  private final XmlText text;
  private final Node list;
  private final List<Sheet> sheets = new ArrayList<>();
  private final Set<Integer> removed = new HashSet<>();

  WorkbookPart(CopiedPackage parts) throws IOException {
    this.parts = parts;
    Relation main = parts.relations("").of("officeDocument");
    if (main == null) {
      throw new FichierRefuse(Motif.CORROMPU);
    }
    this.name = main.part();
    this.text = parts.xml(name);
    if (main.type().startsWith(STRICT) || text.declares(STRICT)) {
      throw new FichierRefuse(Motif.STRICT);
    }
    this.list = text.child(text.root(), "sheets");
    if (list == null) {
      throw new FichierRefuse(Motif.CORROMPU);
    }
    Relations relations = parts.relations(name);
    for (Node node : text.children(list, "sheet")) {
      Relation relation = relations.byId(String.valueOf(text.attribute(node, "id")));
      boolean there = relation != null && relation.part() != null && parts.has(relation.part());
      String called = text.attribute(node, "name");
      sheets.add(
          new Sheet(called == null ? "" : called, relation, there ? relation.part() : null, node));
    }
  }

  String name() {
    return name;
  }

  List<Sheet> sheets() {
    return sheets;
  }

  /** Whether its dates count from 1904. */
  boolean date1904() {
    Node properties = text.child(text.root(), "workbookPr");
    String value = properties == null ? null : text.attribute(properties, "date1904");
    return "1".equals(value) || "true".equals(value);
  }

  /** Has whoever opens it calculate everything anew. */
  void recalculate() {
    Node calculation = text.child(text.root(), "calcPr");
    if (calculation == null) {
      text.insert(text.placeOf("calcPr", ORDER), "<~calcPr fullCalcOnLoad=\"1\"/>");
    } else {
      text.setAttribute(calculation, "fullCalcOnLoad", "1");
    }
  }

  /** Leaves out in which order formulas are calculated, which names each of them. */
  void forgetOrder() throws IOException {
    Relations relations = parts.relations(name);
    Relation order = relations.of("calcChain");
    if (order != null) {
      relations.remove(order);
      parts.remove(order.part());
    }
  }

  /** Leaves a sheet out, and what leads from it. */
  void remove(Sheet sheet) throws IOException {
    removed.add(sheets.indexOf(sheet));
    text.delete(sheet.node);
    parts.relations(name).remove(sheet.relation);
    parts.remove(sheet.part);
    parts.remove(Relations.part(sheet.part));
  }

  /** The name wanted, or one like it that no sheet has. */
  String free(String wanted) {
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < sheets.size(); i++) {
      if (!removed.contains(i)) {
        taken.add(sheets.get(i).name.toLowerCase(Locale.ROOT));
      }
    }
    String free = wanted;
    for (int n = 2; taken.contains(free.toLowerCase(Locale.ROOT)); n++) {
      free = wanted + " (" + n + ")";
    }
    return free;
  }

  /**
   * Puts a new sheet before all others, and shows it first.
   *
   * @param filtered the range that its filter is about
   */
  void addFirst(String sheetName, String part, String filtered) throws IOException {
    String id = parts.relations(name).add(Relations.OFFICE + "worksheet", part);
    text.insert(
        list.inner(),
        "<~sheet xmlns:r=\""
            + SPACE
            + "\" name=\""
            + XmlEscapes.escape(sheetName)
            + "\" sheetId=\""
            + freeId()
            + "\" r:id=\""
            + id
            + "\"/>");
    Node names = text.child(text.root(), "definedNames");
    String filter =
        "<~definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" hidden=\"1\">"
            + XmlEscapes.escape(filtered)
            + "</~definedName>";
    if (names == null) {
      text.insert(
          text.placeOf("definedNames", ORDER), "<~definedNames>" + filter + "</~definedNames>");
    } else {
      moveNames(names);
      text.append(names, filter);
    }
    Node views = text.child(text.root(), "bookViews");
    if (views != null) {
      for (Node view : text.children(views, "workbookView")) {
        text.removeAttribute(view, "activeTab");
        text.removeAttribute(view, "firstSheet");
      }
    }
  }

  private void moveNames(Node names) {
    for (Node defined : text.children(names, "definedName")) {
      String local = text.attribute(defined, LOCAL_SHEET);
      if (local == null || !local.matches("[0-9]{1,6}")) {
        continue;
      }
      int index = Integer.parseInt(local);
      if (removed.contains(index)) {
        text.delete(defined);
      } else {
        long before = removed.stream().filter(other -> other < index).count();
        text.setAttribute(defined, LOCAL_SHEET, String.valueOf(index + 1 - before));
      }
    }
  }

  private int freeId() {
    Set<String> taken = new HashSet<>();
    sheets.forEach(sheet -> taken.add(String.valueOf(text.attribute(sheet.node, "sheetId"))));
    int id = 1;
    while (taken.contains(String.valueOf(id))) {
      id++;
    }
    return id;
  }

  void save() throws IOException {
    parts.put(name, text::write);
  }
}
