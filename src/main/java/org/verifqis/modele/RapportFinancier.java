package org.verifqis.modele;

import java.util.List;

/**
 * Sheet Rapport financier: revenue, expenses and balances of the year. Components are the keys of
 * the gabarit.
 */
public record RapportFinancier(
    Valeur<Montant> soldeOuverture,
    Valeur<Montant> versementsRecus,
    Valeur<Montant> interets,
    Valeur<Montant> autresRevenus,
    Valeur<Montant> totalRevenus,
    Valeur<Montant> depCoordination,
    Valeur<Montant> depParticipation,
    Valeur<Montant> depProjetsRegionaux,
    Valeur<Montant> depProjetsLocaux,
    Valeur<Montant> depAdministration,
    Valeur<Montant> depAutres,
    Valeur<Montant> totalDepenses,
    Valeur<Montant> soldeCloture,
    Valeur<Montant> engagements) {
  /** Builds it from the values read, by key. */
  public static RapportFinancier de(Valeurs valeurs) {
    return new RapportFinancier(
        valeurs.lire("soldeOuverture"),
        valeurs.lire("versementsRecus"),
        valeurs.lire("interets"),
        valeurs.lire("autresRevenus"),
        valeurs.lire("totalRevenus"),
        valeurs.lire("depCoordination"),
        valeurs.lire("depParticipation"),
        valeurs.lire("depProjetsRegionaux"),
        valeurs.lire("depProjetsLocaux"),
        valeurs.lire("depAdministration"),
        valeurs.lire("depAutres"),
        valeurs.lire("totalDepenses"),
        valeurs.lire("soldeCloture"),
        valeurs.lire("engagements"));
  }

  /** What adds up to the total of revenue; the opening balance is left out. */
  public List<Valeur<Montant>> revenus() {
    return List.of(versementsRecus, interets, autresRevenus);
  }

  /** The six expense lines. */
  public List<Valeur<Montant>> depenses() {
    return List.of(
        depCoordination,
        depParticipation,
        depProjetsRegionaux,
        depProjetsLocaux,
        depAdministration,
        depAutres);
  }

  /** What there was to spend. */
  public List<Valeur<Montant>> entrees() {
    return List.of(soldeOuverture, totalRevenus);
  }

  /** What was spent on projects. */
  public List<Valeur<Montant>> depensesDeProjets() {
    return List.of(depProjetsRegionaux, depProjetsLocaux);
  }
}
