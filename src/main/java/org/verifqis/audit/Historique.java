package org.verifqis.audit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.verifqis.modele.Gabarit;
import org.verifqis.regles.Registre;
import org.verifqis.service.depot.BaseH2;

/** What past audits found, in a database: H2 or PostgreSQL, by the same statements. */
public final class Historique implements AutoCloseable {
  /**
   * H2 would tidy its file a little whenever it closes it. One that has grown is tidied wholly
   * instead, as every judgement was committed by itself: it is then a tenth of what it was.
   */
  private static final String SANS_RANGEMENT = ";MAX_COMPACT_TIME=0";

  /** What H2 complains of is told; it would write it into a file of its own too. */
  private static final String SANS_TRACE = ";TRACE_LEVEL_FILE=0";

  private static final int CONNEXIONS = 4;

  /** The database can't be used; its message is the database's own. */
  public static final class BaseInutilisable extends RuntimeException {
    BaseInutilisable(Exception cause) {
      super(cause.getMessage(), cause);
    }

    /** Whether another process has it: a file of H2 is opened by one at a time. */
    public boolean occupee() {
      return getCause() instanceof SQLException e && e.getErrorCode() == BaseH2.DEJA_OUVERTE;
    }
  }

  private final HikariDataSource source;
  private final String url;
  private final Base base;
  private final Codec codec;
  private final Passages passages;
  private final AtomicBoolean accrue = new AtomicBoolean();

  private Historique(HikariDataSource source, String url, Codec codec) {
    this.source = source;
    this.url = url;
    this.base = new Base(Jdbi.create(source));
    this.codec = codec;
    this.passages = new Passages(base, codec);
  }

  /** The address of the database that the reports of a folder have beside them: a file of H2. */
  public static String url(Path dossier) {
    Path fichier = dossier.toAbsolutePath().normalize().resolve("historique");
    return "jdbc:h2:file:" + fichier + SANS_TRACE + SANS_RANGEMENT;
  }

  /**
   * The address of the history of what is filed in a database: the same one, or a file of H2 beside
   * that one, as two programs' tables are not brought up to date in one file.
   */
  public static String urlDesDepots(String url) {
    return Schema.voisin(url, "-audit")
        .map(voisin -> voisin + SANS_TRACE + SANS_RANGEMENT)
        .orElse(url);
  }

  /** The file in which a database lies; empty where it is none: in memory, on a server. */
  public static Optional<Path> fichier(String url) {
    return Schema.fichier(url);
  }

  /**
   * Opens a database and brings its tables up to date.
   *
   * @throws BaseInutilisable if that can't be done
   */
  public static Historique ouvre(String url, Gabarit gabarit, Registre registre) {
    // Held until others are connected: a database in memory lives no longer.
    try (Connection premiere = connecte(url)) {
      HikariConfig reglages = new HikariConfig();
      reglages.setJdbcUrl(url);
      reglages.setMinimumIdle(1);
      reglages.setMaximumPoolSize(CONNEXIONS);
      reglages.setMaxLifetime(0);
      if (BaseH2.est(premiere)) {
        reglages.setConnectionInitSql(BaseH2.SANS_DELAI);
      }
      return new Historique(new HikariDataSource(reglages), url, new Codec(gabarit, registre));
    } catch (SQLException | HikariPool.PoolInitializationException e) {
      throw new BaseInutilisable(e);
    }
  }

  /** A connection to a database of which the tables are up to date. */
  static Connection connecte(String url) {
    try {
      Connection base = Schema.ouvre(url);
      if (BaseH2.est(base)) {
        try (Statement ordre = base.createStatement()) {
          ordre.execute(BaseH2.SANS_DELAI);
        }
      }
      return base;
    } catch (SQLException e) {
      throw new BaseInutilisable(e);
    }
  }

  Codec codec() {
    return codec;
  }

  Passages passages() {
    return passages;
  }

  /**
   * An earlier judgement of a content.
   *
   * @param depuis only one that was made from then on; null for any
   */
  Optional<byte[]> jugement(String sha256, Empreintes empreintes, OffsetDateTime depuis) {
    return base.demande(
        h ->
            h.createQuery(
                    "select contenu from jugement where sha256 = :sha256 and cle = :cle"
                        + (depuis == null ? "" : " and juge >= :depuis"))
                .bind("sha256", sha256)
                .bind("cle", empreintes.cle())
                .bindMap(depuis == null ? Map.of() : Map.of("depuis", depuis))
                .map((ligne, contexte) -> ligne.getBytes(1))
                .findOne());
  }

  /** The judgements of what a run saw: all at once, as they are asked for anyway. */
  Map<String, byte[]> jugements(Passages.Ancien passage, Empreintes empreintes) {
    return base.demande(
        h ->
            h.createQuery(
                    "select distinct r.sha256, j.contenu from reddition r"
                        + " join jugement j on j.sha256 = r.sha256 and j.cle = :cle"
                        + " where r.passage = :passage")
                .bind("cle", empreintes.cle())
                .bind("passage", passage.lignes())
                .reduceRows(
                    new HashMap<>(),
                    (tous, ligne) -> {
                      tous.put(
                          ligne.getColumn("sha256", String.class),
                          ligne.getColumn("contenu", byte[].class));
                      return tous;
                    }));
  }

  /**
   * What is kept of a content.
   *
   * @param jugement with what is compared with other redditions
   * @param apport what it brings to the statistics; null for nothing
   */
  record Octets(byte[] jugement, byte[] apport) {}

  /** All that is kept of a content. */
  Optional<Octets> octets(String sha256, Empreintes empreintes) {
    return base.demande(
        h ->
            h.createQuery(
                    "select contenu, apport from jugement where sha256 = :sha256 and cle = :cle")
                .bind("sha256", sha256)
                .bind("cle", empreintes.cle())
                .map((ligne, contexte) -> new Octets(ligne.getBytes(1), ligne.getBytes(2)))
                .findOne());
  }

  /** Keeps a judgement, at once: what was judged before the process is killed is not lost. */
  void garde(String sha256, Empreintes empreintes, OffsetDateTime juge, Octets octets) {
    accrue.set(true);
    base.enTransaction(
        h -> {
          h.createUpdate("delete from jugement where sha256 = :sha256 and cle = :cle")
              .bind("sha256", sha256)
              .bind("cle", empreintes.cle())
              .execute();
          h.createUpdate(
                  "insert into jugement (sha256, cle, juge, contenu, apport)"
                      + " values (:sha256, :cle, :juge, :contenu, :apport)")
              .bind("sha256", sha256)
              .bind("cle", empreintes.cle())
              .bind("juge", juge)
              .bind("contenu", octets.jugement())
              .bind("apport", octets.apport())
              .execute();
        });
  }

  /** How many rows the tables hold, for tests. */
  Map<String, Integer> tailles() {
    return base.demande(
        h ->
            Transfert.TABLES.keySet().stream()
                .collect(
                    Collectors.toMap(
                        table -> table,
                        table ->
                            h.createQuery("select count(*) from " + table)
                                .mapTo(Integer.class)
                                .one())));
  }

  @Override
  public void close() {
    source.close();
    if (accrue.get() && url.endsWith(SANS_RANGEMENT)) {
      try (Connection seule = DriverManager.getConnection(url);
          Statement ordre = seule.createStatement()) {
        ordre.execute("shutdown compact");
      } catch (SQLException e) {
        throw new BaseInutilisable(e);
      }
      Schema.oublieCeQuiResteDuRangement(url);
    }
  }
}
