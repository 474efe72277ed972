package org.verifqis.regles.comparaison;

import java.util.List;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Verdict;

/**
 * What is no longer as the last audit found it.
 *
 * @param genre what happened
 * @param causes why; several where several things changed
 * @param entente code of the agreement; null where unknown, and for what belongs to none
 * @param exercice name of the year; likewise
 * @param fichier the name of the file; null for what was found across redditions
 * @param avant its verdict then; null where there was none
 * @param apres its verdict now; null where there is none
 * @param nouveaux findings that there were not
 * @param disparus findings that there are no more
 */
public record Changement(
    Genre genre,
    List<Cause> causes,
    String entente,
    String exercice,
    String fichier,
    Verdict avant,
    Verdict apres,
    List<Constat> nouveaux,
    List<Constat> disparus) {

  /** Kinds of changes. */
  public enum Genre {
    /** A reddition that there was not. */
    DEPOSEE,
    /** Another file stands for the agreement and year. */
    REMPLACEE,
    /** A reddition that there is no more. */
    RETIREE,
    /** The same file, judged otherwise. */
    REJUGEE,
    /** What was found across redditions. */
    ENSEMBLE
  }

  /** Causes of changes. */
  public enum Cause {
    NOUVEAU_FICHIER,
    FICHIER_RETIRE,
    /** It is still there, but can't be read any more. */
    FICHIER_ILLISIBLE,
    /** It lay there, and could not be read. */
    FICHIER_LISIBLE,
    NOUVELLES_REGLES,
    NOUVEAUX_PARAMETRES,
    /** Other dérogations hold: the file changed, or one of them expired. */
    NOUVELLES_DEROGATIONS,
    /** Another reddition changed, and perhaps a date passed. */
    AUTRES_REDDITIONS,
    /** Only the day on which it is asked what is missing. */
    AUTRE_DATE
  }
}
