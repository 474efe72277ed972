package org.verifqis.ecriture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.util.CellAddress;
import org.verifqis.ecriture.Relations.Relation;
import org.verifqis.ecriture.XmlText.Node;

/** The comments of a sheet: ours come off, new ones go in; those of people stay as they are. */
final class Comments {
  static final String HEAD = "[verifqis]";
  private static final String AUTHOR = "verifqis";

  /** How the author of a comment is called that stands for a thread in older programs. */
  private static final String THREAD = "tc=";

  /** How Excel sets in what a thread says. */
  private static final String INDENT = "\n    ";

  private static final String CONTENT_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
  private static final String EMPTY =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
          + "<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
          + "<authors></authors><commentList></commentList></comments>";

  /** A comment that was there; what of it stays, and what is said after that. */
  private static final class Said {
    private final Node node;
    private final boolean thread;
    private final String full;
    private String kept;
    private String added = "";

    Said(Node node, boolean thread, String full) {
      this.node = node;
      this.thread = thread;
      this.full = full;
      this.kept = full;
    }
  }

  private final CopiedPackage parts;
  private final String sheetPart;
  private final XmlText sheet;
  private final Threads threads;
  private final Relation relation;
  private final XmlText text;
  private final Map<CellAddress, Said> old = new LinkedHashMap<>();
  private final Map<CellAddress, String> added = new LinkedHashMap<>();
  private final Set<CellAddress> removed = new HashSet<>();

  Comments(CopiedPackage parts, String sheetPart, XmlText sheet, Persons persons)
      throws IOException {
    this.parts = parts;
    this.sheetPart = sheetPart;
    this.sheet = sheet;
    this.threads = new Threads(parts, sheetPart, persons);
    this.relation = parts.relations(sheetPart).of("comments");
    boolean there = relation != null && parts.has(relation.part());
    this.text = there ? parts.xml(relation.part()) : XmlText.of(EMPTY);
    Node list = text.child(text.root(), "commentList");
    if (list == null) {
      return;
    }
    List<String> authors = authors();
    for (Node comment : text.children(list, "comment")) {
      String ref = text.attribute(comment, "ref");
      String author = text.attribute(comment, "authorId");
      if (ref != null && ref.matches("[A-Za-z]{1,3}[0-9]{1,7}")) {
        int number = author != null && author.matches("[0-9]{1,6}") ? Integer.parseInt(author) : -1;
        boolean thread =
            number >= 0 && number < authors.size() && authors.get(number).startsWith(THREAD);
        old.put(new CellAddress(ref), new Said(comment, thread, said(comment)));
      }
    }
  }

  private List<String> authors() {
    Node authors = text.child(text.root(), "authors");
    List<String> names = new ArrayList<>();
    if (authors != null) {
      text.each(authors, author -> names.add(text.text(author)));
    }
    return names;
  }

  private String said(Node comment) {
    StringBuilder said = new StringBuilder();
    for (Node run : runs(comment)) {
      Node words = words(run);
      said.append(words == null ? "" : text.text(words));
    }
    return said.toString();
  }

  private List<Node> runs(Node comment) {
    Node rich = text.child(comment, "text");
    return rich == null
        ? List.of()
        : text.children(rich).stream()
            .filter(run -> run.name().equals("t") || run.name().equals("r"))
            .toList();
  }

  private Node words(Node run) {
    return run.name().equals("t") ? run : text.child(run, "t");
  }

  /** Takes off what an earlier annotation said. */
  void removeOurs() {
    Map<CellAddress, String> replies = threads.removeOurs();
    old.forEach(
        (cell, said) -> {
          int head = said.full.indexOf(HEAD);
          if (head < 0) {
            return;
          }
          if (said.thread) {
            said.kept = without(said.full, head, replies.get(cell));
          } else if (head == 0) {
            removed.add(cell);
            text.delete(said.node);
          } else {
            said.kept = said.full.substring(0, head).stripTrailing();
          }
        });
    removed.forEach(old::remove);
  }

