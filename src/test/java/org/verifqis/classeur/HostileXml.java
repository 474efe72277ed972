package org.verifqis.classeur;

import static org.verifqis.classeur.HostileCorpus.READ;
import static org.verifqis.classeur.HostileCorpus.header;
import static org.verifqis.classeur.HostileCorpus.project;
import static org.verifqis.classeur.HostileCorpus.twoProjects;
import static org.verifqis.classeur.RawWorkbook.row;

import java.nio.charset.StandardCharsets;

/** Document types, entities, links that lead out of the workbook, encodings. */
final class HostileXml {
  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String RELATIONS =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  private static final String TYPE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private HostileXml() {}

  static void addTo(HostileCorpus corpus, String address) throws Exception {
    entities(corpus, address);
    links(corpus, address);
    encodings(corpus);
  }

  private static void entities(HostileCorpus corpus, String address) throws Exception {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE w [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 60; i++) {
      laughs.append("<!ENTITY a%d \"&a%d;&a%d;&a%d;\">".formatted(i, i - 1, i - 1, i - 1));
    }
    String quadratic = "<!DOCTYPE w [<!ENTITY a \"" + "a".repeat(100_000) + "\">]><worksheet>";
    doctype(corpus, "rires", laughs + "]><worksheet>&a59;</worksheet>", SHEET);
    doctype(corpus, "quadratique", quadratic + "&a;".repeat(100_000) + "</worksheet>", SHEET);
    String file = "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>";
    String fetched = "<!DOCTYPE a [<!ENTITY e SYSTEM \"%s\">]><a>&e;</a>".formatted(address);
    String parameter = "<!DOCTYPE a [<!ENTITY %% p SYSTEM \"%s\"> %%p;]><a/>".formatted(address);
    String outside = "<!DOCTYPE a SYSTEM \"%s\"><a/>".formatted(address);
    int number = 0;
    for (String hostile : new String[] {file, fetched, parameter, outside}) {
      number++;
      for (String part :
          new String[] {
            SHEET,
            "xl/sharedStrings.xml",
            "xl/styles.xml",
            "xl/workbook.xml",
            "xl/_rels/workbook.xml.rels",
            "_rels/.rels",
            "[Content_Types].xml",
            "docProps/core.xml",
            "xl/theme/theme1.xml"
          }) {
        doctype(corpus, "entite-" + number, hostile, part);
      }
    }
    String afterSpace = " ".repeat(200_000);
    corpus.add(
        "xml-prologue-long.xlsx",
        "DEMESURE",
        twoProjects().part("xl/theme/theme1.xml", "<?xml version=\"1.0\"?>" + afterSpace + file));
  }

  private static void doctype(HostileCorpus corpus, String name, String content, String part)
      throws Exception {
    corpus.add(
        "xml-" + name + "-" + part.replaceAll("\\W", "_") + ".xlsx",
        "DOCTYPE",
        twoProjects().part(part, content));
  }

