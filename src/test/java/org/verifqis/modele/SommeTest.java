package org.verifqis.modele;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verifqis.modele.ValeursDEssai.dollars;
import static org.verifqis.modele.ValeursDEssai.illisible;
import static org.verifqis.modele.ValeursDEssai.manquante;
import static org.verifqis.modele.ValeursDEssai.vide;
import static org.verifqis.modele.Verite.FAUX;
import static org.verifqis.modele.Verite.INCONNU;
import static org.verifqis.modele.Verite.VRAI;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sums of which some terms are unknown, or may not belong to them; shares of them. */
class SommeTest {
  private static Terme sur(String dollars) {
    return Terme.de(dollars(dollars));
  }

  private static Terme peutEtre(String dollars) {
    return Terme.si(INCONNU, dollars(dollars));
  }

  private static Somme somme(Terme... termes) {
    return Somme.desTermes(Arrays.asList(termes));
  }

  @Test
  void certaine() {
    Somme somme = somme(sur("10.10"), sur("0.20"), Terme.si(FAUX, illisible()));
    assertThat(somme.estCertaine()).isTrue();
    assertThat(somme.total()).isEqualTo(Montant.de("10.30"));
    assertThat(somme.differe(dollars("10.30"))).isEqualTo(FAUX);
    assertThat(somme.differe(dollars("10.31"))).isEqualTo(VRAI);
    assertThat(somme.differe(dollars("10.29"))).isEqualTo(VRAI);
    assertThat(somme.depasse(dollars("10.30"))).isEqualTo(FAUX);
    assertThat(somme.depasse(dollars("10.29"))).isEqualTo(VRAI);
    assertThat(somme.differe(illisible())).isEqualTo(INCONNU);
    assertThat(somme.depasse(ValeursDEssai.<Montant>manquante())).isEqualTo(INCONNU);
  }

  @Test
  void emptyAddsZeroAndMissingIsUnknown() {
    Somme avecVide = Somme.de(List.of(dollars("1"), vide()));
    assertThat(avecVide.estCertaine()).isTrue();
    assertThat(avecVide.total()).isEqualTo(Montant.de("1"));
    Somme inconnue = Somme.de(List.of(dollars("1"), manquante()));
    assertThat(inconnue.estCertaine()).isFalse();
    assertThat(inconnue.differe(BigDecimal.TEN)).isEqualTo(INCONNU);
    assertThat(inconnue.depasse(Montant.ZERO)).isEqualTo(INCONNU);
    assertThat(somme(Terme.si(INCONNU, illisible())).estCertaine()).isFalse();
  }

  @Test
  void uncertainBetweenItsBounds() {
    Somme somme = somme(sur("10"), peutEtre("5"), peutEtre("-2"));
    assertThat(somme.estCertaine()).isFalse();
    assertThat(somme.depasse(Montant.de("7.99"))).isEqualTo(VRAI);
    assertThat(somme.depasse(Montant.de("8"))).isEqualTo(INCONNU);
    assertThat(somme.depasse(Montant.de("14.99"))).isEqualTo(INCONNU);
    assertThat(somme.depasse(Montant.de("15"))).isEqualTo(FAUX);
    assertThat(somme.differe(new BigDecimal("7.99"))).isEqualTo(VRAI);
    assertThat(somme.differe(new BigDecimal("15.01"))).isEqualTo(VRAI);
    assertThat(somme.differe(new BigDecimal("9"))).as("no total of the four").isEqualTo(VRAI);
    for (String possible : List.of("8.00", "10.00", "13.00", "15.00")) {
      assertThat(somme.differe(new BigDecimal(possible))).isEqualTo(INCONNU);
    }
  }

  @Test
  void aTermOfZeroMakesNothingUncertain() {
    assertThat(somme(sur("3"), peutEtre("0")).estCertaine()).isTrue();
  }

