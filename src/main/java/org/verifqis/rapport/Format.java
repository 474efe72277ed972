package org.verifqis.rapport;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Part;

/** How values are written for people, in Québec's typography or in English. */
public final class Format {
  private static final char ESPACE_INSECABLE = '\u00A0';
  private static final int MILLE = 1000;
  private static final BigDecimal CENT = BigDecimal.valueOf(100);

  private final Langue langue;
  private final DecimalFormat montants;
  private final DecimalFormat nombres;
  private final DecimalFormat parts;

  /** The format of a language. */
  public Format(Langue langue) {
    this.langue = langue;
    DecimalFormatSymbols symboles = new DecimalFormatSymbols(Locale.ROOT);
    if (langue == Langue.FR) {
      symboles.setDecimalSeparator(',');
      symboles.setGroupingSeparator(ESPACE_INSECABLE);
    }
    this.montants =
        decimal(langue == Langue.FR ? "#,##0.00" + ESPACE_INSECABLE + "$" : "$#,##0.00", symboles);
    this.nombres = decimal("#,##0.##", symboles);
    this.parts =
        decimal("#,##0.##" + (langue == Langue.FR ? ESPACE_INSECABLE + "'%'" : "'%'"), symboles);
  }

  /** Dollars: {@code 1 234,50 $} or {@code $1,234.50}. */
  public String montant(Montant montant) {
    return ecris(montants, montant.dollars());
  }

  /** A number, its thousands grouped, with two decimals at most. */
  public String nombre(Number nombre) {
    return estSimple(nombre) ? nombre.toString() : ecris(nombres, nombre);
  }

  /** Whether it is written as it is, as nearly every count: without thousands or decimals. */
  private static boolean estSimple(Number nombre) {
    return (nombre instanceof Integer || nombre instanceof Long)
        && nombre.longValue() >= 0
        && nombre.longValue() < MILLE;
  }

  /** A share: {@code 35,5 %} or {@code 35.5%}. */
  public String part(Part part) {
    return ecris(parts, part.fraction().multiply(CENT));
  }

  /** A date: {@code 30 juin 2022}, {@code 1er avril 2022} or {@code June 30, 2022}. */
  public String date(LocalDate date) {
    return ordinal(date.getDayOfMonth(), langue.date().format(date));
  }

  /** A day of any year: {@code 30 juin}, {@code 1er avril} or {@code June 30}. */
  public String jour(MonthDay jour) {
    return ordinal(jour.getDayOfMonth(), langue.jour().format(jour));
  }

  private String ordinal(int jour, String ecrite) {
    return langue == Langue.FR && jour == 1 ? "1er" + ecrite.substring(1) : ecrite;
  }

  /** A date and the time of day. */
  public String instant(OffsetDateTime instant) {
    return langue.instant().format(instant);
  }

  /** A date and time for programs. */
  public String iso(OffsetDateTime instant) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.withNano(0));
  }

  private static DecimalFormat decimal(String motif, DecimalFormatSymbols symboles) {
    DecimalFormat format = new DecimalFormat(motif, symboles);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format;
  }

  /** Threads may write at once: each by its own copy, as one format can't serve two. */
  private static String ecris(DecimalFormat format, Number nombre) {
    return ((DecimalFormat) format.clone()).format(nombre);
  }
}
