package org.verifqis.regles;

import java.util.Collection;

/** What a reddition is worth, worst first (rapport.md). */
public enum Verdict {
  IRRECEVABLE,
  NON_CONFORME,
  INDETERMINE,
  CONFORME_AVEC_RESERVES,
  CONFORME;

  /** The verdict, by the order of rapport.md. */
  public static Verdict de(Collection<ResultatRegle> resultats) {
    if (aUne(resultats, StatutRegle.ENFREINTE, Gravite.BLOQUANTE)) {
      return IRRECEVABLE;
    }
    if (aUne(resultats, StatutRegle.ENFREINTE, Gravite.NON_CONFORMITE)) {
      return NON_CONFORME;
    }
    boolean enPanne = resultats.stream().anyMatch(r -> r.cause() != null);
    if (enPanne
        || aUne(resultats, StatutRegle.INDETERMINE, Gravite.BLOQUANTE)
        || aUne(resultats, StatutRegle.INDETERMINE, Gravite.NON_CONFORMITE)) {
      return INDETERMINE;
    }
    return aUne(resultats, StatutRegle.ENFREINTE, Gravite.AVERTISSEMENT)
        ? CONFORME_AVEC_RESERVES
        : CONFORME;
  }

  private static boolean aUne(
      Collection<ResultatRegle> resultats, StatutRegle statut, Gravite gravite) {
    return resultats.stream()
        .anyMatch(r -> r.statut() == statut && r.regle().gravite() == gravite && compte(r, statut));
  }

  /** What other redditions leave open takes nothing from this one. */
  private static boolean compte(ResultatRegle resultat, StatutRegle statut) {
    boolean parLesAutres = resultat.regle().estInter() && statut == StatutRegle.INDETERMINE;
    return resultat.pese() && !parLesAutres;
  }
}
