package org.verifqis.rapport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InoffensifTest {
  @Test
  void leavesOrdinaryText() {
    String texte = "Été à l’Île — 1\u00A0234,56\u00A0$ \uD83D\uDC69\u200D\uD83C\uDF3E שלום\tfin";
    assertThat(Inoffensif.texte(texte)).isEqualTo(texte);
  }

  @Test
  void keepsLines() {
    assertThat(Inoffensif.texte("a\r\nb\rc\n\nd\r")).isEqualTo("a\nb\nc\n\nd\n");
    assertThat(Inoffensif.ligne("a\r\nb\tc\n\nd")).isEqualTo("a b c  d");
  }

  @Test
  void replacesWhatActs() {
    String nuisible =
        "\u0000\u001B\u007F\u009B\uD800\uDC00".replace("\uD800\uDC00", "\uDC00\uD800");
    assertThat(Inoffensif.texte(nuisible + "\u061C\u200F\u202E\u2066\u2028\uFEFF\uFFFF"))
        .matches("\uFFFD{13}");
  }
}
