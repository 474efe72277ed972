package org.verifqis.classeur.correspondance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.verifqis.classeur.Lookalikes;
import org.verifqis.classeur.RawCell;
import org.verifqis.modele.Essai;

/** What a profile names and the workbook does not have, beside what looks like it. */
final class Gaps {
  private final List<String> sheets;
  private final Notes notes;

  /**
   * Those of a workbook.
   *
   * @param sheets the names of its sheets
   * @param notes what they are told to; null for nobody
   */
  Gaps(List<String> sheets, Notes notes) {
    this.sheets = sheets;
    this.notes = notes;
  }

  /** The sheet that looks most like one that is not there; null where none does. */
  String nearest(String sheet) {
    return Lookalikes.nearest(sheet, sheets);
  }

  /** A sheet of a block or of a table is not there. */
  void sheet(String what, String name) {
    add(new Essai.Manque(what, null, name, nearest(name)));
  }

  /** The header of a block or of a table is not on a sheet that should have it. */
  void header(String what, String sheet, HeaderSearch search) {
    List<String> missing = search.missing();
    if (missing.isEmpty()) {
      // All of it is there, and not in one row.
      add(new Essai.Manque(what, sheet, null, null));
    }
    List<String> texts =
        search.texts().stream()
            .filter(Objects::nonNull)
            .sorted(Comparator.comparingInt(String::length))
            .toList();
    for (String text : missing) {
      add(new Essai.Manque(what, sheet, text, Lookalikes.nearest(text, texts)));
    }
  }

  /** A column is not in a header that was found. */
  void column(String what, String sheet, String name, Headers headers) {
    List<String> texts = new ArrayList<>();
    headers.columns().forEach(column -> texts.add(headers.text(column)));
    add(new Essai.Manque(what, sheet, name, Lookalikes.nearest(name, texts)));
  }

  /** None of the labels of a form are on a sheet that should have them. */
  void labels(BlockSpec block, String sheet, Grid grid) {
    List<String> texts =
        grid.rows().values().stream()
            .flatMap(cells -> cells.values().stream())
            .map(RawCell::shown)
            .limit(HeaderSearch.MOST_TEXTS)
            .toList();
    for (ColumnSpec spec : block.columns().values()) {
      for (ColumnSpec.Label label : Names.places(spec)) {
        String name = label.labels().get(0);
        add(new Essai.Manque(block.onglet().nom(), sheet, name, Lookalikes.nearest(name, texts)));
      }
    }
  }

  private void add(Essai.Manque one) {
    if (notes != null && !notes.missing.contains(one)) {
      notes.missing.add(one);
    }
  }
}
