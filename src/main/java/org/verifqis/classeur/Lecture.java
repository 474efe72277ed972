package org.verifqis.classeur;

import org.verifqis.modele.Reddition;

/** A way of reading workbooks as redditions: as the template, or through correspondances. */
public interface Lecture {
  /**
   * Reads a workbook.
   *
   * @throws FichierRefuse if it can't be read
   */
  Reddition lis(Source source);
}
