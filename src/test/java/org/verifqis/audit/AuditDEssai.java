package org.verifqis.audit;

import org.verifqis.classeur.LecteurReddition;
import org.verifqis.classeur.Limites;
import org.verifqis.modele.Gabarit;
import org.verifqis.regles.Moteur;

/** An audit from its first step to its last, as the command line goes through them. */
final class AuditDEssai {
  private AuditDEssai() {}

  static Resultat fais(
      Demande demande, Gabarit gabarit, LecteurReddition lecteur, Moteur moteur, Memoire memoire) {
    Durees durees = new Durees();
    Identites identites =
        Identites.commence(
            demande.fichiers(), Limites.parDefaut(), demande.ouvriers(), demande.delai(), durees);
    return new Audit(gabarit, lecteur, moteur, memoire, durees).fais(demande, identites, () -> {});
  }
}
