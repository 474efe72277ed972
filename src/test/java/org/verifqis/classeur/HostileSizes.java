package org.verifqis.classeur;

import static org.verifqis.classeur.HostileCorpus.READ;
import static org.verifqis.classeur.HostileCorpus.header;
import static org.verifqis.classeur.HostileCorpus.project;
import static org.verifqis.classeur.HostileCorpus.twoProjects;
import static org.verifqis.classeur.RawWorkbook.row;

import java.util.function.IntFunction;

/** Far too much of one thing. */
final class HostileSizes {
  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String MAIN =
      "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">";
  private static final long MEGABYTES_300 = 300L << 20;

  private HostileSizes() {}

  static void addTo(HostileCorpus corpus) throws Exception {
    texts(corpus);
    elements(corpus);
    parts(corpus);
    rows(corpus);
  }

  /** A text many times over between two others, in the place of a part. */
  private static RawZip repeated(String part, String head, String text, long times, String tail) {
    RawZip zip = RawZip.of(twoProjects()).without(part);
    zip.repeated(part, head, text, times, tail);
    return zip;
  }

  private static RawZip sheet(String head, String text, long times, String tail) {
    String rows = header() + row(2, project(2));
    return repeated(
        SHEET, MAIN + "<sheetData>" + rows + head, text, times, tail + "</sheetData></worksheet>");
  }

  /** Not all the same letters: what compresses better is refused as a bomb before it is read. */
  private static String noise(int length) {
    StringBuilder noise = new StringBuilder();
    for (int i = 0; noise.length() < length; i++) {
      noise.append(Integer.toString(i * 7919, 36));
    }
    return noise.substring(0, length);
  }

  private static void texts(HostileCorpus corpus) throws Exception {
    String noise = noise(8192);
    long times = MEGABYTES_300 / noise.length();
    String cell = "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>";
    String end = "</t></is></c></row>";
    corpus.add("taille-cellule.xlsx", "TROP_DE_TEXTE", sheet(cell, noise, times, end));
    corpus.add(
        "taille-cellule-cdata.xlsx",
        "TROP_DE_TEXTE",
        sheet(cell + "<![CDATA[", noise, times, "]]>" + end));
    corpus.add(
        "taille-cellule-en-morceaux.xlsx",
        "TROP_DE_TEXTE",
        sheet(cell, noise + "<!-- -->", times, end));
    corpus.add(
        "taille-formule.xlsx",
        "TROP_DE_TEXTE",
        sheet("<row r=\"3\"><c r=\"A3\"><f>", noise, times, "</f></c></row>"));
    corpus.add(
        "taille-attribut.xlsx",
        "TROP_DE_TEXTE",
        sheet("<row r=\"3\" spans=\"", noise, times, "\"></row>"));
    corpus.add("taille-nom.xlsx", "TROP_DE_TEXTE|CORROMPU", sheet("<n", noise, times, "/>"));
    corpus.add(
        "taille-commentaire.xlsx",
        "TROP_DE_TEXTE|MEMOIRE",
        sheet("<!--", noise + "<", times, "-->"));
    corpus.add(
        "taille-texte-partage.xlsx",
        "TROP_DE_TEXTE",
        repeated("xl/sharedStrings.xml", "<sst><si><t>", noise, times, "</t></si></sst>"));
    String shared = "<row><c t=\"s\"><v>0</v></c></row>";
    RawZip amplified =
        repeated("xl/sharedStrings.xml", "<sst><si><t>", noise(1024), 900, "</t></si></sst>")
            .without(SHEET);
    amplified.repeated(
        SHEET, MAIN + "<sheetData>" + header(), shared, 199_000, "</sheetData></worksheet>");
    corpus.add("taille-texte-partage-partout.xlsx", "TROP_DE_TEXTE", amplified);
  }

