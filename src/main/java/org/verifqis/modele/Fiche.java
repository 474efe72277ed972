package org.verifqis.modele;

/** A record of a table. */
public interface Fiche {
  /** The value that people know the record by: a number, a name. */
  Valeur<?> identifiant();
}
