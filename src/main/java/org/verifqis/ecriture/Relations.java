package org.verifqis.ecriture;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.verifqis.ecriture.XmlText.Node;

/** What leads out of a part. A target that is not ours is never written anew. */
final class Relations {
  /** How the types that every reader knows begin. */
  static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private static final String EMPTY =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
          + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
          + "</Relationships>";

  /**
   * One of them.
   *
   * @param part the part that it leads to, null if that is outside
   */
  record Relation(String id, String type, String part, Node node) {
    boolean is(String kind) {
      return type.endsWith("/" + kind);
    }
  }

  private final String source;
  private final XmlText text;
  private final List<Relation> all = new ArrayList<>();

  /** Those of a part; the text is null where it has none yet. */
  Relations(String source, XmlText text) {
    this.source = source;
    this.text = text == null ? XmlText.of(EMPTY) : text;
    for (Node node : this.text.children(this.text.root(), "Relationship")) {
      String target = this.text.attribute(node, "Target");
      boolean external = "External".equals(this.text.attribute(node, "TargetMode"));
      all.add(
          new Relation(
              String.valueOf(this.text.attribute(node, "Id")),
              String.valueOf(this.text.attribute(node, "Type")),
              external || target == null ? null : resolve(source, target),
              node));
    }
  }

  /** The name of the part that tells what leads out of another. */
  static String part(String source) {
    int slash = source.lastIndexOf('/') + 1;
    return source.substring(0, slash) + "_rels/" + source.substring(slash) + ".rels";
  }

  private static String resolve(String source, String target) {
    String plain = target;
    try {
      plain = URLDecoder.decode(target.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // A lone per cent sign stands for itself.
    }
    String path = plain.replace('\\', '/');
    if (!path.startsWith("/")) {
      path = source.substring(0, source.lastIndexOf('/') + 1) + path;
    }
    Deque<String> folders = new ArrayDeque<>();
    for (String step : path.split("/")) {
      if (step.equals("..")) {
        folders.pollLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        folders.addLast(step);
      }
    }
    return String.join("/", folders);
  }

  String source() {
    return source;
  }

  /** The first of a kind that leads to a part; null if none does. */
  Relation of(String kind) {
    return all.stream()
        .filter(relation -> relation.part != null && relation.is(kind))
        .findFirst()
        .orElse(null);
  }

  /** The one of this id; null if there is none. */
  Relation byId(String id) {
    return all.stream().filter(relation -> relation.id.equals(id)).findFirst().orElse(null);
  }

  /** A new one to a part; its id. */
  String add(String type, String part) {
    int n = 1;
    while (byId("rId" + n) != null) {
      n++;
    }
    String id = "rId" + n;
    all.add(new Relation(id, type, part, null));
    text.append(
        text.root(),
        "<~Relationship Id=\""
            + id
            + "\" Type=\""
            + type
            + "\" Target=\"/"
            + XmlEscapes.escape(part)
            + "\"/>");
    return id;
  }

  void remove(Relation relation) {
    text.delete(relation.node);
    all.remove(relation);
  }

  boolean isEdited() {
    return text.isEdited();
  }

  void write(OutputStream stream) throws IOException {
    text.write(stream);
  }
}
