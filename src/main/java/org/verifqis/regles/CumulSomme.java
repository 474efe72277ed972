package org.verifqis.regles;

import java.util.List;
import org.verifqis.modele.Somme;
import org.verifqis.modele.Terme;

/** The accumulate function {@code somme} of the DRL files: the {@link Somme} of {@link Terme}s. */
public final class CumulSomme extends Cumul<Terme> {
  @Override
  protected Object resultat(List<Terme> termes) {
    return Somme.desTermes(termes);
  }

  @Override
  public Class<?> getResultType() {
    return Somme.class;
  }
}
