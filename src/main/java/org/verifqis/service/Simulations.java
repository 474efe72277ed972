package org.verifqis.service;

import java.util.List;
import org.verifqis.modele.Erreur;
import org.verifqis.regles.simulation.Simulation;

/**
 * What judging redditions otherwise gave.
 *
 * @param simulations of each that could be read, in the order asked
 * @param erreurs files that could not be
 */
public record Simulations(List<Simulation> simulations, List<Erreur> erreurs) {}
