package org.verifqis.modele;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verifqis.modele.ValeursDEssai.FEUILLE;
import static org.verifqis.modele.ValeursDEssai.en;
import static org.verifqis.modele.ValeursDEssai.sansColonne;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** References of cells, and cells that touch as one range. */
class EmplacementTest {
  @ParameterizedTest
  @CsvSource({"1,A", "26,Z", "27,AA", "52,AZ", "53,BA", "702,ZZ", "703,AAA", "16384,XFD"})
  void lettersOfColumns(int colonne, String lettres) {
    assertThat(Emplacement.cellule(FEUILLE, 7, colonne, null).reference()).isEqualTo(lettres + 7);
  }

  @Test
  void oneCellIsNoRange() {
    assertThat(Emplacement.plage(FEUILLE, 4, 2, 4, 2).reference()).isEqualTo("B4");
    assertThat(Emplacement.plage(FEUILLE, 4, 2, 5, 2).reference()).isEqualTo("B4:B5");
    assertThat(Emplacement.plage(FEUILLE, 4, 2, 4, 3).reference()).isEqualTo("B4:C4");
    assertThat(Emplacement.feuille(FEUILLE).reference()).isNull();
  }

  private static List<String> plages(Valeur<?>... valeurs) {
    List<String> plages = new ArrayList<>();
    Emplacement.plages(List.of(valeurs)).forEach(plage -> plages.add(plage.reference()));
    return plages;
  }

  @Test
  void cellsThatTouch() {
    assertThat(plages()).isEmpty();
    assertThat(plages(en(1L, 2, 2), en(1L, 3, 2), en(1L, 4, 2))).containsExactly("B2:B4");
    assertThat(plages(en(1L, 2, 2), en(1L, 2, 3))).containsExactly("B2:C2");
    assertThat(plages(en(1L, 2, 2), en(1L, 4, 2))).containsExactly("B2", "B4");
    assertThat(plages(en(1L, 2, 2), en(1L, 3, 3))).containsExactly("B2", "C3");
    assertThat(plages(en(1L, 3, 2), en(1L, 2, 2))).containsExactly("B3", "B2");
    assertThat(plages(en(1L, 2, 2), en(1L, 2, 3), en(1L, 3, 3)))
        .as("a row does not grow into a rectangle")
        .containsExactly("B2:C2", "C3");
    assertThat(plages(sansColonne(), en(1L, 1, 1))).containsExactly(null, "A1");
  }

  @Test
  void columnFromItsFirstToItsLast() {
    assertThat(Emplacement.colonne(List.of())).isEmpty();
    assertThat(Emplacement.colonne(List.of(sansColonne()))).isEmpty();
    assertThat(Emplacement.colonne(List.of(en(1L, 9, 4), en(1L, 3, 4), en(1L, 5, 4))))
        .extracting(Emplacement::reference)
        .containsExactly("D3:D9");
  }
}
