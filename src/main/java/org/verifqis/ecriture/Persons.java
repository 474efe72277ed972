package org.verifqis.ecriture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.verifqis.ecriture.Relations.Relation;
import org.verifqis.ecriture.XmlText.Node;

/** Those who speak in a workbook's threads, and we among them once we say something. */
final class Persons {
  private static final String NAME = "verifqis";
  private static final String CONTENT_TYPE = "application/vnd.ms-excel.person+xml";
  private static final String TYPE =
      "http://schemas.microsoft.com/office/2017/10/relationships/person";
  private static final String EMPTY =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
          + "<personList"
          + " xmlns=\"http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments\">"
          + "</personList>";

  private final CopiedPackage parts;
  private final String workbook;
  private final Relation relation;
  private final XmlText text;
  private final String id;
  private final boolean known;

  Persons(CopiedPackage parts, String workbook) throws IOException {
    this.parts = parts;
    this.workbook = workbook;
    this.relation = parts.relations(workbook).of("person");
    boolean there = relation != null && parts.has(relation.part());
    this.text = there ? parts.xml(relation.part()) : XmlText.of(EMPTY);
    String found = null;
    for (Node person : text.children(text.root(), "person")) {
      if (NAME.equals(text.attribute(person, "displayName"))) {
        found = text.attribute(person, "id");
      }
    }
    this.known = found != null;
    this.id = known ? found : id(NAME);
  }

  /** The same identity for the same words. */
  static String id(String words) {
    UUID uuid = UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8));
    return "{" + uuid.toString().toUpperCase(Locale.ROOT) + "}";
  }

  /** Ours, whether or not it stands there yet. */
  String ours() {
    return id;
  }

  /** Puts us among them. */
  void join() throws IOException {
    if (known || text.isEdited()) {
      return;
    }
    text.append(
        text.root(),
        "<~person displayName=\""
            + NAME
            + "\" id=\""
            + id
            + "\" userId=\""
            + NAME
            + "\" providerId=\"None\"/>");
    if (relation != null && parts.has(relation.part())) {
      parts.put(relation.part(), text::write);
    } else {
      String part = relation == null ? parts.free("xl/persons/person", ".xml") : relation.part();
      parts.add(part, CONTENT_TYPE, text::write);
      if (relation == null) {
        parts.relations(workbook).add(TYPE, part);
      }
    }
  }
}
