package org.verifqis.modele.statistiques;

/**
 * How many people projects reached.
 *
 * @param rejointes those that are known
 * @param inconnus how many projects don't tell
 */
public record Personnes(long rejointes, long inconnus) {
  /** No project. */
  public static final Personnes AUCUNE = new Personnes(0, 0);

  /** Those of one project; null where it is unknown. */
  static Personnes de(Long rejointes) {
    return rejointes == null ? new Personnes(0, 1) : new Personnes(rejointes, 0);
  }

  /** Sum. */
  public Personnes plus(Personnes autre) {
    return new Personnes(Math.addExact(rejointes, autre.rejointes), inconnus + autre.inconnus);
  }
}
