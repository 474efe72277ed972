package org.verifqis.classeur;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Normalisation;

/** Sheets that are not read, and which of those that are read they are like. */
final class Twins {
  /** A workbook in which more sheets are left alone than that is nobody's table of twins. */
  private static final int MOST = 50;

  /** So few headers may stand in any table. */
  private static final int FEWEST_HEADERS = 3;

  /** A sheet that is not read, and the one of the template whose headers it has. */
  record Twin(String name, FeuilleVoulue of) {}

  private Twins() {}

  /** Those of the sheets that have the headers of a wanted one, in their order. */
  static List<Twin> among(
      WorkbookFile workbook, List<WorkbookFile.Sheet> sheets, List<FeuilleVoulue> wanted) {
    List<Twin> twins = new ArrayList<>();
    for (WorkbookFile.Sheet sheet : sheets.stream().limit(MOST).toList()) {
      List<List<String>> rows = workbook.head(sheet);
      wanted.stream()
          .filter(one -> hasItsHeaders(rows, one))
          .max(Comparator.comparingInt(one -> one.champs().size()))
          .ifPresent(one -> twins.add(new Twin(sheet.name(), one)));
    }
    return twins;
  }

  private static boolean hasItsHeaders(List<List<String>> rows, FeuilleVoulue wanted) {
    Set<String> required =
        wanted.champs().stream()
            .filter(Champ::requis)
            .map(champ -> Normalisation.normalise(champ.libelle()))
            .collect(Collectors.toCollection(HashSet::new));
    Set<String> headers =
        required.size() < FEWEST_HEADERS
            ? wanted.champs().stream()
                .map(champ -> Normalisation.normalise(champ.libelle()))
                .collect(Collectors.toSet())
            : required;
    if (headers.size() < FEWEST_HEADERS) {
      return false;
    }
    if (!wanted.tableau()) {
      Set<String> labels =
          rows.stream()
              .filter(row -> !row.isEmpty())
              .map(row -> row.get(0))
              .collect(Collectors.toSet());
      return labels.containsAll(headers);
    }
    return rows.stream().anyMatch(row -> new HashSet<>(row).containsAll(headers));
  }
}
