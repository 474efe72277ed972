package org.verifqis.rapport;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.verifqis.regles.comparaison.Changement;

/** How changes are told to people. */
public final class Changements {
  private Changements() {}

  /** What happened, to what, and why. */
  public static String titre(Changement changement, Textes textes) {
    Mots mots = textes.mots();
    String quoi =
        Stream.of(changement.entente(), changement.exercice(), changement.fichier())
            .filter(java.util.Objects::nonNull)
            .collect(Collectors.joining(", "));
    return mots.mot("changement." + nom(changement), quoi)
        + verdicts(changement, textes)
        + " ("
        + causes(changement, mots)
        + ")";
  }

  /** A file that can't be read is neither withdrawn nor, once it can be, filed anew. */
  private static String nom(Changement changement) {
    if (changement.genre() == Changement.Genre.RETIREE
        && changement.causes().contains(Changement.Cause.FICHIER_ILLISIBLE)) {
      return "ILLISIBLE";
    }
    return changement.genre() == Changement.Genre.DEPOSEE
            && changement.causes().contains(Changement.Cause.FICHIER_LISIBLE)
        ? "LISIBLE"
        : changement.genre().name();
  }

  /** Why it happened. */
  static String causes(Changement changement, Mots mots) {
    return changement.causes().stream()
        .map(cause -> mots.mot("cause." + cause))
        .collect(Collectors.joining(", "));
  }

  /** Its verdict where it moved. */
  private static String verdicts(Changement changement, Textes textes) {
    if (changement.apres() == null || changement.avant() == changement.apres()) {
      return "";
    }
    String apres = textes.verdict(changement.apres());
    return changement.avant() == null
        ? " : " + apres
        : " : " + textes.verdict(changement.avant()) + " → " + apres;
  }
}
