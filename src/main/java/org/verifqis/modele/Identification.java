package org.verifqis.modele;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sheet Identification: who reports, on what year, and what is joined. Components are the keys of
 * the gabarit.
 */
public record Identification(
    Valeur<String> versionGabarit,
    Valeur<Entente> codeEntente,
    Valeur<Region> region,
    Valeur<String> mandataireNom,
    Valeur<String> mandataireNeq,
    Valeur<TypeMandataire> mandataireType,
    Valeur<LocalDate> exerciceDebut,
    Valeur<LocalDate> exerciceFin,
    Valeur<TypeReddition> typeReddition,
    Valeur<LocalDate> dateSignatureEntente,
    Valeur<LocalDate> dateFinEntente,
    Valeur<Montant> enveloppe,
    Valeur<LocalDate> dateDepotPlan,
    Valeur<LocalDate> dateApprobationPlan,
    Valeur<Boolean> rapportActivitesJoint,
    Valeur<LocalDate> dateAdoptionActivites,
    Valeur<Boolean> rapportFinancierJoint,
    Valeur<LocalDate> dateAdoptionFinancier,
    Valeur<String> numeroResolution,
    Valeur<LocalDate> dateDepot,
    Valeur<Boolean> bilanJoint,
    Valeur<Montant> enveloppeRegionale,
    Valeur<ModeGestion> gestion,
    Valeur<String> responsableNom,
    Valeur<String> responsableCourriel) {
  /** Builds it from the values read, by key. */
  public static Identification de(Valeurs valeurs) {
    return new Identification(
        valeurs.lire("versionGabarit"),
        valeurs.lire("codeEntente"),
        valeurs.lire("region"),
        valeurs.lire("mandataireNom"),
        valeurs.lire("mandataireNeq"),
        valeurs.lire("mandataireType"),
        valeurs.lire("exerciceDebut"),
        valeurs.lire("exerciceFin"),
        valeurs.lire("typeReddition"),
        valeurs.lire("dateSignatureEntente"),
        valeurs.lire("dateFinEntente"),
        valeurs.lire("enveloppe"),
        valeurs.lire("dateDepotPlan"),
        valeurs.lire("dateApprobationPlan"),
        valeurs.lire("rapportActivitesJoint"),
        valeurs.lire("dateAdoptionActivites"),
        valeurs.lire("rapportFinancierJoint"),
        valeurs.lire("dateAdoptionFinancier"),
        valeurs.lire("numeroResolution"),
        valeurs.lire("dateDepot"),
        valeurs.lire("bilanJoint"),
        valeurs.lire("enveloppeRegionale"),
        valeurs.lire("gestion"),
        valeurs.lire("responsableNom"),
        valeurs.lire("responsableCourriel"));
  }

  /** The two reports that a reddition joins, with the date of their adoption. */
  public List<Rapport> rapports() {
    return List.of(
        new Rapport("activites", rapportActivitesJoint, dateAdoptionActivites),
        new Rapport("financier", rapportFinancierJoint, dateAdoptionFinancier));
  }

  /**
   * A report that a reddition joins.
   *
   * @param nom activites or financier
   * @param joint whether it is joined
   * @param adoption the day on which it was adopted
   */
  public record Rapport(String nom, Valeur<Boolean> joint, Valeur<LocalDate> adoption) {
    // Written out: what the JVM makes of a record for it is made anew at each start.
    @Override
    public boolean equals(Object autre) {
      return autre instanceof Rapport x
          && nom.equals(x.nom)
          && joint.equals(x.joint)
          && adoption.equals(x.adoption);
    }

    @Override
    public int hashCode() {
      return nom.hashCode();
    }
  }

  /** Whether what tells one reddition from another is known (LEC-01). */
  public Verite cleConnue() {
    return Verite.de(cles().allMatch(Valeur::estConnue));
  }

  /** The labels of what LEC-01 misses. */
  public List<String> clesManquantes() {
    return cles().filter(v -> !v.estConnue()).map(v -> v.champ().libelle()).toList();
  }

  private Stream<Valeur<?>> cles() {
    return Stream.of(codeEntente, exerciceDebut, exerciceFin);
  }

  /** Whether it declares exactly that year. */
  public Verite declare(Exercice exercice) {
    return Verite.de(datesHorsDe(exercice).isEmpty());
  }

  /** Which of the two dates is not that of the year (DEP-01). */
  public List<Valeur<LocalDate>> datesHorsDe(Exercice exercice) {
    List<Valeur<LocalDate>> fautives = new ArrayList<>();
    if (!exerciceDebut.est(exercice.debut()).isVrai()) {
      fautives.add(exerciceDebut);
    }
    if (!exerciceFin.est(exercice.fin()).isVrai()) {
      fautives.add(exerciceFin);
    }
    return fautives;
  }

  /** Whether the version of the template is given and is not a number equal to 1 or 2 (LEC-09). */
  public Verite versionInconnue() {
    return Verite.de(versionGabarit.estConnue() && !estVersion("[12]"));
  }

  /** Whether the workbook says that it is of the template's first version. */
  public boolean estVersion1() {
    return versionGabarit.estConnue() && estVersion("1");
  }

  private boolean estVersion(String chiffre) {
    return Normalisation.nette(versionGabarit.contenu())
        .strip()
        .matches("0*" + chiffre + "([.,]0+)?");
  }
}
