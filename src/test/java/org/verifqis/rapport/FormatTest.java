package org.verifqis.rapport;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Part;

class FormatTest {
  private final Format francais = new Format(Langue.FR);
  private final Format anglais = new Format(Langue.EN);

  @Test
  void dollars() {
    assertThat(francais.montant(Montant.de("1234.5"))).isEqualTo("1\u00A0234,50\u00A0$");
    assertThat(francais.montant(Montant.de("-1200000")))
        .isEqualTo("-1\u00A0200\u00A0000,00\u00A0$");
    assertThat(francais.montant(Montant.ZERO)).isEqualTo("0,00\u00A0$");
    assertThat(anglais.montant(Montant.de("1234.5"))).isEqualTo("$1,234.50");
    assertThat(anglais.montant(Montant.de("-450"))).isEqualTo("-$450.00");
  }

  @Test
  void numbers() {
    assertThat(francais.nombre(55_000)).isEqualTo("55\u00A0000");
    assertThat(francais.nombre(new BigInteger("12345678901234567890")))
        .isEqualTo("12\u00A0345\u00A0678\u00A0901\u00A0234\u00A0567\u00A0890");
    assertThat(anglais.nombre(55_000L)).isEqualTo("55,000");
  }

  @Test
  void parts() {
    assertThat(francais.part(new Part(new BigDecimal("0.1")))).isEqualTo("10\u00A0%");
    assertThat(francais.part(new Part(new BigDecimal("0.35255")))).isEqualTo("35,26\u00A0%");
    assertThat(anglais.part(new Part(new BigDecimal("0.3525")))).isEqualTo("35.25%");
  }

  @Test
  void dates() {
    assertThat(francais.date(LocalDate.of(2022, 6, 30))).isEqualTo("30 juin 2022");
    assertThat(francais.date(LocalDate.of(2021, 4, 1))).isEqualTo("1er avril 2021");
    assertThat(francais.date(LocalDate.of(2021, 8, 11))).isEqualTo("11 août 2021");
    assertThat(anglais.date(LocalDate.of(2022, 6, 30))).isEqualTo("June 30, 2022");
  }

  @Test
  void instants() {
    OffsetDateTime instant = OffsetDateTime.parse("2022-07-02T14:05:09.123-04:00");
    assertThat(francais.instant(instant)).isEqualTo("2 juillet 2022, 14\u00A0h\u00A005");
    assertThat(anglais.instant(instant)).isEqualTo("July 2, 2022, 14:05");
    assertThat(francais.iso(instant)).isEqualTo("2022-07-02T14:05:09-04:00");
  }
}
