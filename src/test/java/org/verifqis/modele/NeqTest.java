package org.verifqis.modele;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verifqis.modele.ValeursDEssai.connue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Structure of the NEQ (registre.yaml, ORG-02 and ORG-03). */
class NeqTest {
  @ParameterizedTest
  @CsvSource({
    "11,OBNL,FAUX,categorie",
    "22,PERSONNE,VRAI,personne",
    "22,OBNL,VRAI,personne",
    "33,OBNL,VRAI,categorie",
    "33,COOP_OBNL,VRAI,categorie",
    "33,COOP,FAUX,categorie",
    "88,OBNL,VRAI,categorie",
    "88,COOP_OBNL,VRAI,categorie",
    "88,COOP,VRAI,categorie",
    "88,ENTREPRISE,VRAI,categorie",
    "88,PERSONNE,VRAI,categorie",
    "88,MUNICIPAL,FAUX,categorie",
    "44,OBNL,VRAI,''",
    "12,OBNL,VRAI,''"
  })
  void prefixeEtCategorie(
      String prefixe, CategorieOrganisme categorie, Verite contredit, String forme) {
    Valeur<String> neq = connue(prefixe + "43920115");
    assertThat(Neq.contredit(neq, connue(categorie))).isEqualTo(contredit);
    assertThat(Neq.prefixe(neq)).isEqualTo(prefixe);
    assertThat(Neq.forme(neq)).isEqualTo(forme);
  }

  @ParameterizedTest
  @CsvSource({
    "1143920115,FAUX",
    "1143920116,VRAI",
    "1143920151,VRAI",
    "1100000000,FAUX",
    "1100000018,FAUX",
    "1100000059,FAUX",
    "3300000067,FAUX",
    "8800000091,FAUX",
    "8800000090,VRAI",
    "4400000001,FAUX"
  })
  void chiffreDeControle(String neq, Verite malTape) {
    assertThat(Neq.malTape(connue(neq))).isEqualTo(malTape);
  }

  @Test
  void withoutNeqNothingIsSaid() {
    Valeur<CategorieOrganisme> obnl = connue(CategorieOrganisme.OBNL);
    assertThat(Neq.contredit(ValeursDEssai.vide(), obnl)).isEqualTo(Verite.FAUX);
    assertThat(Neq.contredit(ValeursDEssai.illisible(), obnl)).isEqualTo(Verite.INCONNU);
    assertThat(Neq.malTape(ValeursDEssai.vide())).isEqualTo(Verite.FAUX);
    assertThat(Neq.malTape(ValeursDEssai.illisible())).isEqualTo(Verite.INCONNU);
    assertThat(Neq.prefixe(ValeursDEssai.illisible())).isNull();
    assertThat(Neq.forme(ValeursDEssai.vide())).isEmpty();
    assertThat(Neq.contredit(connue("3300000000"), ValeursDEssai.illisible()))
        .isEqualTo(Verite.INCONNU);
  }
}
