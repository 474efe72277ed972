package org.verifqis.classeur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.verifqis.classeur.RawWorkbook.row;
import static org.verifqis.classeur.RawWorkbook.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Refus.Motif;
import org.verifqis.modele.TypeVersement;
import org.verifqis.modele.Valeur;
import org.verifqis.modele.Versement;

/** Rows, cells and merges, wherever a workbook puts them. */
class SheetRowsTest {
  @TempDir private Path folder;

  private Reddition read(RawWorkbook workbook, int rows) throws IOException {
    Limites limites = new Limites(Limites.parDefaut().octets(), rows);
    return new LecteurReddition(LecteurGabarit.charge(), limites)
        .lis(workbook.write(folder.resolve("essai.xlsx")));
  }

  private static RawWorkbook payments(String rows, String... merges) {
    StringBuilder merged = new StringBuilder();
    for (String merge : merges) {
      merged.append("<mergeCell ref=\"").append(merge).append("\"/>");
    }
    return new RawWorkbook()
        .sheetXml(
            "Versements",
            "<sheetData>%s%s</sheetData><mergeCells>%s</mergeCells>"
                .formatted(RawWorkbook.PAYMENTS, rows, merged));
  }

  private List<Versement> versements(RawWorkbook workbook) throws IOException {
    return read(workbook, 10_000).versements();
  }

  private static String payment(int row) {
    return row(
        row,
        text("A" + row, "V-" + row),
        text("B" + row, "AVRIL"),
        text("D" + row, "10"),
        text("E" + row, "R-" + row));
  }

  /** Which cells of the payments count: their columns, row by row. */
  private static List<String> counted(List<Versement> versements) {
    return versements.stream()
        .map(
            v ->
                (v.numero().estConnue() ? "A" : "")
                    + (v.type().estConnue() ? "B" : "")
                    + (v.montant().estConnue() ? "D" : "")
                    + (v.reference().estConnue() ? "E" : ""))
        .toList();
  }

  @Test
  void mergesMayStandInAnyOrder() throws IOException {
    String rows = payment(2) + payment(3) + payment(4) + payment(5);
    assertThat(counted(versements(payments(rows, "B4:B5", "A2:A3", "E3:E5"))))
        .containsExactly("ABDE", "BDE", "ABD", "AD");
  }

  @Test
  void aMergeOverColumnsAndRowsCountsAtItsFirstCell() throws IOException {
    String rows = payment(2) + payment(3) + payment(4) + payment(5);
    assertThat(counted(versements(payments(rows, "D2:E2", "A3:B4"))))
        .containsExactly("ABD", "ADE", "DE", "ABDE");
  }

  @Test
  void aMergeMayBeginOnARowThatIsNotThere() throws IOException {
    assertThat(counted(versements(payments(payment(2) + payment(5), "B3:B5", "D3:D4"))))
        .containsExactly("ABDE", "ADE");
  }

