package org.verifqis.regles;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Resume;
import org.verifqis.modele.Somme;
import org.verifqis.modele.Total;
import org.verifqis.modele.TypeValeur;
import org.verifqis.modele.Valeur;

/** What a finding tells of its case: the places, the facts, the record. */
class CasTest {
  private static final Regle REGLE = Registre.charge().regle("FIN-01");
  private static final Feuille FEUILLE = new Feuille("Projets", "Projets", 3, Feuille.Etat.LUE);

  private static Champ champ(String cle, TypeValeur type) {
    return new Champ(cle, "Libellé " + cle, type, null, true, false);
  }

  private static Valeur<Montant> montant(String dollars) {
    return Valeur.connue(
        Montant.de(dollars), null, FEUILLE, champ("aide", TypeValeur.MONTANT), 4, 5);
  }

  private static Valeur<Montant> illisible() {
    return Valeur.illisible("dix", FEUILLE, champ("aide", TypeValeur.MONTANT), 4, 5);
  }

  private static Constat constat(Cas cas) {
    return cas.constat(REGLE, Sujets.aucuns());
  }

  private static List<String> references(Constat constat) {
    return constat.emplacements().stream().map(Emplacement::reference).toList();
  }

  @Test
  void valuesArePlacesAndFactsAndTheFirstNamesTheField() {
    Valeur<Montant> autre =
        Valeur.connue(Montant.de("3"), null, FEUILLE, champ("cout", TypeValeur.MONTANT), 4, 6);
    Constat constat =
        constat(Cas.retenu(montant("10"), List.of(autre), null, Emplacement.feuille(FEUILLE)));
    assertThat(references(constat)).containsExactly("E4", "F4", null);
    assertThat(constat.faits())
        .containsEntry("aide", Montant.de("10"))
        .containsEntry("cout", Montant.de("3"));
    assertThat(constat.sujet().champ()).isEqualTo("Libellé aide");
    assertThat(constat(Cas.retenu(illisible())).faits()).containsEntry("aide", "dix");
  }

  @Test
  void aDeclaredSumIsToldWithWhatItShouldBe() {
    Somme certaine = Somme.de(List.of(montant("7"), montant("5")));
    assertThat(constat(Cas.retenu().ecart(certaine, montant("10"))).faits())
        .containsEntry("declare", Montant.de("10"))
        .containsEntry("calcule", Montant.de("12"))
        .containsEntry("ecart", Montant.de("2"));
    assertThat(constat(Cas.retenu().ecart(certaine, illisible())).faits())
        .containsEntry("declare", "dix")
        .containsEntry("calcule", Montant.de("12"))
        .doesNotContainKey("ecart");
    Constat incertain =
        constat(Cas.retenu().ecart(Somme.de(List.of(montant("7"), illisible())), montant("10")));
    assertThat(incertain.variante()).isEqualTo("incertain");
    assertThat(incertain.faits()).containsOnlyKeys("declare");
  }

  @Test
  void aFigureOfATotalRowIsDollarsOrAWholeNumber() {
    assertThat(constat(Cas.retenu().total(total(TypeValeur.MONTANT, "10"))).faits())
        .containsEntry("colonne", "Libellé total")
        .containsEntry("declare", Montant.de("10"))
        .containsEntry("calcule", Montant.de("12"))
        .containsEntry("ecart", Montant.de("2"));
    assertThat(constat(Cas.retenu().total(total(TypeValeur.ENTIER, "10"))).faits())
        .containsEntry("declare", BigInteger.TEN)
        .containsEntry("calcule", BigInteger.valueOf(12))
        .containsEntry("ecart", BigInteger.TWO);
    assertThat(constat(Cas.retenu().total(total(TypeValeur.ENTIER, null))).faits())
        .containsOnlyKeys("colonne", "calcule");
  }

  @Test
  void aTotalAboveItsRecordsIsToldWithItsRow() {
    Constat constat = constat(Cas.retenu().total(total(TypeValeur.ENTIER, null, null)));
    assertThat(constat.faits()).containsOnlyKeys("colonne", "calcule", "ligne");
    assertThat(constat.variante()).isEqualTo("deplace");
  }

  private static Total total(TypeValeur type, String chiffre) {
    return total(type, chiffre, Emplacement.plage(FEUILLE, 4, 5, 8, 5));
  }

  private static Total total(TypeValeur type, String chiffre, Emplacement plage) {
    Champ champ = champ("total", type);
    Valeur<BigDecimal> valeur =
        chiffre == null
            ? Valeur.illisible("?", FEUILLE, champ, 9, 5)
            : Valeur.connue(new BigDecimal(chiffre), null, FEUILLE, champ, 9, 5);
    return new Total(valeur, Somme.de(List.of(montant("7"), montant("5"))), plage);
  }

  @Test
  void theOtherRedditionIsToldOfWithItsFile() {
    Resume autre = Resumes.de("ALL-13", 2020).nomme("autre.xlsx").fini();
    Constat constat = constat(Cas.retenu(montant("1")).ailleurs(autre, montant("2")));
    assertThat(references(constat)).containsExactly("E4", "E4");
    assertThat(constat.emplacements().stream().map(Emplacement::fichier))
        .containsExactly(null, "autre.xlsx");
    assertThat(constat.faits()).containsEntry("autreFichier", "autre.xlsx");
  }

  @Test
  void theRecordIsToldByItsNumber() {
    Resume reddition = Resumes.de("ALL-13", 2020).projet("P-7", "A", null, "0", "0").fini();
    Constat constat = constat(Cas.retenu().pour(reddition.projets().get(0)));
    assertThat(constat.faits()).containsEntry("numero", "P-7");
    assertThat(constat.sujet().fiche()).isEqualTo("P-7");
  }
}
