package org.verifqis.regles;

import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.kie.api.runtime.rule.AccumulateFunction;

/**
 * An accumulate function of the DRL files that gathers what it is given.
 *
 * @param <T> what it gathers
 */
abstract class Cumul<T> implements AccumulateFunction<Cumul.Contexte<T>> {
  /** What was gathered so far. */
  static final class Contexte<T> implements Serializable {
    private final transient List<T> elements = new ArrayList<>();
  }

  /** What the elements make together; never null, or the rule would not be judged. */
  protected abstract Object resultat(List<T> elements);

  @Override
  public Contexte<T> createContext() {
    return new Contexte<>();
  }

  @Override
  public void init(Contexte<T> contexte) {
    contexte.elements.clear();
  }

  @Override
  @SuppressWarnings("unchecked")
  public void accumulate(Contexte<T> contexte, Object element) {
    contexte.elements.add((T) element);
  }

  @Override
  public void reverse(Contexte<T> contexte, Object element) {
    contexte.elements.remove(element);
  }

  @Override
  public Object getResult(Contexte<T> contexte) {
    return resultat(contexte.elements);
  }

  @Override
  public boolean supportsReverse() {
    return true;
  }

  @Override
  public void writeExternal(ObjectOutput out) {
    // It has no state.
  }

  @Override
  public void readExternal(ObjectInput in) {
    // It has no state.
  }
}
