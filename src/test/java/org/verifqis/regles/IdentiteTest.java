package org.verifqis.regles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Onglet;

class IdentiteTest {
  private static final Registre REGISTRE = Registre.charge();
  private static final Map<String, Entente> ENTENTES = LecteurGabarit.charge().ententes();

  private static Constat constat(Onglet onglet, int ligne, Sujet sujet, Map<String, Object> faits) {
    Feuille feuille = new Feuille(onglet.nom(), onglet.nom(), 0, Feuille.Etat.LUE);
    Emplacement lieu = Emplacement.cellule(feuille, ligne, 2, null);
    return new Constat(REGISTRE.regle("LEC-02"), "", List.of(lieu), faits, sujet, null);
  }

  private static Identite identite(Onglet onglet, int ligne, String fiche, int rang, String champ) {
    return constat(onglet, ligne, new Sujet(fiche, rang, champ), Map.of()).identite();
  }

  @Test
  void theRowAndWhatTheMessageTellsAreNoPartOfIt() {
    Identite une = identite(Onglet.PROJETS, 5, "P-001", 1, "Titre");
    assertThat(identite(Onglet.PROJETS, 99, "p 001", 1, "Titre")).isEqualTo(une);
    Constat autre =
        constat(Onglet.PROJETS, 7, new Sujet("P-001", 1, "Titre"), Map.of("valeur", "x"));
    assertThat(autre.identite()).isEqualTo(une);
  }

  @Test
  void sheetRecordRankFieldAndVariantAre() {
    Identite une = identite(Onglet.PROJETS, 5, "P-001", 1, "Titre");
    assertThat(une)
        .isNotEqualTo(identite(Onglet.VERSEMENTS, 5, "P-001", 1, "Titre"))
        .isNotEqualTo(identite(Onglet.PROJETS, 5, "P-002", 1, "Titre"))
        .isNotEqualTo(identite(Onglet.PROJETS, 5, "P-001", 2, "Titre"))
        .isNotEqualTo(identite(Onglet.PROJETS, 5, "P-001", 1, "NEQ"))
        .isNotEqualTo(identite(Onglet.PROJETS, 5, null, 0, "Titre"));
    Regle regle = REGISTRE.regle("DEP-02");
    assertThat(new Constat(regle, "a", List.of(), Map.of()).identite())
        .isNotEqualTo(new Constat(regle, "b", List.of(), Map.of()).identite());
  }

  @Test
  void whatBelongsToNoRedditionIsKnownByAgreementAndYear() {
    assertThat(manque("ALL-14", 2021)).isEqualTo(manque("ALL-14", 2021));
    assertThat(manque("ALL-14", 2021))
        .isNotEqualTo(manque("ALL-15", 2021))
        .isNotEqualTo(manque("ALL-14", 2022));
  }

  private static Identite manque(String entente, int annee) {
    Map<String, Object> faits =
        Map.of("entente", ENTENTES.get(entente), "exercice", new Exercice(annee));
    return new Constat(REGISTRE.regle("INT-01"), "", List.of(), faits).identite();
  }

  @Test
  void findingsAreCountedAsOftenAsTheyStand() {
    Constat un = constat(Onglet.PROJETS, 5, new Sujet("P-001", 1, "Titre"), Map.of());
    Constat encore = constat(Onglet.PROJETS, 9, new Sujet("P-001", 1, "Titre"), Map.of());
    Constat autre = constat(Onglet.PROJETS, 6, new Sujet("P-002", 1, "Titre"), Map.of());
    assertThat(Identite.sans(List.of(un, autre, encore), List.of(encore)))
        .containsExactly(autre, encore);
    assertThat(Identite.sans(List.of(un), List.of(encore, autre))).isEmpty();
  }
}
