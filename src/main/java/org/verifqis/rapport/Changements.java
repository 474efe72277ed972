package org.verifqis.rapport;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.verifqis.regles.comparaison.Changement;

/** How changes are told to people. */
final class Changements {
  private Changements() {}

  /** What happened, to what, and why. */
  static String titre(Changement changement, Textes textes) {
    Mots mots = textes.mots();
    String quoi =
        Stream.of(changement.entente(), changement.exercice(), changement.fichier())
            .filter(java.util.Objects::nonNull)
            .collect(Collectors.joining(", "));
    return mots.mot("changement." + changement.genre(), quoi)
        + verdicts(changement, textes)
        + " ("
        + causes(changement, mots)
        + ")";
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
