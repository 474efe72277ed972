package org.verifqis.regles.derogations;

import java.util.List;

/** A file of dérogations that can't be used, and all that is wrong with it. */
public final class DerogationsInvalides extends RuntimeException {
  /** Reasons; each has a message in each language. */
  public enum Motif {
    /** There is no such file, or it can't be opened. */
    INACCESSIBLE,
    /** It is not YAML. */
    ILLISIBLE,
    /** A key is missing: its name. */
    MANQUANTE,
    /** A key that there is not: its name. */
    CLE,
    /** A value that is not of its key's form: the value, the name of the key. */
    FORME,
    /** No such agreement: its code, the codes that there are. */
    ENTENTE,
    /** No such rule: its id. */
    REGLE,
    /** No such sheet in the gabarit: its name. */
    FEUILLE,
    /** No such field in the gabarit: its name. */
    CHAMP
  }

  /**
   * Something wrong.
   *
   * @param ligne in which line of the file, from 1; 0 where that is not known
   * @param numero in which dérogation, from 1; 0 where in none
   * @param motif what
   * @param details what its message names
   */
  public record Defaut(int ligne, int numero, Motif motif, List<String> details) {}

  private final transient List<Defaut> defauts;

  DerogationsInvalides(List<Defaut> defauts, Exception cause) {
    super(defauts.toString(), cause);
    this.defauts = List.copyOf(defauts);
  }

  /** All that is wrong, in the order of the file; never empty. */
  public List<Defaut> defauts() {
    return defauts;
  }
}
