package org.verifqis.classeur;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2022-06-30|2022-06-30",
        "\u00A02022-06-30 |2022-06-30",
        "2022-06-30 14:05|2022-06-30",
        "2022-06-30T00:00:00|2022-06-30",
        "30/06/2022|2022-06-30",
        "3/6/2022|2022-06-03",
        "30-6-2022|2022-06-30",
        "30 juin 2022|2022-06-30",
        "30 JUIN 2022|2022-06-30",
        "1er avril 2021|2021-04-01",
        "1 avril 2021|2021-04-01",
        "15 août 2021|2021-08-15",
        "15 aout 2021|2021-08-15",
        "29 Février 2020|2020-02-29",
        "3\u00A0décembre 2020|2020-12-03"
      })
  void readsTheFormsOfTheContract(String text, LocalDate date) {
    assertThat(DateText.parse(text)).isEqualTo(date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2022/06/30", "2022-6-30", "30.06.2022", "30/06/22", "30/06-2022", "juin 2022",
        "30 juin", "30 déc. 2022", "31/02/2022", "29/02/2021", "06/30/2022", "2er avril 2021",
        "jeudi 30 juin 2022", "June 30, 2022", "44742", "", "2022-13-01"
      })
  void refusesTheOthers(String text) {
    assertThat(DateText.parse(text)).isNull();
  }

  @Test
  void countsFrom1900AndFrom1904() {
    assertThat(DateText.ofSerial(44742.75, false)).isEqualTo(LocalDate.of(2022, 6, 30));
    assertThat(DateText.ofSerial(43280, true)).isEqualTo(LocalDate.of(2022, 6, 30));
    assertThat(DateText.ofSerial(0, true)).isEqualTo(LocalDate.of(1904, 1, 1));
    assertThat(DateText.ofSerial(2_958_465, false)).isEqualTo(LocalDate.of(9999, 12, 31));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 0, 0.5, 2_958_466, 1e300, Double.NaN})
  void refusesSerialsThatAreNoDay(double serial) {
    assertThat(DateText.ofSerial(serial, false)).isNull();
  }
}
