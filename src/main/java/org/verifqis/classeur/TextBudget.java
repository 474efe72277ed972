package org.verifqis.classeur;

import org.verifqis.modele.Refus.Motif;

/** How much text of one workbook is kept in memory, at most. */
final class TextBudget {
  private static final int LONGEST_TEXT = 1_000_000;
  private static final long CHARACTERS = 100_000_000;

  /** Texts that cells share are kept once, but looked at in each cell. */
  private static final long CHARACTERS_LOOKED_AT = 200_000_000;

  private long spent;
  private long lookedAt;

  /** Takes note of text that is being gathered. Throws FichierRefuse when it is too long. */
  void checkLength(int length) {
    if (length > LONGEST_TEXT) {
      throw new FichierRefuse(Motif.TROP_DE_TEXTE);
    }
  }

  /** Takes note of a cell whose text is shared. Throws FichierRefuse when that is too much. */
  void lookAt(int length) {
    lookedAt += length;
    if (lookedAt > CHARACTERS_LOOKED_AT) {
      throw new FichierRefuse(Motif.TROP_DE_TEXTE);
    }
  }

  /** Takes note of text that is kept. Throws FichierRefuse when there is too much of it. */
  void spend(int length) {
    spent += length;
    if (spent > CHARACTERS) {
      throw new FichierRefuse(Motif.TROP_DE_TEXTE);
    }
  }
}
