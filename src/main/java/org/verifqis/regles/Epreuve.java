package org.verifqis.regles;

import java.util.ArrayList;
import java.util.List;
import org.verifqis.modele.Reddition;
import org.verifqis.regles.Explication.CasExamine;

/**
 * A reddition that is put to the test of one rule after another, and again as it would be with
 * something else in a cell. All is done in one session: between two trials the engine is handed
 * only the facts that differ.
 */
public final class Epreuve implements AutoCloseable {
  private final Moteur moteur;
  private final Reddition reddition;
  private final Seance seance;

  Epreuve(Moteur moteur, Reddition reddition, Seance seance) {
    this.moteur = moteur;
    this.reddition = reddition;
    this.seance = seance;
  }

  /** The outcome of a trial. */
  public record Essai(ResultatRegle resultat, List<Constat> constats) {}

  /** The reddition as it is. */
  public Reddition reddition() {
    return reddition;
  }

  /** Tells how a rule comes to its status. */
  public Explication explique(String id) {
    List<CasExamine> cas = new ArrayList<>();
    seance.explique(id, cas);
    Jugement jugement = moteur.juge(reddition, Sujets.de(reddition), id, seance);
    return moteur.explication(reddition, jugement, id, cas);
  }

  /**
   * What a rule says of the reddition as it would be. Its findings say where they stand; what they
   * are about is not looked up.
   */
  public Essai essaie(Reddition autre, String id) {
    seance.explique(null, List.of());
    Jugement jugement = moteur.juge(autre, Sujets.aucuns(), id, seance);
    List<Constat> constats =
        jugement.constats().stream().filter(c -> c.regle().id().equals(id)).toList();
    return new Essai(
        jugement.resultats().stream()
            .filter(r -> r.regle().id().equals(id))
            .findFirst()
            .orElseThrow(),
        constats);
  }

  @Override
  public void close() {
    seance.close();
  }
}
