package org.verifqis.service.depot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.verifqis.modele.Exercice;
import org.verifqis.regles.Verdict;
import org.verifqis.regles.comparaison.Changement;
import org.verifqis.regles.derogations.Derogations;

/**
 * The audits of all that is filed: what they look at, which of several programs does one, and what
 * they leave. They decide nothing: what was adopted, and what somebody decided, stays as it is.
 */
public final class Nuits {
  /** For how long whoever does an audit is waited for without a sign of life. */
  static final Duration BAIL = Duration.ofMinutes(15);

  private static final int ECHEC_LE_PLUS_LONG = 1_000;
  private static final String CLASSEUR = "xlsx";
  private static final List<String> FORMES = List.of(CLASSEUR, "xlsm", "xls", "ods");
  private static final OffsetDateTime JAMAIS =
      OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  /** Whoever does the audit, for a while. */
  public record Bail(String porteur) {}

  /**
   * The last version of a reddition, as an audit looks at it.
   *
   * @param dossier number of the reddition
   * @param version number of the version
   * @param fichier where its workbook lies for that while
   */
  public record Copiee(long dossier, int version, Path fichier) {}

  /** What an audit said of a version. */
  public record Jugee(long dossier, int version, Verdict verdict) {}

  /**
   * What an audit found.
   *
   * @param debut when it began
   * @param jugees what it said of each reddition
   * @param illisibles how many could not be read
   * @param changements what was no longer as the audit before had found it
   */
  public record Bilan(
      OffsetDateTime debut, List<Jugee> jugees, int illisibles, List<Changement> changements) {}

  /** Takes the pages and files of a report, each under its name. */
  public interface Pieces {
    /** Takes one. */
    void ajoute(String nom, byte[] contenu);
  }

  /** What writes a report. */
  public interface Redaction {
    /** Writes it, piece by piece. */
    void ecris(Pieces vers) throws IOException;
  }

  private final Jdbi jdbi;
  private final Greffe greffe;

  Nuits(Jdbi jdbi, Greffe greffe) {
    this.jdbi = jdbi;
    this.greffe = greffe;
  }

  /**
   * Takes the next audit on, where nobody else is at it and there is something to look at.
   *
   * @param prevu since when it has been due: one that was done since then is not done again
   */
  public Optional<Bail> prends(OffsetDateTime prevu) {
    Bail bail = new Bail(UUID.randomUUID().toString());
    return jdbi.withHandle(
        h -> {
          ouvre(h);
          return tiens(h, bail, prevu) ? Optional.of(bail) : Optional.empty();
        });
  }

  /** Takes an audit on now, whenever the last one was done. */
  public Optional<Bail> prends() {
    return prends(greffe.maintenant().plus(BAIL));
  }

  /** The row that is held is made with the first audit: an empty registry has none. */
  private static void ouvre(Handle h) {
    try {
      h.createUpdate(
              "insert into audit_bail (id, porteur, expire, fait) select 1, '', :jamais, :jamais"
                  + " where exists (select 1 from dossier)"
                  + " and not exists (select 1 from audit_bail)")
          .bind("jamais", JAMAIS)
          .execute();
    } catch (JdbiException e) {
      // Another program was faster.
      if (!Ajouts.dejaLa(e)) {
        throw e;
      }
    }
  }

  private boolean tiens(Handle h, Bail bail, OffsetDateTime prevu) {
    return h.createUpdate(
                "update audit_bail set porteur = :porteur, expire = :expire"
                    + " where id = 1 and expire <= :maintenant and fait < :prevu"
                    + " and exists (select 1 from dossier)")
            .bind("porteur", bail.porteur())
            .bind("expire", greffe.maintenant().plus(BAIL))
            .bind("maintenant", greffe.maintenant())
            .bind("prevu", prevu)
            .execute()
        == 1;
  }

  /**
   * What is filed is judged otherwise from now on: whoever does audits does one more. One that is
   * under way judges as before: it is given up.
   */
  void redemande(Handle h) {
    h.createUpdate(
            "update audit_bail set porteur = '', expire = :jamais, fait = :jamais where id = 1")
        .bind("jamais", JAMAIS)
        .execute();
  }

