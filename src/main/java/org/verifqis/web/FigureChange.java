package org.verifqis.web;

import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.regles.Verdict;

/**
 * A filed reddition that would be judged otherwise under a figure.
 *
 * @param entente of whom
 * @param exercice of which year
 * @param avant its verdict as things stand
 * @param apres its verdict as it would be
 */
public record FigureChange(Entente entente, Exercice exercice, Verdict avant, Verdict apres) {}
