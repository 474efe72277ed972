package org.verifqis.audit;

import org.verifqis.classeur.Limites;
import org.verifqis.regles.Moteur;
import org.verifqis.service.Guichet;
import org.verifqis.service.Reglages;
import org.verifqis.service.Socle;

/** An audit from its first step to its last, as the command line goes through them. */
final class AuditDEssai {
  private static final Socle SOCLE = Socle.charge(null);

  private AuditDEssai() {}

  static Resultat fais(Demande demande, Moteur moteur, Memoire memoire) {
    Durees durees = new Durees();
    Limites limites = Limites.parDefaut();
    Identites identites =
        Identites.commence(
            demande.fichiers(), limites, demande.ouvriers(), demande.delai(), durees);
    Reglages reglages = new Reglages(limites, demande.ouvriers(), demande.delai());
    Guichet guichet = new Guichet(SOCLE.avec(moteur), reglages);
    return new Audit(guichet, memoire, durees).fais(demande, identites, () -> {});
  }
}
