package org.verifqis.classeur.correspondance;

import java.util.List;
import org.verifqis.modele.Normalisation;

/**
 * Sheets by their names or by a pattern.
 *
 * @param names their names
 * @param pattern what their names look like; null where they are told one by one
 * @param except those of them that are left out
 */
record SheetChoice(List<String> names, TextPattern pattern, List<TextTest> except) {
  /** Whether a sheet of that name is one of them. */
  boolean has(String sheet) {
    boolean named =
        names.stream()
            .anyMatch(n -> Normalisation.normalise(n).equals(Normalisation.normalise(sheet)));
    boolean alike = pattern != null && pattern.find(sheet);
    return (named || alike) && except.stream().noneMatch(e -> e.fits(sheet));
  }

  /** Those that are told by their names and are not there. */
  List<String> absent(List<String> there) {
    return names.stream()
        .filter(
            n ->
                there.stream()
                    .noneMatch(t -> Normalisation.normalise(n).equals(Normalisation.normalise(t))))
        .toList();
  }

  /** Whether nothing tells one sheet from another. */
  boolean isAny() {
    return names.isEmpty() && pattern != null && pattern.text().isEmpty();
  }
}
