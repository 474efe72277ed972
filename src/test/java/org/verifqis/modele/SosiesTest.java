package org.verifqis.modele;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SosiesTest {
  @ParameterizedTest
  @CsvSource({
    "\u0410LL-14,1,U+0410,A,CYRILLIC",
    "ALL-1\u041E,6,U+041E,O,CYRILLIC",
    "E\u039D_COURS,2,U+039D,N,GREEK",
    "Pr\u0585jet,3,U+0585,o,ARMENIAN",
    "\u13AALL-14,1,U+13AA,A,CHEROKEE",
    "Prem\u0131er,5,U+0131,i,LATIN",
    "12\u3164,3,U+3164,,HANGUL",
    "\uD83D\uDE00 r\u0435gion,4,U+0435,e,CYRILLIC"
  })
  void theCharacterIsNamedWithItsPlace(
      String text, int place, String code, String ours, Character.UnicodeScript script) {
    Sosies.Sosie found = Sosies.premier(text);
    assertThat(found.rang()).isEqualTo(place);
    assertThat(found.code()).isEqualTo(code);
    assertThat(found.notre()).isEqualTo(ours);
    assertThat(found.ecriture()).isEqualTo(script);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Québec",
        "10 μg",
        "Привет",
        "ᐃᓄᑦ",
        "Kahnawà:ke",
        "L’Érable – œuvre",
        "Ω",
        "Հայաստան"
      })
  void otherTextsDeceiveNobody(String text) {
    assertThat(Sosies.premier(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "ALL-O1,ALL-01,5,O,0",
    "Rl,R1,2,l,1",
    "r\u200B\u00C91|,R\u00E911,4,|,1",
    "I.2,1.2,1,I,1",
    "FQlS,FQIS,3,l,I",
    "Versernent,Versement,6,r,m",
    "S,5,1,S,5"
  })
  void twoTextsThatLookTheSameAreSetBesideEachOther(
      String one, String other, int place, String here, String there) {
    Sosies.Paire pair = Sosies.paire(List.of("autre chose", one, other));
    assertThat(pair.un()).isEqualTo(one);
    assertThat(pair.autre()).isEqualTo(other);
    assertThat(pair.rang()).isEqualTo(place);
    assertThat(Character.toString(pair.caractere())).isEqualTo(here);
    assertThat(Character.toString(pair.autreCaractere())).isEqualTo(there);
  }

  @ParameterizedTest
  @CsvSource({"ALL-01,ALL-02", "R1,r1", "Élus,elus", "R 1,R-1", "Lo,Lu"})
  void textsThatAreTheSameOrThatNobodyMistakesAreNot(String one, String other) {
    assertThat(Sosies.paire(List.of(one, other))).isNull();
  }

  @ParameterizedTest
  @CsvSource({"1O0,2,O,0", "2022-O6-30,6,O,0", "l2 345,1,l,1", "1 2I4 $,4,I,1", "11420731S5,9,S,5"})
  void aLetterTypedForADigitIsNamed(String text, int place, String letter, String digit) {
    Sosies.Paire pair = Sosies.lettreDansUnNombre(text);
    assertThat(pair.rang()).isEqualTo(place);
    assertThat(Character.toString(pair.caractere())).isEqualTo(letter);
    assertThat(Character.toString(pair.autreCaractere())).isEqualTo(digit);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "100", "Oo", "12 mois", "SO", "10 $ CAD", "P-001"})
  void aWordIsNoNumberWithLetters(String text) {
    assertThat(Sosies.lettreDansUnNombre(text)).isNull();
  }

  @Test
  void lookAlikesAreReplacedByOurs() {
    assertThat(Sosies.latin("\u0420\u0430ris \u039F")).isEqualTo("Paris O");
    assertThat(Sosies.latin("Ж")).isEqualTo("Ж");
  }
}
