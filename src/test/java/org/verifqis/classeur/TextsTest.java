package org.verifqis.classeur;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u00A0\u202F\t\n",
        "\u200B",
        "-",
        "--",
        "—",
        "–",
        "\u2212",
        "- -",
        "s. o.",
        "s.o.",
        "S.O.",
        "so",
        "s o",
        "s/o",
        "S/O",
        "s./o.",
        "sans objet",
        "Sans  objet.",
        "néant",
        "NÉANT",
        "ne\u0301ant",
        "neant",
        "ne s'applique pas",
        "Ne s’applique pas.",
        "s\u200B/o",
        "\uFF53\uFF0F\uFF4F",
        "\u200E",
        "\u00AD",
        "n/a",
        "N/A",
        "n / a",
        "n/d",
        "N.D.",
        "na",
        "nd",
        "ND",
        "\u00A0n. a. "
      })
  void countsAsEmpty(String text) {
    assertThat(Texts.isEmpty(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0", "non", "aucun", ".", "...", "nad", "-1", "sans", "objet", "x", "?", "néants", "s/oui"
      })
  void countsAsAValue(String text) {
    assertThat(Texts.isEmpty(text)).isFalse();
  }

  @Test
  void dashesAreEmptyAsFarAsAnyoneTypesThem() {
    assertThat(Texts.isEmpty("-".repeat(64))).isTrue();
    assertThat(Texts.isEmpty("-".repeat(65))).isFalse();
  }

  @Test
  void trimsAnyKindOfBlankInLinearTime() {
    assertThat(Texts.trim("\u00A0\u200B a b \u202F\n")).isEqualTo("a b");
    String long_ = "x" + " ".repeat(1_000_000) + "y";
    assertThat(Texts.trim(long_)).isEqualTo(long_);
  }
}
