package org.verifqis.service.depot;

/**
 * What judged.
 *
 * @param programme version of the program
 * @param regles hash of its rules, and of what reads
 * @param parametres hash of the figures in force
 */
public record Provenance(String programme, String regles, String parametres) {}
