package org.verifqis.service.depot;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Logins that were refused, by which whoever guesses passwords is slowed: the more, the less an
 * account or an address tells. Whoever owns the account is never kept out for long.
 */
public final class ConnexionsRefusees {
  /** For how long one is remembered. */
  static final Duration GARDE = Duration.ofDays(30);

  private static final Duration FENETRE = Duration.ofMinutes(15);

  /** Refusals in that while after which a place waits: for one account, for all of them. */
  private static final int PAR_COMPTE_ET_ADRESSE = 5;

  private static final int PAR_ADRESSE = 30;

  /** And after which an account is tried but seldom, from wherever. */
  private static final int PAR_COMPTE = 50;

  private static final Duration ENTRE_DEUX = Duration.ofSeconds(30);

  private final Jdbi jdbi;
  private final Greffe greffe;

  ConnexionsRefusees(Jdbi jdbi, Greffe greffe) {
    this.jdbi = jdbi;
    this.greffe = greffe;
  }

  private static String tape(String courriel) {
    String tape = courriel.strip().toLowerCase(Locale.ROOT);
    return tape.substring(0, Math.min(tape.length(), ComptesDuGreffe.COURRIEL_LE_PLUS_LONG));
  }

  /** Ends those that are too old. */
  public void vide() {
    jdbi.useHandle(h -> vide(h, greffe.maintenant()));
  }

  private static void vide(Handle h, OffsetDateTime maintenant) {
    h.createUpdate("delete from connexion_refusee where quand < :avant")
        .bind("avant", maintenant.minus(GARDE))
        .execute();
  }

  /**
   * Notes one.
   *
   * @return its number, by which it is taken back
   */
  public long note(String courriel, String origine) {
    OffsetDateTime maintenant = greffe.maintenant();
    return jdbi.inTransaction(
        h -> {
          vide(h, maintenant);
          return Ajouts.numero(
              h.createUpdate(
                      "insert into connexion_refusee (courriel, adresse, quand)"
                          + " values (:courriel, :origine, :quand)")
                  .bind("courriel", tape(courriel))
                  .bind("origine", origine)
                  .bind("quand", maintenant));
        });
  }

  /** Takes one back, as the login was let in after all. */
  public void retire(long numero) {
    jdbi.useHandle(
        h ->
            h.createUpdate("delete from connexion_refusee where id = :numero")
                .bind("numero", numero)
                .execute());
  }

  /**
   * Whether so many were refused of late that another has to wait.
   *
   * @param origine the address that it comes from, or what stands for a browser that is known
   * @param connue whether somebody logged in to that account there before: what others try
   *     elsewhere counts for nothing then
   */
  public boolean attend(String courriel, String origine, boolean connue) {
    OffsetDateTime maintenant = greffe.maintenant();
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select sum(case when courriel = :courriel and adresse = :origine"
                        + " then 1 else 0 end) as deux, sum(case when adresse = :origine"
                        + " then 1 else 0 end) as sienne, sum(case when courriel = :courriel"
                        + " then 1 else 0 end) as tous, sum(case when courriel = :courriel"
                        + " and quand > :peu then 1 else 0 end) as fraiches"
                        + " from connexion_refusee where quand > :depuis")
                .bind("courriel", tape(courriel))
                .bind("origine", origine)
                .bind("depuis", maintenant.minus(FENETRE))
                .bind("peu", maintenant.minus(ENTRE_DEUX))
                .map(
                    (ligne, contexte) ->
                        ligne.getLong("deux") >= PAR_COMPTE_ET_ADRESSE
                            || !connue
                                && (ligne.getLong("sienne") >= PAR_ADRESSE
                                    || ligne.getLong("tous") >= PAR_COMPTE
                                        && ligne.getLong("fraiches") > 0))
                .one());
  }
}
