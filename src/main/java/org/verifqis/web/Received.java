package org.verifqis.web;

import java.util.List;
import org.verifqis.classeur.Source;
import org.verifqis.classeur.correspondance.Correspondance;
import org.verifqis.classeur.correspondance.LecteurProfil;
import org.verifqis.modele.Gabarit;

/**
 * What was uploaded.
 *
 * @param name the name of the workbook
 * @param bytes the workbook
 * @param profile the correspondance through which it is read; null for the template
 */
record Received(String name, byte[] bytes, Profile profile) {
  /** A correspondance, as it came. */
  record Profile(String name, byte[] bytes) {}

  Source source() {
    return Source.de(name, bytes);
  }

  /** Whether corrections can be written into it: what is read through a profile is read only. */
  boolean isCorrectable() {
    return profile == null && Download.isCorrectable(name);
  }

  /**
   * The correspondances through which it is read.
   *
   * @throws org.verifqis.classeur.correspondance.CorrespondanceInvalide if it can't be used
   */
  List<Correspondance> profiles(Gabarit template) {
    return profile == null
        ? List.of()
        : List.of(new LecteurProfil(template).lis(profile.name(), profile.bytes()));
  }
}
