package org.verifqis.ecriture;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.verifqis.classeur.FichierRefuse;
import org.verifqis.ecriture.XmlText.Node;
import org.verifqis.modele.Correction;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Refus.Motif;

/** A sheet some of whose cells hold something else: only these cells are touched. */
final class CorrectedSheet {
  private final XmlText text;
  private final StyleSheet styles;
  private final boolean date1904;
  private final Map<CellAddress, Object> typed = new LinkedHashMap<>();
  private final Map<CellAddress, Object> results = new HashMap<>();
  private final Map<CellAddress, String> formulas = new HashMap<>();
  private final TreeMap<Integer, Node> rows = new TreeMap<>();
  private boolean othersAreKnown;
  private boolean formulaDropped;

  CorrectedSheet(XmlText text, StyleSheet styles, boolean date1904) {
    this.text = text;
    this.styles = styles;
    this.date1904 = date1904;
  }

  /** What is typed. */
  void type(List<Correction> corrections) {
    for (Correction correction : corrections) {
      int row = correction.valeur().ligne() - 1;
      int column = correction.valeur().colonne() - 1;
      typed.put(new CellAddress(row, column), correction.contenu());
    }
  }

  /** What its formulas give from now on. */
  void renew(Map<CellAddress, Object> changed) {
    results.putAll(changed);
  }

  /** Formulas that told by another cell until now. */
  void tell(Map<CellAddress, String> told) {
    formulas.putAll(told);
    othersAreKnown = !told.isEmpty();
  }

  /** Writes all that into the text; whether a formula is gone. */
  boolean write() {
    Node data = text.child(text.root(), "sheetData");
    if (data == null) {
      throw new FichierRefuse(Motif.CORROMPU);
    }
    results.keySet().removeAll(typed.keySet());
    formulas.keySet().removeAll(typed.keySet());
    int[] last = {0};
    text.each(
        data,
        row -> {
          last[0] = number(text.attribute(row, "r"), last[0] + 1);
          rows.putIfAbsent(last[0], row);
          return true;
        });
    dropArrays();
    unmerge();
    TreeMap<Integer, TreeMap<Integer, CellAddress>> wanted = new TreeMap<>();
    Set<CellAddress> all = new HashSet<>(typed.keySet());
    all.addAll(results.keySet());
    all.addAll(formulas.keySet());
    all.forEach(
        cell ->
            wanted
                .computeIfAbsent(cell.getRow() + 1, row -> new TreeMap<>())
                .put(cell.getColumn() + 1, cell));
    wanted.forEach((row, cells) -> write(data, row, cells.values()));
    return formulaDropped;
  }

  private static int number(String text, int otherwise) {
    return text != null && text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : otherwise;
  }

  private void write(Node data, int number, Iterable<CellAddress> cells) {
    Node row = rows.get(number);
    if (row == null) {
      StringBuilder markup = new StringBuilder("<~row r=\"" + number + "\">");
      cells.forEach(cell -> markup.append(fresh(cell, null)));
      put(data, rows.values(), next(rows, number), markup.append("</~row>").toString());
      return;
    }
    TreeMap<Integer, Node> known = new TreeMap<>();
    int[] last = {0};
    text.each(
        row,
        cell -> {
          if (cell.name().equals("c")) {
            last[0] = column(text.attribute(cell, "r"), last[0] + 1);
            known.putIfAbsent(last[0], cell);
          }
          return true;
        });
    boolean widened = false;
    for (CellAddress address : cells) {
      Node cell = known.get(address.getColumn() + 1);
      if (cell != null) {
        edit(cell, address);
      } else if (typed.containsKey(address)) {
        Node after = next(known, address.getColumn() + 1);
        put(row, known.values(), after, fresh(address, row));
        widened = true;
      }
    }
    if (widened) {
      text.removeAttribute(row, "spans");
    }
  }

  private static int column(String reference, int otherwise) {
    return reference != null && reference.matches("[A-Za-z]{1,3}[0-9]{1,7}")
        ? new CellAddress(reference).getColumn() + 1
        : otherwise;
  }

  private static Node next(TreeMap<Integer, Node> known, int number) {
    Map.Entry<Integer, Node> next = known.higherEntry(number);
    return next == null ? null : next.getValue();
  }

  /** Puts markup before an element, or at the end where there is none. */
  private void put(Node parent, Iterable<Node> siblings, Node before, String markup) {
    if (before != null) {
      text.insert(before.from(), markup);
      return;
    }
    Node last = null;
    for (Node sibling : siblings) {
      last = sibling;
    }
    if (last == null) {
      text.append(parent, markup);
    } else {
      text.insert(last.to(), markup);
    }
  }

  /** A cell that is not there yet. */
  private String fresh(CellAddress address, Node row) {
    Object content = typed.get(address);
    int style = style(content, inherited(address, row));
    return "<~c r=\""
        + address.formatAsString()
        + (style == 0 ? "" : "\" s=\"" + style)
        + (isText(content) ? "\" t=\"inlineStr\">" : "\">")
        + value(content)
        + "</~c>";
  }

  /** The style that a cell takes which has none of its own: its row's, else its column's. */
  private int inherited(CellAddress address, Node row) {
    boolean own = row != null && "1".equals(text.attribute(row, "customFormat"));
    if (own) {
      return number(text.attribute(row, "s"), 0);
    }
    Node columns = text.child(text.root(), "cols");
    for (Node column : columns == null ? List.<Node>of() : text.children(columns)) {
      int place = address.getColumn() + 1;
      if (number(text.attribute(column, "min"), Integer.MAX_VALUE) <= place
          && place <= number(text.attribute(column, "max"), 0)) {
        return number(text.attribute(column, "style"), 0);
      }
    }
    return 0;
  }

