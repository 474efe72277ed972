package org.verifqis.service.depot;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.verifqis.service.depot.GesteRefuse.Motif;

/**
 * By whom an identity provider knows an account. At the first login that is tied to the account of
 * its address; from then on the address counts for nothing, which may be given to somebody else.
 */
public final class IdentitesLiees {
  private static final int EMETTEUR_LE_PLUS_LONG = 500;
  private static final int SUJET_LE_PLUS_LONG = 255;

  private final Jdbi jdbi;
  private final Greffe greffe;

  IdentitesLiees(Jdbi jdbi, Greffe greffe) {
    this.jdbi = jdbi;
    this.greffe = greffe;
  }

  /** The account that is tied to somebody, whether it may come in or not. */
  public Optional<Compte> compte(String emetteur, String sujet) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select compte from identite where emetteur = :emetteur and sujet = :sujet")
                .bind("emetteur", emetteur)
                .bind("sujet", sujet)
                .mapTo(Long.class)
                .findOne()
                .flatMap(id -> ComptesDuGreffe.parId(h, id)));
  }

  /**
   * Ties somebody to the account of an address.
   *
   * @throws GesteRefuse if there is none that may come in, or it is somebody else's already
   */
  public Compte lie(String emetteur, String sujet, String courriel) {
    if (emetteur.length() > EMETTEUR_LE_PLUS_LONG || sujet.length() > SUJET_LE_PLUS_LONG) {
      throw new GesteRefuse(Motif.INTROUVABLE);
    }
    String adresse = courriel.strip().toLowerCase(Locale.ROOT);
    return jdbi.inTransaction(
        h -> {
          // First: whoever ties one holds the journal, so two can't do so at once.
          greffe
              .journal()
              .note(
                  h,
                  adresse,
                  "IDENTITE_LIEE",
                  null,
                  Map.of("compte", adresse, "emetteur", emetteur));
          long compte =
              h.createQuery(
                      "select c.id from compte c where c.courriel = :courriel and c.actif"
                          + " and not exists (select 1 from identite i"
                          + " where i.compte = c.id and i.emetteur = :emetteur)")
                  .bind("courriel", adresse)
                  .bind("emetteur", emetteur)
                  .mapTo(Long.class)
                  .findOne()
                  .orElseThrow(() -> new GesteRefuse(Motif.INTROUVABLE));
          h.createUpdate(
                  "insert into identite (emetteur, sujet, compte, lie)"
                      + " values (:emetteur, :sujet, :compte, :lie)")
              .bind("emetteur", emetteur)
              .bind("sujet", sujet)
              .bind("compte", compte)
              .bind("lie", greffe.maintenant())
              .execute();
          return ComptesDuGreffe.parId(h, compte).orElseThrow();
        });
  }

  /** The numbers of the accounts that are tied to somebody. */
  public Set<Long> liees() {
    return jdbi.withHandle(
        h -> new HashSet<>(h.createQuery("select compte from identite").mapTo(Long.class).list()));
  }

  /**
   * Unties an account: the next login ties it again. Whoever is logged in by it has to log in anew.
   *
   * @throws GesteRefuse if there is no such account, or it is tied to nobody
   */
  public void delie(String acteur, long id) {
    jdbi.useTransaction(
        h -> {
          Compte compte =
              ComptesDuGreffe.parId(h, id).orElseThrow(() -> new GesteRefuse(Motif.INTROUVABLE));
          int deliees =
              h.createUpdate("delete from identite where compte = :id").bind("id", id).execute();
          if (deliees == 0) {
            throw new GesteRefuse(Motif.INTROUVABLE);
          }
          h.createUpdate("update compte set verrou = verrou + 1 where id = :id")
              .bind("id", id)
              .execute();
          greffe
              .journal()
              .note(h, acteur, "IDENTITE_DELIEE", null, Map.of("compte", compte.courriel()));
        });
  }
}
