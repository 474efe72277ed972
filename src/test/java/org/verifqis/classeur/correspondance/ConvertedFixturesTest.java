package org.verifqis.classeur.correspondance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verifqis.classeur.correspondance.Classeur.r;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verifqis.classeur.Limites;
import org.verifqis.classeur.Source;
import org.verifqis.modele.Contenu;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Releve;
import org.verifqis.modele.Releve.Nature;
import org.verifqis.modele.Valeur;

/**
 * The template filled in from whole workbooks of others says what they say, and is judged alike.
 */
class ConvertedFixturesTest {
  private static final Path FOLDER = Path.of("fixtures", "correspondance");

  private static List<String> facts(Reddition read) {
    return read.fiches().entrySet().stream()
        .flatMap(
            sheet ->
                sheet.getValue().stream()
                    .map(
                        record ->
                            sheet.getKey()
                                + " "
                                + Contenu.valeurs(record).values().stream()
                                    .filter(Valeur::estConnue)
                                    .map(v -> v.champ().cle() + "=" + v.contenu())
                                    .toList()))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x01-grand-livre",
        "x02-un-onglet-par-mrc",
        "x08-tout-a-la-verticale",
        "y03-fiches-de-la-table",
        "y10-bilingue-premieres-nations",
        "w13-croix-a-compter"
      })
  void allFactsAreThereAndTheJudgementIsTheSame(String name) throws IOException {
    Reddition read = GivenFacts.check(FOLDER, FOLDER.resolve(name + ".json"));
    Reddition converted = Converti.estJugePareil(read);
    assertThat(facts(converted)).isNotEmpty().isEqualTo(facts(read));
  }

  private static Set<String> missing(Reddition read) {
    return read.releves().stream()
        .filter(one -> one.nature() == Nature.COLONNE_ABSENTE)
        .flatMap((Releve one) -> one.anomalies().stream())
        .map(a -> a.emplacements().get(0).feuille().cle() + "/" + a.faits().get("champ"))
        .collect(Collectors.toSet());
  }

  /** The header of a column that is not kept says so, and is read back as one that is not there. */
  @Test
  void whatIsNotKeptIsMissingThereToo() {
    Reddition read =
        new Classeur()
            .feuille("Suivi", r("No", "Montant"), r("P-1", 5), r("P-2", 6))
            .lis(
                "blocs:",
                "- vers: Projets",
                "  feuille: Suivi",
                "  entete: {contient: [No]}",
                "  colonnes: {numero: No, aideAccordee: Montant}",
                "absents: {Projets: [titre, statut]}");
    assertThat(missing(read)).contains("Projets/Titre du projet", "Projets/Statut");
    assertThat(missing(Converti.estJugePareil(read))).isEqualTo(missing(read));
  }

  /** Its text is there, and no figure that nobody has seen. */
  @ParameterizedTest
  @ValueSource(strings = {"CELL(\"row\",A1)", "C2+1"})
  void aFormulaWithoutAResultIsNoFigureThereEither(String formula) throws IOException {
    byte[] own =
        new Classeur()
            .feuille("Suivi", r("No", "Titre", "Montant"), r("P-1", "Semer", 5), r("P-2", "b", 6))
            .octets();
    // As a program writes it that does not calculate.
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(own))) {
      XSSFCell cell = workbook.getSheetAt(0).getRow(1).getCell(2);
      cell.setCellFormula(formula);
      cell.getCTCell().unsetV();
      workbook.write(changed);
    }
    Correspondance profile =
        Classeur.profil(
            "blocs:",
            "- vers: Projets",
            "  feuille: Suivi",
            "  entete: {contient: [No, Titre]}",
            "  colonnes: {numero: No, titre: Titre, aideAccordee: Montant}");
    Reddition read =
        new LecteurCorrespondance(Classeur.GABARIT, Limites.parDefaut(), List.of(profile))
            .lis(Source.de("suivi.xlsx", changed.toByteArray()));
    Valeur<?> amount = read.projets().get(0).aideAccordee();
    assertThat(amount.estIllisible()).isTrue();
    assertThat(amount.emplacement().reference()).isEqualTo("C2");
    Reddition converted = Converti.estJugePareil(read);
    assertThat(converted.projets().get(0).aideAccordee().estIllisible()).isTrue();
    assertThat(converted.projets().get(1).aideAccordee().estConnue()).isTrue();
  }
}
