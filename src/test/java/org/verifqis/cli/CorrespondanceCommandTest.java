package org.verifqis.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verifqis.classeur.correspondance.Classeur.r;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.classeur.correspondance.Classeur;

/** A workbook in somebody's own layout, through every door. */
class CorrespondanceCommandTest {
  @TempDir Path folder;

  private Path workbook;
  private Path profile;

  @BeforeEach
  void writes() throws IOException {
    workbook = folder.resolve("suivi ALL-02.xlsx");
    Files.write(
        workbook,
        new Classeur()
            .feuille(
                "Suivi",
                r("Suivi des projets (k$)"),
                r(
                    "No",
                    "Porteur",
                    "État",
                    "Aide",
                    "Avant",
                    "Cette année",
                    "Début",
                    "Fin",
                    "Agent",
                    "Titre",
                    "Ministères",
                    "Milieu"),
                r(
                    "P-1",
                    "Les Jardins",
                    "Actif",
                    70.94,
                    10,
                    20,
                    LocalDate.of(2021, 5, 1),
                    LocalDate.of(2023, 5, 1),
                    "moi"),
                r(
                    "P-2",
                    "Les Cuisines",
                    "Fini",
                    22.5,
                    20,
                    3,
                    LocalDate.of(2021, 6, 1),
                    LocalDate.of(2020, 5, 1),
                    null,
                    "Cuisine",
                    1.5,
                    2),
                r("TOTAL", null, null, 93.44))
            .feuille("Reçu", r("No", "Jour", "Somme"), r("1", LocalDate.of(2021, 4, 20), 425100))
            .octets());
    profile = folder.resolve("profil.yaml");
    write(profile, "No", "");
  }

  private static void write(Path file, String number, String more) throws IOException {
    Files.writeString(
        file,
        """
        correspondance: "1"
        nom: Suivi 02
        gabarit: "2"
        constantes:
          Identification:
            {codeEntente: ALL-02, exerciceDebut: 2021-04-01, exerciceFin: 2022-03-31}
        blocs:
        - vers: Projets
          feuille: Suivi
          entete: {contient: [%s]}
          arret: ^TOTAL$
          colonnes:
            numero: %s
            promoteur: Porteur
            statut: {entete: État, valeurs: {Actif: EN_COURS}}
            aideAccordee: {entete: Aide, unite: 1000}
            aideVerseeAnterieure: {entete: Avant, unite: 1000}
            aideVerseeExercice: {entete: Cette année, unite: 1000}
            dateDebut: Début
            dateFin: Fin
            titre: Titre
            autresAidesPubliques: {entete: Ministères, unite: k$}
            contributionMilieu: {entete: Milieu, unite: 1000}
        - vers: Versements
          feuille: Reçu
          entete: {contient: [Jour]}
          colonnes: {numero: No, date: Jour, montant: Somme}
        %s
        """
            .formatted(number, number, more));
  }

  private static List<String> findings(String json) throws IOException {
    List<String> findings = new ArrayList<>();
    JsonNode read = new ObjectMapper().readTree(json).path("redditions").get(0);
    for (JsonNode rule : read.path("regles")) {
      findings.add(
          rule.path("id").asText()
              + " "
              + rule.path("statut").asText()
              + " "
              + rule.path("enfreints").asText());
    }
    findings.add(read.path("verdict").asText());
    return findings;
  }

  @Test
  void findingsNameTheCellsOfTheirWorkbook() throws IOException {
    Run run = Run.of("verifier", workbook, "--correspondance", profile, "--format", "json");
    JsonNode read = new ObjectMapper().readTree(run.out()).path("redditions").get(0);
    assertThat(read.path("correspondance").path("nom").asText()).isEqualTo("Suivi 02");
    assertThat(read.path("correspondance").path("declarations")).hasSize(4);
    List<String> places = new ArrayList<>();
    read.path("constats")
        .forEach(
            c ->
                c.path("emplacements")
                    .forEach(
                        e ->
                            places.add(
                                c.path("regle").asText()
                                    + " "
                                    + e.path("feuille").asText()
                                    + "!"
                                    + e.path("cellule").asText())));
    assertThat(places).contains("LEC-06 Suivi!C4");
    Run console = Run.of("verifier", workbook, "--correspondance", profile);
    assertThat(console.out())
        .contains("Lu par la correspondance", "(profil.yaml)")
        .contains("Identification, Code de l'entente");
    Run explained = Run.of("expliquer", "LEC-06", workbook, "--correspondance", profile);
    assertThat(explained.out()).contains("Lu par la correspondance", "Suivi!C4");
  }

