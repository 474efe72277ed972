package org.verifqis.audit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.verifqis.modele.Gabarit;
import org.verifqis.regles.Registre;

/**
 * What past audits found, in a database: H2 or PostgreSQL, by the same statements. One connection
 * serves all threads, one at a time; the runs are asked for by one thread only.
 */
public final class Historique implements AutoCloseable {
  /**
   * H2 would tidy its file a little whenever it closes it. One that has grown is tidied wholly
   * instead, as every judgement was committed by itself: it is then a tenth of what it was.
   */
  private static final String SANS_RANGEMENT = ";MAX_COMPACT_TIME=0";

  /** What H2 complains of is told; it would write it into a file of its own too. */
  private static final String SANS_TRACE = ";TRACE_LEVEL_FILE=0";

  static final int H2_DEJA_OUVERTE = 90020;

  /** The database can't be used; its message is the database's own. */
  public static final class BaseInutilisable extends RuntimeException {
    BaseInutilisable(Exception cause) {
      super(cause.getMessage(), cause);
    }

    /** Whether another process has it: a file of H2 is opened by one at a time. */
    public boolean occupee() {
      return getCause() instanceof SQLException e && e.getErrorCode() == H2_DEJA_OUVERTE;
    }
  }

  private final Base base;
  private final Codec codec;
  private final Passages passages;
  private final boolean rangee;
  private boolean accrue;

  private Historique(Connection base, Codec codec, boolean rangee) {
    this.rangee = rangee;
    this.base = new Base(base);
    this.codec = codec;
    this.passages = new Passages(this.base, codec);
  }

  /** The address of the database that the reports of a folder have beside them: a file of H2. */
  public static String url(Path dossier) {
    Path fichier = dossier.toAbsolutePath().normalize().resolve("historique");
    return "jdbc:h2:file:" + fichier + SANS_TRACE + SANS_RANGEMENT;
  }

  /**
   * Opens a database and brings its tables up to date.
   *
   * @throws BaseInutilisable if that can't be done
   */
  public static Historique ouvre(String url, Gabarit gabarit, Registre registre) {
    return new Historique(
        connecte(url), new Codec(gabarit, registre), url.endsWith(SANS_RANGEMENT));
  }

  /** A connection to a database of which the tables are up to date. */
  static Connection connecte(String url) {
    try {
      Connection base = Schema.ouvre(url);
      commitAtOnce(base);
      return base;
    } catch (SQLException e) {
      throw new BaseInutilisable(e);
    }
  }

  /**
   * H2 would commit half a second later by a thread of its own, which dies where memory runs out.
   */
  private static void commitAtOnce(Connection base) throws SQLException {
    if (estH2(base)) {
      try (Statement ordre = base.createStatement()) {
        ordre.execute("set write_delay 0");
      }
    }
  }

  static boolean estH2(Connection base) throws SQLException {
    return base.getMetaData().getDatabaseProductName().equals("H2");
  }

  Codec codec() {
    return codec;
  }

  Passages passages() {
    return passages;
  }

  /** An earlier judgement of a content; only one of this very run where so asked. */
  synchronized Optional<byte[]> jugement(
      String sha256, Empreintes empreintes, Passages.Passage passage, boolean deCePassage) {
    return Base.essaie(
        () -> {
          try (PreparedStatement ordre =
              base.connexion()
                  .prepareStatement(
                      "select contenu, passage from jugement where sha256 = ? and cle = ?")) {
            Base.remplis(ordre, sha256, empreintes.cle());
            try (ResultSet lignes = ordre.executeQuery()) {
              boolean bon =
                  lignes.next() && (!deCePassage || lignes.getLong("passage") == passage.id());
              return bon ? Optional.of(lignes.getBytes("contenu")) : Optional.empty();
            }
          }
        });
  }

  /** The judgements of what a run saw: all at once, as they are asked for anyway. */
  synchronized Map<String, byte[]> jugements(Passages.Ancien passage, Empreintes empreintes) {
    return Base.essaie(
        () -> {
          Map<String, byte[]> jugements = new HashMap<>();
          try (PreparedStatement ordre =
              base.connexion()
                  .prepareStatement(
                      "select r.sha256, j.contenu from reddition r"
                          + " join jugement j on j.sha256 = r.sha256 and j.cle = ?"
                          + " where r.passage = ?")) {
            Base.remplis(ordre, empreintes.cle(), passage.lignes());
            try (ResultSet lignes = ordre.executeQuery()) {
              while (lignes.next()) {
                jugements.put(lignes.getString(1), lignes.getBytes(2));
              }
            }
          }
          return jugements;
        });
  }

