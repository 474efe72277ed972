/** The smallest changes of cells that mend a breach, each tried on the rules. */
package org.verifqis.regles.remedes;
