package org.verifqis.modele;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SosiesTest {
  @ParameterizedTest
  @CsvSource({
    "\u0410LL-14,1,U+0410,A,false",
    "ALL-1\u041E,6,U+041E,O,false",
    "E\u039D_COURS,2,U+039D,N,true",
    "12\u3164,3,U+3164,,false",
    "\uD83D\uDE00 r\u0435gion,4,U+0435,e,false"
  })
  void theCharacterIsNamedWithItsPlace(
      String text, int place, String code, String ours, boolean greek) {
    Sosies.Sosie found = Sosies.premier(text);
    assertThat(found.rang()).isEqualTo(place);
    assertThat(found.code()).isEqualTo(code);
    assertThat(found.notre()).isEqualTo(ours);
    assertThat(found.grec()).isEqualTo(greek);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Québec", "10 μg", "Привет", "ᐃᓄᑦ", "Kahnawà:ke", "L’Érable – œuvre", "Ω"})
  void otherTextsDeceiveNobody(String text) {
    assertThat(Sosies.premier(text)).isNull();
  }

  @Test
  void lookAlikesAreReplacedByOurs() {
    assertThat(Sosies.latin("\u0420\u0430ris \u039F")).isEqualTo("Paris O");
    assertThat(Sosies.latin("Ж")).isEqualTo("Ж");
  }
}
