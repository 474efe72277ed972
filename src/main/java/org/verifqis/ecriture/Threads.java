package org.verifqis.ecriture;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.util.CellAddress;
import org.verifqis.ecriture.Relations.Relation;
import org.verifqis.ecriture.XmlText.Node;

/**
 * The threads of comments of a sheet. Where a cell has one, today's Excel shows it and not the
 * comment that stands for it in older programs: what we say there is a reply in the thread.
 */
final class Threads {
  private final CopiedPackage parts;
  private final Persons persons;
  private final String part;
  private final XmlText text;

  /** The first word of each thread, and the hour of the last. */
  private final Map<CellAddress, Node> roots = new HashMap<>();

  private final Map<CellAddress, String> lastHours = new HashMap<>();
  private final Map<CellAddress, String> ours = new LinkedHashMap<>();
  private final Set<Node> oursBefore = new HashSet<>();

  Threads(CopiedPackage parts, String sheetPart, Persons persons) throws IOException {
    this.parts = parts;
    this.persons = persons;
    Relation relation = parts.relations(sheetPart).of("threadedComment");
    boolean there = relation != null && parts.has(relation.part());
    this.part = there ? relation.part() : null;
    this.text = there ? parts.xml(part) : null;
    if (there) {
      text.each(
          text.root(),
          node -> {
            look(node);
            return true;
          });
    }
  }

  private void look(Node node) {
    String ref = text.attribute(node, "ref");
    if (ref == null || !ref.matches("[A-Za-z]{1,3}[0-9]{1,7}")) {
      return;
    }
    CellAddress cell = new CellAddress(ref);
    if (text.attribute(node, "parentId") == null) {
      roots.putIfAbsent(cell, node);
    } else if (persons.ours().equals(text.attribute(node, "personId"))) {
      oursBefore.add(node);
      ours.put(cell, said(node));
      return;
    }
    String hour = text.attribute(node, "dT");
    if (hour != null) {
      lastHours.merge(cell, hour, (one, other) -> one.compareTo(other) > 0 ? one : other);
    }
  }

  private String said(Node node) {
    Node words = text.child(node, "text");
    return words == null ? "" : text.text(words);
  }

  /** Takes off what we said earlier; where, and what it was. */
  Map<CellAddress, String> removeOurs() {
    oursBefore.forEach(node -> text.delete(node));
    return ours;
  }

  /** Answers in the thread of a cell, if it has one. */
  void reply(CellAddress cell, String words) {
    Node root = roots.get(cell);
    String parent = root == null ? null : text.attribute(root, "id");
    if (parent == null) {
      return;
    }
    // The hour of the last reply: the same workbook gives the same bytes, and ours stands last.
    String hour = lastHours.get(cell);
    text.append(
        text.root(),
        "<~threadedComment ref=\""
            + cell.formatAsString()
            + (hour == null ? "" : "\" dT=\"" + XmlEscapes.escape(hour))
            + "\" personId=\""
            + XmlEscapes.escape(persons.ours())
            + "\" id=\""
            + Persons.id(part + cell.formatAsString() + words)
            + "\" parentId=\""
            + XmlEscapes.escape(parent)
            + "\"><~text>"
            + XmlEscapes.cell(words)
            + "</~text></~threadedComment>");
  }

  void save() throws IOException {
    if (text != null && text.isEdited()) {
      persons.join();
      parts.put(part, text::write);
    }
  }
}