  private void edit(Node cell, CellAddress address) {
    if (typed.containsKey(address)) {
      type(cell, typed.get(address));
      return;
    }
    Node formula = text.child(cell, "f");
    if (formulas.containsKey(address) && formula != null) {
      text.replace(formula, "<~f>" + XmlEscapes.escape(formulas.get(address)) + "</~f>");
    }
    if (results.containsKey(address) && formula != null) {
      renew(cell, formula, results.get(address));
    }
  }

  private void type(Node cell, Object content) {
    for (Node child : text.children(cell)) {
      if (child.name().equals("f")) {
        drop(child);
      } else if (!child.name().equals("extLst")) {
        text.delete(child);
      }
    }
    text.removeAttribute(cell, "cm");
    text.removeAttribute(cell, "vm");
    int before = number(text.attribute(cell, "s"), 0);
    int style = style(content, before);
    if (style != before) {
      text.setAttribute(cell, "s", Integer.toString(style));
    }
    if (isText(content)) {
      text.setAttribute(cell, "t", "inlineStr");
    } else {
      text.removeAttribute(cell, "t");
    }
    text.append(cell, value(content));
  }

  private void drop(Node formula) {
    boolean tellsOthers =
        "shared".equals(text.attribute(formula, "t")) && text.attribute(formula, "ref") != null;
    // Without what those others say by themselves they would be lost.
    if (tellsOthers && !othersAreKnown && text.attribute(formula, "ref").contains(":")) {
      throw new FichierRefuse(Motif.TROP_GROS_POUR_ANNOTER);
    }
    text.delete(formula);
    formulaDropped = true;
  }

  private void renew(Node cell, Node formula, Object result) {
    String type =
        result instanceof String
            ? "str"
            : result instanceof Boolean ? "b" : result instanceof FormulaError ? "e" : null;
    if (type == null) {
      text.removeAttribute(cell, "t");
    } else {
      text.setAttribute(cell, "t", type);
    }
    String markup = "<~v>" + shown(result) + "</~v>";
    Node value = text.child(cell, "v");
    if (value == null) {
      text.insert(formula.to(), markup);
    } else {
      text.replace(value, markup);
    }
  }

  private static String shown(Object result) {
    if (result instanceof Double number) {
      return number(number);
    }
    if (result instanceof Boolean yes) {
      return yes ? "1" : "0";
    }
    return result instanceof FormulaError error
        ? error.getString()
        : XmlEscapes.cell(result.toString());
  }

  private static boolean isText(Object content) {
    return content instanceof String;
  }

  private int style(Object content, int style) {
    if (content instanceof LocalDate) {
      return styles.dated(style);
    }
    return isText(content) ? style : styles.plain(style, content instanceof Montant);
  }

  private String value(Object content) {
    if (content instanceof String typedText) {
      return "<~is><~t xml:space=\"preserve\">" + XmlEscapes.cell(typedText) + "</~t></~is>";
    }
    String number;
    if (content instanceof LocalDate day) {
      number = number(DateUtil.getExcelDate(day, date1904));
    } else if (content instanceof Montant amount) {
      number = amount.dollars().toPlainString();
    } else {
      number = content.toString();
    }
    return "<~v>" + number + "</~v>";
  }

  private static String number(double number) {
    String text = Double.toString(number);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /** A part of what one formula fills can't be typed over: the whole keeps what it shows. */
  private void dropArrays() {
    if (!text.contains("array") && !text.contains("dataTable")) {
      return;
    }
    for (Node row : rows.values()) {
      for (Node cell : text.children(row, "c")) {
        Node formula = text.child(cell, "f");
        String type = formula == null ? null : text.attribute(formula, "t");
        String range = formula == null ? null : text.attribute(formula, "ref");
        boolean fills = "array".equals(type) || "dataTable".equals(type);
        if (fills && range != null && touches(range, cell)) {
          text.delete(formula);
          formulaDropped = true;
        }
      }
    }
  }

  private boolean touches(String reference, Node owner) {
    CellRangeAddress range = CellRangeAddress.valueOf(reference);
    String own = text.attribute(owner, "r");
    boolean typedItself = own != null && typed.containsKey(new CellAddress(own));
    return !typedItself && typed.keySet().stream().anyMatch(range::isInRange);
  }

  /** What is typed into a merged cell would not be seen: it becomes a cell of its own again. */
  private void unmerge() {
    Node merges = text.child(text.root(), "mergeCells");
    if (merges == null) {
      return;
    }
    List<Node> kept = new ArrayList<>();
    List<Node> ended = new ArrayList<>();
    for (Node merge : text.children(merges, "mergeCell")) {
      String reference = text.attribute(merge, "ref");
      (reference != null && hides(CellRangeAddress.valueOf(reference)) ? ended : kept).add(merge);
    }
    if (kept.isEmpty() && !ended.isEmpty()) {
      text.delete(merges);
    } else if (!ended.isEmpty()) {
      ended.forEach(text::delete);
      if (text.attribute(merges, "count") != null) {
        text.setAttribute(merges, "count", Integer.toString(kept.size()));
      }
    }
  }

  private boolean hides(CellRangeAddress range) {
    return typed.keySet().stream()
        .anyMatch(
            cell ->
                range.isInRange(cell)
                    && (cell.getRow() != range.getFirstRow()
                        || cell.getColumn() != range.getFirstColumn()));
  }
}
