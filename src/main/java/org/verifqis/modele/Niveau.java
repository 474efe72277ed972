package org.verifqis.modele;

import java.util.Set;

/**
 * How far an Alliance has come towards cible 4 of the PAGIEPS, best first (registre.yaml, cible4).
 */
public enum Niveau {
  /** People in poverty sit where it is decided, at both levels and at most stages. */
  ATTEINTE(Classe.MECANISMES),
  /** They take part at both levels. */
  EN_VOIE(Classe.MECANISMES),
  /** They take part somewhere. */
  AMORCEE(Classe.APPRENTISSAGE),
  /** The milieu is learning how. */
  APPRENTISSAGE(Classe.APPRENTISSAGE),
  /** They are consulted, volunteer or benefit. */
  CONSULTATION(Classe.CONSULTATION),
  /** The sheet says that there is none. */
  AUCUNE(Classe.AUCUNE),
  /** The sheet says nothing. */
  NON_DOCUMENTEE(Classe.SILENCE);

  /** What the evaluation report calls it (RAPPORT 8.2.5). */
  public enum Classe {
    MECANISMES,
    APPRENTISSAGE,
    CONSULTATION,
    AUCUNE,
    SILENCE
  }

  private final Classe classe;

  Niveau(Classe classe) {
    this.classe = classe;
  }

  /** The report's own class. */
  public Classe classe() {
    return classe;
  }

  /** The only one of those that are possible; null where there are several, or none. */
  public static Niveau certain(Set<Niveau> possibles) {
    return possibles.size() == 1 ? possibles.iterator().next() : null;
  }
}
