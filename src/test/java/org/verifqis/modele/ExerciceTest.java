package org.verifqis.modele;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A year from 1 April to 31 March; amounts to the cent; names compared. */
class ExerciceTest {
  @ParameterizedTest
  @CsvSource({
    "2022-03-31,2021",
    "2022-04-01,2022",
    "2022-12-31,2022",
    "2023-01-01,2022",
    "2023-03-31,2022"
  })
  void contenant(LocalDate date, int annee) {
    Exercice exercice = Exercice.contenant(date);
    assertThat(exercice.annee()).isEqualTo(annee);
    assertThat(date).isBetween(exercice.debut(), exercice.fin());
  }

  @Test
  void nameAndOrder() {
    assertThat(new Exercice(2021)).hasToString("2021-2022").isLessThan(new Exercice(2022));
    assertThat(new Exercice(2021).debut()).isEqualTo("2021-04-01");
    assertThat(new Exercice(2021).fin()).isEqualTo("2022-03-31");
  }

  @ParameterizedTest
  @CsvSource({"2023-03-31,2023-06-30", "2023-06-29,2023-06-30", "2023-06-30,2024-06-30"})
  void theNextDayIsStrictlyAfter(LocalDate date, LocalDate prochain) {
    assertThat(Exercice.prochain(MonthDay.of(6, 30), date)).isEqualTo(prochain);
  }

  @ParameterizedTest
  @CsvSource({"1.005,1.01", "1.004,1.00", "-1.005,-1.01", "1,1.00"})
  void toTheCent(String dollars, String montant) {
    assertThat(Montant.de(dollars)).hasToString(montant);
  }

  @Test
  void dollars() {
    Montant deux = Montant.de("2");
    Montant trois = Montant.de("3");
    assertThat(deux.plus(trois)).isEqualTo(Montant.de("5"));
    assertThat(deux.moins(trois)).isEqualTo(Montant.de("-1"));
    assertThat(deux.moins(trois).absolu()).isEqualTo(Montant.de("1"));
    assertThat(deux).isLessThan(trois);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "  Été—À l’École  |ete a l ecole",
        "N°|no",
        "Nº 3|no 3",
        "ŒUVRE|oeuvre",
        "ça_va|ca va",
        "e\u0301|e",
        "!!!|''",
        "a\u20DDb|ab",
        "ÇA😀ça|ca ca"
      })
  void normalise(String texte, String normalise) {
    assertThat(Normalisation.normalise(texte)).isEqualTo(normalise);
  }
}
