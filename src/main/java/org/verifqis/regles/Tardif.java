package org.verifqis.regles;

import java.util.function.Supplier;

/** Something that is made when it is first asked for, once; threads may share it. */
public final class Tardif<T> implements Supplier<T> {
  private final Supplier<T> fabrique;
  private T valeur;

  /** What makes it, never null; what it throws is thrown to whoever asks. */
  public Tardif(Supplier<T> fabrique) {
    this.fabrique = fabrique;
  }

  @Override
  public synchronized T get() {
    if (valeur == null) {
      valeur = fabrique.get();
    }
    return valeur;
  }
}
