package org.verifqis.modele;

import java.util.Map;

/**
 * Something that reading showed and that people had better look at. It is no finding: no rule is
 * broken by it, and no status changes.
 *
 * @param nature what it is
 * @param lieu where it is to be looked at
 * @param faits what its message tells, by name
 */
public record Avis(Nature nature, Emplacement lieu, Map<String, Object> faits) {
  /** Kinds; each has its texts. */
  public enum Nature {
    /** A sheet that is not read has the headers of one that is. */
    FEUILLE_EN_DOUBLE,
    /** Dates typed as text begin now with the day, now with the month. */
    DATES_MELEES,
    /** What was read as one territory seems to be several between commas. */
    TERRITOIRES_EN_UN
  }
}
