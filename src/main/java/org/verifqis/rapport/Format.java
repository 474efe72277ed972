package org.verifqis.rapport;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Part;

/** How values are written for people, in Québec's typography or in English. */
public final class Format {
  private static final char ESPACE_INSECABLE = '\u00A0';
  private static final BigDecimal CENT = BigDecimal.valueOf(100);

  private final Langue langue;
  private final DecimalFormatSymbols symboles = new DecimalFormatSymbols(Locale.ROOT);

  /** The format of a language. */
  public Format(Langue langue) {
    this.langue = langue;
    if (langue == Langue.FR) {
      symboles.setDecimalSeparator(',');
      symboles.setGroupingSeparator(ESPACE_INSECABLE);
    }
  }

  /** Dollars: {@code 1 234,50 $} or {@code $1,234.50}. */
  public String montant(Montant montant) {
    String motif = langue == Langue.FR ? "#,##0.00" + ESPACE_INSECABLE + "$" : "$#,##0.00";
    return decimal(motif, montant.dollars());
  }

  /** A number, its thousands grouped, with two decimals at most. */
  public String nombre(Number nombre) {
    return decimal("#,##0.##", nombre);
  }

  /** A share: {@code 35,5 %} or {@code 35.5%}. */
  public String part(Part part) {
    String signe = langue == Langue.FR ? ESPACE_INSECABLE + "'%'" : "'%'";
    return decimal("#,##0.##" + signe, part.fraction().multiply(CENT));
  }

  /** A date: {@code 30 juin 2022}, {@code 1er avril 2022} or {@code June 30, 2022}. */
  public String date(LocalDate date) {
    String ecrite = langue.date().format(date);
    boolean premier = langue == Langue.FR && date.getDayOfMonth() == 1;
    return premier ? "1er" + ecrite.substring(1) : ecrite;
  }

  /** A date and the time of day. */
  public String instant(OffsetDateTime instant) {
    return langue.instant().format(instant);
  }

  /** A date and time for programs. */
  public String iso(OffsetDateTime instant) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.withNano(0));
  }

  private String decimal(String motif, Number nombre) {
    DecimalFormat format = new DecimalFormat(motif, symboles);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(nombre);
  }
}
