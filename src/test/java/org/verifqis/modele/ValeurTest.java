package org.verifqis.modele;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verifqis.modele.ValeursDEssai.connue;
import static org.verifqis.modele.ValeursDEssai.en;
import static org.verifqis.modele.ValeursDEssai.illisible;
import static org.verifqis.modele.ValeursDEssai.manquante;
import static org.verifqis.modele.ValeursDEssai.sansColonne;
import static org.verifqis.modele.ValeursDEssai.sansColonneOptionnelle;
import static org.verifqis.modele.ValeursDEssai.vide;
import static org.verifqis.modele.Verite.FAUX;
import static org.verifqis.modele.Verite.INCONNU;
import static org.verifqis.modele.Verite.VRAI;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is said of a value that may be unknown (lecture.md, "Unknown"). */
class ValeurTest {
  private static final Valeur<Long> CINQ = connue(5L);
  private static final Valeur<Long> ILLISIBLE = illisible();
  private static final Valeur<Long> VIDE = vide();
  private static final Valeur<Long> MANQUANTE = manquante();

  @Test
  void beforeAndAfterAreStrict() {
    assertThat(CINQ.avant(6L)).isEqualTo(VRAI);
    assertThat(CINQ.avant(5L)).isEqualTo(FAUX);
    assertThat(CINQ.apres(5L)).isEqualTo(FAUX);
    assertThat(CINQ.apres(4L)).isEqualTo(VRAI);
    assertThat(CINQ.avant(connue(6L))).isEqualTo(VRAI);
    assertThat(CINQ.apres(connue(5L))).isEqualTo(FAUX);
    assertThat(CINQ.apres(connue(4L))).isEqualTo(VRAI);
  }

  @Test
  void betweenIncludesItsBounds() {
    assertThat(CINQ.entre(5L, 9L)).isEqualTo(VRAI);
    assertThat(CINQ.entre(1L, 5L)).isEqualTo(VRAI);
    assertThat(CINQ.entre(6L, 9L)).isEqualTo(FAUX);
    assertThat(CINQ.entre(1L, 4L)).isEqualTo(FAUX);
    assertThat(ILLISIBLE.entre(1L, 9L)).isEqualTo(INCONNU);
    assertThat(VIDE.entre(1L, 9L)).isEqualTo(FAUX);
  }

  @Test
  void aRangeOfLimitsIncludesItsBounds() {
    assertThat(CINQ.depasse(4L, 4L)).isEqualTo(VRAI);
    assertThat(CINQ.depasse(4L, 5L)).isEqualTo(INCONNU);
    assertThat(CINQ.depasse(5L, 9L)).isEqualTo(FAUX);
  }

  @Test
  void nothingIsTrueOfAnEmptyOrUnknownValue() {
    assertThat(VIDE.est(5L)).isEqualTo(FAUX);
    assertThat(VIDE.parmi(Set.of(5L))).isEqualTo(FAUX);
    assertThat(VIDE.avant(5L)).isEqualTo(FAUX);
    assertThat(VIDE.apres(ILLISIBLE)).isEqualTo(FAUX);
    assertThat(CINQ.avant(VIDE)).isEqualTo(FAUX);
    for (Valeur<Long> inconnue : List.of(ILLISIBLE, MANQUANTE)) {
      assertThat(inconnue.est(5L)).isEqualTo(INCONNU);
      assertThat(inconnue.parmi(Set.of(5L))).isEqualTo(INCONNU);
      assertThat(inconnue.apres(5L)).isEqualTo(INCONNU);
      assertThat(CINQ.avant(inconnue)).isEqualTo(INCONNU);
    }
    assertThat(CINQ.est(5L)).isEqualTo(VRAI);
    assertThat(CINQ.est(6L)).isEqualTo(FAUX);
    assertThat(CINQ.parmi(Set.of(5L, 6L))).isEqualTo(VRAI);
    assertThat(CINQ.parmi(Set.of(6L))).isEqualTo(FAUX);
  }

  @Test
  void givenTellsWhetherTheCellHoldsSomething() {
    assertThat(CINQ.donnee()).isEqualTo(VRAI);
    assertThat(ILLISIBLE.donnee()).isEqualTo(VRAI);
    assertThat(VIDE.donnee()).isEqualTo(FAUX);
    assertThat(MANQUANTE.donnee()).isEqualTo(FAUX);
    assertThat(sansColonne().donnee()).as("a required column is missing").isEqualTo(INCONNU);
    assertThat(sansColonneOptionnelle().donnee()).isEqualTo(FAUX);
  }

  @Test
  void etats() {
    assertThat(CINQ.estInconnue()).isFalse();
    assertThat(ILLISIBLE.estInconnue()).isTrue();
    assertThat(MANQUANTE.estInconnue()).isTrue();
    assertThat(VIDE.estInconnue()).isFalse();
    assertThat(VIDE.estVide()).isTrue();
    assertThat(MANQUANTE.estVide()).isFalse();
    assertThat(CINQ.estVide()).isFalse();
    assertThat(ILLISIBLE.estVide()).isFalse();
  }

  @Test
  void placeAndText() {
    Valeur<Long> loin = en(5L, 12, 28);
    assertThat(loin.emplacement().reference()).isEqualTo("AB12");
    assertThat(loin.ligne()).isEqualTo(12);
    assertThat(loin.colonne()).isEqualTo(28);
    assertThat(loin.champ().cle()).isEqualTo("b");
    assertThat(CINQ.emplacement().valeur()).isEqualTo(5L);
    assertThat(ILLISIBLE.emplacement().valeur()).isEqualTo("?");
    assertThat(sansColonne().emplacement().reference()).isNull();
    assertThat(CINQ.montree()).isEqualTo("5");
    assertThat(ILLISIBLE.montree()).isEqualTo("?");
    assertThat(VIDE.montree()).isNull();
    assertThat(CINQ).hasToString("b=5");
    assertThat(MANQUANTE).hasToString("a=ABSENTE");
  }
}
