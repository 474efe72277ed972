package org.verifqis.modele;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verifqis.modele.Verite.FAUX;
import static org.verifqis.modele.Verite.INCONNU;
import static org.verifqis.modele.Verite.VRAI;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kleene's tables. */
class VeriteTest {
  @ParameterizedTest
  @CsvSource({
    "VRAI,VRAI,VRAI,VRAI",
    "VRAI,FAUX,FAUX,VRAI",
    "VRAI,INCONNU,INCONNU,VRAI",
    "FAUX,FAUX,FAUX,FAUX",
    "FAUX,INCONNU,FAUX,INCONNU",
    "INCONNU,INCONNU,INCONNU,INCONNU"
  })
  void etEtOu(Verite une, Verite autre, Verite et, Verite ou) {
    assertThat(une.et(autre)).isEqualTo(autre.et(une)).isEqualTo(et);
    assertThat(une.ou(autre)).isEqualTo(autre.ou(une)).isEqualTo(ou);
  }

  @Test
  void theContraryOfUnknownStaysUnknown() {
    assertThat(VRAI.non()).isEqualTo(FAUX);
    assertThat(FAUX.non()).isEqualTo(VRAI);
    assertThat(INCONNU.non()).isEqualTo(INCONNU);
  }

  @Test
  void oneOfNoneIsFalse() {
    assertThat(Verite.uneDe(List.of())).isEqualTo(FAUX);
    assertThat(Verite.uneDe(List.of(FAUX, INCONNU))).isEqualTo(INCONNU);
    assertThat(Verite.uneDe(List.of(INCONNU, FAUX, VRAI))).isEqualTo(VRAI);
  }

  @Test
  void certainAndPossible() {
    assertThat(INCONNU.certaine()).isEqualTo(FAUX);
    assertThat(VRAI.certaine()).isEqualTo(VRAI);
    assertThat(INCONNU.isPossible()).isTrue();
    assertThat(FAUX.isPossible()).isFalse();
    assertThat(INCONNU.isVrai()).isFalse();
    assertThat(VRAI.isVrai()).isTrue();
    assertThat(Verite.de(true)).isEqualTo(VRAI);
    assertThat(Verite.de(false)).isEqualTo(FAUX);
  }
}
