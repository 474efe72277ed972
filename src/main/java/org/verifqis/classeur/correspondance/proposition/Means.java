package org.verifqis.classeur.correspondance.proposition;

import org.verifqis.modele.Exercice;

/** What a proposal is made with: words, how well they name a field, the year, and its lines. */
record Means(Lexique lexique, Scoring scoring, Exercice year, Lines lines) {}
