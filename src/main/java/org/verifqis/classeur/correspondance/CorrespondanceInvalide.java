package org.verifqis.classeur.correspondance;

import java.util.List;

/** A correspondance that can't be used, and all that is wrong with it. */
public final class CorrespondanceInvalide extends RuntimeException {
  /** Reasons; each has a message in each language. */
  public enum Motif {
    /** There is no such file, or it can't be opened. */
    INACCESSIBLE,
    /** A folder holds none. */
    AUCUNE,
    /** It is not YAML. */
    ILLISIBLE,
    /** An alias, which stands for what is written elsewhere: its name. */
    ALIAS,
    /** A key is missing: its name. */
    MANQUANTE,
    /** A key that there is not: its name. */
    CLE,
    /** A value that is not of its key's form: the value, the name of the key. */
    FORME,
    /** No such sheet in the template: its name, those that there are. */
    FEUILLE,
    /** No such field in the sheet of the template: the field, the sheet. */
    CHAMP,
    /** A pattern that can't be used: it, why. */
    MOTIF,
    /** A table that is not told under "tables": its name. */
    TABLE,
    /** A section that no row of the block tells: its name. */
    SECTION,
    /** A word that is in none of the forms of its list: the word, the list. */
    CODE,
    /** A value that can't be read as its field: the value, the label of the field, its type. */
    TYPE,
    /** A form of dates by which none can be read: it. */
    FORMAT,
    /** Two keys that each tell where a value stands: both. */
    ENSEMBLE,
    /** A field of which nothing tells where it stands: its key. */
    SANS_LIEU,
    /** A key or a value that does nothing where it stands: it, where it would. */
    SANS_EFFET,
    /** A word that stands for two things: it. */
    MOT_REPETE,
    /** It is of another version of the template: that one. */
    GABARIT,
    /** A person has yet to confirm it: what. */
    A_CONFIRMER
  }

  /**
   * Something wrong.
   *
   * @param ligne in which line of the file, from 1; 0 where that is not known
   * @param motif what
   * @param details what its message names
   */
  public record Defaut(int ligne, Motif motif, List<String> details) {}

  private final String fichier;
  private final transient List<Defaut> defauts;

  CorrespondanceInvalide(String fichier, List<Defaut> defauts) {
    super(fichier + ": " + defauts);
    this.fichier = fichier;
    this.defauts = List.copyOf(defauts);
  }

  /** The file, as it was named. */
  public String fichier() {
    return fichier;
  }

  /** All that is wrong, in the order of the file; never empty. */
  public List<Defaut> defauts() {
    return defauts;
  }
}
