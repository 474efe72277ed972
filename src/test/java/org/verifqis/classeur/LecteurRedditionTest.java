package org.verifqis.classeur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verifqis.classeur.RawWorkbook.row;
import static org.verifqis.classeur.RawWorkbook.text;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Anomalie;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Releve.Nature;
import org.verifqis.modele.Verite;
import org.verifqis.modele.Versement;

/** Reading, on XML that other programs than Excel write (lecture.md). */
class LecteurRedditionTest {
  private static final Gabarit GABARIT = LecteurGabarit.charge();

  /** Style 1 is a date, style 2 an amount. */
  private static final String STYLES =
      "<numFmts count=\"1\"><numFmt numFmtId=\"170\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>"
          + "<cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/><xf numFmtId=\"4\"/></cellXfs>";

  @TempDir private Path folder;

  private Reddition read(RawWorkbook workbook) throws IOException {
    return new LecteurReddition(GABARIT, Limites.parDefaut())
        .lis(workbook.write(folder.resolve("essai.xlsx")));
  }

  private Reddition readPayments(String rows) throws IOException {
    return read(new RawWorkbook().styles(STYLES).sheet("Versements", RawWorkbook.PAYMENTS + rows));
  }

  private static List<String> places(Reddition reddition, Nature nature) {
    return reddition.releves().stream()
        .filter(releve -> releve.nature() == nature)
        .flatMap(releve -> releve.anomalies().stream())
        .map(anomalie -> anomalie.emplacements().get(0).reference())
        .toList();
  }

  private static List<String> details(Reddition reddition, Nature nature) {
    return reddition.releves().stream()
        .filter(releve -> releve.nature() == nature)
        .flatMap(releve -> releve.anomalies().stream())
        .map(Anomalie::detail)
        .toList();
  }

  @Test
  void readsARowAndKeepsWhereItCameFrom() throws IOException {
    Reddition reddition =
        readPayments(
            row(
                2,
                "<c r=\"A2\"><v>1</v></c>",
                text("B2", "premier VERSEMENT"),
                "<c r=\"C2\" s=\"1\"><v>43191.5</v></c>",
                "<c r=\"D2\" s=\"2\"><v>70000.005</v></c>"));
    Versement versement = reddition.versements().get(0);
    assertThat(versement.numero().contenu()).isEqualTo("1");
    assertThat(versement.date().contenu()).isEqualTo(LocalDate.of(2018, 4, 1));
    assertThat(versement.montant().contenu()).isEqualTo(Montant.de("70000.01"));
    assertThat(versement.montant().emplacement().reference()).isEqualTo("D2");
    assertThat(versement.montant().emplacement().feuille().nom()).isEqualTo("Versements");
    assertThat(versement.reference().estVide()).isTrue();
    assertThat(versement.reference().donnee()).isEqualTo(Verite.FAUX);
  }

  @Test
  void readsCellsWithoutReferencesAndSharedRichText() throws IOException {
    Reddition reddition =
        read(
            new RawWorkbook()
                .styles(STYLES)
                .strings(
                    "<si><r><t>V</t></r><r><t>-1</t></r><rPh><t>lu</t></rPh></si><si><t>_x0041_VRIL</t></si>")
                .sheet(
                    "Versements",
                    RawWorkbook.PAYMENTS
                        + "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c>"
                        + "<c t=\"d\"><v>2019-04-15T00:00:00</v></c><c><v>5</v></c></row>"));
    Versement versement = reddition.versements().get(0);
    assertThat(versement.numero().contenu()).isEqualTo("V-1");
    assertThat(versement.type().contenu().name()).isEqualTo("AVRIL");
    assertThat(versement.date().contenu()).isEqualTo(LocalDate.of(2019, 4, 15));
    assertThat(versement.montant().emplacement().reference()).isEqualTo("D2");
  }

