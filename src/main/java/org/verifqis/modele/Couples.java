package org.verifqis.modele;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What stands under two words that make a key together. A word that can't be read may be any: what
 * may be of one key is looked up, never compared one by one.
 *
 * @param <T> what is remembered of those of a key
 */
final class Couples<T> {
  /** A key; null stands for a word that can't be read. */
  record Couple(String un, String autre) {
    /** Of a word as it is, and of a value, normalised. */
    static Couple de(String un, Valeur<String> autre) {
      return new Couple(un, normalise(autre));
    }

    /** Of two values, normalised. */
    static Couple de(Valeur<String> un, Valeur<String> autre) {
      return de(normalise(un), autre);
    }

    private static String normalise(Valeur<String> texte) {
      return texte.estConnue() ? Normalisation.normalise(texte.contenu()) : null;
    }

    // Written out: what the JVM makes of a record for it is made anew at each start.
    @Override
    public boolean equals(Object o) {
      return o instanceof Couple x && Objects.equals(un, x.un) && Objects.equals(autre, x.autre);
    }

    @Override
    public int hashCode() {
      return 31 * Objects.hashCode(un) + Objects.hashCode(autre);
    }

    /** Whether both words can be read. */
    boolean estLisible() {
      return un != null && autre != null;
    }
  }

  /** Whatever it is. */
  static final Couple ILLISIBLE = new Couple(null, null);

  private final Map<Couple, Set<T>> parCouple = new HashMap<>();
  private final Map<String, Set<T>> parUn = new HashMap<>();
  private final Map<String, Set<T>> parAutre = new HashMap<>();
  private final Set<T> tous = new HashSet<>();

  void ajoute(Couple couple, T quoi) {
    parCouple.computeIfAbsent(couple, c -> few()).add(quoi);
    parUn.computeIfAbsent(couple.un, c -> few()).add(quoi);
    parAutre.computeIfAbsent(couple.autre, c -> few()).add(quoi);
    tous.add(quoi);
  }

  private static <T> Set<T> few() {
    return new HashSet<>(2);
  }

  /** What all that was added is. */
  Set<T> tous() {
    return tous;
  }

  /** Whether some that may be of this key are such: they are shown in sets, as they are kept. */
  boolean peutEtre(Couple couple, Predicate<Set<T>> tels) {
    if (couple.un == null && couple.autre == null) {
      return tels.test(tous);
    }
    if (couple.un == null) {
      return teste(parAutre.get(couple.autre), tels) || teste(parAutre.get(null), tels);
    }
    if (couple.autre == null) {
      return teste(parUn.get(couple.un), tels) || teste(parUn.get(null), tels);
    }
    return teste(parCouple.get(couple), tels)
        || teste(parCouple.get(new Couple(null, couple.autre)), tels)
        || teste(parCouple.get(new Couple(couple.un, null)), tels)
        || teste(parCouple.get(ILLISIBLE), tels);
  }

  private static <T> boolean teste(Set<T> quoi, Predicate<Set<T>> tels) {
    return quoi != null && tels.test(quoi);
  }
}
