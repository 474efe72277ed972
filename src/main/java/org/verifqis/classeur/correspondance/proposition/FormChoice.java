package org.verifqis.classeur.correspondance.proposition;

import java.util.HashSet;
import java.util.Set;
import org.verifqis.modele.Onglet;

/** A form taken for one of our sheets. */
record FormChoice(Onglet onglet, FoundForm form, double worth) {
  /** Whether it has nearly the same labels as another. */
  boolean isLike(FormChoice other) {
    return areLike(keys(), other.keys()) || areLike(labels(), other.labels());
  }

  private static boolean areLike(Set<String> own, Set<String> other) {
    Set<String> all = new HashSet<>(own);
    all.addAll(other);
    Set<String> shared = new HashSet<>(own);
    shared.retainAll(other);
    return !all.isEmpty() && shared.size() * 10 >= 7 * all.size();
  }

  private Set<String> labels() {
    Set<String> keys = new HashSet<>();
    form.labels().forEach(l -> keys.add(l.wording().key()));
    return keys;
  }

  private Set<String> keys() {
    Set<String> keys = new HashSet<>();
    form.fields().values().forEach(f -> keys.add(f.label().wording().key()));
    return keys;
  }
}