  @Test
  void wordsInANumberFormatNeitherMakeNorHideADate() throws IOException {
    String styles =
        "<numFmts><numFmt numFmtId=\"170\" formatCode=\"&quot;le &quot;d mmmm\\ yyyy_)\"/>"
            + "<numFmt numFmtId=\"171\" formatCode=\"0.00 &quot;dd&quot;\\d;&quot;d&quot;\"/></numFmts>"
            + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/></cellXfs>";
    Reddition reddition =
        read(
            new RawWorkbook()
                .styles(styles)
                .sheet(
                    "Versements",
                    RawWorkbook.PAYMENTS
                        + row(
                            2,
                            "<c r=\"C2\" s=\"1\"><v>43191</v></c><c r=\"D2\" s=\"2\"><v>5</v></c>")
                        + row(
                            3,
                            "<c r=\"C3\" s=\"1\"><f>C2+1</f></c><c r=\"D3\" s=\"1\"><v>5</v></c>")));
    assertThat(reddition.versements().get(0).date().contenu()).isEqualTo(LocalDate.of(2018, 4, 1));
    assertThat(reddition.versements().get(1).date().contenu()).isEqualTo(LocalDate.of(2018, 4, 2));
    assertThat(places(reddition, Nature.VALEUR_ILLISIBLE)).containsExactly("D3");
  }

  @Test
  void countsDatesFrom1904WhenTheWorkbookDoes() throws IOException {
    Reddition reddition =
        read(
            new RawWorkbook()
                .styles(STYLES)
                .date1904()
                .sheet(
                    "Versements",
                    RawWorkbook.PAYMENTS
                        + row(2, text("A2", "1"), "<c r=\"C2\" s=\"1\"><v>41729</v></c>")));
    assertThat(reddition.versements().get(0).date().contenu()).isEqualTo(LocalDate.of(2018, 4, 1));
  }

  @Test
  void calculatesFormulasWithoutStoredResultAndTrustsStoredOnes() throws IOException {
    Reddition reddition =
        readPayments(
            row(2, text("A2", "1"), "<c r=\"D2\"><f>1+1</f><v>5</v></c>")
                + row(3, text("A3", "2"), "<c r=\"D3\"><f>D2*2+SUM(D2:D2)</f></c>")
                + row(
                    4,
                    "<c r=\"A4\"><f>\"V\"&amp;\"3\"</f><v></v></c>",
                    "<c r=\"D4\"><f>WEBSERVICE(\"x\")</f></c>")
                + row(
                    5,
                    text("A5", "4"),
                    "<c r=\"D5\"><f>D5+1</f></c>",
                    "<c r=\"E5\" t=\"str\"><f>\"\"</f><v></v></c>")
                + row(6, text("A6", "5"), "<c r=\"D6\"><f>TODAY()</f></c>"));
    assertThat(reddition.versements().get(0).montant().contenu()).isEqualTo(Montant.de("5"));
    assertThat(reddition.versements().get(1).montant().contenu()).isEqualTo(Montant.de("15"));
    assertThat(reddition.versements().get(2).numero().contenu()).isEqualTo("V3");
    assertThat(reddition.versements().get(3).reference().estVide()).isTrue();
    assertThat(places(reddition, Nature.VALEUR_ILLISIBLE)).contains("D4", "D5", "D6");
  }

  @Test
  void calculatesBesideIsoDatesAndSharedFormulas() throws IOException {
    Reddition reddition =
        readPayments(
            row(
                    2,
                    text("A2", "1"),
                    "<c r=\"C2\" t=\"d\"><v>2019-04-15</v></c>",
                    "<c r=\"D2\"><f t=\"shared\" ref=\"D2:D3\" si=\"0\">1+1</f></c>")
                + row(
                    3,
                    text("A3", "2"),
                    "<c r=\"C3\" s=\"1\"><f>C2</f></c>",
                    "<c r=\"D3\"><f t=\"shared\" si=\"0\"/></c>"));
    assertThat(reddition.versements().get(1).montant().contenu()).isEqualTo(Montant.de("2"));
    assertThat(reddition.versements().get(1).date().contenu()).isEqualTo(LocalDate.of(2019, 4, 15));
  }

