package org.verifqis.modele.statistiques;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.verifqis.modele.Bailleur;
import org.verifqis.modele.CategorieOrganisme;
import org.verifqis.modele.Clientele;
import org.verifqis.modele.Couverture;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Identification;
import org.verifqis.modele.Implication;
import org.verifqis.modele.Instance;
import org.verifqis.modele.ModeSelection;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Niveau;
import org.verifqis.modele.NiveauParticipation;
import org.verifqis.modele.Normalisation;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.Palier;
import org.verifqis.modele.Participation;
import org.verifqis.modele.Plan;
import org.verifqis.modele.Portee;
import org.verifqis.modele.Priorite;
import org.verifqis.modele.Projet;
import org.verifqis.modele.RapportFinancier;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Somme;
import org.verifqis.modele.Statut;
import org.verifqis.modele.Terme;
import org.verifqis.modele.Territoire;
import org.verifqis.modele.Theme;
import org.verifqis.modele.TypeIntervention;
import org.verifqis.modele.Valeur;
import org.verifqis.modele.Verite;
import org.verifqis.modele.Versement;

/**
 * What one reddition brings to the statistics; little, so that those of all years are held at once.
 *
 * @param fichier its file
 * @param projetsLus whether its sheet Projets could be read; its projects are unknown otherwise
 * @param niveaux the levels of cible 4 that it allows; none where nothing is known
 * @param projets its projects
 * @param recus what was received up to the end of the exercice
 * @param priorites its priorities
 * @param territoires its local territories
 */