  /**
   * The findings of a content that is judged, and its rows that are compared with those of others.
   */
  synchronized byte[] lignes(String sha256, Empreintes empreintes) {
    return Base.essaie(
        () -> {
          try (PreparedStatement ordre =
              base.connexion()
                  .prepareStatement("select contenu from ligne where sha256 = ? and cle = ?")) {
            Base.remplis(ordre, sha256, empreintes.cle());
            try (ResultSet lignes = ordre.executeQuery()) {
              lignes.next();
              return lignes.getBytes("contenu");
            }
          }
        });
  }

  /** Keeps a judgement, at once: what was judged before the process is killed is not lost. */
  synchronized void garde(
      String sha256, Empreintes empreintes, Passages.Passage passage, Codec.Ecrit ecrit) {
    String cle = empreintes.cle();
    accrue = true;
    base.enTransaction(
        () -> {
          base.execute("delete from jugement where sha256 = ? and cle = ?", sha256, cle);
          base.execute("delete from ligne where sha256 = ? and cle = ?", sha256, cle);
          base.execute(
              "insert into jugement (sha256, cle, passage, contenu) values (?, ?, ?, ?)",
              sha256,
              cle,
              passage.id(),
              ecrit.jugement());
          base.execute(
              "insert into ligne (sha256, cle, contenu) values (?, ?, ?)",
              sha256,
              cle,
              ecrit.lignes());
        });
  }

  /**
   * What was found among the redditions of a folder.
   *
   * @param cles on what it depends
   */
  record VoisinageGarde(Resultat.Cles cles, Codec.Voisinage trouve) {
    /** It, without what was found on another day. */
    Codec.Voisinage pour(Resultat.Cles actuelles) {
      return cles.ensemble().equals(actuelles.ensemble())
          ? trouve
          : new Codec.Voisinage(trouve.suites(), trouve.traces(), null);
    }
  }

  /** What was last found among the redditions of a folder. */
  synchronized Optional<VoisinageGarde> voisinage(String dossier) {
    return Base.essaie(
        () -> {
          try (PreparedStatement ordre =
              base.connexion()
                  .prepareStatement(
                      "select cle, cle_manquantes, contenu from voisinage where dossier = ?")) {
            Base.remplis(ordre, dossier);
            try (ResultSet lignes = ordre.executeQuery()) {
              if (!lignes.next()) {
                return Optional.empty();
              }
              return Optional.of(
                  new VoisinageGarde(
                      new Resultat.Cles(lignes.getString(1), lignes.getString(2)),
                      codec.lisVoisinage(lignes.getBytes(3))));
            }
          }
        });
  }

  /** Keeps it in the stead of what was kept of the folder. */
  synchronized void garde(String dossier, Resultat.Cles cles, Codec.Voisinage voisinage) {
    byte[] contenu = codec.ecris(voisinage);
    base.enTransaction(
        () -> {
          base.execute("delete from voisinage where dossier = ?", dossier);
          base.execute(
              "insert into voisinage (dossier, cle, cle_manquantes, contenu) values (?, ?, ?, ?)",
              dossier,
              cles.redditions(),
              cles.ensemble(),
              contenu);
        });
  }

  /** How many rows the tables hold, for tests. */
  synchronized Map<String, Integer> tailles() {
    return Base.essaie(
        () -> {
          Map<String, Integer> tailles = new java.util.TreeMap<>();
          for (String table :
              List.of("passage", "jugement", "resultat", "reddition", "echec", "voisinage")) {
            try (Statement ordre = base.connexion().createStatement();
                ResultSet lignes = ordre.executeQuery("select count(*) from " + table)) {
              lignes.next();
              tailles.put(table, lignes.getInt(1));
            }
          }
          return tailles;
        });
  }

  @Override
  public void close() {
    try {
      if (rangee && accrue) {
        try (Statement ordre = base.connexion().createStatement()) {
          ordre.execute("shutdown compact");
        }
      }
      base.connexion().close();
    } catch (SQLException e) {
      throw new BaseInutilisable(e);
    }
  }
}
