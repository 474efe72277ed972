package org.verifqis.modele.statistiques;

/**
 * Something that a report has words for.
 *
 * @param cle the key of its words
 */
public record Mot(String cle) {}