  /** Without our reply, which Excel has set in below a label of its own. */
  private static String without(String full, int head, String reply) {
    String before = full.substring(0, head);
    String kept = before.stripTrailing();
    if (before.endsWith(INDENT) && kept.endsWith(":")) {
      kept = kept.substring(0, Math.max(0, kept.lastIndexOf('\n'))).stripTrailing();
    }
    boolean whole = reply != null && full.startsWith(reply, head);
    return whole ? kept + full.substring(head + reply.length()) : kept;
  }

  /** Says something at a cell, after what a person wrote there. */
  void note(CellAddress cell, String note) {
    String ours = HEAD + "\n" + note;
    Said said = old.get(cell);
    if (said == null) {
      added.put(cell, ours);
    } else {
      said.added = "\n\n" + ours;
    }
    threads.reply(cell, ours);
  }

  void save() throws IOException {
    threads.save();
    old.values().forEach(this::write);
    if (!added.isEmpty()) {
      append();
    }
    if (text.isEdited()) {
      if (relation == null) {
        String part = parts.free("xl/comments", ".xml");
        parts.relations(sheetPart).add(Relations.OFFICE + "comments", part);
        parts.add(part, CONTENT_TYPE, text::write);
      } else if (parts.has(relation.part())) {
        parts.put(relation.part(), text::write);
      } else {
        parts.add(relation.part(), CONTENT_TYPE, text::write);
      }
    }
    NoteShapes.change(parts, sheetPart, sheet, removed, added);
  }

  private void append() {
    List<String> authors = authors();
    int author = authors.indexOf(AUTHOR);
    if (author < 0) {
      author = authors.size();
      Node list = text.child(text.root(), "authors");
      String name = "<~author>" + AUTHOR + "</~author>";
      if (list == null) {
        text.insert(text.root().inner(), "<~authors>" + name + "</~authors>");
      } else {
        text.append(list, name);
      }
    }
    StringBuilder all = new StringBuilder();
    for (Map.Entry<CellAddress, String> note : added.entrySet()) {
      all.append("<~comment ref=\"").append(note.getKey().formatAsString());
      all.append("\" authorId=\"").append(author).append("\" shapeId=\"0\"><~text>");
      all.append(run(XmlEscapes.cell(note.getValue()))).append("</~text></~comment>");
    }
    Node list = text.child(text.root(), "commentList");
    if (list == null) {
      text.append(text.root(), "<~commentList>" + all + "</~commentList>");
    } else {
      text.append(list, all.toString());
    }
  }

  private static String run(String escaped) {
    return "<~r>" + words(escaped) + "</~r>";
  }

  private static String words(String escaped) {
    return "<~t xml:space=\"preserve\">" + escaped + "</~t>";
  }

  private void write(Said said) {
    if (said.kept.equals(said.full) && said.added.isEmpty()) {
      return;
    }
    boolean cut = said.full.startsWith(said.kept);
    List<Node> runs = runs(said.node);
    int start = 0;
    for (Node run : runs) {
      Node words = words(run);
      String says = words == null ? "" : text.text(words);
      int room = Math.min(says.length(), Math.max(0, said.kept.length() - start));
      boolean gone = start > 0 && room == 0 && !says.isEmpty() || !cut;
      if (gone) {
        text.delete(run);
      } else if (run.name().equals("t") && !said.added.isEmpty()) {
        // A plain text and runs beside each other are not read by all.
        text.replace(run, run(XmlEscapes.escape(says.substring(0, room))));
      } else if (room < says.length()) {
        text.replace(words, words(XmlEscapes.escape(says.substring(0, room))));
      }
      start += says.length();
    }
    StringBuilder more = new StringBuilder();
    if (!cut) {
      more.append(run(XmlEscapes.escape(said.kept)));
    }
    if (!said.added.isEmpty()) {
      more.append(run(XmlEscapes.cell(said.added)));
    }
    if (!runs.isEmpty()) {
      text.insert(runs.get(runs.size() - 1).to(), more.toString());
    } else {
      Node rich = text.child(said.node, "text");
      if (rich == null) {
        text.append(said.node, "<~text>" + more + "</~text>");
      } else {
        text.append(rich, more.toString());
      }
    }
  }
}
