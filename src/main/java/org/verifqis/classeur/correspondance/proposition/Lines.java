package org.verifqis.classeur.correspondance.proposition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.verifqis.classeur.correspondance.YearForms;
import org.verifqis.classeur.correspondance.proposition.FoundTable.Column;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.TypeValeur;
import org.verifqis.modele.proposition.Preuve;
import org.verifqis.modele.proposition.Proposition.Intitule;
import org.verifqis.modele.proposition.Proposition.Lieu;
import org.verifqis.modele.proposition.Proposition.Ligne;
import org.verifqis.modele.proposition.Proposition.Rival;

/** Makes the lines of a proposal, as a profile writes them. */
final class Lines {
  private static final int THOUSAND = 1_000;
  private static final double RIVAL = 0.8;
  private static final int MOST_RIVALS = 3;
  private static final List<String> SEPARATORS = List.of(" / ", ", ", " & ", " | ");

  private final Exercice year;
  private final WordCodes words;

  Lines(Exercice year, WordCodes words) {
    this.year = year;
    this.words = words;
  }

  /** Whether nearly all values of a column stand for codes of a list, and for several. */
  boolean areCodes(String list, Aspect aspect) {
    return words.areCodes(list, aspect);
  }

  /** The code of a list for which a word stands, as the workbook explains it or by itself. */
  String code(String list, String word) {
    return words.code(list, word);
  }

  /** A text in which the year stands so that next year's is found too. */
  String yearly(String text) {
    return year == null ? text : text.replace(year.nom(), YearForms.YEAR);
  }

  /** Where a column stands. */
  static Intitule title(SheetCells sheet, Column column) {
    String cell = SheetCells.reference(column.row(), column.column());
    return new Intitule(column.header(), new Lieu(sheet.name(), cell));
  }

  /** The same line, with its headers in other sheets of the same layout too. */
  static Ligne everywhere(Ligne line, List<Column> own, Map<SheetCells, List<Column>> others) {
    List<Intitule> titles = new ArrayList<>(line.intitules());
    for (Intitule title : line.intitules()) {
      String cell = title.lieu().cellule();
      own.stream()
          .filter(c -> SheetCells.reference(c.row(), c.column()).equals(cell))
          .findFirst()
          .ifPresent(
              column ->
                  others.forEach(
                      (sheet, columns) ->
                          columns.stream()
                              .filter(c -> c.wording().key().equals(column.wording().key()))
                              .findFirst()
                              .ifPresent(c -> titles.add(title(sheet, c)))));
    }
    return new Ligne(
        line.champ(),
        line.source(),
        titles,
        line.confiance(),
        line.preuves(),
        line.rivaux(),
        line.mots(),
        line.exemples());
  }

  /** A line that reads what stands under a header. */
  Ligne plain(
      Onglet onglet, Champ champ, SheetCells sheet, Assignment.Fit fit, List<Rival> rivals) {
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("entete", yearly(fit.column().header()));
    treat(champ, sheet, fit.column(), source);
    return line(onglet, champ, source, List.of(title(sheet, fit.column())), fit, rivals);
  }

  /** Any line whose words are those of a column. */
  Ligne line(
      Onglet onglet,
      Champ champ,
      Map<String, Object> source,
      List<Intitule> titles,
      Assignment.Fit fit,
      List<Rival> rivals) {
    Column column = fit.column();
    return new Ligne(
        champ,
        source,
        titles,
        fit.score().score(),
        fit.score().evidence(),
        rivals,
        column.aspect() == null ? List.of() : words.of(onglet, champ, column.aspect().words()),
        List.of());
  }

  /** A line made otherwise. */
  static Ligne made(
      Champ champ,
      Map<String, Object> source,
      List<Intitule> titles,
      double confidence,
      List<Preuve> evidence) {
    return new Ligne(champ, source, titles, confidence, evidence, List.of(), List.of(), List.of());
  }

  /** What has to be done with the values before they are read. */
  void treat(Champ champ, SheetCells sheet, Column column, Map<String, Object> source) {
    if (champ.type() == TypeValeur.MONTANT && isInThousands(sheet, column)) {
      source.put("unite", THOUSAND);
    }
    Aspect aspect = column.aspect();
    if (aspect == null) {
      return;
    }
    if (champ.type() == TypeValeur.DATE && aspect.dateFormat() != null) {
      source.put("format", aspect.dateFormat());
    }
    if (champ.type() == TypeValeur.LISTE_TEXTE || champ.type() == TypeValeur.LISTE_CODE) {
      String separator = separator(aspect);
      if (separator != null) {
        source.put("separateur", separator);
      }
    }
  }

  private static boolean isInThousands(SheetCells sheet, Column column) {
    return column.wording().thousands()
        || sheet.titlesOf(column.row(), column.column()).stream().anyMatch(Lexique::thousands);
  }

  /** What stands between items where that is neither a semicolon nor a line end. */
  private static String separator(Aspect aspect) {
    List<String> texts = aspect.texts();
    if (texts.stream().anyMatch(t -> t.contains(";"))) {
      return null;
    }
    for (String separator : SEPARATORS) {
      if (texts.stream().anyMatch(t -> t.contains(separator))) {
        return separator.equals(", ") ? "," : separator;
      }
    }
    return null;
  }

  /** The others that were near. */
  static List<Rival> rivals(SheetCells sheet, Assignment fields, Champ champ, Column chosen) {
    List<Rival> rivals = new ArrayList<>();
    double least = RIVAL * fields.chosen().get(champ).score().score();
    for (Assignment.Fit other : fields.candidates(champ)) {
      boolean taken =
          fields.chosen().values().stream().anyMatch(f -> f.column().equals(other.column()));
      if (!taken
          && !other.column().equals(chosen)
          && other.score().score() >= least
          && rivals.size() < MOST_RIVALS) {
        rivals.add(new Rival(title(sheet, other.column()), other.score().score()));
      }
    }
    return rivals;
  }
}
