/** Finds how a workbook that no profile knows may be read, and says by what. */
package org.verifqis.classeur.correspondance.proposition;