  private static void elements(HostileCorpus corpus) throws Exception {
    corpus.add("nombre-imbrications.xlsx", "CORROMPU|MEMOIRE", sheet("", "<a>", 1_000_000, ""));
    corpus.add(
        "nombre-attributs.xlsx",
        "CORROMPU",
        sheet("<row r=\"3\" " + attributes(20_000) + ">", "", 0, "</row>"));
    corpus.add(
        "nombre-fusions.xlsx",
        "DEMESURE",
        repeated(
            SHEET,
            MAIN + "<sheetData>" + header() + "</sheetData><mergeCells>",
            "<mergeCell ref=\"A2:A1048576\"/>",
            1_000_000,
            "</mergeCells></worksheet>"));
    corpus.add(
        "nombre-fusions-larges.xlsx",
        READ + 1,
        repeated(
            SHEET,
            MAIN + "<sheetData>" + header() + row(2, project(2)) + "</sheetData><mergeCells>",
            "<mergeCell ref=\"A4:XFD1048576\"/><mergeCell ref=\"B3:XFD9\"/>",
            100_000,
            "</mergeCells></worksheet>"));
    corpus.add(
        "nombre-textes-partages.xlsx",
        "DEMESURE|MEMOIRE",
        repeated("xl/sharedStrings.xml", "<sst>", "<si><t>a</t></si>", 6_000_000, "</sst>"));
    corpus.add(
        "nombre-styles.xlsx",
        READ + 2,
        repeated(
            "xl/styles.xml",
            "<styleSheet><cellXfs>",
            "<xf numFmtId=\"14\"/>",
            3_000_000,
            "</cellXfs></styleSheet>"));
    String formats =
        each(20_000, i -> "<numFmt numFmtId=\"" + i * 50_000 + "\" formatCode=\"jj/mm/aaaa\"/>");
    corpus.add(
        "nombre-formats.xlsx",
        READ + 2,
        repeated("xl/styles.xml", "<styleSheet><numFmts>", formats, 50, "</numFmts></styleSheet>"));
    corpus.add(
        "nombre-format-long.xlsx",
        READ + 2,
        repeated(
            "xl/styles.xml",
            "<styleSheet><numFmts><numFmt numFmtId=\"200\" formatCode=\"",
            "[y]\\-[",
            500_000,
            "\"/></numFmts><cellXfs><xf numFmtId=\"200\"/></cellXfs></styleSheet>"));
  }

  private static String attributes(int count) {
    return each(count, i -> "a" + i + "=\"\" ");
  }

  private static String each(int count, IntFunction<String> text) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < count; i++) {
      all.append(text.apply(i));
    }
    return all.toString();
  }

  private static void parts(HostileCorpus corpus) throws Exception {
    corpus.add(
        "nombre-liens.xlsx",
        "DEMESURE",
        repeated(
            "xl/_rels/workbook.xml.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
            each(1000, i -> "<Relationship Id=\"r" + i + "\" Type=\"a\" Target=\"b\"/>"),
            1000,
            "</Relationships>"));
    corpus.add(
        "nombre-types.xlsx",
        "DEMESURE",
        repeated(
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">",
            each(1000, i -> "<Override PartName=\"/p" + i + "\" ContentType=\"a/b\"/>"),
            1000,
            "</Types>"));
    corpus.add(
        "nombre-proprietes.xlsx",
        READ + "2",
        repeated(
            "docProps/core.xml",
            "<coreProperties>",
            each(1000, i -> "<p" + i + "/>"),
            1000,
            "</coreProperties>"));
    String sheets =
        each(2000, i -> "<sheet name=\"F" + i + "\" sheetId=\"" + i + "\" r:id=\"rId1\"/>");
    corpus.add(
        "nombre-feuilles.xlsx",
        "DEMESURE",
        repeated(
            "xl/workbook.xml",
            "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>",
            sheets,
            100,
            "</sheets></workbook>"));
  }

  private static void rows(HostileCorpus corpus) throws Exception {
    corpus.add(
        "lignes-dimension.xlsx",
        READ + 2,
        new RawWorkbook()
            .sheetXml(
                "Projets",
                "<dimension ref=\"A1:XFD1048576\"/><sheetData>"
                    + header()
                    + row(2, project(2))
                    + row(3, project(3))
                    + "</sheetData>"));
    corpus.add(
        "lignes-vides-en-forme.xlsx",
        READ + 1,
        sheet("", "<row s=\"1\" customFormat=\"1\" ht=\"15\"/>", 1_000_000, ""));
    corpus.add(
        "lignes-cellules-vides.xlsx",
        "TROP_DE_LIGNES",
        sheet("", "<row><c s=\"1\"/></row>", 1_000_000, ""));
    corpus.add(
        "lignes-trop.xlsx",
        "TROP_DE_LIGNES|MEMOIRE",
        sheet("", "<row><c><v>1</v></c></row>", 200_001, ""));
    corpus.add("lignes-hors-feuille.xlsx", "CORROMPU", sheet("", "<row></row>", 1_048_577, ""));
    String wide = each(16_384, i -> "<c t=\"str\"><v>x" + i + "</v></c>");
    corpus.add("colonnes-toutes.xlsx", READ + "102", sheet("", "<row>" + wide + "</row>", 101, ""));
    corpus.add(
        "colonnes-trop.xlsx",
        "CORROMPU",
        sheet("<row r=\"3\">", "<c><v>1</v></c>", 16_385, "</row>"));
    corpus.add(
        "colonnes-meme-cellule.xlsx",
        "CORROMPU",
        sheet("<row r=\"3\">", "<c r=\"A3\"><v>1</v></c>", 1_000_000, "</row>"));
  }
}
