package org.verifqis.service.depot;

import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;

/**
 * What was checked and is not filed yet: one workbook an account, agreement and year. It ends when
 * it is filed or given up, and after a day at the latest.
 */
public final class Brouillons {
  /** For how long one is kept. */
  public static final Duration GARDE = Duration.ofDays(1);

  /** A workbook: the name of its file, and its bytes. */
  public record Brouillon(String nom, byte[] octets) {}

  private final Jdbi jdbi;
  private final Greffe greffe;

  Brouillons(Jdbi jdbi, Greffe greffe) {
    this.jdbi = jdbi;
    this.greffe = greffe;
  }

  /** Keeps a workbook in the place of the one before. */
  public void garde(Compte qui, Entente entente, Exercice exercice, Brouillon brouillon) {
    if (!qui.ententes().contains(entente.code())) {
      throw new GesteRefuse(GesteRefuse.Motif.INTROUVABLE);
    }
    jdbi.useTransaction(
        h -> {
          vide(h);
          retire(h, qui, entente, exercice);
          h.createUpdate(
                  "insert into brouillon (compte, entente, exercice, nom, quand, contenu)"
                      + " values (:compte, :entente, :exercice, :nom, :quand, :contenu)")
              .bind("compte", qui.id())
              .bind("entente", entente.code())
              .bind("exercice", exercice.annee())
              .bind("nom", brouillon.nom())
              .bind("quand", greffe.maintenant())
              .bind("contenu", brouillon.octets())
              .execute();
        });
  }

  /** The one of an account, where there is one that is not too old. */
  public Optional<Brouillon> un(Compte qui, Entente entente, Exercice exercice) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select nom, contenu from brouillon where compte = :compte"
                        + " and entente = :entente and exercice = :exercice and quand >= :depuis")
                .bind("compte", qui.id())
                .bind("entente", entente.code())
                .bind("exercice", exercice.annee())
                .bind("depuis", greffe.maintenant().minus(GARDE))
                .map(
                    (ligne, contexte) ->
                        new Brouillon(ligne.getString("nom"), ligne.getBytes("contenu")))
                .findOne());
  }

  /** Ends one. */
  public void retire(Compte qui, Entente entente, Exercice exercice) {
    jdbi.useHandle(h -> retire(h, qui, entente, exercice));
  }

  static void retire(Handle h, Compte qui, Entente entente, Exercice exercice) {
    h.createUpdate(
            "delete from brouillon where compte = :compte and entente = :entente"
                + " and exercice = :exercice")
        .bind("compte", qui.id())
        .bind("entente", entente.code())
        .bind("exercice", exercice.annee())
        .execute();
  }

  /** Ends those that are too old. */
  public void vide() {
    jdbi.useHandle(this::vide);
  }

  private void vide(Handle h) {
    h.createUpdate("delete from brouillon where quand < :avant")
        .bind("avant", greffe.maintenant().minus(GARDE))
        .execute();
  }
}
