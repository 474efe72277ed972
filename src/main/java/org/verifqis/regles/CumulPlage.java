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
    return Emplacement.colonne(valeurs);
  }

  @Override
  public Class<?> getResultType() {
    return List.class;
  }
}
