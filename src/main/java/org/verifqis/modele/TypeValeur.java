package org.verifqis.modele;

/** Types of value of the gabarit (lecture.md, "Values"). */
public enum TypeValeur {
  MONTANT,
  ENTIER,
  DATE,
  OUINON,
  CODE,
  NEQ,
  COURRIEL,
  LISTE_TEXTE,
  LISTE_CODE,
  TEXTE;

  /** Whether values of this type are summed and may not be negative without cause. */
  public boolean estChiffre() {
    return this == MONTANT || this == ENTIER;
  }
}
