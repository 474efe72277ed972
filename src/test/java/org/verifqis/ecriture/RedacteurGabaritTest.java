package org.verifqis.ecriture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTSheetProtection;
import org.verifqis.classeur.LecteurReddition;
import org.verifqis.classeur.Limites;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Contenu;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Feuille.Etat;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Preremplissage;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Releve.Nature;
import org.verifqis.modele.TypeValeur;

/** The official workbook: what it holds empty, and what it gives back once filled in. */
class RedacteurGabaritTest {
  private static final Gabarit GABARIT = LecteurGabarit.charge();
  private static final Instant HEURE = Instant.parse("2023-04-03T12:00:00Z");

  @TempDir Path folder;

  private Path write(Contenu contenu) throws IOException {
    Path file = folder.resolve("gabarit.xlsx");
    Files.write(file, bytes(contenu));
    return file;
  }

  private static byte[] bytes(Contenu contenu) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new RedacteurGabarit(GABARIT).ecris(contenu, HEURE, bytes);
    return bytes.toByteArray();
  }

  private static Reddition read(Path file) {
    return new LecteurReddition(GABARIT, Limites.parDefaut()).lis(file);
  }

  @Test
  void emptyItHasNoRecordAndNothingWrongButEmptyFields() throws IOException {
    Contenu contenu =
        new Preremplissage()
            .pour(GABARIT.ententes().get("ALL-14"))
            .pour(new Exercice(2022))
            .contenu();
    Reddition reddition = read(write(contenu));
    assertThat(reddition.projets()).isEmpty();
    assertThat(reddition.versements()).isEmpty();
    assertThat(reddition.totaux()).isEmpty();
    assertThat(reddition.identification().codeEntente().contenu().code()).isEqualTo("ALL-14");
    assertThat(reddition.identification().region().contenu().code()).isEqualTo("14");
    assertThat(reddition.identification().exerciceFin().contenu()).isEqualTo("2023-03-31");
    assertThat(reddition.releves())
        .filteredOn(releve -> !releve.anomalies().isEmpty())
        .extracting(releve -> releve.nature())
        .containsExactly(Nature.VALEUR_ABSENTE);
    // An optional sheet that nobody filled in is as good as none.
    for (FeuilleVoulue wanted : GABARIT.feuilles()) {
      assertThat(reddition.feuilles().get(wanted.nom()).etat())
          .as(wanted.nom())
          .isEqualTo(wanted.facultative() ? Etat.SANS_OBJET : Etat.LUE);
    }
  }

  @Test
  void theSameContentGivesTheSameBytes() throws IOException {
    assertThat(bytes(Contenu.vide())).isEqualTo(bytes(Contenu.vide()));
  }

  @Test
  void everyFieldIsExplainedOpenAndChecked() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(write(Contenu.vide()).toFile().getPath())) {
      for (FeuilleVoulue wanted : GABARIT.feuilles()) {
        XSSFSheet sheet = workbook.getSheet(wanted.nom());
        assertThat(sheet.getProtect()).isTrue();
        assertThat(sheet.getCTWorksheet().getSheetProtection().isSetPassword()).isFalse();
        assertThat(sheet.getCellComments()).hasSameSizeAs(wanted.champs());
        assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
        assertThat(sheet.getDataValidations()).isNotEmpty();
        assertThat(sheet.getDataValidations())
            .allSatisfy(
                v ->
                    assertThat(v.getShowErrorBox() ? v.getErrorBoxText() : v.getPromptBoxText())
                        .isNotBlank());
      }
      XSSFSheet projects = workbook.getSheet("Projets");
      assertThat(projects.getLastRowNum()).isEqualTo(TemplateLayout.FIRST + 499);
      assertThat(projects.getRow(TemplateLayout.HEADER).getCell(0).getCellStyle().getLocked())
          .isTrue();
      assertThat(projects.getRow(TemplateLayout.FIRST).getCell(0).getCellStyle().getLocked())
          .isFalse();
      assertThat(workbook.isSheetHidden(workbook.getSheetIndex("Listes"))).isTrue();
    }
  }

  @Test
  void whatTakesSeveralAnswersOffersAListThatRefusesNone() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(write(Contenu.vide()).toFile().getPath())) {
      for (FeuilleVoulue wanted : GABARIT.feuilles()) {
        for (int i = 0; i < wanted.champs().size(); i++) {
          Champ champ = wanted.champs().get(i);
          int row = wanted.tableau() ? TemplateLayout.FIRST : TemplateLayout.FIRST + i;
          int column = wanted.tableau() ? i : TemplateLayout.VALUE_COLUMN;
          boolean severalAnswers =
              champ.type() == TypeValeur.LISTE_CODE || champ.type() == TypeValeur.LISTE_TEXTE;
          List<XSSFDataValidation> validations =
              workbook.getSheet(wanted.nom()).getDataValidations().stream()
                  .filter(v -> v.getRegions().getCellRangeAddresses()[0].isInRange(row, column))
                  .toList();
          if (severalAnswers || champ.type() == TypeValeur.CODE) {
            assertThat(validations).as(champ.cle()).hasSize(1);
            assertThat(validations.get(0).getShowErrorBox()).isEqualTo(!severalAnswers);
            assertThat(validations.get(0).getShowPromptBox()).isEqualTo(severalAnswers);
            assertThat(validations.get(0).getValidationConstraint().getValidationType())
                .isEqualTo(ValidationType.LIST);
          }
        }
      }
    }
  }

  @Test
  void listsOfferTheLabelsOfTodayAlone() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(write(Contenu.vide()).toFile().getPath())) {
      Set<String> offered = new HashSet<>();
      workbook
          .getSheet("Listes")
          .forEach(row -> row.forEach(cell -> offered.add(cell.getStringCellValue())));
      assertThat(offered)
          .contains("Réalisation d'un projet", "Conception d'un projet", "Approche concertée")
          .doesNotContain("Mise en œuvre des projets", "Logement");
    }
  }

  @Test
  void totalsFollowWhatIsTyped() throws IOException {
    Map<String, Object> project = new LinkedHashMap<>();
    project.put("numero", "P-1");
    project.put("aideAccordee", Montant.de("1000.10"));
    project.put("autresAidesPubliques", Montant.de("200"));
    project.put("contributionMilieu", Montant.de("0"));
    Contenu contenu = Contenu.vide();
    contenu.ajoute("Projets", project);
    contenu.formulaire("Rapport financier").put("versementsRecus", Montant.de("500"));
    contenu.formulaire("Rapport financier").put("interets", Montant.de("1.25"));
    Path file = write(contenu);
    Reddition reddition = read(file);
    assertThat(reddition.projets().get(0).coutTotal().contenu()).isEqualTo(Montant.de("1200.10"));
    assertThat(reddition.rapportFinancier().totalRevenus().contenu())
        .isEqualTo(Montant.de("501.25"));
    try (XSSFWorkbook workbook = new XSSFWorkbook(file.toFile().getPath())) {
      XSSFCell total = workbook.getSheet("Projets").getRow(TemplateLayout.TOTALS).getCell(14);
      assertThat(total.getNumericCellValue()).isEqualTo(1000.10);
    }
  }

  @Test
  void amountsTypedAsTextAreSeenByEverySum() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(write(Contenu.vide()).toFile().getPath())) {
      List<String> sums = new ArrayList<>();
      for (XSSFSheet sheet :
          List.of(workbook.getSheet("Projets"), workbook.getSheet("Rapport financier"))) {
        sheet.forEach(
            row ->
                row.forEach(
                    cell -> {
                      if (cell.getCellType() == CellType.FORMULA) {
                        sums.add(cell.getCellFormula());
                      }
                    }));
      }
      assertThat(sums).hasSizeGreaterThan(45);
      assertThat(sums).allMatch(formula -> formula.contains("NUMBERVALUE(SUBSTITUTE("));
      String difference =
          workbook
              .getSheet("Rapport financier")
              .getRow(TemplateLayout.FIRST + 1)
              .getCell(3)
              .getCellFormula();
      assertThat(difference).contains("ROUND(_xlfn.NUMBERVALUE(");
    }
  }

  @Test
  void tablesAreFilteredAndPrintedAsFarAsTheyAreFilledIn() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(write(Contenu.vide()).toFile().getPath())) {
      for (FeuilleVoulue wanted : GABARIT.feuilles()) {
        XSSFSheet sheet = workbook.getSheet(wanted.nom());
        if (!wanted.tableau()) {
          continue;
        }
        CTSheetProtection protection = sheet.getCTWorksheet().getSheetProtection();
        assertThat(protection.getAutoFilter()).isFalse();
        assertThat(protection.getSort()).isFalse();
        assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).startsWith("A4:");
        // Sorting under protection wants every cell of the rows to be open.
        sheet
            .getRow(TemplateLayout.FIRST)
            .forEach(cell -> assertThat(cell.getCellStyle().getLocked()).isFalse());
        assertThat(workbook.getNames("_xlnm.Print_Area"))
            .filteredOn(name -> name.getSheetIndex() == workbook.getSheetIndex(sheet))
            .singleElement()
            .satisfies(
                name ->
                    // One range: LibreOffice prints each that it finds in the formula.
                    assertThat(name.getRefersToFormula())
                        .matches(
                            "OFFSET\\([^!]+!\\$A\\$1:\\$[A-Z]+\\$\\d+,0,0,lignes_\\w+,\\d+\\)"));
      }
      XSSFSheet projects = workbook.getSheet("Projets");
      assertThat(projects.getPrintSetup().getFitWidth()).isEqualTo((short) 3);
      assertThat(projects.getRepeatingColumns().formatAsString()).contains("A:B");
    }
  }

  /** LibreOffice prints what holds a formula, whatever area is to be printed. */
  @Test
  void rowsThatNobodyBeganHoldNothingBeyondAPage() throws IOException {
    Contenu contenu = Contenu.vide();
    for (int i = 1; i <= 40; i++) {
      contenu.ajoute("Projets", new LinkedHashMap<>(Map.of("numero", "P-" + i)));
    }
    assertThat(calculatedRows(Contenu.vide())).isEqualTo(45);
    assertThat(calculatedRows(contenu)).isEqualTo(50);
  }

  private int calculatedRows(Contenu contenu) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(write(contenu).toFile().getPath())) {
      XSSFSheet projects = workbook.getSheet("Projets");
      int rows = 0;
      for (int row = TemplateLayout.FIRST; row <= projects.getLastRowNum(); row++) {
        rows += projects.getRow(row).getCell(19).getCellType() == CellType.FORMULA ? 1 : 0;
      }
      return rows;
    }
  }

  @Test
  void textFromAWorkbookNeverBecomesAFormula() throws IOException {
    Contenu contenu = Contenu.vide();
    contenu.ajoute("Projets", Map.of("numero", "=1+1", "titre", "+cmd|' /C calc'!A0"));
    Path file = write(contenu);
    assertThat(read(file).projets().get(0).numero().contenu()).isEqualTo("=1+1");
    try (XSSFWorkbook workbook = new XSSFWorkbook(file.toFile().getPath())) {
      XSSFCell cell = workbook.getSheet("Projets").getRow(TemplateLayout.FIRST).getCell(0);
      assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
    }
  }

  @Test
  void everyFieldHasItsHelp() {
    TemplateHelp help = TemplateHelp.load();
    for (FeuilleVoulue wanted : GABARIT.feuilles()) {
      wanted.champs().forEach(c -> assertThat(help.help(wanted.nom(), c)).isNotBlank());
    }
  }
}
