package org.verifqis.modele;

/** A code of one of the gabarit's closed lists; its label stands in the gabarit, not here. */
public interface Code {
  /** The code as the gabarit writes it, for instance {@code EN_COURS}. */
  String name();

  /** Key of the gabarit's list that holds this code. */
  String liste();
}