  @Test
  void countsOnlyTheFirstCellOfAMerge() throws IOException {
    Reddition reddition =
        read(
            new RawWorkbook()
                .styles(STYLES)
                .sheetXml(
                    "Versements",
                    "<sheetData>"
                        + RawWorkbook.PAYMENTS
                        + row(2, text("A2", "1"), text("B2", "AVRIL"))
                        + row(3, text("A3", "2"), text("B3", "SECOND"))
                        + "</sheetData><mergeCells><mergeCell ref=\"B2:B3\"/></mergeCells>"));
    assertThat(reddition.versements().get(1).type().estInconnue()).isTrue();
    assertThat(places(reddition, Nature.VALEUR_ABSENTE)).contains("B3").doesNotContain("B2");
  }

  @Test
  void readsAFieldAfterItsMergedLabel() throws IOException {
    Reddition reddition =
        read(
            new RawWorkbook()
                .sheetXml(
                    "Identification",
                    "<sheetData>"
                        + row(
                            3,
                            text("B3", "Code de l&#39;entente :"),
                            text("C3", "ignoré"),
                            text("D3", "all 14"))
                        + row(4, text("B4", "CODE DE L’ENTENTE"), text("C4", "ALL-15"))
                        + row(
                            5, text("A5", "-"), text("B5", "Nom du mandataire"), text("C5", "n/d"))
                        + "</sheetData><mergeCells><mergeCell ref=\"B3:C3\"/></mergeCells>"));
    assertThat(reddition.identification().codeEntente().contenu().code()).isEqualTo("ALL-14");
    assertThat(reddition.identification().codeEntente().emplacement().reference()).isEqualTo("D3");
    assertThat(reddition.identification().mandataireNom().emplacement().reference())
        .isEqualTo("C5");
    assertThat(places(reddition, Nature.VALEUR_ABSENTE)).containsExactly("C5");
    assertThat(details(reddition, Nature.COLONNE_ABSENTE)).hasSizeGreaterThan(10);
  }

  @Test
  void looksForTheHeaderInTheFirstTwentyRows() throws IOException {
    String at20 =
        RawWorkbook.PAYMENTS
            .replace("row r=\"1\"", "row r=\"20\"")
            .replaceAll("r=\"([A-E])1\"", "r=\"$120\"");
    Reddition reddition =
        read(
            new RawWorkbook()
                .sheet(
                    "Versements",
                    row(3, text("A3", "Montant")) + at20 + row(21, text("A21", "1"))));
    assertThat(reddition.versements()).hasSize(1);
    Reddition tooLow = read(new RawWorkbook().sheet("versements", at20.replace("20\"", "21\"")));
    assertThat(tooLow.feuilles().get("Versements").etat()).isEqualTo(Feuille.Etat.SANS_ENTETE);
    assertThat(details(tooLow, Nature.COLONNE_ABSENTE)).containsExactly("entetePlusBas");
  }

