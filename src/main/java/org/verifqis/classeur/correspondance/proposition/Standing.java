package org.verifqis.classeur.correspondance.proposition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import org.verifqis.classeur.DateText;
import org.verifqis.classeur.RawCell;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.proposition.Preuve;
import org.verifqis.modele.proposition.Preuve.Nature;

/**
 * How much what stands in a sheet counts beside what is like it elsewhere: by the year, the
 * programme and the state of things that its name, the titles above it and its days tell.
 */
final class Standing {
  private static final double SET_ASIDE = 0.35;
  private static final double OTHER_YEAR = 0.6;
  private static final double OWN_YEAR = 1.2;
  private static final double OTHER_PROGRAMME = 0.5;
  private static final double OWN_PROGRAMME = 1.1;
  private static final double COUNTER = 0.6;
  private static final double FAVOUR = 1.1;
  private static final double NO_DAY = 0.8;
  private static final int LONGEST_TITLE = 120;
  private static final int TITLE_CELLS = 2;

  private final Lexique lexique;
  private final Exercice year;

  Standing(Lexique lexique, Exercice year) {
    this.lexique = lexique;
    this.year = year;
  }

  /** Why a sheet counts less than another that holds the same; null where it does not. */
  Preuve aside(SheetCells sheet) {
    if (sheet.hidden()) {
      return Preuve.de(Nature.CACHEE);
    }
    String word = lexique.aside(sheet.name());
    return word == null ? null : Preuve.de(Nature.ECARTEE, word);
  }

  /** Of a table: its days speak too. */
  double of(FoundTable table) {
    double rank = of(table.sheet(), table.firstHeader());
    return hasOnlyOtherDays(table) ? rank * NO_DAY : rank;
  }

  /** Of what begins in a row of a sheet. */
  double of(SheetCells sheet, int row) {
    List<String> texts = texts(sheet, row);
    double rank = aside(sheet) == null ? 1 : SET_ASIDE;
    Boolean own = isOfYear(texts);
    if (own != null) {
      rank *= own ? OWN_YEAR : OTHER_YEAR;
    }
    if (texts.stream().anyMatch(lexique::isOwnProgramme)) {
      rank *= OWN_PROGRAMME;
    } else if (texts.stream().anyMatch(lexique::isOtherProgramme)) {
      rank *= OTHER_PROGRAMME;
    }
    List<String> stems = lexique.stems(sheet.name());
    boolean counter = stems.stream().anyMatch(lexique::isCounter);
    boolean favour = stems.stream().anyMatch(lexique::isFavour);
    return counter ? rank * COUNTER : favour ? rank * FAVOUR : rank;
  }

  /** Whether the name of a sheet or what stands above a row speaks of another year. */
  boolean isOfAnotherYear(SheetCells sheet, int row) {
    return Boolean.FALSE.equals(isOfYear(texts(sheet, row)));
  }

  /** Whether a name or a title says that it is another programme's. */
  boolean isOfAnotherProgramme(SheetCells sheet, int row) {
    List<String> texts = texts(sheet, row);
    return texts.stream().noneMatch(lexique::isOwnProgramme)
        && texts.stream().anyMatch(lexique::isOtherProgramme);
  }

  /** What the first of the texts that names fiscal years says; null where none does. */
  private Boolean isOfYear(List<String> texts) {
    if (year == null) {
      return null;
    }
    for (String text : texts) {
      List<Integer> named = YearGuess.named(text);
      if (!named.isEmpty()) {
        return named.contains(year.annee());
      }
    }
    return null;
  }

  /** The name of the sheet, then the titles above a row, the nearest first. */
  private static List<String> texts(SheetCells sheet, int row) {
    List<String> texts = new ArrayList<>(List.of(sheet.name()));
    for (NavigableMap<Integer, RawCell> cells :
        sheet.rows().headMap(row, false).descendingMap().values()) {
      if (cells.size() <= TITLE_CELLS) {
        for (RawCell cell : cells.values()) {
          if (cell.kind() == RawCell.Kind.TEXT && cell.text().length() <= LONGEST_TITLE) {
            texts.add(cell.text());
          }
        }
      }
    }
    return texts;
  }

  /** Whether all its days lie before the year. */
  private boolean hasOnlyOtherDays(FoundTable table) {
    boolean any = false;
    if (year == null) {
      return false;
    }
    for (FoundTable.Column column : table.columns()) {
      if (!column.aspect().isDated()) {
        continue;
      }
      for (RawCell cell : column.values()) {
        LocalDate day = cell == null ? null : DateText.parse(cell.shown());
        if (day != null && !day.isBefore(year.debut())) {
          return false;
        }
        any |= day != null;
      }
    }
    return any;
  }
}
