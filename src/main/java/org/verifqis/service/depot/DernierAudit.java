package org.verifqis.service.depot;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.verifqis.regles.Verdict;
import org.verifqis.regles.comparaison.Changement;

/** What the last audit of all that is filed left, for the staff. */
public final class DernierAudit {
  /**
   * An audit.
   *
   * @param debut when it began
   * @param fin when it ended
   * @param redditions how many it judged
   * @param illisibles how many it could not read
   * @param echec why it did not come to its end; null where it did
   * @param premier whether there was none before it
   * @param changements what was no longer as the audit before had found it
   */
  public record Audite(
      OffsetDateTime debut,
      OffsetDateTime fin,
      int redditions,
      int illisibles,
      String echec,
      boolean premier,
      List<Change> changements) {}

  /**
   * What was no longer as before.
   *
   * @param changement what, and why, without its findings
   * @param nouveaux how many findings there had not been
   * @param disparus how many there are no more
   */
  public record Change(Changement changement, int nouveaux, int disparus) {}

  /**
   * How audits end.
   *
   * @param reussi when one last came to its end; null for never
   * @param enEchec whether the last one did not
   */
  public record Etat(OffsetDateTime reussi, boolean enEchec) {}

  private final Jdbi jdbi;

  DernierAudit(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** How audits end: for figures of the server, which tell nothing of what is filed. */
  public Etat etat() {
    return jdbi.withHandle(
        h ->
            new Etat(
                h.createQuery("select fin from audit where echec is null order by id desc")
                    .setMaxRows(1)
                    .map((ligne, contexte) -> ligne.getObject("fin", OffsetDateTime.class))
                    .findFirst()
                    .orElse(null),
                h.createQuery("select echec from audit order by id desc")
                    .setMaxRows(1)
                    .map((ligne, contexte) -> ligne.getString("echec") != null)
                    .findFirst()
                    .orElse(false)));
  }

  /** The last that came to its end. */
  public Optional<Audite> reussi(Compte qui) {
    return dernier(qui, "a.echec is null");
  }

  /** The last, where it did not. */
  public Optional<Audite> echoue(Compte qui) {
    return dernier(
        qui, "a.echec is not null and not exists (select 1 from audit b where b.id > a.id)");
  }

  private Optional<Audite> dernier(Compte qui, String lequel) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select a.*, (select count(*) from audit b where b.id < a.id"
                        + " and b.echec is null) as avant from audit a where "
                        + lequel
                        + " and "
                        + Droits.PERSONNEL
                        + " order by a.id desc")
                .bind("qui", qui.id())
                .setMaxRows(1)
                .map((ligne, contexte) -> audite(h, ligne))
                .findFirst());
  }

  private static Audite audite(Handle h, ResultSet ligne) throws SQLException {
    return new Audite(
        ligne.getObject("debut", OffsetDateTime.class),
        ligne.getObject("fin", OffsetDateTime.class),
        ligne.getInt("redditions"),
        ligne.getInt("illisibles"),
        ligne.getString("echec"),
        ligne.getInt("avant") == 0,
        h.createQuery("select * from audit_changement where audit = :audit order by rang")
            .bind("audit", ligne.getLong("id"))
            .map((change, contexte) -> change(change))
            .list());
  }

  private static Change change(ResultSet ligne) throws SQLException {
    String entente = ligne.getString("entente");
    String exercice = ligne.getString("exercice");
    return new Change(
        new Changement(
            Changement.Genre.valueOf(ligne.getString("genre")),
            Stream.of(ligne.getString("causes").split(","))
                .filter(cause -> !cause.isEmpty())
                .map(Changement.Cause::valueOf)
                .toList(),
            entente,
            exercice,
            // The name is that of the agreement and the year.
            entente == null || exercice == null ? ligne.getString("fichier") : null,
            verdict(ligne.getString("avant")),
            verdict(ligne.getString("apres")),
            List.of(),
            List.of()),
        ligne.getInt("nouveaux"),
        ligne.getInt("disparus"));
  }

  private static Verdict verdict(String nom) {
    return nom == null ? null : Verdict.valueOf(nom);
  }

  /** What it says of redditions of which the board tells otherwise, by their numbers. */
  public Map<Long, Verdict> autrement(Compte qui) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select d.id, j.verdict from audit_jugement j join dossier d on d.id = j.dossier"
                        + " where j.version = d.version and j.verdict <> d.verdict and "
                        + Droits.PERSONNEL)
                .bind("qui", qui.id())
                .reduceRows(
                    new HashMap<>(),
                    (toutes, ligne) -> {
                      toutes.put(
                          ligne.getColumn("id", Long.class),
                          Verdict.valueOf(ligne.getColumn("verdict", String.class)));
                      return toutes;
                    }));
  }

  /** A page or file of its report. */
  public Optional<byte[]> piece(Compte qui, String nom) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select contenu from audit_piece where nom = :nom and " + Droits.PERSONNEL)
                .bind("nom", nom)
                .bind("qui", qui.id())
                .mapTo(byte[].class)
                .findOne()
                .map(DernierAudit::deploie));
  }

  private static byte[] deploie(byte[] serres) {
    try (GZIPInputStream flux = new GZIPInputStream(new ByteArrayInputStream(serres))) {
      return flux.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
