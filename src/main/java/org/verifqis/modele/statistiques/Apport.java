package org.verifqis.modele.statistiques;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.verifqis.modele.CategorieOrganisme;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Niveau;
import org.verifqis.modele.Normalisation;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.Participation;
import org.verifqis.modele.Plan;
import org.verifqis.modele.Portee;
import org.verifqis.modele.Projet;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Valeur;
import org.verifqis.modele.Verite;

/**
 * What one reddition brings to the statistics; little, so that those of all years are held at once.
 *
 * @param fichier its file
 * @param projetsLus whether its sheet Projets could be read; its projects are unknown otherwise
 * @param niveaux the levels of cible 4 that it allows; none where nothing is known
 * @param projets its projects
 */
public record Apport(
    Reddition.Fichier fichier,
    Entente entente,
    Exercice exercice,
    boolean projetsLus,
    Set<Niveau> niveaux,
    List<Ligne> projets) {

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
        reddition.projets().stream().map(projet -> Ligne.de(projet, plan)).toList());
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
      Long personnes) {
    static Ligne de(Projet projet, Plan plan) {
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
          projet.personnesRejointes().contenu());
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
