package org.verifqis.classeur.correspondance.proposition;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.time.LocalDate;
import org.verifqis.classeur.DateText;
import org.verifqis.classeur.RawCell;
import org.verifqis.modele.Exercice;

/** The dates of a column: how many, how they are written, and whether fiscal years end there. */
final class SeenDates {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?i)^[a-z]+\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}$"
              + "|^\\d{1,2}(?:er)?[ -][a-zà-ÿ]+\\.?[ -]\\d{4}$");
  private static final Pattern SLASHED = Pattern.compile("^(\\d{1,2})/(\\d{1,2})/(\\d{4})$");

  private int dates;
  private int known;
  private int firstDays;
  private int lastDays;
  private boolean monthFirst;
  private boolean dayFirst;

  /** Takes note of a cell that is a date. */
  void add(RawCell cell) {
    dates++;
    day(DateText.parse(cell.shown()));
  }

  /** Takes note of a text, and says whether it is a date. */
  boolean add(String text) {
    LocalDate day = DateText.parse(text);
    Matcher slashed = SLASHED.matcher(text);
    boolean numbered = slashed.matches();
    if (day == null && !numbered && !WRITTEN.matches(text)) {
      return false;
    }
    dates++;
    day(day);
    if (numbered) {
      monthFirst |= Integer.parseInt(slashed.group(2)) > 12;
      dayFirst |= Integer.parseInt(slashed.group(1)) > 12;
    }
    return true;
  }

  private void day(LocalDate day) {
    if (day != null) {
      known++;
      firstDays += day.equals(Exercice.contenant(day).debut()) ? 1 : 0;
      lastDays += day.equals(Exercice.contenant(day).fin()) ? 1 : 0;
    }
  }

  /** How many there are. */
  int count() {
    return dates;
  }

  /** Whether some tell that the month stands first, and none that the day does. */
  boolean areMonthFirst() {
    return monthFirst && !dayFirst;
  }

  /** Whether a field asks for a day on which a fiscal year begins, or ends, and none is one. */
  boolean areNoEdge(String key) {
    return known > 0
        && (key.equals("exerciceDebut") && firstDays == 0
            || key.equals("exerciceFin") && lastDays == 0);
  }
}
