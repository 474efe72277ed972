package org.verifqis.regles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
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
import org.verifqis.modele.Champ;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Identification;
import org.verifqis.modele.Valeur;
import org.verifqis.modele.Valeurs;

class ParametresTest {
  private static final String EDITION = "2017-2024";

  private final Parametres parametres = Parametres.charge();

  @TempDir private Path dossier;

  private static Identification depose(LocalDate depot) {
    FeuilleVoulue voulue = LecteurGabarit.charge().feuilles().get(0);
    Feuille feuille = new Feuille(voulue.nom(), voulue.nom(), 0, Feuille.Etat.LUE);
    Map<String, Valeur<?>> valeurs = new java.util.HashMap<>();
    for (Champ champ : voulue.champs()) {
      boolean donne = champ.cle().equals("dateDepot") && depot != null;
      valeurs.put(
          champ.cle(),
          donne
              ? Valeur.connue(depot, null, feuille, champ, 1, 2)
              : Valeur.vide(feuille, champ, 1, 2));
    }
    return Identification.de(new Valeurs(valeurs));
  }

  private List<String> finLimite(String edition, LocalDate depot) {
    return parametres
        .enVigueur("projet.finLimite", edition, depose(depot))
        .map(Parametre::textes)
        .orElse(List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "2017-04-01,2023-03-31",
    "2022-01-31,2023-03-31",
    "2022-02-01,2023-09-30",
    "2023-04-02,2023-09-30",
    "2023-04-03,2024-03-31",
    "2030-01-01,2024-03-31"
  })
  void suitLaDateDontLeParametreDepend(LocalDate depot, String limite) {
    assertThat(finLimite(EDITION, depot)).containsExactly(limite);
  }

  @Test
  void givesTheRangeWhereTheDateIsUnknownAndNothingBeforeTheFirst() {
    assertThat(finLimite(EDITION, null)).containsExactly("2023-03-31", "2024-03-31");
    assertThat(finLimite(EDITION, LocalDate.of(2017, 3, 31))).isEmpty();
    assertThat(finLimite("2024-2029", null)).containsExactly("2029-03-31");
  }

  @Test
  void inventsNoFigure() {
    assertThat(parametres.enVigueur("administration.plafond", EDITION, depose(null))).isEmpty();
  }

  @Test
  void laysAFileOver() throws IOException {
    Path fichier =
        Files.writeString(
            dossier.resolve("p.yaml"),
            """
            administration.plafond:
              valeurs: [{edition: 2017-2024, valeur: 0.10}]
            projet.finLimite:
              valeurs: [{depuis: 2024-04-01, valeur: 2025-03-31}]
            """);
    Parametres neufs = parametres.avec(fichier);
    assertThat(neufs.enVigueur("administration.plafond", EDITION, depose(null)))
        .hasValueSatisfying(p -> assertThat(p.part()).isEqualByComparingTo("0.10"));
    assertThat(neufs.enVigueur("administration.plafond", "2024-2029", depose(null))).isEmpty();
    assertThat(neufs.enVigueur("projet.finLimite", EDITION, depose(LocalDate.of(2024, 4, 1))))
        .hasValueSatisfying(p -> assertThat(p.date()).isEqualTo("2025-03-31"));
    assertThat(neufs.enVigueur("projet.finLimite", EDITION, depose(LocalDate.of(2024, 3, 31))))
        .hasValueSatisfying(p -> assertThat(p.date()).isEqualTo("2024-03-31"));
  }

  @Test
  void remembersWhatWasLaidOver() throws IOException {
    Path fichier =
        Files.writeString(
            dossier.resolve("p.yaml"),
            """
            administration.plafond:
              valeurs: [{edition: 2017-2024, valeur: "0.10", source: "Normes, page 12"}]
            entente.enveloppe:
              valeurs: [{entente: ALL-14, edition: 2017-2024, valeur: "6063249.00"}]
            """);
    assertThat(parametres.superposees()).isEmpty();
    assertThat(parametres.avec(fichier).superposees())
        .extracting(s -> s.cle(), s -> s.valeur().textes(), s -> s.valeur().source("fr"))
        .containsExactly(
            tuple("administration.plafond", List.of("0.10"), "Normes, page 12"),
            tuple("entente.enveloppe", List.of("6063249.00"), null));
  }

