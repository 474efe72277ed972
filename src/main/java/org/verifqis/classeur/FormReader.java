package org.verifqis.classeur;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Normalisation;
import org.verifqis.modele.Releve.Nature;
import org.verifqis.modele.Valeur;
import org.verifqis.modele.Valeurs;

/**
 * Reads a sheet of one value a line: the label is the first thing of its row, the value comes right
 * after it.
 */
final class FormReader implements SheetRows.Consumer {
  private final Feuille sheet;
  private final FeuilleVoulue wanted;
  private final Merges merges;
  private final Readings readings;
  private final HiddenArea hidden = new HiddenArea();
  private final Lookalikes others = new Lookalikes();
  private final Map<String, Champ> champsByLabel = new HashMap<>();
  private final Map<String, Valeur<?>> values = new LinkedHashMap<>();

  FormReader(Feuille sheet, FeuilleVoulue wanted, Merges merges, Readings readings) {
    this.sheet = sheet;
    this.wanted = wanted;
    this.merges = merges;
    this.readings = readings;
    wanted.champs().forEach(c -> champsByLabel.put(Normalisation.normalise(c.libelle()), c));
  }

  @Override
  public void hiddenColumns(int first, int last) {
    hidden.hideColumns(first, last);
  }

  @Override
  public void row(int row, boolean rowHidden, List<RawCell> cells) {
    if (rowHidden) {
      hidden.hideRow(row);
    }
    RawCell label = cells.isEmpty() ? null : cells.get(0);
    Champ champ =
        label == null || label.kind() != RawCell.Kind.TEXT
            ? null
            : champsByLabel.get(Normalisation.normalise(label.text()));
    if (champ == null || values.containsKey(champ.cle())) {
      if (label != null && champ == null) {
        others.add(row, label);
      }
      return;
    }
    int column = merges.lastColumn(label.column()) + 1;
    RawCell cell = cells.stream().filter(c -> c.column() == column).findFirst().orElse(null);
    values.put(champ.cle(), readings.value(sheet, champ, cell, row, column));
    hidden.cover(row, label.column());
    hidden.cover(row, column);
  }

  /** The values, once all rows were read. */
  Valeurs finish(boolean sheetHidden) {
    for (Champ champ : wanted.champs()) {
      if (champ.requis()) {
        readings.examine(Nature.COLONNE_ABSENTE);
      }
      if (!values.containsKey(champ.cle())) {
        values.put(champ.cle(), Valeur.sansCellule(sheet, champ));
        if (champ.requis()) {
          readings.noteMissing(sheet, champ, others);
        }
      }
    }
    hidden.report(sheet, sheetHidden, readings);
    return new Valeurs(values);
  }

  /** The values of a sheet that the workbook does not have. */
  static Valeurs missing(Feuille sheet, FeuilleVoulue wanted) {
    Map<String, Valeur<?>> values = new LinkedHashMap<>();
    wanted.champs().forEach(champ -> values.put(champ.cle(), Valeur.sansCellule(sheet, champ)));
    return new Valeurs(values);
  }
}