  @Test
  void theConvertedTemplateIsJudgedAlike() throws IOException {
    Path converted = folder.resolve("reddition.xlsx");
    Run run = Run.of("convertir", workbook, "--correspondance", profile, "-o", converted);
    assertThat(run.status()).as(run.err()).isZero();
    Run own = Run.of("verifier", workbook, "--correspondance", profile, "--format", "json");
    Run other = Run.of("verifier", converted, "--format", "json");
    assertThat(findings(other.out())).isEqualTo(findings(own.out()));
    Path whole = folder.resolve("complet.xlsx");
    assertThat(
            Run.of("convertir", workbook, "--mapping", profile, "-o", whole, "--complet").status())
        .isZero();
    assertThat(Run.of("verifier", whole, "--format", "json").out()).contains("LEC-02");
  }

  /** Blanks as somebody types them. */
  private static String plain(Run run) {
    return run.out().replace('\u00A0', ' ');
  }

  @Test
  void tryingTellsWhatIsFoundAndLeft() {
    Run run = Run.of("correspondance", "essayer", profile, workbook);
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(plain(run))
        .contains("Projets ←", "en-tête à la ligne 2, fiches lues : 2")
        .contains("Agent", "(Suivi!I2)")
        .contains("Statut : Fini (fois : 1)")
        .contains("fin du tableau")
        .contains("comme notre somme");
  }

  @Test
  void aLongListIsCutAndARowThatTheFilterLeavesOutIsNoTotal() throws IOException {
    Object[][] rows = new Object[43][];
    rows[0] = r("No", "Titre", "Garde", "Montant");
    rows[1] = r("1", "Un projet", "oui", 1000);
    for (int i = 2; i < rows.length; i++) {
      rows[i] = r("x" + i, "écarté", "non", 10);
    }
    Files.write(workbook, new Classeur().feuille("Liste", rows).octets());
    Files.writeString(
        profile,
        """
        correspondance: "1"
        nom: f
        blocs:
        - vers: Projets
          feuille: Liste
          entete: {contient: [No, Titre]}
          filtre: {Garde: oui}
          colonnes: {numero: No, titre: Titre, aideAccordee: Montant}
        """);
    for (String language : List.of("fr", "en")) {
      Run run = Run.of("correspondance", "essayer", profile, workbook, "--lang", language);
      assertThat(run.status()).as(run.err()).isZero();
      assertThat(run.out()).contains("… ").doesNotContain("Leurs totaux", "Their totals");
    }
  }

  @Test
  void tryingTellsWhatIsNotThereAndWhereValuesOfOtherTablesComeFrom() throws IOException {
    Files.write(
        workbook,
        new Classeur()
            .feuille(
                "Liste", r("No", "Titre", "Payé"), r("1", "A", null), r("Total", null, 28200.2))
            .feuille("Journal", r("Dossier", "Somme", "Note"), r("1", 28200.2, "x"))
            .octets());
    Files.writeString(
        profile,
        """
        correspondance: "1"
        nom: f
        tables:
          t: {feuille: Journal, entete: {contient: [Dossier]}}
        blocs:
        - vers: Projets
          feuille: [Liste, Listes2]
          entete: {contient: [No, Titre]}
          colonnes:
            numero: No
            titre: Titre
            aideAccordee: Payé
            aideVerseeExercice:
              {agreger: {table: t, par: No, cle: Dossier, quoi: somme, colonne: Somme}}
        - vers: Gouvernance
          feuille: Journal
          entete: {contient: [Dossiers]}
          colonnes: {instance: Dossiers}
        - vers: Versements
          feuille: Journal
          entete: {contient: [Dossier]}
          colonnes: {numero: Dossier}
        """);
    Run run = Run.of("correspondance", "essayer", profile, workbook);
    assertThat(plain(run))
        .contains("de « Somme » (feuille Journal), où « Dossier » vaut notre clé")
        .contains("la feuille « Listes2 »", "le plus proche est « Liste »")
        .contains("« Dossiers », dans la feuille « Journal »")
        .contains("« Note » (Journal!C1)")
        .contains("« Total »", "28 200,20 $")
        .doesNotContain("« Somme » (Journal!B1)");
    write(profile, "Zut", "");
    Run none = Run.of("correspondance", "essayer", profile, folder.resolve("suivi ALL-02.xlsx"));
    assertThat(none.status()).isEqualTo(ExitStatus.NOT_READ.code());
    assertThat(plain(none)).contains("la feuille « Suivi »");
  }

  @Test
  void aliasesOfYamlAreRefusedAsSuch() throws IOException {
    write(profile, "No", "note: &id001 a\nlangue: *id001");
    Run run = Run.of("correspondance", "essayer", profile, workbook);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("ligne 29", "alias de YAML", "id001");
  }