  /** What could not be meant, or would never be taken, is told by its reason and its details. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "administration.plafond|{edition: 2017-2024, valeur: 10}|VALEUR|10, PART",
        "administration.plafond|{edition: 2017-2024, valeur: '-0.1'}|VALEUR|-0.1, PART",
        "administration.plafond|{edition: 2017-2024, valeur: '0,10'}|VALEUR|0,10, PART",
        "montreal.partRegionale|{edition: 2017-2024, valeur: ['0.40', '0.35']}|ORDRE|0.40, 0.35",
        "montreal.partRegionale|{edition: 2017-2024, valeur: ['0.35', '40']}|VALEUR|40, PART",
        "versement.premier|{edition: 2017-2024, valeur: '-70000'}|VALEUR|-70000, MONTANT",
        "projet.territoiresRegional|{edition: 2017-2024, valeur: 0}|VALEUR|0, NOMBRE",
        "projet.dureeMaximale|{edition: 2017-2024, valeur: P0Y}|VALEUR|P0Y, DUREE",
        "organismes.admissibles|{edition: 2017-2024, valeur: [LICORNE]}|VALEUR|LICORNE, CATEGORIE",
        "bilan.exercices|{edition: 2017-2024, valeur: [2020-2022]}|VALEUR|2020-2022, EXERCICE",
        "bilan.exercices|{edition: 2017-2024, valeur: [2024-2025]}|HORS_EDITION|2024-04-01, 2017-04-01, 2024-03-31",
        "entente.signatureLimite|{edition: 2017-2024, valeur: 2109-03-01}|HORS_EDITION|2109-03-01, 2017-04-01, 2024-03-31",
        "projet.finLimite|{depuis: 2012-02-01, valeur: 2023-09-30}|HORS_EDITION|2012-02-01, 2017-04-01, 2030-03-31",
        "projet.finLimite|{depuis: hier, valeur: 2023-09-30}|VALEUR|hier, DATE",
        "projet.finLimite|{valeur: 2023-09-30}|FORME|depuis",
        "administration.plafond|{edition: 2017-2023, valeur: '0.10'}|EDITION|2017-2023, 2017-2024, 2024-2029",
        "administration.plafond|{valeur: '0.10'}|FORME|edition",
        "administration.plafond|{editon: 2017-2024, valeur: '0.10'}|FORME|editon",
        "administration.plafond|{edition: 2017-2024, valeurs: '0.10'}|FORME|valeurs",
        "administration.plafond|{edition: 2017-2024}|FORME|valeur",
        "administration.plafond|{entente: ALL-14, edition: 2017-2024, valeur: '0.1'}|FORME|entente",
        "entente.enveloppe|{edition: 2017-2024, valeur: '1000'}|FORME|entente",
        "entente.enveloppe|{entente: ALL-99, edition: 2017-2024, valeur: '1000'}|ENTENTE|ALL-99"
      })
  void refusesWhatCouldNotBeMeant(String cle, String valeur, String motif, String details)
      throws IOException {
    Path fichier =
        Files.writeString(dossier.resolve("p.yaml"), cle + ":\n  valeurs: [" + valeur + "]\n");
    assertThatThrownBy(() -> parametres.avec(fichier))
        .isInstanceOfSatisfying(
            ParametresInvalides.class,
            e -> {
              assertThat(e.motif()).hasToString(motif);
              assertThat(e.cle()).isEqualTo(cle);
              assertThat(String.join(", ", e.details())).isEqualTo(details);
            });
  }

  @Test
  void acceptsTheProgramsOwnFigures() throws IOException {
    Path propres = Path.of("rules/parametres.yaml");
    assertThat(parametres.avec(propres).superposees()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "inconnu.parametre: {valeurs: []}",
        "administration.plafond: {valeurs: [{edition: 2017-2024, valeur: dix}]}",
        "entente.signatureLimite: {valeurs: [{edition: 2017-2024, valeur: 2019-13-01}]}",
        "organismes.admissibles: {valeurs: [{edition: 2017-2024, valeur: [OBNL, LICORNE]}]}",
        "projet.finLimite: {valeurs: [{depuis: hier, valeur: 2025-03-31}]}",
        "administration.plafond: {edition: 2017-2024}",
        "administration.plafond: [",
        "rien",
        ""
      })
  void refuseUnFichierInutilisable(String contenu) throws IOException {
    Path fichier = Files.writeString(dossier.resolve("p.yaml"), contenu);
    assertThatThrownBy(() -> parametres.avec(fichier)).isInstanceOf(ParametresInvalides.class);
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThatThrownBy(() -> parametres.avec(dossier.resolve("absent.yaml")))
        .isInstanceOf(ParametresInvalides.class);
  }
}
