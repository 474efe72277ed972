package org.verifqis.modele;

import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A row of sheet Projets: a project that had an active agreement with its promoter in the year.
 * Components are the keys of the gabarit.
 */
public record Projet(
    Valeur<String> numero,
    Valeur<String> titre,
    Valeur<String> promoteur,
    Valeur<String> neq,
    Valeur<CategorieOrganisme> categorie,
    Valeur<Portee> portee,
    Valeur<List<String>> territoires,
    Valeur<List<String>> prioriteRegionale,
    Valeur<List<String>> prioriteLocale,
    Valeur<TypeIntervention> typeIntervention,
    Valeur<LocalDate> dateProtocole,
    Valeur<LocalDate> dateDebut,
    Valeur<LocalDate> dateFin,
    Valeur<Statut> statut,
    Valeur<Montant> aideAccordee,
    Valeur<Montant> aideVerseeAnterieure,
    Valeur<Montant> aideVerseeExercice,
    Valeur<Montant> autresAidesPubliques,
    Valeur<Montant> contributionMilieu,
    Valeur<Montant> coutTotal,
    Valeur<Long> personnesRejointes,
    Valeur<Long> pspesImpliquees,
    Valeur<NiveauParticipation> niveauParticipation,
    Valeur<List<Clientele>> clienteles,
    Valeur<List<Bailleur>> bailleurs)
    implements Fiche {
  /** What people write between several things. */
  private static final Pattern AUTRES_SEPARATEURS =
      Pattern.compile("\\h*[,/&]\\h*|\\h+et\\h+", Pattern.CASE_INSENSITIVE);

  /** Builds it from the values read, by key. */
  public static Projet de(Valeurs valeurs) {
    return new Projet(
        valeurs.lire("numero"),
        valeurs.lire("titre"),
        valeurs.lire("promoteur"),
        valeurs.lire("neq"),
        valeurs.lire("categorie"),
        valeurs.lire("portee"),
        valeurs.lire("territoires"),
        valeurs.lire("prioriteRegionale"),
        valeurs.lire("prioriteLocale"),
        valeurs.lire("typeIntervention"),
        valeurs.lire("dateProtocole"),
        valeurs.lire("dateDebut"),
        valeurs.lire("dateFin"),
        valeurs.lire("statut"),
        valeurs.lire("aideAccordee"),
        valeurs.lire("aideVerseeAnterieure"),
        valeurs.lire("aideVerseeExercice"),
        valeurs.lire("autresAidesPubliques"),
        valeurs.lire("contributionMilieu"),
        valeurs.lire("coutTotal"),
        valeurs.lire("personnesRejointes"),
        valeurs.lire("pspesImpliquees"),
        valeurs.lire("niveauParticipation"),
        valeurs.lire("clienteles"),
        valeurs.lire("bailleurs"));
  }

  /** Whether it is active: its statut is not ANNULE. */
  public Verite actif() {
    return statut.est(Statut.ANNULE).non();
  }

  /** Whether it ends before it begins (PRO-03); unknown where either date is. */
  public Verite finitAvantDeCommencer() {
    return dateFin.avant(dateDebut);
  }

  /**
   * Its last day if it lasts that long, the latest that may be; null where its first one is
   * unknown. A project whose time ran to the first end of the edition was prolonged with it.
   */
  public LocalDate finApres(Period duree, Prolongation prolongation) {
    LocalDate fin = finSansProlongation(duree);
    return fin == null ? null : prolongation.auPlusTard(fin);
  }

  private LocalDate finSansProlongation(Period duree) {
    return dateDebut.estConnue() ? dateDebut.contenu().plus(duree).minusDays(1) : null;
  }

  /** Whether it lasts longer than that (PRO-02). */
  public Verite depasseLaDuree(Period duree, Prolongation prolongation) {
    LocalDate fin = finSansProlongation(duree);
    return fin == null
        ? Verite.INCONNU
        : dateFin.depasse(prolongation.auPlusTot(fin), prolongation.auPlusTard(fin));
  }

  /** How many distinct territories it reaches; null where that is unknown. */
  public Long nombreDeTerritoires() {
    if (!territoires.estConnue()) {
      return null;
    }
    List<String> noms = territoires.contenu();
    return noms.size() < 2
        ? (Long) (long) noms.size()
        : (Long) noms.stream().map(Normalisation::normalise).distinct().count();
  }

  /**
   * Its territories as the template wants them separated; null unless what was read as one holds
   * commas or "et" between several.
   */
  public String territoiresSepares() {
    if (!territoires.estConnue() || territoires.contenu().size() != 1) {
      return null;
    }
    List<String> separes = separes(territoires.contenu().get(0));
    return separes.size() > 1 ? String.join("; ", separes) : null;
  }

  /** What stands between commas, "et" and the like in what was read as one territory. */
  static List<String> separes(String territoire) {
    return Arrays.stream(AUTRES_SEPARATEURS.split(territoire))
        .filter(partie -> !Normalisation.normalise(partie).isEmpty())
        .toList();
  }

  /**
   * Whether it is regional with one territory, or local with as many as make it regional (PRO-08).
   */
  public Verite porteeContredite(int regionalDes) {
    Long nombre = nombreDeTerritoires();
    if (nombre == null) {
      return Verite.INCONNU;
    }
    Verite tropPeu = Verite.de(nombre == 1).et(portee.est(Portee.REGIONALE));
    return Verite.de(nombre >= regionalDes).et(portee.est(Portee.LOCALE)).ou(tropPeu);
  }

  /**
   * The priorities that it says it answers, given or not, with the level that each should be of.
   */
  public List<Choix> choix() {
    return List.of(
        new Choix(prioriteRegionale, Palier.REGIONAL), new Choix(prioriteLocale, Palier.LOCAL));
  }

  /** Priorities that a project says it answers, and the level that they should be of. */
  public record Choix(Valeur<List<String>> codes, Palier palier) {
    // Written out: what the JVM makes of a record for it is made anew at each start.
    @Override
    public boolean equals(Object autre) {
      return autre instanceof Choix x && palier == x.palier && codes.equals(x.codes);
    }

    @Override
    public int hashCode() {
      return 31 * codes.hashCode() + palier.hashCode();
    }
  }

  /** What the Fund paid, before the exercice and in it. */
  public List<Valeur<Montant>> aidesVersees() {
    return List.of(aideVerseeAnterieure, aideVerseeExercice);
  }

  /** What public money was granted. */
  public List<Valeur<Montant>> aidesPubliques() {
    return List.of(aideAccordee, autresAidesPubliques);
  }

  /** What pays for it. */
  public List<Valeur<Montant>> financement() {
    return List.of(aideAccordee, autresAidesPubliques, contributionMilieu);
  }

  /** What is granted and not yet paid, while it is running (FIN-13). */
  public Terme engagement() {
    Verite enCours = statut.est(Statut.EN_COURS);
    boolean connu = aideAccordee.estConnue() && aidesVersees().stream().allMatch(Valeur::estConnue);
    return new Terme(
        enCours,
        connu
            ? aideAccordee
                .contenu()
                .moins(aideVerseeAnterieure.contenu())
                .moins(aideVerseeExercice.contenu())
            : null);
  }

  @Override
  public Valeur<?> identifiant() {
    return numero;
  }
}