  @Test
  void inAFolderEachTakesTheOneThatFits() throws IOException {
    Path profiles = Files.createDirectory(folder.resolve("profils"));
    Path filed = Files.createDirectory(folder.resolve("depots"));
    write(profiles.resolve("autre.yaml"), "Numéro", "");
    write(profiles.resolve("bon.yaml"), "No", "");
    Files.copy(workbook, filed.resolve("a ALL-02.xlsx"));
    Files.write(filed.resolve("b.xlsx"), new Classeur().feuille("Autre chose", r("Rien")).octets());
    Run.of("gabarit", "-o", filed.resolve("c.xlsx"), "--entente", "ALL-14");
    Run run = Run.of("verifier", filed, "--correspondance", profiles);
    assertThat(run.out())
        .contains("(bon.yaml)")
        .contains("Aucune correspondance ne lit ce classeur")
        .contains("Verdict de c.xlsx");
    Run audit =
        Run.of("auditer", filed, "--correspondance", profiles, "-o", folder.resolve("audit"));
    assertThat(audit.status()).isEqualTo(3);
    // The second time it is remembered, and by what it was read too.
    Run again =
        Run.of(
            "auditer",
            filed,
            "--correspondance",
            profiles,
            "-o",
            folder.resolve("audit"),
            "--format",
            "json");
    assertThat(again.status()).isEqualTo(3);
    assertThat(folder.resolve("audit/audit.json")).content().contains("\"bon.yaml\"");
  }

  @Test
  void whatIsWrongWithAProfileIsToldWithItsLine() throws IOException {
    write(profile, "No", "absents: {Projets: [categorie], aConfirmer: true}");
    Run run =
        Run.of("convertir", workbook, "--correspondance", profile, "-o", folder.resolve("r.xlsx"));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("ligne 28\u00A0:").contains("à confirmer");
    assertThat(folder.resolve("r.xlsx")).doesNotExist();
    assertThat(Run.of("verifier", workbook, "--mapping", profile, "--lang", "en").err())
        .contains("line 28:");
  }

  @Test
  void everyOtherCommandReadsThroughItToo() throws IOException {
    Run compared = Run.of("comparer", workbook, workbook, "--correspondance", profile);
    assertThat(compared.status()).as(compared.err()).isZero();
    Run statistics =
        Run.of("statistiques", folder, "--exercice", "2021-2022", "--correspondance", profile);
    assertThat(statistics.err()).doesNotContain("Erreur interne");
    Run simulated =
        Run.of("simuler", workbook, "--edition", "2024-2029", "--correspondance", profile);
    assertThat(simulated.status()).as(simulated.err()).isZero();
    Path copy = folder.resolve("copie.xlsx");
    Run annotated = Run.of("annoter", workbook, "-o", copy, "--correspondance", profile);
    assertThat(annotated.err()).contains("copie.xlsx");
    assertThat(copy).isNotEmptyFile();
  }

  @Test
  void sheetsThatLieAlikeAreToldTogetherAndRegistersSayWhatNobodyFinds() throws IOException {
    Classeur forms = new Classeur();
    for (int i = 1; i <= 9; i++) {
      forms.feuille("Fiche " + i, r("Numéro", "F-" + i), r("Nom", "Projet " + i));
    }
    Path file = folder.resolve("fiches.xlsx");
    Files.write(file, forms.feuille("J", r("Dos", "Mt"), r("F-1", 5), r("F-77", 6)).octets());
    Path own = folder.resolve("fiches.yaml");
    Files.writeString(
        own,
        """
        correspondance: "1"
        tables: {j: {feuille: J, entete: {contient: [Dos]}}}
        blocs:
        - vers: Projets
          feuille: {motif: "^Fiche "}
          genre: fiche
          colonnes:
            numero: {etiquette: Numéro}
            titre: {etiquette: Nom}
            aideVerseeExercice: {agreger: {table: j, par: {etiquette: Numéro}, cle: Dos, colonne: Mt}}
        """);
    Run tried = Run.of("correspondance", "essayer", own.toString(), file.toString());
    assertThat(plain(tried))
        .containsOnlyOnce("Titre du projet")
        .contains("« Fiche 6 » et autres (nombre : 3), formulaires lus : 9")
        .contains("« F-77 » (J!A3)");
  }

  @Test
  void whereRecordsAreColumnsTheyAreToldAsColumns() throws IOException {
    Path file = folder.resolve("colonnes.xlsx");
    Files.write(
        file,
        new Classeur()
            .feuille(
                "Portrait",
                r("Numéro", "P-1", "P-2", "TOTAL"),
                r("Nom", "Jardin", "Cuisine"),
                r("Aide", 5, 6, 11))
            .octets());
    Path own = folder.resolve("colonnes.yaml");
    Files.writeString(
        own,
        """
        correspondance: "1"
        blocs:
        - vers: Projets
          feuille: Portrait
          genre: transpose
          entete: {contient: [Numéro, Nom]}
          sauter: ^TOTAL
          colonnes: {numero: Numéro, titre: Nom, aideAccordee: Aide}
        """);
    Run tried = Run.of("correspondance", "essayer", own.toString(), file.toString());
    assertThat(plain(tried))
        .contains("feuille « Portrait », intitulés dans la colonne A, fiches lues : 2")
        .contains("Portrait, colonne D, « TOTAL »");
    Run english =
        Run.of("correspondance", "essayer", own.toString(), file.toString(), "--lang", "en");
    assertThat(plain(english)).contains("labels in column A").contains("Portrait, column D");
  }
}
