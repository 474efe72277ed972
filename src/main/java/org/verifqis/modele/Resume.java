package org.verifqis.modele;

import java.time.LocalDate;
import java.util.List;

/**
 * What of a reddition is compared with other redditions (family INT); little, so that those of all
 * years are held at once.
 *
 * @param fichier its file
 * @param entente null where unknown
 * @param exercice null where unknown
 * @param edition name of the edition of its exercice; null where unknown
 * @param recevable whether the workbook could be assessed
 * @param feuilleVersements sheet Versements, found or not
 * @param feuilleProjets sheet Projets, found or not
 * @param versements rows of Versements
 * @param projets what is compared of the rows of Projets
 */
public record Resume(
    Reddition.Fichier fichier,
    Entente entente,
    Exercice exercice,
    String edition,
    boolean recevable,
    Valeur<LocalDate> exerciceFin,
    Valeur<LocalDate> dateSignatureEntente,
    Valeur<LocalDate> dateFinEntente,
    Valeur<LocalDate> dateDepot,
    Valeur<Montant> enveloppe,
    Valeur<Montant> soldeOuverture,
    Valeur<Montant> soldeCloture,
    Feuille feuilleVersements,
    Feuille feuilleProjets,
    List<Versement> versements,
    List<Suivi> projets) {

  /**
   * A project, as it is followed from one reddition to another.
   *
   * @param numero its number; likewise the others are values of sheet Projets
   */
  public record Suivi(
      Valeur<String> numero,
      Valeur<String> titre,
      Valeur<String> promoteur,
      Valeur<String> neq,
      Valeur<Portee> portee,
      Valeur<LocalDate> dateFin,
      Valeur<Statut> statut,
      Valeur<Montant> aideAccordee,
      Valeur<Montant> aideVerseeAnterieure,
      Valeur<Montant> aideVerseeExercice)
      implements Fiche {
    /** Whether it is active: its statut is not ANNULE. */
    public Verite actif() {
      return statut.est(Statut.ANNULE).non();
    }

    /** What was paid up to the end of its exercice; null where that is unknown. */
    public Montant aideVersee() {
      return aideVerseeAnterieure.estConnue() && aideVerseeExercice.estConnue()
          ? aideVerseeAnterieure.contenu().plus(aideVerseeExercice.contenu())
          : null;
    }

    @Override
    public Valeur<?> identifiant() {
      return numero;
    }
  }

  /** That of a reddition; the others are what judging it showed. */
  public static Resume de(Reddition r, Exercice exercice, String edition, boolean recevable) {
    Identification i = r.identification();
    return new Resume(
        r.fichier(),
        i.codeEntente().contenu(),
        exercice,
        edition,
        recevable,
        i.exerciceFin(),
        i.dateSignatureEntente(),
        i.dateFinEntente(),
        i.dateDepot(),
        i.enveloppe(),
        r.rapportFinancier().soldeOuverture(),
        r.rapportFinancier().soldeCloture(),
        r.feuille(Onglet.VERSEMENTS),
        r.feuille(Onglet.PROJETS),
        r.versements(),
        r.projets().stream().map(Resume::suivi).toList());
  }

  private static Suivi suivi(Projet p) {
    return new Suivi(
        p.numero(),
        p.titre(),
        p.promoteur(),
        p.neq(),
        p.portee(),
        p.dateFin(),
        p.statut(),
        p.aideAccordee(),
        p.aideVerseeAnterieure(),
        p.aideVerseeExercice());
  }

  /** The same content in a file of another name. */
  public Resume de(Reddition.Fichier autre) {
    return new Resume(
        autre,
        entente,
        exercice,
        edition,
        recevable,
        exerciceFin,
        dateSignatureEntente,
        dateFinEntente,
        dateDepot,
        enveloppe,
        soldeOuverture,
        soldeCloture,
        feuilleVersements,
        feuilleProjets,
        versements,
        projets);
  }

  /** That of its file: the engine hashes it with each project, which must not walk all the rows. */
  @Override
  public int hashCode() {
    return fichier.hashCode();
  }

  /** Whether it is known which reddition of which agreement it is. */
  public boolean situee() {
    return entente != null && exercice != null;
  }
}
