package org.verifqis.regles;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Supplier;

/** A list that is made when somebody first looks into it, once; it can't be changed. */
public final class ListeTardive<T> extends AbstractList<T> {
  private final Tardif<List<T>> liste;

  /** What makes it; what it throws is thrown to whoever looks. */
  public ListeTardive(Supplier<List<T>> liste) {
    this.liste = new Tardif<>(liste);
  }

  @Override
  public T get(int rang) {
    return liste.get().get(rang);
  }

  @Override
  public int size() {
    return liste.get().size();
  }
}
