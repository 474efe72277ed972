package org.verifqis.service.depot;

import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.verifqis.regles.Verdict;
import org.verifqis.service.depot.GesteRefuse.Motif;

/**
 * How a reddition comes from one state to the next: by whoever may, from the state in which it was
 * seen, all of it or nothing, with its event and what is to be sent about it.
 */
final class Avancement {
  /** What is done of a gesture, in its transaction. */
  interface Pas<T> {
    /** Does it; the account is as it is now. */
    T fais(Handle h, Compte lui);
  }

  private final Jdbi jdbi;
  private final Greffe greffe;

  Avancement(Jdbi jdbi, Greffe greffe) {
    this.jdbi = jdbi;
    this.greffe = greffe;
  }

  /** Lets an account do what the gesture allows it, or nothing. */
  <T> T fais(Compte qui, Geste geste, DossierDepose vu, Pas<T> pas) {
    try {
      return jdbi.inTransaction(h -> pas.fais(h, Droits.verifie(h, qui, Set.of(geste.role()))));
    } catch (JdbiException e) {
      // Two began the same reddition at once.
      if (Ajouts.dejaLa(e)) {
        throw jdbi.withHandle(h -> depasse(h, vu));
      }
      throw e;
    }
  }

  /** Takes a reddition from the state in which it was seen to the next, with its event. */
  void avance(
      Handle h,
      Compte qui,
      Geste geste,
      DossierDepose vu,
      Verdict verdict,
      int version,
      Map<String, ?> details) {
    DossierDepose actuel =
        Dossiers.visible(h, greffe.dossiers(), qui, vu.id())
            .orElseThrow(() -> new GesteRefuse(Motif.INTROUVABLE));
    if (actuel.verrou() != vu.verrou()) {
      throw depasse(h, vu);
    }
    EtatDossier suivant =
        geste
            .depuis(actuel.etat())
            .orElseThrow(() -> new GesteRefuse(Motif.ETAT, actuel.etat().name()));
    int changes =
        h.createUpdate(
                "update dossier set etat = :etat, verdict = :verdict, version = :version,"
                    + " modifie = :modifie, verrou = verrou + 1"
                    + " where id = :id and verrou = :verrou")
            .bind("etat", suivant.name())
            .bind("verdict", verdict.name())
            .bind("version", version)
            .bind("modifie", greffe.maintenant())
            .bind("id", vu.id())
            .bind("verrou", vu.verrou())
            .execute();
    if (changes == 0) {
      throw depasse(h, vu);
    }
    note(h, qui, geste, vu.id(), vu, details);
  }

  /** Begins a reddition, with its event; its number. */
  long commence(
      Handle h,
      Compte qui,
      Geste geste,
      DossierDepose vu,
      Verdict verdict,
      Map<String, ?> details) {
    long id =
        Ajouts.numero(
            h.createUpdate(
                    "insert into dossier (entente, exercice, etat, verdict, version, modifie,"
                        + " verrou) values (:entente, :exercice, :etat, :verdict, 1, :modifie, 1)")
                .bind("entente", vu.entente().code())
                .bind("exercice", vu.exercice().annee())
                .bind("etat", geste.depuis(vu.etat()).orElseThrow().name())
                .bind("verdict", verdict.name())
                .bind("modifie", greffe.maintenant()));
    note(h, qui, geste, id, vu, details);
    return id;
  }

  /** The event, and what is to be sent about it. */
  private void note(
      Handle h, Compte qui, Geste geste, long dossier, DossierDepose vu, Map<String, ?> details) {
    long evenement = greffe.journal().note(h, qui.courriel(), geste.name(), dossier, details);
    greffe.courriels().note(h, geste, dossier, vu.entente(), vu.exercice(), evenement);
  }

  /** Somebody was faster: who, and with what. */
  private static GesteRefuse depasse(Handle h, DossierDepose vu) {
    return h.createQuery(
            "select coalesce(c.nom, e.acteur) as qui, e.nature from evenement e"
                + " join dossier d on d.id = e.dossier"
                + " left join compte c on c.courriel = e.acteur"
                + " where d.entente = :entente and d.exercice = :exercice order by e.numero desc")
        .bind("entente", vu.entente().code())
        .bind("exercice", vu.exercice().annee())
        .setMaxRows(1)
        .map(
            (ligne, contexte) ->
                new GesteRefuse(Motif.DEPASSE, ligne.getString("qui"), ligne.getString("nature")))
        .findFirst()
        .orElseGet(() -> new GesteRefuse(Motif.DEPASSE, "", ""));
  }
}
