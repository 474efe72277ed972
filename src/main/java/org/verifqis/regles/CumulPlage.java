package org.verifqis.regles;

import java.util.IntSummaryStatistics;
import java.util.List;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Valeur;

/** The accumulate function {@code plage} of the DRL files: the range from the first to the last of a column's values. */
public final class CumulPlage extends Cumul<Valeur<?>> {
  @Override
  protected Object resultat(List<Valeur<?>> valeurs) {
    if (valeurs.isEmpty() || valeurs.get(0).ligne() == 0) {
      return List.of();
    }
    Valeur<?> une = valeurs.get(0);
    IntSummaryStatistics lignes = valeurs.stream().mapToInt(Valeur::ligne).summaryStatistics();
    return List.of(
        Emplacement.plage(
            une.emplacement().feuille(), lignes.getMin(), une.colonne(), lignes.getMax(), une.colonne()));
  }

  @Override
  public Class<?> getResultType() {
    return List.class;
  }
}