  @Test
  void uncertainTermsOfBothCount() {
    Somme somme = somme(sur("3"), peutEtre("1")).moins(somme(peutEtre("1")));
    assertThat(somme.differe(new BigDecimal("3.00"))).isEqualTo(INCONNU);
    assertThat(somme.differe(new BigDecimal("2.00"))).isEqualTo(INCONNU);
    assertThat(somme.depasse(Montant.de("1.99"))).isEqualTo(VRAI);
    assertThat(somme.depasse(Montant.de("2.00"))).isEqualTo(INCONNU);
    assertThat(somme.depasse(Montant.de("4.00"))).isEqualTo(FAUX);
  }

  @Test
  void moins() {
    assertThat(somme(sur("3")).moins(dollars("5")).total()).isEqualTo(Montant.de("-2"));
    assertThat(somme(sur("3")).moins(manquante()).estCertaine()).isFalse();
    assertThat(somme(Terme.de(illisible())).moins(dollars("1")).estCertaine()).isFalse();
  }

  @Test
  void beyondTooManyTotalsTheBoundsAloneJudge() {
    List<Terme> termes = new ArrayList<>();
    for (int i = 0; i <= 14; i++) {
      termes.add(peutEtre(Integer.toString(2 << i)));
    }
    Somme somme = Somme.desTermes(termes);
    assertThat(somme.differe(BigDecimal.ONE)).as("an odd number is no total").isEqualTo(INCONNU);
    assertThat(Somme.desTermes(termes.subList(0, 14)).differe(BigDecimal.ONE)).isEqualTo(VRAI);
    assertThat(somme.differe(new BigDecimal("-1"))).isEqualTo(VRAI);
  }

  @Test
  void partOfATotal() {
    Somme tiers = somme(sur("1"));
    Somme trois = somme(sur("3"));
    assertThat(Part.de(tiers, trois)).isEqualTo(new Part(new BigDecimal("0.3333")));
    assertThat(Part.de(somme(sur("2")), trois)).isEqualTo(new Part(new BigDecimal("0.6667")));
    assertThat(Part.de(tiers, somme())).isNull();
    assertThat(Part.de(tiers, somme(peutEtre("3")))).isNull();
    assertThat(Part.de(somme(peutEtre("3")), trois)).isNull();
  }

  @Test
  void partBeyondACeiling() {
    BigDecimal dixPourCent = new BigDecimal("0.10");
    Somme cent = somme(sur("100"));
    assertThat(Part.depasse(somme(sur("10")), cent, dixPourCent)).isEqualTo(FAUX);
    assertThat(Part.depasse(somme(sur("10.01")), cent, dixPourCent)).isEqualTo(VRAI);
    assertThat(Part.depasse(somme(peutEtre("10")), cent, dixPourCent)).isEqualTo(INCONNU);
    assertThat(Part.depasse(somme(sur("10")), somme(peutEtre("1")), dixPourCent))
        .isEqualTo(INCONNU);
  }

  @Test
  void partOutsideOfARange() {
    BigDecimal trente = new BigDecimal("0.30");
    BigDecimal quarante = new BigDecimal("0.40");
    Somme cent = somme(sur("100"));
    assertThat(Part.horsDe(somme(sur("29.99")), cent, trente, quarante)).isEqualTo(VRAI);
    assertThat(Part.horsDe(somme(sur("30")), cent, trente, quarante)).isEqualTo(FAUX);
    assertThat(Part.horsDe(somme(sur("40")), cent, trente, quarante)).isEqualTo(FAUX);
    assertThat(Part.horsDe(somme(sur("40.01")), cent, trente, quarante)).isEqualTo(VRAI);
    assertThat(Part.horsDe(somme(sur("40.01")), somme(), trente, quarante)).isEqualTo(FAUX);
    assertThat(Part.horsDe(somme(peutEtre("1")), cent, trente, quarante)).isEqualTo(INCONNU);
    assertThat(Part.horsDe(cent, somme(peutEtre("1")), trente, quarante)).isEqualTo(INCONNU);
  }
}
