/** Redditions judged under other figures, another edition or other rules. */
package org.verifqis.regles.simulation;
