package org.verifqis.classeur;

import java.math.BigDecimal;
import java.util.List;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Somme;
import org.verifqis.modele.Terme;
import org.verifqis.modele.Total;
import org.verifqis.modele.Valeur;
import org.verifqis.modele.Verite;

/** What a column sums to so far: since the sheet's start, and since its last Sous-total. */
final class RunningSum {
  private Part sinceStart = new Part();
  private Part sinceSubtotal = new Part();

  private static final class Part {
    private Montant sum = Montant.ZERO;
    private boolean unknown;
    private int firstRow;
    private int lastRow;

    private void add(Valeur<?> value, int row) {
      firstRow = firstRow == 0 ? row : firstRow;
      lastRow = row;
      if (value.estConnue()) {
        sum = sum.plus(amount(value));
      } else {
        unknown |= value.estInconnue();
      }
    }
  }

  /** Adds a record's value. */
  void add(Valeur<?> value, int row) {
    sinceStart.add(value, row);
    sinceSubtotal.add(value, row);
  }

  /** Begins the next Sous-total. */
  void restart() {
    sinceSubtotal = new Part();
  }

  /** What a total row's figure has to be. */
  Total total(Valeur<BigDecimal> figure, Feuille sheet, boolean subtotal) {
    Part part = subtotal ? sinceSubtotal : sinceStart;
    Somme sum = Somme.desTermes(List.of(new Terme(Verite.VRAI, part.unknown ? null : part.sum)));
    int column = figure.colonne();
    Emplacement range =
        part.firstRow == 0
            ? null
            : Emplacement.plage(sheet, part.firstRow, column, part.lastRow, column);
    return new Total(figure, sum, range);
  }

  /** A figure as a number, be it dollars or a whole number. */
  static Valeur<BigDecimal> decimal(Valeur<?> figure, Feuille sheet) {
    return figure.estConnue()
        ? Valeur.connue(
            number(figure),
            figure.montree(),
            sheet,
            figure.champ(),
            figure.ligne(),
            figure.colonne())
        : Valeur.illisible(
            figure.montree(), sheet, figure.champ(), figure.ligne(), figure.colonne());
  }

  private static BigDecimal number(Valeur<?> figure) {
    return figure.contenu() instanceof Montant montant
        ? montant.dollars()
        : BigDecimal.valueOf((Long) figure.contenu());
  }

  /** A whole number adds up like dollars. */
  private static Montant amount(Valeur<?> figure) {
    return figure.contenu() instanceof Montant montant
        ? montant
        : new Montant(BigDecimal.valueOf((Long) figure.contenu()));
  }
}
