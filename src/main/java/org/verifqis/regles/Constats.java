package org.verifqis.regles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.verifqis.modele.Anomalie;
import org.verifqis.modele.Releve;
import org.verifqis.modele.Verite;
import org.verifqis.regles.Explication.CasExamine;

/** What the rules report to: each case of the rule being judged, and its outcome. */
public final class Constats {
  /** So many findings of a rule are kept; the others are counted. */
  static final int PLAFOND = 100_000;

  private final List<Cas> enfreints = new ArrayList<>();
  private final Cas sansSuite = Cas.sansSuite();

  /** Every case with its outcome; null unless they are to be explained. */
  private final Map<Cas, Verite> tous;

  private int examines;
  private int inconnus;
  private int comptes;
  private boolean sansObjet;

  Constats() {
    this(false);
  }

  /** Keeps all the cases, to explain them, or the breaches only. */
  Constats(boolean expliques) {
    tous = expliques ? new LinkedHashMap<>() : null;
  }

  /**
   * Reports a case.
   *
   * @param enfreinte whether it breaks the rule
   * @param lieux where a finding would stand, first the place to correct: values, sheets, ranges;
   *     null ones are skipped
   * @return the case, to be told more of
   */
  public Cas cas(Verite enfreinte, Object... lieux) {
    examines++;
    if (enfreinte == Verite.INCONNU) {
      inconnus++;
    }
    boolean deTrop = enfreinte == Verite.VRAI && enfreints.size() == PLAFOND;
    if (deTrop) {
      comptes++;
    }
    if (deTrop || enfreinte != Verite.VRAI && tous == null) {
      return sansSuite;
    }
    Cas cas = Cas.retenu(lieux);
    if (enfreinte == Verite.VRAI) {
      enfreints.add(cas);
    }
    if (tous != null) {
      tous.put(cas, enfreinte);
    }
    return cas;
  }

  /** Reports what reading showed of one kind, each anomaly being a breach. */
  public void releve(Releve releve) {
    for (Anomalie anomalie : releve.anomalies()) {
      cas(Verite.VRAI, anomalie.emplacements()).avec(anomalie.faits()).variante(anomalie.detail());
    }
    examines = releve.examines();
    comptes += releve.enTout() - releve.anomalies().size();
  }

  /** Reports that the rule does not concern this reddition after all. */
  public void sansObjet() {
    sansObjet = true;
  }

  /** What was reported of a rule. */
  ResultatRegle resultat(Regle regle) {
    StatutRegle statut;
    if (sansObjet) {
      statut = StatutRegle.NON_APPLICABLE;
    } else if (!enfreints.isEmpty()) {
      statut = StatutRegle.ENFREINTE;
    } else {
      statut = inconnus > 0 ? StatutRegle.INDETERMINE : StatutRegle.RESPECTEE;
    }
    return new ResultatRegle(regle, statut, examines, enfreints.size() + comptes, inconnus, null);
  }

  /** The findings reported of a rule. */
  List<Constat> constats(Regle regle, Sujets sujets) {
    return enfreints.stream().map(cas -> cas.constat(regle, sujets)).toList();
  }

  /** The cases that were kept to be explained. */
  List<CasExamine> expliques(Regle regle, Sujets sujets) {
    List<CasExamine> expliques = new ArrayList<>();
    tous.forEach(
        (cas, enfreint) -> expliques.add(new CasExamine(enfreint, cas.constat(regle, sujets))));
    return expliques;
  }
}
