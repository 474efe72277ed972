/** How a workbook of another layout may be read, as it is proposed to whoever filed it. */
package org.verifqis.modele.proposition;
