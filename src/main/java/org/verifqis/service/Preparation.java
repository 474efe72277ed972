package org.verifqis.service;

import org.verifqis.modele.Exercice;
import org.verifqis.modele.Preremplissage;
import org.verifqis.regles.Jugement;

/**
 * What a new workbook may already say, and where that comes from.
 *
 * @param preremplissage what it says
 * @param exercice its year; null where that is left open
 * @param precedente what the rules say of last year's reddition; null without one
 */
public record Preparation(Preremplissage preremplissage, Exercice exercice, Jugement precedente) {}
