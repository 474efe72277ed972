package org.verifqis.classeur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verifqis.classeur.RawWorkbook.row;
import static org.verifqis.classeur.RawWorkbook.text;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Anomalie;
import org.verifqis.modele.Avis;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Releve.Nature;
import org.verifqis.rapport.Langue;
import org.verifqis.rapport.Textes;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Moteur;
import org.verifqis.regles.Parametres;
import org.verifqis.regles.Registre;

/** What reading shows that breaks no rule, and what it suggests where something is missing. */
class AvisTest {
  private static final Gabarit GABARIT = LecteurGabarit.charge();
  private static final Textes TEXTES = Textes.charge(Langue.FR, GABARIT);

  @TempDir private Path folder;

  private Reddition read(RawWorkbook workbook) throws IOException {
    return new LecteurReddition(GABARIT, Limites.parDefaut())
        .lis(workbook.write(folder.resolve("essai.xlsx")));
  }

  /** The headers of a table of the template in a row, or the labels of a form below each other. */
  private static String headers(Onglet onglet, int row) {
    List<Champ> champs = GABARIT.feuille(onglet).champs();
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < champs.size(); i++) {
      boolean table = onglet.estTableau();
      String place = table ? RawWorkbook.column(i + 1) + row : "A" + (row + i);
      String cell = text(place, champs.get(i).libelle());
      cells.add(table ? cell : row(row + i, cell));
    }
    return onglet.estTableau() ? row(row, cells.toArray(String[]::new)) : String.join("", cells);
  }

  private static List<String> said(Reddition reddition) {
    return reddition.avis().stream()
        .map(TEXTES::message)
        .map(t -> t.replace('\u00A0', ' '))
        .toList();
  }

  private static RawWorkbook payments(String... dates) {
    StringBuilder rows = new StringBuilder(RawWorkbook.PAYMENTS);
    for (int i = 0; i < dates.length; i++) {
      rows.append(row(i + 2, text("A" + (i + 2), "V-" + i), text("C" + (i + 2), dates[i])));
    }
    return new RawWorkbook().sheet("Versements", rows.toString());
  }

  @Test
  void aSecondSheetWithTheSameHeadersIsSaidWhateverItsName() throws IOException {
    RawWorkbook workbook =
        new RawWorkbook()
            .sheet("Projets", headers(Onglet.PROJETS, 1) + row(2, text("A2", "P-1")))
            .sheet("Projets (2)", headers(Onglet.PROJETS, 3) + row(4, text("A4", "P-2")))
            .sheet("PROJETS", headers(Onglet.PROJETS, 1))
            .sheet("Feuil1", headers(Onglet.PROJETS, 1))
            .state("Feuil1", "veryHidden")
            .sheet("Identification", headers(Onglet.IDENTIFICATION, 1))
            .sheet("Identification - copie", headers(Onglet.IDENTIFICATION, 4))
            .sheet("Notes", row(1, text("A1", "Titre du projet"), text("B1", "Statut")));
    Reddition reddition = read(workbook);
    assertThat(said(reddition))
        .containsExactly(
            "La feuille « Projets (2) » porte les mêmes en-têtes que « Projets » ; seule « Projets » a été lue.",
            "La feuille « PROJETS » porte les mêmes en-têtes que « Projets » ; seule « Projets » a été lue.",
            "La feuille « Feuil1 » porte les mêmes en-têtes que « Projets » ; seule « Projets » a été lue.",
            "La feuille « Identification - copie » porte les mêmes en-têtes que « Identification » ;"
                + " seule « Identification » a été lue.");
    assertThat(reddition.projets()).hasSize(1);
    assertThat(reddition.avis().get(0).lieu().feuille().nom()).isEqualTo("Projets");
  }

  @Test
  void sharedStringsTellHeadersToo() throws IOException {
    StringBuilder strings = new StringBuilder();
    List<String> cells = new ArrayList<>();
    for (Champ champ : GABARIT.feuille(Onglet.VERSEMENTS).champs()) {
      String place = RawWorkbook.column(cells.size() + 1) + "1";
      cells.add("<c r=\"%s\" t=\"s\"><v>%d</v></c>".formatted(place, cells.size()));
      strings.append("<si><t>").append(champ.libelle()).append("</t></si>");
    }
    String header = row(1, cells.toArray(String[]::new));
    RawWorkbook workbook =
        new RawWorkbook()
            .sheet("Versements", header)
            .sheet("Copie", header)
            .strings(strings.toString());
    assertThat(read(workbook).avis()).hasSize(1);
  }

  @Test
  void aSheetThatNobodyReadsMayBeBroken() throws IOException {
    RawWorkbook workbook =
        payments("2022-06-30")
            .sheetXml("Brisée", "<sheetData>" + headers(Onglet.PROJETS, 1))
            .sheet("Autre", "<row r=\"2\"/><row r=\"1\"/>");
    Reddition reddition = read(workbook);
    assertThat(reddition.versements()).hasSize(1);
    assertThat(reddition.avis()).isEmpty();
  }

  @Test
  void aMissingSheetNamesTheOneThatHasItsHeaders() throws IOException {
    Reddition reddition = read(payments("2022-06-30").sheet("Feuil1", headers(Onglet.PROJETS, 1)));
    assertThat(reddition.avis()).isEmpty();
    assertThat(anomalies(reddition, Nature.FEUILLE_ABSENTE))
        .filteredOn(a -> a.faits().get("feuille").equals("Projets"))
        .extracting(a -> a.faits().get("semblables"))
        .containsExactly(List.of("Feuil1"));
  }

  private static List<Anomalie> anomalies(Reddition reddition, Nature nature) {
    return reddition.releves().stream()
        .filter(releve -> releve.nature() == nature)
        .flatMap(releve -> releve.anomalies().stream())
        .toList();
  }

  @Test
  void aColumnThatMixesDayAndMonthIsSaid() throws IOException {
    Reddition reddition = read(payments("09/11/2020", "2020-12-01", "07/14/2020", "3/4/2021"));
    assertThat(said(reddition))
        .containsExactly(
            "Avertissement : dans la feuille « Versements », « Date de réception », des dates semblent"
                + " commencer par le jour et d’autres par le mois : C4 (07/14/2020) n’est une date que si le"
                + " mois vient d’abord, alors que C2 (09/11/2020) a été lue comme le 9 novembre 2020. Dates"
                + " qui se liraient des deux façons : 2.");
    assertThat(reddition.versements().get(0).date().contenu()).isEqualTo(LocalDate.of(2020, 11, 9));
    assertThat(reddition.avis().get(0).lieu().reference()).isEqualTo("C2");
  }

  @Test
  void datesThatAreOneDateOnlyAreNotDoubted() throws IOException {
    assertThat(read(payments("25/12/2020", "07/14/2020", "11/11/2020")).avis()).isEmpty();
    assertThat(read(payments("09/11/2020", "31/12/2020")).avis()).isEmpty();
    assertThat(read(payments("09/11/2020", "32/13/2020")).avis()).isEmpty();
  }

  @Test
  void theDatesOfAFormAreLookedAtTogether() throws IOException {
    Reddition reddition =
        read(
            new RawWorkbook()
                .sheet(
                    "Identification",
                    row(1, text("A1", "Début de l’exercice"), text("B1", "04/01/2020"))
                        + row(2, text("A2", "Fin de l’exercice"), text("B2", "03/31/2021"))));
    assertThat(reddition.avis())
        .extracting(Avis::nature, avis -> avis.faits().get("autreCellule"))
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Avis.Nature.DATES_MELEES, "B2"));
  }

  @Test
  void whatIsSaidChangesNoStatusAndIsKeptWithTheJudgement() throws IOException {
    Registre registre = Registre.charge();
    Moteur moteur = new Moteur(registre, Parametres.charge());
    Jugement without = moteur.juge(read(payments("2020-11-09")));
    Jugement with = moteur.juge(read(payments("2020-11-09").sheet("Copie", RawWorkbook.PAYMENTS)));
    assertThat(with.avis()).hasSize(1);
    assertThat(with.resultats()).isEqualTo(without.resultats());
    assertThat(with.verdict()).isEqualTo(without.verdict());
  }

  private static Map<String, Object> headerFacts(Reddition reddition, String detail) {
    List<Anomalie> found =
        anomalies(reddition, Nature.COLONNE_ABSENTE).stream()
            .filter(a -> a.detail().equals(detail))
            .toList();
    assertThat(found).hasSize(1);
    return found.get(0).faits();
  }

  @Test
  void theRowThatLooksMostLikeAHeaderIsNamed() throws IOException {
    Reddition reddition =
        read(
            new RawWorkbook()
                .sheet(
                    "Projets",
                    row(2, text("A2", "Projets de l’année"))
                        + row(
                            4,
                            text("A4", "N°"),
                            text("B4", "Titres du projet"),
                            text("C4", "Promoteurs"),
                            text("D4", "Statut"))
                        + row(5, text("A5", "P-1"), text("B5", "Jardin"))));
    Map<String, Object> facts = headerFacts(reddition, "enteteSemblable");
    assertThat(facts).containsEntry("ligneEntete", 4);
    assertThat(facts.get("manquants").toString())
        .contains("Titre du projet", "Portée")
        .doesNotContain("Statut");
  }

  @Test
  void aHeaderThatStandsTooLowIsNamed() throws IOException {
    Reddition reddition =
        read(
            new RawWorkbook()
                .sheet("Versements", RawWorkbook.PAYMENTS.replaceAll("(\"[A-E]?)1\"", "$130\"")));
    assertThat(headerFacts(reddition, "entetePlusBas")).containsEntry("ligneEntete", 30);
  }

  @Test
  void aTableOfSomethingElseSuggestsNothing() throws IOException {
    Reddition reddition =
        read(
            new RawWorkbook()
                .sheet("Versements", row(1, text("A1", "Bonjour"), text("B1", "Montant"))));
    assertThat(headerFacts(reddition, "entete")).containsOnlyKeys("feuille");
  }

  private Map<String, Object> unknownCode(String form, String label, String value)
      throws IOException {
    Reddition reddition =
        read(new RawWorkbook().sheet(form, row(1, text("A1", label), text("B1", value))));
    return anomalies(reddition, Nature.CODE_INCONNU).get(0).faits();
  }

  /** The drop-down list of the template has the codes of the agreements, not their names. */
  @Test
  void anUnknownCodeIsToldWithWhatTheTemplateOffers() throws IOException {
    Map<String, Object> agreement = unknownCode("Identification", "Code de l’entente", "ALL-144");
    assertThat(agreement)
        .containsEntry("suggestion", "ALL-14")
        .containsEntry("suggestionLibelle", "Lanaudière")
        .containsEntry("aInscrire", "ALL-14");
    assertThat(agreement.get("acceptees").toString()).startsWith("[ALL-14, ");
    Map<String, Object> kind =
        unknownCode("Identification", "Type de mandataire", "table de quartier");
    assertThat((List<?>) kind.get("acceptees"))
        .hasSize(5)
        .allSatisfy(
            label ->
                assertThat(GABARIT.listes().get("typesMandataire")).containsValue((String) label));
    assertThat(unknownCode("Identification", "Type de reddition", "???"))
        .containsEntry("acceptees", List.copyOf(GABARIT.listes().get("typesReddition").values()));
  }

  @Test
  void lettersOfOtherAlphabetsAreTakenForOurs() throws IOException {
    // Cyrillic А, Greek Α.
    assertThat(unknownCode("Identification", "Code de l’entente", "\u0410LL-14"))
        .containsEntry("suggestion", "ALL-14");
    Reddition reddition = read(new RawWorkbook().sheet("\u0420r\u043Ej\u0435ts", ""));
    assertThat(anomalies(reddition, Nature.FEUILLE_ABSENTE))
        .filteredOn(a -> a.faits().get("feuille").equals("Projets"))
        .extracting(a -> a.faits().get("semblables"))
        .containsExactly(List.of("\u0420r\u043Ej\u0435ts"));
  }
}