  private static void links(HostileCorpus corpus, String address) throws Exception {
    String rows = header() + row(2, project(2));
    corpus.add(
        "xml-instructions.xlsx",
        READ + 1,
        twoProjects()
            .part(
                SHEET,
                ("<?xml version=\"1.0\"?><?xml-stylesheet type=\"text/xsl\" href=\"%1$s\"?>"
                        + "<worksheet xmlns:xi=\"http://www.w3.org/2001/XInclude\""
                        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                        + " xsi:schemaLocation=\"urn:a %1$s\" xsi:noNamespaceSchemaLocation=\"%1$s\">"
                        + "<xi:include href=\"%1$s\"/><xi:include href=\"file:///etc/passwd\"/>"
                        + "<sheetData>%2$s</sheetData></worksheet>")
                    .formatted(address, rows)));
    String outside =
        "<Relationship Id=\"x%d\" Type=\"%s%s\" Target=\"%s\" TargetMode=\"External\"/>";
    StringBuilder all = new StringBuilder(RELATIONS);
    int id = 0;
    for (String type :
        new String[] {"externalLink", "externalLinkPath", "image", "hyperlink", "oleObject"}) {
      all.append(outside.formatted(++id, TYPE, type, address));
      all.append(outside.formatted(++id, TYPE, type, "file:///etc/passwd"));
      all.append(outside.formatted(++id, TYPE, type, "\\\\127.0.0.1\\partage\\x.xlsx"));
    }
    corpus.add(
        "liens-externes.xlsx",
        READ + "2|CORROMPU",
        twoProjects().part("xl/worksheets/_rels/sheet1.xml.rels", all + "</Relationships>"));
    for (String type : new String[] {"worksheet", "sharedStrings", "styles"}) {
      String one = outside.formatted(1, TYPE, type, address).replace("x1", "rId1");
      corpus.add(
          "lien-externe-" + type + ".xlsx",
          type.equals("worksheet") ? "CORROMPU" : READ + "0|CORROMPU",
          twoProjects().part("xl/_rels/workbook.xml.rels", RELATIONS + one + "</Relationships>"));
    }
    corpus.add(
        "lien-externe-classeur.xlsx",
        "PAS_UN_CLASSEUR|CORROMPU",
        twoProjects()
            .part(
                "_rels/.rels",
                RELATIONS
                    + outside.formatted(1, TYPE, "officeDocument", address)
                    + "</Relationships>"));
    String self =
        "<Relationship Id=\"rId1\" Type=\"%sworksheet\" Target=\"workbook.xml\"/>".formatted(TYPE);
    corpus.add(
        "lien-vers-soi.xlsx",
        READ + "0|CORROMPU",
        twoProjects().part("xl/_rels/workbook.xml.rels", RELATIONS + self + "</Relationships>"));
    corpus.add(
        "lien-hors-du-paquet.xlsx",
        "CORROMPU|PAS_UN_CLASSEUR",
        twoProjects()
            .part(
                "xl/_rels/workbook.xml.rels",
                RELATIONS
                    + self.replace("workbook.xml", "../../../../etc/passwd")
                    + "</Relationships>"));
  }

  private static void encodings(HostileCorpus corpus) throws Exception {
    String sheet =
        "<worksheet><sheetData>" + header() + row(2, project(2)) + "</sheetData></worksheet>";
    String head = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>";
    corpus.add(
        "xml-utf16.xlsx",
        READ + 1,
        twoProjects().part(SHEET, (head + sheet).getBytes(StandardCharsets.UTF_16)));
    corpus.add(
        "xml-utf8-invalide.xlsx",
        "CORROMPU",
        twoProjects()
            .part(SHEET, sheet.replace("P-2", "\u00E9").getBytes(StandardCharsets.ISO_8859_1)));
    for (String bad : new String[] {"\u0000", "\u0001", "&#0;", "&#xD800;", "&#xFFFE;", "&zut;"}) {
      corpus.add(
          "xml-caractere-" + Integer.toHexString(bad.hashCode()) + ".xlsx",
          "CORROMPU",
          twoProjects().part(SHEET, sheet.replace("P-2", bad)));
    }
    corpus.add(
        "xml-mal-ferme.xlsx", "CORROMPU", twoProjects().part(SHEET, sheet.replace("</row>", "")));
    corpus.add("xml-vide.xlsx", "CORROMPU", twoProjects().part(SHEET, ""));
    corpus.add("xml-autre-racine.xlsx", READ + 0, twoProjects().part(SHEET, "<svg/>"));
    corpus.add(
        "xml-prefixe.xlsx",
        READ + 1,
        twoProjects()
            .part(
                SHEET,
                sheet
                    .replaceAll("<(/?)(\\w)", "<$1x:$2")
                    .replaceFirst("<x:worksheet", "<x:worksheet xmlns:x=\"urn:x\"")));
  }
}
