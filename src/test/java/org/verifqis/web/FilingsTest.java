package org.verifqis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilingsTest {
  @Test
  void aDayIsReadAsABrowserSendsIt() {
    assertThat(Filings.day(" 2024-02-29 ")).hasValue(LocalDate.of(2024, 2, 29));
  }

  /** From a day so far away nothing can be counted: no reminder, and no other message after it. */
  @ParameterizedTest
  @ValueSource(
      strings = {"", "demain", "2023-02-29", "1999-12-31", "2101-01-01", "+999999999-12-31"})
  void noDayIsReadWhereNobodyMeansOne(String typed) {
    assertThat(Filings.day(typed)).isEmpty();
  }
}
