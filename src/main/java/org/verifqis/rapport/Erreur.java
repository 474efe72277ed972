package org.verifqis.rapport;

/**
 * A file that could not be checked.
 *
 * @param fichier its name
 * @param cause why, and what to do, in the report's language
 */
public record Erreur(String fichier, String cause) {}
