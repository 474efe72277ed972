package org.verifqis.modele;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.verifqis.fixtures.FicheDEssai;

class EcheancierTest {
  static Versement versement(String numero, TypeVersement type, String date) {
    return Versement.de(
        FicheDEssai.de(
            "Versements",
            2,
            "numero",
            numero,
            "type",
            type == null ? FicheDEssai.ILLISIBLE : type,
            "date",
            date == null ? FicheDEssai.ILLISIBLE : LocalDate.parse(date),
            "montant",
            Montant.de("10")));
  }

  private static List<Verite> repetes(Versement... versements) {
    Echeancier echeancier = new Echeancier(List.of(versements));
    return List.of(versements).stream().map(echeancier::repete).toList();
  }

  @Test
  void laterPaymentsOfAYearRepeatTheFirst() {
    Versement third = versement("V-1", TypeVersement.AVRIL, "2022-03-31");
    Versement first = versement("V-2", TypeVersement.AVRIL, "2021-04-05");
    Versement second = versement("V-3", TypeVersement.AVRIL, "2021-04-05");
    Versement nextYear = versement("V-4", TypeVersement.AVRIL, "2022-04-01");
    Versement september = versement("V-5", TypeVersement.SEPTEMBRE, "2021-09-15");
    assertThat(repetes(third, first, second, nextYear, september))
        .containsExactly(Verite.VRAI, Verite.FAUX, Verite.VRAI, Verite.FAUX, Verite.FAUX);
    Echeancier echeancier = new Echeancier(List.of(third, first, second, nextYear));
    assertThat(echeancier.lieuxDuPremierDeLAnnee(third))
        .containsExactly(first.type(), first.date());
    assertThat(echeancier.numeroDuPremierDeLAnnee(third)).isSameAs(first.numero());
    assertThat(echeancier.lieuxDuPremierDeLAnnee(first)).isEmpty();
    assertThat(echeancier.numeroDuPremierDeLAnnee(first)).isNull();
  }

  @Test
  void onlyWhatMayRepeatIsUnknown() {
    Versement april = versement("V-1", TypeVersement.AVRIL, "2021-04-05");
    Versement undated = versement("V-2", TypeVersement.AVRIL, null);
    Versement untyped = versement("V-3", null, "2021-09-05");
    Versement september = versement("V-4", TypeVersement.SEPTEMBRE, null);
    assertThat(repetes(april, undated)).containsExactly(Verite.FAUX, Verite.INCONNU);
    assertThat(repetes(april, untyped)).containsExactly(Verite.FAUX, Verite.INCONNU);
    assertThat(repetes(april, september)).containsExactly(Verite.FAUX, Verite.FAUX);
    assertThat(repetes(untyped)).containsExactly(Verite.FAUX);
    assertThat(repetes(untyped, september)).containsExactly(Verite.INCONNU, Verite.INCONNU);
    assertThat(repetes(versement("V-5", null, "2023-04-01"), april))
        .containsExactly(Verite.FAUX, Verite.FAUX);
  }
}
