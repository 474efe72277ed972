package org.verifqis.service;

import org.verifqis.modele.Entente;
import org.verifqis.modele.Erreur;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Preremplissage;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Refus;
import org.verifqis.modele.Refus.Motif;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Registre;

/**
 * What a new workbook may already say, and where that comes from.
 *
 * @param preremplissage what it says
 * @param exercice its year; null where that is left open
 * @param precedente what the rules say of last year's reddition; null without one
 */
public record Preparation(Preremplissage preremplissage, Exercice exercice, Jugement precedente) {
  /** For whom and for what year; each null where that is left open. */
  static Preparation sansPrecedente(Entente entente, Exercice exercice) {
    return new Preparation(new Preremplissage().pour(entente, exercice), exercice, null);
  }

  /** After last year's reddition; not where that is another agreement's, or of another year. */
  static Issue<Preparation> apres(
      Reddition precedente, String nom, Entente entente, Exercice exercice, Socle socle) {
    Exercice suivant = Preremplissage.exerciceApres(precedente);
    if (suivant != null && exercice != null && !suivant.equals(exercice)) {
      Refus refus = Refus.de(Motif.AUTRE_EXERCICE, nom, suivant.nom());
      return Issue.ratee(new Erreur(nom, refus));
    }
    Entente sienne = precedente.identification().codeEntente().contenu();
    if (sienne != null && entente != null && !sienne.equals(entente)) {
      return Issue.ratee(new Erreur(nom, Refus.de(Motif.AUTRE_ENTENTE, nom, sienne.code())));
    }
    Exercice sien = suivant == null ? exercice : suivant;
    Preremplissage contenu =
        new Preremplissage()
            .apres(precedente, socle.gabarit(), commenceUneEdition(sien, socle.registre()))
            .pour(entente, sien);
    return Issue.de(new Preparation(contenu, sien, socle.moteur().juge(precedente)));
  }

  /** Whether the year before it is one of another edition; not where it is unknown. */
  private static boolean commenceUneEdition(Exercice exercice, Registre registre) {
    if (exercice == null) {
      return false;
    }
    Exercice avant = new Exercice(exercice.annee() - 1);
    return !registre.edition(avant).equals(registre.edition(exercice));
  }
}
