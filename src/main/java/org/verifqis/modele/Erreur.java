package org.verifqis.modele;

/**
 * A file that could not be checked.
 *
 * @param fichier the name by which it is told: below the folder that was asked for, its path
 * @param refus why
 */
public record Erreur(String fichier, Refus refus) {}
