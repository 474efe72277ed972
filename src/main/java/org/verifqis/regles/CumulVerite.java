package org.verifqis.regles;

import java.util.List;
import org.verifqis.modele.Verite;

/** The accumulate function {@code uneDe} of the DRL files: whether one of the cases is so. */
public final class CumulVerite extends Cumul<Verite> {
  @Override
  protected Object resultat(List<Verite> verites) {
    return Verite.uneDe(verites);
  }

  @Override
  public Class<?> getResultType() {
    return Verite.class;
  }
}
