package org.verifqis.modele;

/**
 * Something else for the cell of a value.
 *
 * @param valeur the value as it is
 * @param contenu what is to stand there: an amount, a whole number, a date, or else a text
 */
public record Correction(Valeur<?> valeur, Object contenu) {}
