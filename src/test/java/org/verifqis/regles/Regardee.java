package org.verifqis.regles;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.concurrent.atomic.LongAdder;

/** A list that counts how often one of its elements is looked at. */
final class Regardee<T> extends AbstractList<T> implements RandomAccess {
  private final List<T> elements;
  private final LongAdder regards;

  Regardee(List<T> elements, LongAdder regards) {
    this.elements = elements;
    this.regards = regards;
  }

  @Override
  public T get(int rang) {
    regards.increment();
    return elements.get(rang);
  }

  @Override
  public int size() {
    return elements.size();
  }
}
