package org.verifqis.regles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.verifqis.regles.Parametres.ParametresInvalides;

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
