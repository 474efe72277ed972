package org.verifqis.modele;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a new workbook may already say: who reports, on what year, and what last year's reddition
 * leaves to it.
 */
public final class Preremplissage {
  private final Contenu contenu = Contenu.vide();
  private final List<Compte> comptes = new ArrayList<>();

  /**
   * What was taken over of a sheet, and what was not: values of a form, records of a table.
   *
   * @param feuille the sheet, as last year's workbook has it or misses it
   * @param onglet the same in the template
   * @param reprises how many were taken over
   * @param finies how many records were left because they do not go on
   * @param indecises where it can't be read whether a record goes on; they were left
   * @param illisibles values that can't be read; they were left empty
   * @param autreEdition how many were left because they belong to an agreement that has ended
   */
  public record Compte(
      Feuille feuille,
      Onglet onglet,
      int reprises,
      int finies,
      List<Emplacement> indecises,
      List<Emplacement> illisibles,
      int autreEdition) {}

  /** What was taken over of each sheet that leaves something to the next year. */
  public List<Compte> comptes() {
    return List.copyOf(comptes);
  }

  /** The content, to be written. */
  public Contenu contenu() {
    return contenu;
  }

  /**
   * Carries over what last year's reddition leaves to the next, as the template says.
   *
   * @param autreEdition whether the next year is one of another agreement
   */
  public Preremplissage apres(Reddition precedente, Gabarit gabarit, boolean autreEdition) {
    precedente
        .fiches()
        .forEach(
            (onglet, fiches) -> {
              Reprise reprise = gabarit.feuille(onglet).reprise();
              if (reprise != null) {
                Feuille feuille = precedente.feuille(onglet);
                comptes.add(reprend(feuille, onglet, fiches, reprise, autreEdition));
              }
            });
    return this;
  }

  private Compte reprend(
      Feuille feuille,
      Onglet onglet,
      List<? extends Record> fiches,
      Reprise reprise,
      boolean autreEdition) {
    int reprises = 0;
    int finies = 0;
    int laissees = 0;
    List<Emplacement> indecises = new ArrayList<>();
    List<Emplacement> illisibles = new ArrayList<>();
    for (Record fiche : fiches) {
      Verite retenue = reprise.retient(fiche);
      if (!retenue.isPossible()) {
        finies++;
      } else if (!retenue.isVrai()) {
        indecises.addAll(reprise.indecises(fiche));
      } else {
        Map<String, Object> repris = reprise.de(fiche);
        int avant = repris.size();
        if (autreEdition) {
          repris.keySet().removeAll(reprise.deLEntente());
        }
        boolean tableau = onglet.estTableau();
        boolean rien = repris.isEmpty() && avant > 0;
        laissees += tableau ? (rien ? 1 : 0) : avant - repris.size();
        reprises += tableau ? (rien ? 0 : 1) : repris.size();
        if (!rien) {
          illisibles.addAll(reprise.illisibles(fiche));
          ajoute(onglet, repris);
        }
      }
    }
    return new Compte(feuille, onglet, reprises, finies, indecises, illisibles, laissees);
  }

  private void ajoute(Onglet onglet, Map<String, Object> fiche) {
    if (onglet.estTableau()) {
      contenu.ajoute(onglet.nom(), fiche);
    } else {
      contenu.formulaire(onglet.nom()).putAll(fiche);
    }
  }

  /** The year after that of a reddition; null where that is unknown. */
  public static Exercice exerciceApres(Reddition precedente) {
    LocalDate debut = precedente.identification().exerciceDebut().contenu();
    return debut == null ? null : new Exercice(Exercice.contenant(debut).annee() + 1);
  }

  /** Says whose reddition it is, and of what year; null for what is left open. */
  public Preremplissage pour(Entente entente, Exercice exercice) {
    if (entente != null) {
      pour(entente);
    }
    if (exercice != null) {
      pour(exercice);
    }
    return this;
  }

  /** Says whose reddition it is. */
  public Preremplissage pour(Entente entente) {
    Map<String, Object> champs = identification();
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
    Map<String, Object> champs = identification();
    champs.put("exerciceDebut", exercice.debut());
    champs.put("exerciceFin", exercice.fin());
    return this;
  }

  private Map<String, Object> identification() {
    return contenu.formulaire(Onglet.IDENTIFICATION.nom());
  }
}
