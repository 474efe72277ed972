package org.verifqis.classeur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.verifqis.classeur.RawWorkbook.row;
import static org.verifqis.classeur.RawWorkbook.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Anomalie;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Refus.Motif;
import org.verifqis.modele.Releve.Nature;
import org.verifqis.modele.Versement;

/** What real files of many programs broke, each with what is right (lecture.md). */
class RealFilesTest {
  private static final Gabarit GABARIT = LecteurGabarit.charge();
  private static final String INVISIBLE = "\u200B\u200E\u00AD\uFEFF";
  private static final String GOOD_ROW =
      row(
          2,
          text("A2", "V-1"),
          text("B2", "Premier versement"),
          text("C2", "2018-10-26"),
          "<c r=\"D2\"><v>97000</v></c>");

  @TempDir private Path folder;

  private Reddition read(RawWorkbook workbook) throws IOException {
    return new LecteurReddition(GABARIT, Limites.parDefaut())
        .lis(workbook.write(folder.resolve("essai.xlsx")));
  }

  private static RawWorkbook payments(String rows) {
    return new RawWorkbook().sheet("Versements", RawWorkbook.PAYMENTS + rows);
  }

  private Versement readOne(String... cells) throws IOException {
    return read(payments(row(2, cells))).versements().get(0);
  }

  private static List<Anomalie> anomalies(Reddition reddition, Nature nature) {
    return reddition.releves().stream()
        .filter(releve -> releve.nature() == nature)
        .flatMap(releve -> releve.anomalies().stream())
        .toList();
  }

  private static List<String> told(Reddition reddition, Nature nature) {
    return anomalies(reddition, nature).stream()
        .map(a -> a.emplacements().get(0).reference() + " " + a.detail())
        .toList();
  }

  /** Puts what nobody sees between any two characters. */
  private static String spoiled(String text) {
    return INVISIBLE + String.join(INVISIBLE, text.split("")) + INVISIBLE;
  }

  @Test
  void whatNobodySeesSpoilsNothing() throws IOException {
    RawWorkbook workbook =
        new RawWorkbook()
            .sheet(
                spoiled("Versements"),
                row(
                        1,
                        text("A1", spoiled("N°")),
                        text("B1", spoiled("Type de versement")),
                        text("C1", spoiled("Date de re\u0301ception")),
                        text("D1", spoiled("Montant")))
                    + row(
                        2,
                        text("A2", "V-1"),
                        text("B2", spoiled("Premier versement")),
                        text("C2", spoiled("15 de\u0301cembre 2018")),
                        text("D2", spoiled("23 550,00 $"))));
    Reddition reddition = read(workbook);
    Versement versement = reddition.versements().get(0);
    assertThat(versement.type().contenu()).hasToString("PREMIER");
    assertThat(versement.date().contenu()).isEqualTo(LocalDate.of(2018, 12, 15));
    assertThat(versement.montant().contenu()).isEqualTo(Montant.de("23550.00"));
    assertThat(told(reddition, Nature.VALEUR_ILLISIBLE)).isEmpty();
    assertThat(told(reddition, Nature.CODE_INCONNU)).isEmpty();
  }

  @Test
  void compatibilityFormsAreFoldedButRaisedDigitsAreNoDigits() throws IOException {
    Versement versement =
        readOne(
            text("A2", "V-1"),
            text("B2", "Ｐｒｅｍｉｅｒ versement"),
            text("C2", "２０１８-10-26"),
            text("D2", "１２３，４５"));
    assertThat(versement.type().contenu()).hasToString("PREMIER");
    assertThat(versement.date().contenu()).isEqualTo(LocalDate.of(2018, 10, 26));
    assertThat(versement.montant().contenu()).isEqualTo(Montant.de("123.45"));
    assertThat(readOne(text("A2", "V-1"), text("D2", "1200²")).montant().estIllisible()).isTrue();
  }

