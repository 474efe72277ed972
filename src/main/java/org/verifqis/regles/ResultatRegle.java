package org.verifqis.regles;

/**
 * How a rule ended for a reddition.
 *
 * @param regle the rule
 * @param statut its status
 * @param examines cases looked at
 * @param enfreints findings
 * @param inconnus cases whose outcome depends on something unknown
 * @param cause why it could not be run; null when it was
 * @param pese whether it weighs on the verdict: what is said of a file that is set aside does not
 */
public record ResultatRegle(
    Regle regle,
    StatutRegle statut,
    int examines,
    int enfreints,
    int inconnus,
    String cause,
    boolean pese) {

  /** One that weighs on the verdict. */
  public ResultatRegle(
      Regle regle, StatutRegle statut, int examines, int enfreints, int inconnus, String cause) {
    this(regle, statut, examines, enfreints, inconnus, cause, true);
  }

  /** The same, without weight. */
  ResultatRegle sansPoids() {
    return new ResultatRegle(regle, statut, examines, enfreints, inconnus, cause, false);
  }

  /** One that was not judged, and why. */
  public static ResultatRegle sans(Regle regle, StatutRegle statut) {
    return new ResultatRegle(regle, statut, 0, 0, statut == StatutRegle.INDETERMINE ? 1 : 0, null);
  }

  static ResultatRegle enPanne(Regle regle, String cause) {
    return new ResultatRegle(regle, StatutRegle.INDETERMINE, 0, 0, 1, cause);
  }
}
