package org.verifqis.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import org.verifqis.rapport.Format;
import org.verifqis.rapport.Mots;
import org.verifqis.regles.Verdict;
import org.verifqis.service.depot.Compte;
import org.verifqis.service.depot.Role;

/**
 * What every page of filings shows around its content, and who reads it.
 *
 * @param frame what every page shows
 * @param who the account; null where nobody is logged in
 * @param csrf what a form must send back, so that no other site can send it
 * @param zone in which times of day are told
 */
public record Desk(Frame frame, Compte who, String csrf, ZoneId zone) {
  /** The words of the pages. */
  public Mots mots() {
    return frame.mots();
  }

  /** Where a page is, given by its path in French, in the language of this one. */
  public String link(String path) {
    return frame.link(path);
  }

  /** Whether an account of a role reads it. */
  public boolean is(Role role) {
    return who != null && who.role() == role;
  }

  /** A time, as people here write it. */
  public String time(OffsetDateTime when) {
    return new Format(frame.language()).instant(when.atZoneSameInstant(zone).toOffsetDateTime());
  }

  /** A day, as people here write it. */
  public String day(LocalDate day) {
    return new Format(frame.language()).date(day);
  }

  /** The badge of a verdict, by the style sheet. */
  public String badge(Verdict verdict) {
    return "badge verdict-" + verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