  @Test
  void aMergeIsSeenAtTheEndOfALongSheet() throws IOException {
    StringBuilder rows = new StringBuilder(" ".repeat(3 << 16));
    for (int row = 2; row < 1_500; row++) {
      rows.append(payment(row));
    }
    List<Versement> read = versements(payments(rows.toString(), "B700:B701"));
    assertThat(rows.length()).isGreaterThan(2 << 16);
    assertThat(read).hasSize(1_498);
    assertThat(counted(read.subList(697, 701))).containsExactly("ABDE", "ABDE", "ADE", "ABDE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void aMergeIsSeenWhateverTheEncodingOfTheSheet(String encoding) throws IOException {
    RawWorkbook workbook = payments(payment(2) + payment(3), "B2:B3");
    String sheet = "xl/worksheets/sheet1.xml";
    String xml = new String(workbook.parts().get(sheet), StandardCharsets.UTF_8);
    workbook.part(sheet, ("\uFEFF" + xml.replace("UTF-8", "UTF-16")).getBytes(encoding));
    assertThat(counted(versements(workbook))).containsExactly("ABDE", "ADE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"m", "x"})
  void aMergeIsSeenWhateverThePrefixOfTheSheet(String prefix) throws IOException {
    RawWorkbook workbook = payments(payment(2) + payment(3), "B2:B3");
    String sheet = "xl/worksheets/sheet1.xml";
    String xml = new String(workbook.parts().get(sheet), StandardCharsets.UTF_8);
    workbook.part(
        sheet,
        xml.replaceAll("<(/?)(?=[a-zA-Z])", "<$1" + prefix + ":")
            .replace(" xmlns=", " xmlns:" + prefix + "="));
    assertThat(counted(versements(workbook))).containsExactly("ABDE", "ADE");
  }

  @Test
  void eachLabelHasItsOwnMerge() throws IOException {
    RawWorkbook workbook =
        new RawWorkbook()
            .sheetXml(
                "Identification",
                "<sheetData>"
                    + row(
                        2,
                        text("B2", "Nom du mandataire"),
                        text("C2", "couvert"),
                        text("D2", "MRC"),
                        text("F2", "à côté"))
                    + row(3, text("B3", "Code de l'entente"), text("C3", "ALL-14"))
                    + "</sheetData><mergeCells><mergeCell ref=\"D2:E2\"/>"
                    + "<mergeCell ref=\"B2:C2\"/><mergeCell ref=\"A1:B1\"/></mergeCells>");
    Reddition reddition = read(workbook, 100);
    assertThat(reddition.identification().mandataireNom().contenu()).isEqualTo("MRC");
    assertThat(reddition.identification().codeEntente().emplacement().reference()).isEqualTo("C3");
  }

  @Test
  void theLastRowThatIsAllowedIsRead() throws IOException {
    RawWorkbook workbook =
        payments(payment(2) + payment(3) + row(4) + "<row r=\"5\"><c r=\"A5\"/></row>");
    assertThat(read(workbook, 4).versements()).hasSize(2);
    FichierRefuse refused = catchThrowableOfType(FichierRefuse.class, () -> read(workbook, 3));
    assertThat(refused.motif()).isEqualTo(Motif.TROP_DE_LIGNES);
  }

  @Test
  void aRowOrACellThatStandsTwiceIsDamage() {
    for (String rows :
        List.of(
            payment(2) + payment(2),
            payment(1_048_576) + "<row><c><v>1</v></c></row>",
            row(2, text("A2", "1"), text("B2", "AVRIL"), text("A2", "2")),
            row(2, text("B2", "AVRIL"), "<c><v>1</v></c>", "<c r=\"C2\"><v>2</v></c>"))) {
      FichierRefuse refused =
          catchThrowableOfType(FichierRefuse.class, () -> versements(payments(rows)));
      assertThat(refused.motif()).isEqualTo(Motif.CORROMPU);
    }
  }

  @Test
  void theLastCellOfASheetIsInPlace() throws IOException {
    List<Versement> versements =
        versements(payments(payment(1_048_575) + "<row>" + text("A1048576", "fin") + "</row>"));
    assertThat(counted(versements)).containsExactly("ABDE", "A");
  }

  @Test
  void aTextOfAMillionCharactersIsTheLongest() throws IOException {
    for (String cell :
        List.of(
            "<c r=\"E2\" t=\"str\"><v>%s</v></c>",
            "<c r=\"E2\" t=\"str\"><f>%s</f><v>R</v></c>",
            "<c r=\"E2\" t=\"inlineStr\"><is><t>%s</t></is></c>")) {
      String longest = "a".repeat(1_000_000);
      assertThat(versements(payments(row(2, cell.formatted(longest))))).hasSize(1);
      RawWorkbook longer = payments(row(2, cell.formatted(longest + "a")));
      FichierRefuse refused = catchThrowableOfType(FichierRefuse.class, () -> versements(longer));
      assertThat(refused).as(cell).isNotNull();
      assertThat(refused.motif()).isEqualTo(Motif.TROP_DE_TEXTE);
    }
  }

  @Test
  void cellsBesideTheTableAreLeftAlone() throws IOException {
    String beside = text("F2", "note") + "<c r=\"XFD2\"><v>1</v></c>";
    Versement versement =
        versements(payments(payment(2).replace("</row>", beside + "</row>"))).get(0);
    assertThat(versement.reference().contenu()).isEqualTo("R-2");
  }

  @Test
  void anInlineTextHasItsRunsWithoutTheirReading() throws IOException {
    String runs =
        "<c r=\"A2\" t=\"inlineStr\"><is><r><t>V</t></r><rPh sb=\"0\" eb=\"1\"><t>lu</t></rPh>"
            + "<r><t>-7</t></r></is></c>";
    assertThat(versements(payments(row(2, runs, text("B2", "AVRIL")))).get(0).numero().contenu())
        .isEqualTo("V-7");
  }

  @Test
  void eachCellHasItsOwnFormulaAndItsOwnValue() throws IOException {
    Versement versement =
        versements(
                payments(
                    row(
                        2,
                        "<c r=\"A2\" t=\"str\"><f>B1</f><v>V-1</v></c>",
                        "<c r=\"B2\" t=\"str\"><f>\"AVRIL\"</f><v>AVRIL</v></c>",
                        "<c r=\"D2\"><f>WEBSERVICE(\"x\")</f></c>",
                        "<c r=\"E2\" t=\"s\"><v>9</v></c>")))
            .get(0);
    assertThat(versement.numero().contenu()).isEqualTo("V-1");
    assertThat(versement.type().contenu()).isEqualTo(TypeVersement.AVRIL);
    assertThat(versement.montant().montree()).isEqualTo("=WEBSERVICE(\"x\")");
    Valeur<String> shared = versement.reference();
    assertThat(shared.estIllisible()).as("a shared text that is not there").isTrue();
    assertThat(shared.montree()).isEqualTo("#REF!");
  }
}