  @Test
  void checksTotalRowsAgainstTheRecordsAboveThem() throws IOException {
    Reddition reddition =
        readPayments(
            row(2, text("A2", "1"), "<c r=\"D2\"><v>10</v></c>")
                + row(3, text("A3", "2"), "<c r=\"D3\"><v>5</v></c>")
                + row(4, text("E4", "Sous-total 1"), "<c r=\"D4\"><v>15</v></c>")
                + row(5, text("A5", "3"), "<c r=\"D5\"><v>1</v></c>")
                + row(6, text("A6", "sous total"), "<c r=\"D6\"><v>16</v></c>")
                + row(
                    7, text("A7", "TOTAL"), "<c r=\"D7\"><v>16</v></c>", text("C7", "voir la note"))
                + row(8, text("A8", "Totalement"), "<c r=\"D8\"><v>1</v></c>"));
    assertThat(reddition.versements()).hasSize(4);
    assertThat(reddition.totaux()).hasSize(3);
    assertThat(reddition.totaux().get(0).faux()).isEqualTo(Verite.FAUX);
    assertThat(reddition.totaux().get(0).plage().reference()).isEqualTo("D2:D3");
    assertThat(reddition.totaux().get(1).faux()).isEqualTo(Verite.VRAI);
    assertThat(reddition.totaux().get(1).plage().reference()).isEqualTo("D5");
    assertThat(reddition.totaux().get(2).faux()).isEqualTo(Verite.FAUX);
    assertThat(places(reddition, Nature.VALEUR_ABSENTE))
        .noneMatch(place -> place.matches("[A-E][467]"));
  }

  @Test
  void notesWhatIsHidden() throws IOException {
    String hiddenRow = row(3, text("A3", "2")).replace("<row ", "<row hidden=\"1\" ");
    assertThat(details(readPayments(row(2, text("A2", "1")) + hiddenRow), Nature.CONTENU_MASQUE))
        .containsExactly("lignes");
    assertThat(
            details(
                readPayments(
                    row(2, text("A2", "1")) + hiddenRow.replace("<c", "<x").replace("c>", "x>")),
                Nature.CONTENU_MASQUE))
        .isEmpty();
    RawWorkbook hiddenSheet =
        new RawWorkbook()
            .sheet("Versements", RawWorkbook.PAYMENTS)
            .state("Versements", "veryHidden");
    assertThat(details(read(hiddenSheet), Nature.CONTENU_MASQUE)).containsExactly("feuille");
    RawWorkbook hiddenColumn =
        new RawWorkbook()
            .sheetXml(
                "Versements",
                "<cols><col min=\"2\" max=\"2\" hidden=\"true\"/></cols><sheetData>"
                    + RawWorkbook.PAYMENTS
                    + "</sheetData>");
    assertThat(details(read(hiddenColumn), Nature.CONTENU_MASQUE)).containsExactly("lignes");
  }

  @Test
  void saysWhyAValueCannotBeRead() throws IOException {
    Reddition reddition =
        readPayments(
            row(
                    2,
                    text("A2", "1"),
                    text("B2", "Versement d’avrill"),
                    "<c r=\"C2\"><v>43191</v></c>",
                    "<c r=\"D2\" s=\"1\"><v>5</v></c>")
                + row(
                    3,
                    "<c r=\"A3\" t=\"e\"><v>#REF!</v></c>",
                    text("B3", "Bonus"),
                    text("C3", "hier"),
                    text("D3", "1,234"))
                + row(
                    4,
                    text("A4", "3"),
                    "<c r=\"B4\" t=\"b\"><v>1</v></c>",
                    "<c r=\"C4\" t=\"b\"><v>1</v></c>",
                    "<c r=\"D4\"><v>x</v></c>"));
    assertThat(details(reddition, Nature.VALEUR_ILLISIBLE))
        .containsExactly("dateSansFormat", "dateDansMontant", "erreur", "", "ambigu", "", "erreur");
    assertThat(details(reddition, Nature.CODE_INCONNU))
        .containsExactly("suggestion", "toutes", "toutes");
  }

  @Test
  void listsTheSheetsOfAWorkbookThatIsNoReddition() throws IOException {
    Reddition reddition = read(new RawWorkbook().sheet("Feuil1", "").sheet("Budget", ""));
    assertThat(reddition.feuillesTrouvees()).containsExactly("Feuil1", "Budget");
    assertThat(details(reddition, Nature.FEUILLE_ABSENTE)).hasSize(6);
    assertThat(reddition.identification().cleConnue()).isEqualTo(Verite.FAUX);
  }
}
