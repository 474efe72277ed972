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
        "3\u00A0décembre 2020|2020-12-03",
        "2021/05/14|2021-05-14",
        "5 avr. 2022|2022-04-05",
        "5 avr 2022|2022-04-05",
        "05-avr-2022|2022-04-05",
        "30 déc. 2022|2022-12-30",
        "1er févr. 2021|2021-02-01",
        "3 JUIL. 2021|2021-07-03",
        "9 sept. 2021|2021-09-09",
        "15 de\u0301cembre 2018|2018-12-15",
        "\u200E26/10/2018|2018-10-26",
        "26\u200B/10\uFEFF/2018\u202C|2018-10-26",
        "30\u20116\u20112022|2022-06-30",
        "\uFF12\uFF10\uFF12\uFF12-06-30|2022-06-30"
      })
  void readsTheFormsOfTheContract(String text, LocalDate date) {
    assertThat(DateText.parse(text)).isEqualTo(date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2022/31/06",
        "2022-6-30",
        "30.06.2022",
        "30/06/22",
        "30/06-2022",
        "juin 2022",
        "30 juin",
        "30 d. 2022",
        "5 av. 2022",
        "5 ma 2022",
        "30 juin.. 2022",
        "3² juin 2022",
        "31/02/2022",
        "29/02/2021",
        "06/30/2022",
        "2er avril 2021",
        "jeudi 30 juin 2022",
        "June 30, 2022",
        "44742",
        "",
        "2022-13-01"
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
