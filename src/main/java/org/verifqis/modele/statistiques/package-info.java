/**
 * What redditions tell together: what is counted, and the tables that are compiled of it. Figures
 * that nobody told are unknown, never zero.
 */
package org.verifqis.modele.statistiques;
