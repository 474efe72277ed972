package org.verifqis.regles;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.verifqis.modele.Emplacement;

/**
 * A finding: a case that breaks a rule.
 *
 * @param regle the rule
 * @param variante which of the rule's messages tells it; empty for the only one
 * @param emplacements where it stands, first the place to correct; empty only for what belongs to
 *     no reddition (INT-01, INT-06)
 * @param faits the values that its message tells, by name
 * @param sujet what it is about
 * @param derogation what accepts it; null where nothing does
 */
public record Constat(
    Regle regle,
    String variante,
    List<Emplacement> emplacements,
    Map<String, Object> faits,
    Sujet sujet,
    Derogation derogation) {

  private static final Comparator<Emplacement> PAR_PLACE =
      Comparator.comparingInt((Emplacement lieu) -> lieu.feuille().rang())
          .thenComparingInt(Emplacement::ligne)
          .thenComparingInt(Emplacement::colonne);

  /**
   * By sheet, row and column: of the first place, then of the next ones, then by what is told. So
   * findings at one place do not stand as the engine happened to come upon them. Those without a
   * place keep their order.
   */
  static final Comparator<Constat> ORDRE =
      Comparator.comparing(Constat::emplacements, Constat::compareLieux)
          .thenComparing(constat -> constat.emplacements.isEmpty() ? "" : constat.faits.toString());

  private static int compareLieux(List<Emplacement> uns, List<Emplacement> autres) {
    for (int i = 0; i < Math.min(uns.size(), autres.size()); i++) {
      int place = PAR_PLACE.compare(uns.get(i), autres.get(i));
      if (place != 0) {
        return place;
      }
    }
    return Integer.compare(uns.size(), autres.size());
  }

  /** A finding about nothing that has a name. */
  public Constat(
      Regle regle, String variante, List<Emplacement> emplacements, Map<String, Object> faits) {
    this(regle, variante, emplacements, faits, Sujet.INCONNU, null);
  }

  /** What makes it the same finding wherever it is asked. */
  public Identite identite() {
    return Identite.de(this);
  }

  /** The same, under the rule as an edition has it. */
  Constat sous(Regle autre) {
    return new Constat(autre, variante, emplacements, faits, sujet, derogation);
  }

  /** The same, accepted. */
  public Constat deroge(Derogation parQuoi) {
    return new Constat(regle, variante, emplacements, faits, sujet, parQuoi);
  }

  /** Whether it is accepted: it no longer weighs on the verdict. */
  public boolean estDeroge() {
    return derogation != null;
  }
}
