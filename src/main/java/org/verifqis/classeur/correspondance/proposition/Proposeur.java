package org.verifqis.classeur.correspondance.proposition;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.verifqis.classeur.LecteurReddition;
import org.verifqis.classeur.Limites;
import org.verifqis.classeur.RawCell;
import org.verifqis.classeur.Source;
import org.verifqis.classeur.WorkbookFile;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.proposition.Proposition;
import org.xml.sax.SAXException;

/**
 * Proposes how somebody's own workbook may be read: memory first, then the words of the field, then
 * what the values are. It chooses nothing between what is too near, and invents nothing.
 */
public final class Proposeur {
  private static final Pattern AGREEMENT = Pattern.compile("(?i)\\bALL-[0-9A-Z]+\\b");
  private static final int FIRST_ROWS = 40;

  private final Gabarit gabarit;
  private final Limites limites;
  private final Lexique lexique;
  private final MemoireProfils memory;

  /** One that leads to a template, within limits, with what profiles say. */
  public Proposeur(Gabarit gabarit, Limites limites, MemoireProfils memoire) {
    this(gabarit, limites, memoire, Lexique.charge(gabarit));
  }

  Proposeur(Gabarit gabarit, Limites limites, MemoireProfils memoire, Lexique lexique) {
    this.gabarit = gabarit;
    this.limites = limites;
    this.lexique = lexique;
    this.memory = memoire;
  }

  /**
   * Proposes a profile for a workbook, and says what it would read by it.
   *
   * @param exercice the year that it tells of; null to have that found
   * @throws org.verifqis.classeur.FichierRefuse if it can't be read as a workbook
   */
  public Proposition propose(Source source, Exercice exercice) {
    Proposition draft =
        LecteurReddition.ouvre(
            source, limites, (workbook, file) -> draft(workbook, file.nom(), exercice));
    return draft.blocs().isEmpty() ? draft : new Trial(gabarit, limites).of(draft, source);
  }

  private Proposition draft(WorkbookFile workbook, String file, Exercice told)
      throws IOException, SAXException {
    List<SheetCells> sheets = new ArrayList<>();
    for (WorkbookFile.Sheet sheet : workbook.sheets()) {
      sheets.add(SheetCells.read(workbook, sheet, limites.lignes()));
    }
    YearGuess guess = YearGuess.of(file, sheets, lexique);
    Exercice year = told == null ? guess.year() : told;
    String agreement = agreement(file, sheets);
    MemoireProfils known = memory.of(year);
    WordCodes words = new WordCodes(gabarit, lexique, known, agreement, sheets);
    Scoring scoring = new Scoring(gabarit, lexique, words, known, agreement);
    Survey survey = new Survey(gabarit, lexique, words, scoring, year, sheets);
    return new Draft(gabarit, lexique, scoring, year, survey, words).of(file, guess);
  }

  /** The agreement that the file's name or a cell tells; null where there is none, or several. */
  private String agreement(String file, List<SheetCells> sheets) {
    TreeSet<String> found = new TreeSet<>();
    look(file, found);
    for (SheetCells sheet : sheets) {
      sheet
          .rows()
          .headMap(FIRST_ROWS)
          .values()
          .forEach(
              row -> {
                for (RawCell cell : row.values()) {
                  if (cell.kind() == RawCell.Kind.TEXT && cell.text().length() < 200) {
                    look(cell.text(), found);
                  }
                }
              });
    }
    return found.size() == 1 ? found.first() : null;
  }

  private void look(String text, TreeSet<String> found) {
    Matcher matcher = AGREEMENT.matcher(text);
    while (matcher.find()) {
      String code = matcher.group().toUpperCase(java.util.Locale.ROOT);
      if (gabarit.ententes().containsKey(code)) {
        found.add(code);
      }
    }
  }
}
