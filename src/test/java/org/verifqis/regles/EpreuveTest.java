package org.verifqis.regles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verifqis.classeur.LecteurReddition;
import org.verifqis.classeur.Limites;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Contenu;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Retouche;
import org.verifqis.modele.Valeur;

/** One rule put to the test in one session says what it says among all, in a session of its own. */
class EpreuveTest {
  private static final Registre REGISTRE = Registre.charge();
  private static final Moteur MOTEUR = new Moteur(REGISTRE, Parametres.charge());

  private static Reddition lis(String exemple) {
    return new LecteurReddition(LecteurGabarit.charge(), Limites.parDefaut())
        .lis(Path.of("fixtures/exemples", exemple));
  }

  private static ResultatRegle resultat(Jugement jugement, String id) {
    return jugement.resultats().stream()
        .filter(r -> r.regle().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<?> lieux(List<Constat> constats, String id) {
    return constats.stream()
        .filter(c -> c.regle().id().equals(id))
        .map(c -> List.of(c.emplacements(), c.faits(), c.variante()))
        .toList();
  }

  private static void pareil(Epreuve epreuve, Reddition reddition) {
    Jugement jugement = MOTEUR.juge(reddition);
    for (Regle regle : REGISTRE.regles()) {
      Epreuve.Essai essai = epreuve.essaie(reddition, regle.id());
      assertThat(essai.resultat()).as(regle.id()).isEqualTo(resultat(jugement, regle.id()));
      assertThat(lieux(essai.constats(), regle.id()))
          .as(regle.id())
          .isEqualTo(lieux(jugement.constats(), regle.id()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "conforme.xlsx",
        "non-conforme.xlsx",
        "avec-reserves.xlsx",
        "irrecevable.xlsx",
        "cible4-en-voie.xlsx",
        "montreal.xlsx"
      })
  void aRuleAloneSaysWhatItSaysAmongAll(String exemple) {
    Reddition reddition = lis(exemple);
    try (Epreuve epreuve = MOTEUR.epreuve(reddition)) {
      pareil(epreuve, reddition);
    }
    assertThat(MOTEUR.seancesOuvertes()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"conforme.xlsx", "montreal.xlsx"})
  void soItDoesOfTheRedditionWithAnotherValueInACell(String exemple) {
    Reddition reddition = lis(exemple);
    Set<String> touches = new TreeSet<>();
    try (Epreuve epreuve = MOTEUR.epreuve(reddition)) {
      premieres(reddition)
          .forEach(
              valeur -> {
                Object autre = autre(valeur);
                if (autre != null && touches.add(cle(valeur))) {
                  pareil(epreuve, Retouche.avec(reddition, valeur, autre));
                }
              });
      pareil(epreuve, reddition);
    }
    assertThat(touches).hasSizeGreaterThan(30);
  }

  private static String cle(Valeur<?> valeur) {
    return valeur.emplacement().feuille().cle() + " " + valeur.champ().cle();
  }

  private static Stream<Valeur<?>> premieres(Reddition reddition) {
    return reddition.fiches().values().stream()
        .flatMap(List::stream)
        .flatMap(fiche -> Contenu.valeurs(fiche).values().stream());
  }

  private static Object autre(Valeur<?> valeur) {
    if (valeur.contenu() instanceof Montant montant) {
      return montant.plus(Montant.de("1000"));
    }
    if (valeur.contenu() instanceof LocalDate jour) {
      return jour.plusYears(2);
    }
    if (valeur.contenu() instanceof Boolean oui) {
      return !oui;
    }
    return valeur.contenu() instanceof Enum<?> code
        ? code.getDeclaringClass().getEnumConstants()[code.ordinal() == 0 ? 1 : 0]
        : null;
  }
}
