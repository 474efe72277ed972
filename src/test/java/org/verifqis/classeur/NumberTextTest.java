package org.verifqis.classeur;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12 345,67 $|12345.67",
        "12\u00A0345,67\u00A0$|12345.67",
        "12\u202F345,67|12345.67",
        "12345.67|12345.67",
        "$1,234.50|1234.50",
        "1.234,50|1234.50",
        "1.234.567,89|1234567.89",
        "1,234,567.89|1234567.89",
        "1,234,567|1234567",
        "1.234.567|1234567",
        "1 234 567|1234567",
        "(1 200,00)|-1200",
        "(1 200,00 $)|-1200",
        "($1,200.00)|-1200",
        "-1 200|-1200",
        "\u22121 200|-1200",
        "- 1 200|-1200",
        "-$5|-5",
        "$-5|-5",
        "0|0",
        "007|7",
        "12,3|12.3",
        "12,3456|12.3456",
        "1 234.5|1234.5",
        "$ 5|5",
        "5 $|5"
      })
  void readsAmountsThatAClerkUnderstands(String text, String amount) {
    assertThat(NumberText.amount(text)).isEqualByComparingTo(amount);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,234",
        "1.234",
        "0,125",
        "1 234,567",
        "1,234.567",
        "1.234,567",
        "12 34,50",
        "1,23.45",
        "1234,567.89",
        "1,234,50",
        "1E5",
        "1e5",
        "1200 CAD",
        "+5",
        "1200-",
        "\u20131200",
        "1'234",
        "1\u2019234",
        "1200.",
        ",50",
        "$",
        "$5$",
        "5 %",
        "",
        "abc",
        "1 234 567 89",
        "1,234 567",
        "(5",
        "5)",
        "(-5)",
        "--5",
        "٣",
        "1.2.3",
        "12,,5",
        "$ 5 $"
      })
  void refusesTheOthers(String text) {
    assertThat(NumberText.amount(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1 200|1200", "12,0|12", "12.00|12", "-3|-3", "1 234 567|1234567"})
  void readsWholeNumbers(String text, String number) {
    assertThat(NumberText.whole(text)).isEqualByComparingTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5 $", "$5", "(5)", "1,234", "12,000", "douze"})
  void refusesWhatIsNoWholeNumber(String text) {
    assertThat(NumberText.whole(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,234", "1.234", "-1,234 $", "12,000"})
  void tellsWhatMayBeTwoNumbers(String text) {
    assertThat(NumberText.isAmbiguous(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,23", "1 234", "1,234,567", "1.234,5", "abc"})
  void tellsWhatIsOneNumberOrNone(String text) {
    assertThat(NumberText.isAmbiguous(text)).isFalse();
  }
}