public record Apport(
    Reddition.Fichier fichier,
    Entente entente,
    Exercice exercice,
    boolean projetsLus,
    Set<Niveau> niveaux,
    List<Ligne> projets,
    Identification identification,
    RapportFinancier finances,
    Recus recus,
    List<Instance> instances,
    List<Implication> implications,
    List<Suivie> priorites,
    List<Lieu> territoires) {

  /** That of a reddition; its participation is null where it can't be told. */
  public static Apport de(
      Reddition reddition,
      Entente entente,
      Exercice exercice,
      Participation.Synthese participation) {
    Plan plan = Plan.de(reddition);
    return new Apport(
        reddition.fichier(),
        entente,
        exercice,
        reddition.feuille(Onglet.PROJETS).estLue(),
        participation == null ? Set.of() : participation.niveaux(),
        reddition.projets().stream()
            .map(projet -> Ligne.de(projet, plan, exercice, reddition.identification()))
            .toList(),
        reddition.identification(),
        reddition.rapportFinancier(),
        Recus.de(reddition, exercice),
        List.copyOf(reddition.instances()),
        List.copyOf(reddition.implications()),
        reddition.priorites().stream().map(p -> Suivie.de(p, plan)).toList(),
        Lieu.de(reddition));
  }

  /**
   * What was received under the agreement.
   *
   * @param aCeJour up to the end of the exercice; null where that is unknown
   * @param avant whether something was received before the exercice
   */
  public record Recus(Montant aCeJour, Verite avant) {
    static Recus de(Reddition reddition, Exercice exercice) {
      List<Versement> versements = reddition.versements();
      boolean lue = reddition.feuille(Onglet.VERSEMENTS).estLue();
      Somme somme =
          Somme.desTermes(
              versements.stream()
                  .map(v -> Terme.si(v.date().apres(exercice.fin()).non(), v.montant()))
                  .toList());
      Verite avant =
          Verite.uneDe(versements.stream().map(v -> v.date().avant(exercice.debut())).toList());
      return new Recus(
          lue && somme.estCertaine() ? somme.total() : null, lue ? avant : Verite.INCONNU);
    }
  }

  /**
   * A priority of the plan. What is null is unknown.
   *
   * @param sansProjet whether no active project gives it
   * @param sansRegional whether active projects do and none is regional
   */
  public record Suivie(
      String libelle, Palier palier, Theme theme, Verite sansProjet, Verite sansRegional) {
    static Suivie de(Priorite priorite, Plan plan) {
      Palier palier = priorite.palier().contenu();
      return new Suivie(
          priorite.libelle().contenu(),
          palier,
          priorite.theme().contenu(),
          palier == null ? Verite.INCONNU : plan.emploie(priorite, palier).non(),
          plan.sansProjetRegional(priorite));
    }
  }

  /**
   * A local territory of the agreement.
   *
   * @param mode how its projects are chosen; null where that is not told
   * @param projets how many active projects name it, others that may being unknown
   * @param touche whether one does
   */
  public record Lieu(ModeSelection mode, Chiffre projets, Verite touche) {
    static List<Lieu> de(Reddition reddition) {
      boolean lus = reddition.feuille(Onglet.PROJETS).estLue();
      Couverture couverture = Couverture.de(reddition);
      Map<String, Long> parNom = new HashMap<>();
      long inconnus = 0;
      for (Projet projet : reddition.projets()) {
        boolean nomme = projet.territoires().estConnue();
        if (projet.actif() == Verite.INCONNU || projet.actif().isVrai() && !nomme) {
          inconnus++;
        } else if (projet.actif().isVrai()) {
          projet.territoires().contenu().stream()
              .map(Normalisation::normalise)
              .distinct()
              .forEach(nom -> parNom.merge(nom, 1L, Long::sum));
        }
      }
      List<Lieu> lieux = new ArrayList<>();
      for (Territoire territoire : reddition.territoires()) {
        Valeur<String> nom = territoire.territoire();
        long projets =
            nom.estConnue() ? parNom.getOrDefault(Normalisation.normalise(nom.contenu()), 0L) : 0;
        lieux.add(
            new Lieu(
                territoire.modeSelection().contenu(),
                lus && nom.estConnue()
                    ? Chiffre.nombre(projets, inconnus)
                    : new Chiffre(Chiffre.Nature.NOMBRE, null, null, 1),
                lus ? couverture.touche(territoire) : Verite.INCONNU));
      }
      return lieux;
    }
  }

  /** Whether it tells anything of how its Alliance is governed. */
  boolean ditLaGouvernance() {
    return !instances.isEmpty()
        || identification.mandataireType().estConnue()
        || identification.gestion().estConnue();
  }

  /** The level of cible 4; null where several are possible or nothing is known. */
  public Niveau niveau() {
    return Niveau.certain(niveaux);
  }

  /**
   * A project. What is null is unknown.
   *
   * @param numero its number as it is compared
   * @param actif whether it was not cancelled
   * @param rubrique its row of table 11
   * @param nouveau whether its agreement was signed in the exercice
   * @param duMandataire whether its promoter is the mandataire itself
   * @param verse what the Fund paid in the exercice
   * @param pspes how many people in poverty take part in it
   */
  public record Ligne(
      String numero,
      Verite actif,
      Rubrique rubrique,
      Portee portee,
      CategorieOrganisme categorie,
      Montant aide,
      Montant publiques,
      Montant milieu,
      Long personnes,
      Statut statut,
      Verite nouveau,
      Verite duMandataire,
      Montant verse,
      TypeIntervention intervention,
      List<Clientele> clienteles,
      List<Bailleur> bailleurs,
      NiveauParticipation participation,
      Long pspes) {
    static Ligne de(Projet projet, Plan plan, Exercice exercice, Identification identification) {
      Valeur<String> numero = projet.numero();
      return new Ligne(
          numero.estConnue() ? Normalisation.normalise(numero.contenu()) : null,
          projet.actif(),
          Rubrique.de(projet, plan),
          projet.portee().contenu(),
          projet.categorie().contenu(),
          projet.aideAccordee().contenu(),
          projet.autresAidesPubliques().contenu(),
          projet.contributionMilieu().contenu(),
          projet.personnesRejointes().contenu(),
          projet.statut().contenu(),
          projet.dateProtocole().entre(exercice.debut(), exercice.fin()),
          memeNeq(projet.neq(), identification.mandataireNeq()),
          projet.aideVerseeExercice().contenu(),
          projet.typeIntervention().contenu(),
          projet.clienteles().contenu(),
          projet.bailleurs().contenu(),
          projet.niveauParticipation().contenu(),
          projet.pspesImpliquees().contenu());
    }

    private static Verite memeNeq(Valeur<String> un, Valeur<String> autre) {
      return un.estConnue() && autre.estConnue()
          ? Verite.de(un.contenu().equals(autre.contenu()))
          : Verite.INCONNU;
    }

    /**
     * The figures of this project alone.
     *
     * @param repris whether it is counted with a later exercice: only the people that it reached in
     *     its own are then counted here
     */
    Chiffres chiffres(boolean repris) {
      TreeMap<Rubrique, Effectif> projets = new TreeMap<>();
      if (actif != Verite.VRAI && repris) {
        return Chiffres.avec(0, projets).exclut(new Exclus(0, 0, 1));
      }
      if (actif != Verite.VRAI) {
        boolean annule = actif == Verite.FAUX;
        return Chiffres.avec(0, projets).exclut(new Exclus(annule ? 1 : 0, annule ? 0 : 1, 0));
      }
      Personnes rejointes = Personnes.de(personnes);
      if (repris) {
        return Chiffres.avec(0, projets).rejoint(rejointes).exclut(new Exclus(0, 0, 1));
      }
      projets.put(rubrique, Effectif.un(portee));
      return new Chiffres(
          0,
          projets,
          Promoteurs.un(categorie),
          AideAccordee.de(portee, aide),
          Levier.de(aide, publiques, milieu),
          rejointes,
          Exclus.AUCUN);
    }
  }
}
