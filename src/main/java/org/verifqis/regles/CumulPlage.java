package org.verifqis.regles;

import java.util.List;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Valeur;

/**
 * The accumulate function {@code plage} of the DRL files: the range from the first to the last of a
 * column's values.
 */
public final class CumulPlage extends Cumul<Valeur<?>> {
  @Override
  protected Object resultat(List<Valeur<?>> valeurs) {
    // Found out when it is asked: few cases break their rule.
    return (Iterable<Emplacement>) () -> Emplacement.colonne(valeurs).iterator();
  }

  @Override
  public Class<?> getResultType() {
    return Iterable.class;
  }
}