  @Test
  void anAddressIsReadWithoutWhatNobodySees() throws IOException {
    Reddition reddition =
        read(
            new RawWorkbook()
                .sheet(
                    "Identification",
                    row(
                        1,
                        text("A1", "Courriel de la personne responsable"),
                        text("B1", "anne\u200B@exemple.org"))));
    assertThat(reddition.identification().responsableCourriel().contenu())
        .isEqualTo("anne@exemple.org");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docProps/core.xml",
        "docProps/app.xml",
        "docProps/custom.xml",
        "docProps/thumbnail.wmf",
        "package/services/metadata/core-properties/1.psmdcp",
        "xl/theme/theme1.xml",
        "xl/calcChain.xml",
        "xl/drawings/drawing1.xml",
        "xl/worksheets/_rels/sheet1.xml.rels",
        "customXml/item1.xml",
        "inconnu/partie.dat"
      })
  void whatIsNotReadRefusesNothing(String part) throws IOException {
    for (String content : List.of("", "<brise", "<a xml:lang='fr'><b></a>", "\u0000\u0001")) {
      Reddition reddition = read(payments(GOOD_ROW).part(part, content));
      assertThat(reddition.versements()).as(content).hasSize(1);
    }
  }

  private static RawWorkbook withRelations(String sheets, String relations) {
    RawWorkbook workbook = payments(GOOD_ROW);
    Map<String, byte[]> parts = workbook.parts();
    String list = new String(parts.get("xl/workbook.xml"), StandardCharsets.UTF_8);
    String links = new String(parts.get("xl/_rels/workbook.xml.rels"), StandardCharsets.UTF_8);
    return workbook
        .part("xl/workbook.xml", list.replace("</sheets>", sheets + "</sheets>"))
        .part(
            "xl/_rels/workbook.xml.rels",
            links.replace("</Relationships>", relations + "</Relationships>"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "''|-",
        "rId77|-",
        "rId77|worksheet:worksheets/nulle-part.xml",
        "rId77|worksheet:http://[brise",
        "rId77|worksheet:file:///dehors.xlsx\" TargetMode=\"External",
        "rId77|dialogsheet:dialogsheets/sheet1.xml",
        "rId77|chartsheet:chartsheets/sheet1.xml",
        "rId77|xlMacrosheet:macrosheets/sheet1.xml"
      })
  void aSheetThatNobodyWantsMayLeadNowhere(String id, String relation) throws IOException {
    String[] words = relation == null ? null : relation.split(":", 2);
    String link =
        words == null
            ? ""
            : "<Relationship Id=\"rId77\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\" Target=\"%s\"/>"
                .formatted(words[0], words[1]);
    String sheet = "<sheet name=\"Module1\" sheetId=\"77\" state=\"veryHidden\" r:id=\"%s\"/>";
    Reddition reddition = read(withRelations(sheet.formatted(id), link));
    assertThat(reddition.versements()).hasSize(1);
    assertThat(reddition.feuillesTrouvees()).containsExactly("Versements", "Module1");
  }

  @Test
  void aWantedSheetThatLeadsNowhereIsRefused() {
    RawWorkbook workbook = withRelations("<sheet name=\"Projets\" sheetId=\"77\" r:id=\"\"/>", "");
    assertThatThrownBy(() -> read(workbook))
        .isInstanceOfSatisfying(
            FichierRefuse.class, e -> assertThat(e.motif()).isEqualTo(Motif.CORROMPU));
  }

  @Test
  void partsThatNobodyReadsMayStandTwice() throws IOException {
    RawZip zip = RawZip.of(payments(GOOD_ROW));
    zip.deflated("docProps/app.xml", "<a/>".getBytes(StandardCharsets.UTF_8));
    zip.deflated("docprops/APP.xml", "<b/>".getBytes(StandardCharsets.UTF_8));
    Path file = folder.resolve("deux.xlsx");
    zip.write(file);
    assertThat(new LecteurReddition(GABARIT, Limites.parDefaut()).lis(file).versements())
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "17.000000000000004,17",
    "16.999999999999996,17",
    "1234567.1000000001,1234567.10",
    "0.30000000000000004,0.30",
    "1.005,1.01",
    "1.0049999999999999,1.01",
    "1E2,100"
  })
  void aNumberCountsAtFifteenDigits(String stored, String expected) throws IOException {
    assertThat(readOne("<c r=\"D2\"><v>" + stored + "</v></c>").montant().contenu())
        .isEqualTo(Montant.de(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<c r=\"E2\" t=\"s\"><v></v></c>",
        "<c r=\"E2\" t=\"s\"><v> </v></c>",
        "<c r=\"E2\" t=\"s\"/>",
        "<c r=\"E2\" t=\"e\"><v/></c>",
        "<c r=\"E2\" t=\"b\"><v/></c>",
        "<c r=\"E2\" t=\"d\"><v/></c>",
        "<c r=\"E2\" t=\"n\"><v/></c>",
        "<c r=\"E2\" t=\"str\"><v/></c>",
        "<c r=\"E2\" t=\"inlineStr\"/>",
        "<c r=\"E2\" t=\"inlineStr\"><is/></c>",
        "<c r=\"E2\" t=\"inlineStr\"><is><t/></is></c>",
        "<c r=\"E2\"><is/></c>"
      })
  void anEmptyElementIsEmptyWhateverItsType(String cell) throws IOException {
    Reddition reddition = read(payments(GOOD_ROW.replace("</row>", cell + "</row>")));
    assertThat(reddition.versements().get(0).reference().estVide()).isTrue();
    assertThat(told(reddition, Nature.VALEUR_ILLISIBLE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0%|pourcentage",
        "0.0%|pourcentage",
        "[Red]0%|pourcentage",
        "0.00\\ %|pourcentage",
        "0;[Blue]-0%|pourcentage",
        "0\\%|''",
        "0\"%\"|''",
        "0.00|''",
        "[$$-F%]0|''",
        "yyyy\\-mm\\-dd|dateDansMontant",
        "d mmm|dateDansMontant"
      })
  void aPercentageIsNoAmount(String format, String problem) throws IOException {
    String styles =
        "<numFmts><numFmt numFmtId=\"170\" formatCode=\"%s\"/></numFmts>"
                .formatted(format.replace("\"", "&quot;"))
            + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs>"
            + "<dxfs><dxf><numFmt numFmtId=\"170\" formatCode=\"General\"/></dxf></dxfs>";
    Reddition reddition =
        read(payments(row(2, "<c r=\"D2\" s=\"1\"><v>0.5</v></c>")).styles(styles));
    assertThat(told(reddition, Nature.VALEUR_ILLISIBLE))
        .isEqualTo(problem.isEmpty() ? List.of() : List.of("D2 " + problem));
  }

  @ParameterizedTest
  @ValueSource(strings = {"s=\"1\"><v>44563</v>", "t=\"d\"><v>2022-01-02</v>"})
  void aKeyThatBecameADateIsTold(String cell) throws IOException {
    Reddition reddition =
        read(
            payments(row(2, "<c r=\"A2\" " + cell + "</c>", "<c r=\"D2\"><v>1</v></c>"))
                .styles("<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"));
    assertThat(told(reddition, Nature.VALEUR_ILLISIBLE)).containsExactly("A2 dateDansCle");
    assertThat(reddition.versements().get(0).numero().estIllisible()).isTrue();
  }

  @Test
  void anArrayFormulaWithoutResultsIsCalculatedInEachCell() throws IOException {
    Reddition reddition =
        read(
            payments(
                row(
                        2,
                        text("A2", "V-1"),
                        "<c r=\"D2\"><f t=\"array\" ref=\"D2:D4\">G2:G4*2</f><v/></c>",
                        "<c r=\"G2\"><v>10</v></c>")
                    + row(3, text("A3", "V-2"), "<c r=\"D3\"/>", "<c r=\"G3\"><v>20</v></c>")
                    + row(4, text("A4", "V-3"), "<c r=\"G4\"><v>30</v></c>")
                    + row(5, text("A5", "V-4"))));
    assertThat(reddition.versements().get(0).montant().contenu()).isEqualTo(Montant.de("20"));
    assertThat(reddition.versements().get(1).montant().contenu()).isEqualTo(Montant.de("40"));
    // There is no cell to calculate: what the formula gives it is unknown, not empty.
    assertThat(reddition.versements().get(2).montant().estIllisible()).isTrue();
    assertThat(told(reddition, Nature.VALEUR_ILLISIBLE)).containsExactly("D4 formule");
    assertThat(reddition.versements().get(3).montant().estIllisible()).isFalse();
  }

  @Test
  void whatIsOfAnotherNamespaceIsLeftAlone() throws IOException {
    String other = " xmlns:x=\"urn:autre\"";
    String mc = " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";
    Reddition reddition =
        read(
            payments(
                row(
                        2,
                        text("A2", "V-1"),
                        "<c r=\"D2\"><v>97000</v><x:v"
                            + other
                            + ">.10</x:v><x:is"
                            + other
                            + "><x:t>non</x:t></x:is><extLst><ext><v>7</v></ext></extLst></c>",
                        "<x:c" + other + " r=\"E2\"><v>8</v></x:c>")
                    + "<x:row"
                    + other
                    + " r=\"3\"><c r=\"A3\"><v>1</v></c></x:row>"
                    + "<mc:AlternateContent"
                    + mc
                    + "><mc:Choice Requires=\"x\">"
                    + row(4, text("A4", "non"))
                    + "</mc:Choice><mc:Fallback>"
                    + row(4, text("A4", "V-2"))
                    + "</mc:Fallback></mc:AlternateContent>"));
    assertThat(reddition.versements()).hasSize(2);
    Versement versement = reddition.versements().get(0);
    assertThat(versement.montant().contenu()).isEqualTo(Montant.de("97000"));
    assertThat(versement.reference().estVide()).isTrue();
    assertThat(reddition.versements().get(1).numero().contenu()).isEqualTo("V-2");
  }

  @Test
  void aRowThatLacksMostOfItsValuesSaysWhatStandsInIt() throws IOException {
    Reddition reddition =
        read(payments(GOOD_ROW + row(60, text("D60", "x")) + row(61, text("A61", "Note : …"))));
    List<Anomalie> empty = anomalies(reddition, Nature.VALEUR_ABSENTE);
    assertThat(empty).hasSize(6).allMatch(a -> a.detail().equals("ligne"));
    assertThat(empty.get(0).faits())
        .containsEntry("ligne", 60)
        .containsEntry("contenu", List.of("D60 «\u00A0x\u00A0»"));
    assertThat(anomalies(reddition, Nature.VALEUR_ILLISIBLE).get(0).faits())
        .containsEntry("ligne", 60);
    assertThat(empty.get(5).faits()).containsEntry("ligne", 61);
  }

  @Test
  void aMissingSheetNamesThoseThatLookLikeIt() throws IOException {
    Reddition reddition =
        read(
            payments(GOOD_ROW)
                .sheet("Projets (2)", "")
                .sheet("Projet", "")
                .sheet("Notes", "")
                .sheet("Gouvernance (copie)", ""));
    Map<Object, Object> alike = new java.util.HashMap<>();
    anomalies(reddition, Nature.FEUILLE_ABSENTE)
        .forEach(a -> alike.put(a.faits().get("feuille"), a.faits().get("semblables")));
    assertThat(alike)
        .containsEntry("Projets", List.of("Projets (2)", "Projet"))
        .containsEntry("Gouvernance", List.of("Gouvernance (copie)"))
        .containsEntry("Cible 4", null);
  }

  @Test
  void aMissingColumnNamesTheHeaderThatLooksLikeIt() throws IOException {
    Reddition reddition =
        read(
            new RawWorkbook()
                .sheet(
                    "Versements",
                    row(
                        2,
                        text("A2", "N°"),
                        text("B2", "Types de versements"),
                        text("C2", "Date de réception"),
                        text("F2", "Commentaires"))));
    assertThat(anomalies(reddition, Nature.COLONNE_ABSENTE))
        .extracting(
            a -> a.faits().get("champ"),
            a -> a.faits().get("semblable"),
            a -> a.faits().get("celluleSemblable"))
        .contains(
            org.assertj.core.groups.Tuple.tuple("Type de versement", "Types de versements", "B2"),
            org.assertj.core.groups.Tuple.tuple("Montant", null, null));
  }
}
