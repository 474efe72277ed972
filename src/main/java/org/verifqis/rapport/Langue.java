package org.verifqis.rapport;

import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

/** A language that reports are written in. */
public enum Langue {
  FR("fr", Locale.CANADA_FRENCH, "d MMMM", "d MMMM yyyy", "d MMMM yyyy', 'H'\u00A0h\u00A0'mm"),
  EN("en", Locale.CANADA, "MMMM d", "MMMM d, yyyy", "MMMM d, yyyy', 'HH':'mm");

  private final String code;
  private final Locale locale;
  private final DateTimeFormatter jour;
  private final DateTimeFormatter date;
  private final DateTimeFormatter instant;

  Langue(String code, Locale locale, String jour, String date, String instant) {
    this.code = code;
    this.locale = locale;
    this.jour = DateTimeFormatter.ofPattern(jour, locale);
    this.date = DateTimeFormatter.ofPattern(date, locale);
    this.instant = DateTimeFormatter.ofPattern(instant, locale);
  }

  /** That of two letters; French for any that there is none of, null too. */
  public static Langue de(String code) {
    return Arrays.stream(values()).filter(une -> une.code.equals(code)).findFirst().orElse(FR);
  }

  /** Its two letters, as in the names of the text files. */
  public String code() {
    return code;
  }

  /** Where it is spoken: Canada. */
  public Locale locale() {
    return locale;
  }

  /** Its tag for a page, for instance {@code fr-CA}. */
  public String etiquette() {
    return locale.toLanguageTag();
  }

  DateTimeFormatter jour() {
    return jour;
  }

  DateTimeFormatter date() {
    return date;
  }

  DateTimeFormatter instant() {
    return instant;
  }

  /** Whether so many of something are told in the singular. */
  boolean estSingulier(long nombre) {
    return nombre == 1 || nombre == 0 && this == FR;
  }
}
