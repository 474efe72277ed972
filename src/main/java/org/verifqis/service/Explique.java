package org.verifqis.service;

import java.util.List;
import org.verifqis.modele.Reddition;
import org.verifqis.regles.Epreuve;
import org.verifqis.regles.Explication;
import org.verifqis.regles.Explication.CasExamine;
import org.verifqis.regles.Moteur;
import org.verifqis.regles.remedes.Remedes;
import org.verifqis.regles.remedes.Remedes.Remede;

/** How a rule came to its status for a reddition, and what would mend what it finds. */
public final class Explique {
  private final Explication explication;
  private final Moteur moteur;
  private final Reddition reddition;

  Explique(Moteur moteur, Reddition reddition, String id) {
    this.explication = moteur.explique(reddition, id);
    this.moteur = moteur;
    this.reddition = reddition;
  }

  /** The file that the reddition was read from. */
  public Reddition.Fichier fichier() {
    return reddition.fichier();
  }

  /** How the rule came to its status. */
  public Explication explication() {
    return explication;
  }

  /** The smallest changes that mend a breach, which are looked for now; none where none does. */
  public List<Remede> remedes(CasExamine cas) {
    try (Epreuve epreuve = moteur.epreuve(reddition)) {
      return new Remedes(epreuve, explication).de(cas);
    }
  }
}