  /** Whoever does the audit is still at it. */
  public void prolonge(Bail bail) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    "update audit_bail set expire = :expire where id = 1 and porteur = :porteur")
                .bind("expire", greffe.maintenant().plus(BAIL))
                .bind("porteur", bail.porteur())
                .execute());
  }

  /** Whoever does the audit leaves it to be done by another. */
  public void lache(Bail bail) {
    jdbi.useHandle(
        h ->
            h.createUpdate("update audit_bail set expire = :jamais where id = 1 and porteur = :qui")
                .bind("jamais", JAMAIS)
                .bind("qui", bail.porteur())
                .execute());
  }

  /** The audit is over: true where it was still this one's. */
  private boolean finis(Handle h, Bail bail) {
    return h.createUpdate(
                "update audit_bail set expire = :jamais, fait = :maintenant"
                    + " where id = 1 and porteur = :porteur and expire > :jamais")
            .bind("jamais", JAMAIS)
            .bind("maintenant", greffe.maintenant())
            .bind("porteur", bail.porteur())
            .execute()
        == 1;
  }

  /**
   * Puts the last version of each reddition into a folder, one after another: each under the name
   * of its agreement and year, whatever whoever filed it called it.
   */
  public List<Copiee> copie(Path dossier) throws IOException {
    record Deposee(long dossier, int version, long classeur, String nom) {}

    List<Deposee> deposees =
        jdbi.withHandle(
            h ->
                h.createQuery(
                        "select d.id, d.entente, d.exercice, d.version, v.id as classeur, v.nom"
                            + " from dossier d join version_depot v on v.dossier = d.id"
                            + " and v.numero = d.version order by d.entente, d.exercice")
                    .map(
                        (ligne, contexte) ->
                            new Deposee(
                                ligne.getLong("id"),
                                ligne.getInt("version"),
                                ligne.getLong("classeur"),
                                nom(ligne)))
                    .list());
    List<Copiee> copiees = new ArrayList<>();
    for (Deposee une : deposees) {
      Optional<byte[]> octets =
          jdbi.withHandle(
              h ->
                  h.createQuery("select contenu from classeur where version = :version")
                      .bind("version", une.classeur())
                      .mapTo(byte[].class)
                      .findOne());
      if (octets.isPresent()) {
        Path fichier = Files.write(dossier.resolve(une.nom()), octets.get());
        copiees.add(new Copiee(une.dossier(), une.version(), fichier));
      }
    }
    return copiees;
  }

  private static String nom(ResultSet ligne) throws SQLException {
    String sien = ligne.getString("nom").toLowerCase(Locale.ROOT);
    String forme = sien.substring(sien.lastIndexOf('.') + 1);
    return ligne.getString("entente")
        + " "
        + new Exercice(ligne.getInt("exercice")).nom()
        + "."
        + (FORMES.contains(forme) ? forme : CLASSEUR);
  }

  /** All that is accepted, of every reddition. */
  public Derogations derogations() {
    return new Derogations(
        greffe.dossiers().acceptations().stream().map(Dossiers.Acceptation::derogation).toList());
  }

  /**
   * Keeps what an audit found and its report, in the place of the report before: all or nothing.
   *
   * @throws IllegalStateException if another program has taken the audit over meanwhile
   */
  public void termine(Bail bail, Bilan bilan, Redaction rapport) throws IOException {
    try {
      jdbi.useTransaction(
          h -> {
            if (!finis(h, bail)) {
              throw new IllegalStateException("another program has taken the audit over");
            }
            long id = note(h, bilan.debut(), bilan.jugees().size(), bilan.illisibles(), null);
            int rang = 0;
            for (Changement changement : bilan.changements()) {
              note(h, id, rang++, changement);
            }
            jugees(h, bilan.jugees());
            h.execute("delete from audit_piece");
            ecris(h, rapport);
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Keeps that an audit did not come to its end; what the last one left stays. */
  public void echoue(Bail bail, OffsetDateTime debut, String cause) {
    jdbi.useTransaction(
        h -> {
          // Where another program has taken it over, that one tells how it ends.
          if (finis(h, bail)) {
            note(h, debut, 0, 0, cause.substring(0, Math.min(cause.length(), ECHEC_LE_PLUS_LONG)));
          }
        });
  }

  private long note(Handle h, OffsetDateTime debut, int redditions, int illisibles, String echec) {
    return Ajouts.numero(
        h.createUpdate(
                "insert into audit (debut, fin, redditions, illisibles, echec)"
                    + " values (:debut, :fin, :redditions, :illisibles, :echec)")
            .bind("debut", debut)
            .bind("fin", greffe.maintenant())
            .bind("redditions", redditions)
            .bind("illisibles", illisibles)
            .bind("echec", echec));
  }

  private static void note(Handle h, long audit, int rang, Changement changement) {
    h.createUpdate(
            "insert into audit_changement (audit, rang, genre, causes, entente, exercice, fichier,"
                + " avant, apres, nouveaux, disparus) values (:audit, :rang, :genre, :causes,"
                + " :entente, :exercice, :fichier, :avant, :apres, :nouveaux, :disparus)")
        .bind("audit", audit)
        .bind("rang", rang)
        .bind("genre", changement.genre().name())
        .bind(
            "causes",
            String.join(",", changement.causes().stream().map(Changement.Cause::name).toList()))
        .bind("entente", changement.entente())
        .bind("exercice", changement.exercice())
        .bind("fichier", changement.fichier())
        .bind("avant", Objects.toString(changement.avant(), null))
        .bind("apres", Objects.toString(changement.apres(), null))
        .bind("nouveaux", changement.nouveaux().size())
        .bind("disparus", changement.disparus().size())
        .execute();
  }

  private static void jugees(Handle h, List<Jugee> jugees) {
    h.execute("delete from audit_jugement");
    for (Jugee une : jugees) {
      // One that ended while it was looked at is not told of.
      h.createUpdate(
              "insert into audit_jugement (dossier, version, verdict) select d.id,"
                  + " cast(:version as integer), cast(:verdict as varchar) from dossier d"
                  + " where d.id = :dossier")
          .bind("dossier", une.dossier())
          .bind("version", une.version())
          .bind("verdict", une.verdict().name())
          .execute();
    }
  }

  private static void ecris(Handle h, Redaction rapport) {
    try {
      rapport.ecris(
          (nom, contenu) ->
              h.createUpdate("insert into audit_piece (nom, contenu) values (:nom, :contenu)")
                  .bind("nom", nom)
                  .bind("contenu", serre(contenu))
                  .execute());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] serre(byte[] contenu) {
    ByteArrayOutputStream serres = new ByteArrayOutputStream();
    try (OutputStream flux = new GZIPOutputStream(serres)) {
      flux.write(contenu);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return serres.toByteArray();
  }
}
