package org.verifqis.classeur.correspondance.proposition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.verifqis.classeur.correspondance.proposition.FoundTable.Column;

/**
 * Which lines of a financial report are which, told by its own arithmetic: revenue and expenses are
 * each the sum of the lines above them, and what was left is what there was with the one and
 * without the other. No budget of a project, and no other list of figures, holds all that.
 */
final class Reckoning {
  private static final List<String> REVENUE =
      List.of("versementsRecus", "interets", "autresRevenus");
  private static final List<String> EXPENSES =
      List.of(
          "depCoordination",
          "depParticipation",
          "depProjetsRegionaux",
          "depProjetsLocaux",
          "depAdministration",
          "depAutres");
  private static final int FEWEST_TERMS = 2;
  private static final int MOST_LINES = 60;

  private final List<Column> lines;
  private final List<BigDecimal> figures;
  private final Map<String, Column> told = new LinkedHashMap<>();
  private final Map<String, Column> ordered = new LinkedHashMap<>();
  private List<Column> revenueLines = List.of();
  private List<Column> expenseLines = List.of();

  private record Run(int first, int total) {}

  /**
   * Of a report.
   *
   * @param labels its labels in order, each with its figure, if it has one
   */
  Reckoning(List<Column> labels) {
    lines = new ArrayList<>();
    figures = new ArrayList<>();
    for (Column label : labels) {
      BigDecimal figure = label.values().isEmpty() ? null : Sums.figure(label.values().get(0));
      if (figure != null && lines.size() < MOST_LINES) {
        lines.add(label);
        figures.add(figure);
      }
    }
    read();
  }

  /** The two totals and the two balances, which the sums prove; nothing where they do not. */
  Map<String, Column> told() {
    return told;
  }

  /** Whether a line stands among what makes up the one total where a field is of the other. */
  boolean isOnOtherSide(String key, Column line) {
    boolean spent = key.startsWith("dep");
    boolean received = REVENUE.contains(key);
    return spent && revenueLines.contains(line) || received && expenseLines.contains(line);
  }

  /** The lines that make up the expenses; none where that is not proven. */
  List<Column> expenseLines() {
    return expenseLines;
  }

  /** Whether there are as many lines of expenses as are asked. */
  boolean hasAsMany() {
    return expenseLines.size() == EXPENSES.size();
  }

  /** The lines of each side, where there are as many as are asked: in that order. */
  Map<String, Column> ordered() {
    return ordered;
  }

  private void read() {
    List<Run> runs = runs();
    for (Run revenue : runs) {
      for (Run expenses : runs) {
        if (expenses.first() > revenue.total() && balances(revenue, expenses)) {
          return;
        }
      }
    }
  }

  /** Each line that is the sum of those right above it: of the fewest that make it up. */
  private List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    for (int total = FEWEST_TERMS; total < figures.size(); total++) {
      BigDecimal sum = BigDecimal.ZERO;
      for (int first = total - 1; first >= 0; first--) {
        sum = sum.add(figures.get(first));
        boolean enough = total - first >= FEWEST_TERMS && figures.get(first).signum() != 0;
        if (enough && figures.get(total).signum() != 0 && same(sum, figures.get(total))) {
          runs.add(new Run(first, total));
          break;
        }
      }
    }
    return runs;
  }

  private static boolean same(BigDecimal one, BigDecimal other) {
    return one.subtract(other).abs().compareTo(Sums.CENT) <= 0;
  }

  /** Whether what was there before and after differs by what the year left. */
  private boolean balances(Run revenue, Run expenses) {
    BigDecimal surplus = figures.get(revenue.total()).subtract(figures.get(expenses.total()));
    for (int closing = expenses.total() + 1; closing < figures.size(); closing++) {
      for (int opening = 0; opening < closing; opening++) {
        boolean within =
            opening >= revenue.first() && opening <= revenue.total()
                || opening >= expenses.first() && opening <= expenses.total();
        boolean holds = same(figures.get(opening).add(surplus), figures.get(closing));
        // Nothing and what the year left make what it left: no balance is told by that.
        boolean tells = figures.get(opening).signum() != 0 && figures.get(closing).signum() != 0;
        if (!within && holds && tells) {
          tell(revenue, expenses, opening, closing);
          return true;
        }
      }
    }
    return false;
  }

  private void tell(Run revenue, Run expenses, int opening, int closing) {
    told.put("soldeOuverture", lines.get(opening));
    told.put("totalRevenus", lines.get(revenue.total()));
    told.put("totalDepenses", lines.get(expenses.total()));
    told.put("soldeCloture", lines.get(closing));
    revenueLines = lines.subList(revenue.first(), revenue.total());
    expenseLines = lines.subList(expenses.first(), expenses.total());
    List<BigDecimal> own = figures.subList(revenue.first(), revenue.total());
    // What the Fund pays is by far the most of it.
    if (own.get(0).equals(Collections.max(own))) {
      order(REVENUE, revenue);
    }
    order(EXPENSES, expenses);
    if (closing == lines.size() - 2) {
      ordered.put("engagements", lines.get(closing + 1));
    }
  }

  private void order(List<String> keys, Run run) {
    if (run.total() - run.first() == keys.size()) {
      for (int i = 0; i < keys.size(); i++) {
        ordered.put(keys.get(i), lines.get(run.first() + i));
      }
    }
  }
}
