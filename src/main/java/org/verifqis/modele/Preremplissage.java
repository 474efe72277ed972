package org.verifqis.modele;

import java.time.LocalDate;
import java.util.Map;

/**
 * What a new workbook may already say: who reports, on what year, and what last year's reddition
 * leaves to it.
 */
public final class Preremplissage {
  private final Contenu contenu = Contenu.vide();

  /** The content, to be written. */
  public Contenu contenu() {
    return contenu;
  }

  /** Carries over what last year's reddition leaves to the next, as the template says. */
  public Preremplissage apres(Reddition precedente, Gabarit gabarit) {
    precedente
        .fiches()
        .forEach(
            (onglet, fiches) -> {
              Reprise reprise = gabarit.feuille(onglet).reprise();
              if (reprise != null) {
                fiches.stream()
                    .filter(reprise::retient)
                    .forEach(fiche -> ajoute(onglet, reprise.de(fiche)));
              }
            });
    return this;
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
