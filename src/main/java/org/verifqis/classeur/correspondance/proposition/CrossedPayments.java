package org.verifqis.classeur.correspondance.proposition;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.verifqis.classeur.RawCell;
import org.verifqis.classeur.TotalWords;
import org.verifqis.classeur.correspondance.proposition.FoundTable.Column;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.proposition.Preuve;
import org.verifqis.modele.proposition.Preuve.Nature;
import org.verifqis.modele.proposition.Proposition.Bloc;
import org.verifqis.modele.proposition.Proposition.Ligne;

/** Payments received in a table of kinds by years: a payment is a filled cell. */
final class CrossedPayments {
  private static final Pattern YEARS = Pattern.compile("^20\\d\\d ?[-–—/] ?(?:20\\d\\d|\\d\\d)$");
  private static final int FEWEST_YEARS = 2;
  private static final int LOOKED_AT = 40;
  private static final double KINDS = 0.6;

  private final FeuilleVoulue wanted;
  private final Lexique lexique;
  private final Exercice year;
  private final Lines lines;

  CrossedPayments(FeuilleVoulue wanted, Lexique lexique, Exercice year, Lines lines) {
    this.wanted = wanted;
    this.lexique = lexique;
    this.year = year;
    this.lines = lines;
  }

  /** The block that reads them from a sheet; null where there is no such table. */
  Bloc block(SheetCells sheet) {
    int looked = 0;
    for (int row : sheet.rows().keySet()) {
      if (looked++ >= LOOKED_AT) {
        break;
      }
      List<RawCell> cells = new ArrayList<>(sheet.row(row).values());
      List<String> years =
          cells.stream()
              .map(c -> Lexique.oneLine(c.shown()))
              .filter(t -> YEARS.matches(t))
              .toList();
      boolean header = years.size() >= FEWEST_YEARS && !YEARS.matches(cells.get(0).shown());
      if (header) {
        Column kinds = column(sheet, row, cells.get(0));
        if (kinds.aspect().known(wanted.champ("type").liste(), lexique::code) >= KINDS) {
          return block(sheet, kinds, years);
        }
      }
    }
    return null;
  }

  private Column column(SheetCells sheet, int row, RawCell header) {
    List<RawCell> values = new ArrayList<>();
    for (int below : sheet.rows().tailMap(row, false).keySet()) {
      RawCell cell = sheet.cell(below, header.column());
      if (cell != null
          && !TotalWords.isAny(org.verifqis.modele.Normalisation.normalise(cell.shown()))) {
        values.add(cell);
      }
    }
    Wording wording = lexique.wording(List.of(header.shown()), year);
    return new Column(header.column(), row, wording, new Aspect(values), values);
  }

  private Bloc block(SheetCells sheet, Column kinds, List<String> years) {
    Map<String, Object> frame = new LinkedHashMap<>();
    frame.put("feuille", lines.yearly(sheet.name()));
    frame.put("genre", "croise");
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("contient", List.of(lines.yearly(kinds.header()), years.get(0)));
    frame.put("entete", header);
    frame.put("depivoter", "^(20\\d\\d ?[-–—/] ?(?:20\\d\\d|\\d\\d))$");
    frame.put("aConfirmer", true);
    List<Preuve> evidence = List.of(Preuve.de(Nature.CODE));
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("entete", lines.yearly(kinds.header()));
    Scoring.Score score = new Scoring.Score(0.85, evidence, null);
    Ligne type =
        lines.line(
            Onglet.VERSEMENTS,
            wanted.champ("type"),
            source,
            List.of(Lines.title(sheet, kinds)),
            new Assignment.Fit(kinds, score),
            List.of());
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("croisement", "valeur");
    Ligne amount =
        Lines.made(
            wanted.champ("montant"), value, List.of(), 0.8, List.of(Preuve.de(Nature.ANNEES)));
    return new Bloc(Onglet.VERSEMENTS, List.of(sheet.name()), frame, List.of(type, amount), 0);
  }
}
