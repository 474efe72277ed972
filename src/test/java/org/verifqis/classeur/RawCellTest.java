package org.verifqis.classeur;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Random;
import org.apache.poi.ss.usermodel.DateUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verifqis.classeur.RawCell.Kind;
import org.verifqis.classeur.RawCell.Shape;

/** What short ways make of numbers is what the JDK and POI make of them. */
class RawCellTest {
  private static final int NUMBERS = 200_000;

  private static void assertRead(String digits) {
    RawCell cell = RawCell.digits(1, digits, Shape.PLAIN, false);
    double number = Double.parseDouble(digits);
    assertThat(cell.number())
        .as(digits)
        .isEqualTo(digits.length() <= RawCell.DIGITS ? number : RawCell.shownNumber(number));
    assertThat(cell.decimal()).as(digits).isEqualTo(BigDecimal.valueOf(cell.number()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "0.0",
        "5.",
        ".5",
        "-.5",
        "00012",
        "1234.56",
        "-1234.50",
        "9999999.99",
        "10000000",
        "10000000.25",
        "123456789012345",
        "0.000000000000001",
        "12345678901.2345",
        "1E5",
        "1.5e-3",
        "0.1",
        "0.3",
        "33.333333333333336",
        "1234567890123456789"
      })
  void digitsAreTheNumberThatTheyTell(String digits) {
    assertRead(digits);
  }

  @Test
  void anyDigitsAreTheNumberThatTheyTell() {
    Random random = new Random(20221128);
    for (int i = 0; i < NUMBERS; i++) {
      String whole = Long.toString(random.nextLong() >> 20 + random.nextInt(43));
      assertRead(whole);
      assertRead(whole + "." + random.nextInt(random.nextBoolean() ? 100 : 1_000_000));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", ".", "-.", "1.2.3", "1-2", "--1", "12a", "1 2", "٣"})
  void whatTellsNoNumberIsAnError(String digits) {
    assertThat(RawCell.digits(1, digits, Shape.PLAIN, false).kind()).isEqualTo(Kind.ERROR);
  }

  /** Around the day that never was, and every so many days until the last. */
  @Test
  void serialsAreTheDaysThatPoiMakesOfThem() {
    for (int serial = 1; serial < 2_958_466; serial += serial < 1000 ? 1 : 997) {
      for (boolean date1904 : new boolean[] {false, true}) {
        LocalDate expected = DateUtil.getLocalDateTime(serial, date1904).toLocalDate();
        assertThat(DateText.ofSerial(serial, date1904)).as("%d", serial).isEqualTo(expected);
        assertThat(DateText.ofSerial(serial + 0.75, date1904)).as("%d", serial).isEqualTo(expected);
      }
    }
  }
}
