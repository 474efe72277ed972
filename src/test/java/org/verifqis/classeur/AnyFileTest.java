package org.verifqis.classeur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verifqis.classeur.RawWorkbook.row;
import static org.verifqis.classeur.RawWorkbook.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Refus;

/**
 * Any bytes at all, given to the reader: they are read, or refused for a reason. These are the
 * seeds from which FuzzSheet and FuzzFile look for more: docs/securite.md.
 */
class AnyFileTest {
  private static final LecteurReddition READER =
      new LecteurReddition(LecteurGabarit.charge(), new Limites(Limites.OCTETS_PAR_MO, 2_000));

  private static final String STYLES =
      "<numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>"
          + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/><xf numFmtId=\"4\"/></cellXfs>";

  private static final String STRINGS =
      "<si><t>P-1</t></si><si><r><t>a</t></r><rPh><t>b</t></rPh></si>";

  private static final String HEADER =
      row(
          1,
          text("A1", "N°"),
          text("B1", "Type de versement"),
          text("C1", "Date de réception"),
          text("D1", "Montant"));

  @TempDir static Path folder;

  static Stream<byte[]> sheets() {
    return Stream.of(
            "<sheetData>"
                + row(2, text("A2", "1"), number("C2", 1), number("D2", 2))
                + "</sheetData>",
            "<sheetData><row r=\"2\" hidden=\"1\"><c r=\"A2\" t=\"s\"><v>1</v></c>"
                + "<c t=\"b\"><v>1</v></c><c t=\"e\"><v>#REF!</v></c><c t=\"d\"><v>2022-06-30</v></c>"
                + "</row></sheetData><mergeCells><mergeCell ref=\"A2:B3\"/></mergeCells>",
            "<sheetData/><mergeCells><mergeCell ref=\":\"/></mergeCells>",
            "<cols><col min=\"1\" max=\"2\" hidden=\"1\"/></cols><sheetData>"
                + "<row><c r=\"D2\"><f>SUM(D3:D4)</f></c><c><f t=\"shared\" si=\"0\" ref=\"E2:E3\">"
                + "1/0</f></c></row></sheetData>",
            "<sheetData><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>_xD800_</t></is></c>"
                + "<c r=\"B2\" t=\"str\"><v>NaN</v></c><c r=\"C2\"><v>NaN</v></c>"
                + "<c r=\"D2\"><v>1e999</v></c></row></sheetData>",
            "<sheetData><row r=\"2\"><c r=\"A2\" t=\"d\"><v>a@b.c</v></c></row></sheetData></a>")
        .map(content -> content.getBytes(StandardCharsets.UTF_8));
  }

  private static String number(String ref, int style) {
    return "<c r=\"" + ref + "\" s=\"" + style + "\"><v>44742.5</v></c>";
  }

  /** The content of a sheet, in a package that is otherwise right. */
  @MethodSource("sheets")
  @ParameterizedTest
  void sheet(byte[] content) throws IOException {
    // One letter a byte, so that all that is written stays what it is.
    String xml = new String(content, StandardCharsets.ISO_8859_1);
    String read = new String(content, StandardCharsets.UTF_8);
    String start = "<sheetData>";
    Path file =
        new RawWorkbook()
            .styles(STYLES)
            .strings(STRINGS)
            .sheetXml("Versements", read.replaceFirst(start, start + HEADER))
            .sheetXml("Identification", read)
            .sheetXml("Projets", xml)
            .write(folder.resolve("feuille.xlsx"));
    assertThat(outcome(file)).isEqualTo(outcome(file));
  }

  static Stream<byte[]> packages() {
    RawWorkbook workbook =
        new RawWorkbook()
            .styles(STYLES)
            .strings(STRINGS)
            .sheet("Versements", HEADER + row(2, text("A2", "1"), number("D2", 2)));
    RawZip stored = new RawZip();
    workbook.parts().forEach(stored::stored);
    byte[] whole = stored.bytes();
    return Stream.of(
        new byte[0],
        "%PDF".getBytes(StandardCharsets.UTF_8),
        whole,
        Arrays.copyOf(whole, whole.length / 2),
        RawZip.of(workbook).bytes(),
        new RawZip().comment(10).bytes());
  }

  /** The bytes of a file. */
  @MethodSource("packages")
  @ParameterizedTest
  void file(byte[] content) throws IOException {
    outcome(Files.write(folder.resolve("fichier.xlsx"), content));
  }

  /** What was read, or why it was refused; anything else that is thrown is a bug. */
  private static String outcome(Path file) {
    try {
      Reddition reddition = READER.lis(file);
      return reddition.feuilles().values().toString()
          + reddition.versements()
          + reddition.projets()
          + reddition.identification()
          + reddition.releves().size();
    } catch (FichierRefuse e) {
      assertThat(e.motif()).isNotEqualTo(Refus.Motif.MEMOIRE);
      return e.getMessage();
    }
  }
}
