package org.verifqis.regles.derogations;

import org.verifqis.regles.Derogation;
import org.verifqis.regles.Jugement;

/**
 * What became of a dérogation.
 *
 * @param derogation the dérogation
 * @param statut whether it was used
 * @param raison why it was not; null where it was, or has expired
 * @param constats how many findings it covers
 */
public record UsageDerogation(Derogation derogation, Statut statut, Raison raison, int constats) {
  /** Whether a dérogation was used. */
  public enum Statut {
    UTILISEE,
    INUTILISEE,
    ECHUE
  }

  /** Why a dérogation that holds covers nothing. */
  public enum Raison {
    /** The workbook can't be assessed at all: nobody can accept that. */
    BLOQUANTE,
    /** No reddition of its agreement and year was judged. */
    REDDITION_ABSENTE,
    /** Its rule compares redditions, which only the audit does. */
    AUDIT_SEULEMENT,
    /** It fits findings at several places: what it accepts is not clear. */
    AMBIGUE,
    /** Nothing was found that it could cover. */
    SANS_CONSTAT
  }

  static UsageDerogation inutilisee(Derogation derogation, Raison raison) {
    return new UsageDerogation(derogation, Statut.INUTILISEE, raison, 0);
  }

  /** Whether it is about the reddition that was judged. */
  public boolean concerne(Jugement jugement) {
    return derogation.vise().concerne(jugement.entente(), jugement.exercice());
  }
}
