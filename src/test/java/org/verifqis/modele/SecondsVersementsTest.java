package org.verifqis.modele;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verifqis.modele.EcheancierTest.versement;

import java.util.List;
import org.junit.jupiter.api.Test;

class SecondsVersementsTest {
  @Test
  void theEarliestSecondPaymentCounts() {
    Versement april = versement("V-1", TypeVersement.AVRIL, "2021-04-05");
    Versement late = versement("V-2", TypeVersement.SECOND, "2021-06-01");
    Versement early = versement("V-3", TypeVersement.SECOND, "2021-04-05");
    Versement undated = versement("V-4", TypeVersement.SECOND, null);
    assertThat(new SecondsVersements(List.of(april)).datePremier()).isNull();
    assertThat(new SecondsVersements(List.of(april)).suitOuManque(april)).isEqualTo(Verite.VRAI);
    SecondsVersements both = new SecondsVersements(List.of(april, late, early));
    assertThat(both.datePremier().contenu()).isEqualTo("2021-04-05");
    assertThat(both.suitOuManque(april)).as("the same day").isEqualTo(Verite.FAUX);
    assertThat(new SecondsVersements(List.of(april, late)).suitOuManque(april))
        .isEqualTo(Verite.VRAI);
    SecondsVersements unknown = new SecondsVersements(List.of(april, undated));
    assertThat(unknown.datePremier()).isNull();
    assertThat(unknown.suitOuManque(april)).isEqualTo(Verite.INCONNU);
    Versement noDay = versement("V-5", TypeVersement.AVRIL, null);
    assertThat(new SecondsVersements(List.of(noDay, late)).suitOuManque(noDay))
        .isEqualTo(Verite.INCONNU);
  }
}
