package org.verifqis.modele;

import java.util.List;
import java.util.Map;

/**
 * What a new workbook may already say: who reports, on what year, and what last year's reddition
 * leaves to it.
 */
public final class Preremplissage {
  private static final String IDENTIFICATION = "Identification";

  /** What stays true of an agreement from year to year. */
  private static final List<String> DURABLES =
      List.of(
          "codeEntente",
          "region",
          "mandataireNom",
          "mandataireNeq",
          "mandataireType",
          "dateSignatureEntente",
          "dateFinEntente",
          "enveloppe",
          "dateDepotPlan",
          "dateApprobationPlan",
          "responsableNom",
          "responsableCourriel");

  /** What a project did in the year, which a new year does not know yet. */
  private static final List<String> DE_L_ANNEE =
      List.of("aideVerseeExercice", "personnesRejointes", "pspesImpliquees", "coutTotal");

  private final Contenu contenu = Contenu.vide();

  /** The content, to be written. */
  public Contenu contenu() {
    return contenu;
  }

  /** Carries over what last year's reddition leaves to the next. */
  public Preremplissage apres(Reddition precedente) {
    Map<String, Object> champs = contenu.formulaire(IDENTIFICATION);
    champs.putAll(Contenu.connu(precedente.identification()));
    champs.keySet().retainAll(DURABLES);
    Valeur<Montant> solde = precedente.rapportFinancier().soldeCloture();
    if (solde.estConnue()) {
      contenu.formulaire("Rapport financier").put("soldeOuverture", solde.contenu());
    }
    precedente.versements().forEach(v -> contenu.ajoute("Versements", Contenu.connu(v)));
    precedente.priorites().forEach(p -> contenu.ajoute("Priorités", Contenu.connu(p)));
    for (Instance instance : precedente.instances()) {
      Map<String, Object> fiche = Contenu.connu(instance);
      fiche.remove("rencontres");
      contenu.ajoute("Gouvernance", fiche);
    }
    precedente.projets().stream()
        .filter(projet -> projet.statut().est(Statut.EN_COURS).isVrai())
        .forEach(projet -> contenu.ajoute("Projets", reporte(projet)));
    return this;
  }

  private static Map<String, Object> reporte(Projet projet) {
    Map<String, Object> fiche = Contenu.connu(projet);
    DE_L_ANNEE.forEach(fiche::remove);
    fiche.remove("aideVerseeAnterieure");
    if (projet.aidesVersees().stream().allMatch(Valeur::estConnue)) {
      fiche.put(
          "aideVerseeAnterieure",
          projet.aideVerseeAnterieure().contenu().plus(projet.aideVerseeExercice().contenu()));
    }
    return fiche;
  }

  /** Says whose reddition it is. */
  public Preremplissage pour(Entente entente) {
    Map<String, Object> champs = contenu.formulaire(IDENTIFICATION);
    champs.put("codeEntente", entente);
    if (entente.region() != null) {
      champs.put("region", entente.region());
    }
    if (entente.mandatairesAttendus().size() == 1) {
      champs.put("mandataireType", entente.mandatairesAttendus().iterator().next());
    }
    return this;
  }

  /** Says of what year. */
  public Preremplissage pour(Exercice exercice) {
    Map<String, Object> champs = contenu.formulaire(IDENTIFICATION);
    champs.put("exerciceDebut", exercice.debut());
    champs.put("exerciceFin", exercice.fin());
    return this;
  }
}
