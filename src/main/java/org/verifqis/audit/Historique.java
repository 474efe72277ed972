package org.verifqis.audit;

import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.verifqis.modele.Gabarit;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Registre;
import org.verifqis.regles.ResultatRegle;

/**
 * What past audits found, in a database: H2 or PostgreSQL, by the same statements. One connection
 * serves all threads, one at a time.
 */
public final class Historique implements AutoCloseable {
  private static final String MIGRATIONS = "classpath:org/verifqis/audit/migrations";

  /** The database can't be used; its message is the database's own. */
  public static final class BaseInutilisable extends RuntimeException {
    BaseInutilisable(Exception cause) {
      super(cause.getMessage(), cause);
    }
  }

  /**
   * A run that is under way.
   *
   * @param id its number
   * @param repris whether it was begun earlier and stopped
   */
  public record Passage(long id, boolean repris) {}

  /**
   * A run of the past.
   *
   * @param date of the audit
   * @param empreintes of its rules and parameters
   * @param redditions what it found of each
   * @param ensemble what it found across them
   */
  record Ancien(
      LocalDate date, Empreintes empreintes, List<Ancienne> redditions, List<Constat> ensemble) {}

  /** A reddition as a run of the past judged it; the hash stands for its statuses and findings. */
  record Ancienne(
      String chemin,
      String nom,
      String sha256,
      String entente,
      String exercice,
      String verdict,
      boolean retenue,
      String resultat) {}

  private final Base base;
  private final Codec codec;

  private Historique(Connection base, Codec codec) {
    this.base = new Base(base);
    this.codec = codec;
  }

  /**
   * Opens a database and brings its tables up to date.
   *
   * @throws BaseInutilisable if that can't be done
   */
  public static Historique ouvre(String url, Gabarit gabarit, Registre registre) {
    try {
      // Opened first: a database in memory lives as long as somebody is connected to it.
      Connection base = DriverManager.getConnection(url);
      commitAtOnce(base);
      Flyway.configure().dataSource(url, null, null).locations(MIGRATIONS).load().migrate();
      return new Historique(base, new Codec(gabarit, registre));
    } catch (FlywayException | SQLException e) {
      throw new BaseInutilisable(e);
    }
  }

  /**
   * H2 would commit half a second later by a thread of its own, which dies where memory runs out.
   */
  private static void commitAtOnce(Connection base) throws SQLException {
    if (base.getMetaData().getDatabaseProductName().equals("H2")) {
      try (Statement ordre = base.createStatement()) {
        ordre.execute("set write_delay 0");
      }
    }
  }

  Codec codec() {
    return codec;
  }

  /** Begins a run, or takes up the last one of the folder where it was stopped. */
  public synchronized Passage commence(
      String dossier,
      LocalDate date,
      Empreintes empreintes,
      OffsetDateTime debut,
      boolean reprendre) {
    return Base.essaie(
        () -> {
          Optional<Long> arrete = reprendre ? arrete(dossier, empreintes) : Optional.empty();
          if (arrete.isPresent()) {
            return new Passage(arrete.get(), true);
          }
          try (PreparedStatement ordre =
              base.connexion()
                  .prepareStatement(
                      "insert into passage (dossier, date_audit, outil, regles, parametres, derogations,"
                          + " debut) values (?, ?, ?, ?, ?, ?, ?)",
                      new String[] {"id"})) {
            Base.remplis(
                ordre,
                dossier,
                Date.valueOf(date),
                empreintes.outil(),
                empreintes.regles(),
                empreintes.parametres(),
                empreintes.derogations(),
                debut);
            ordre.executeUpdate();
            try (ResultSet cles = ordre.getGeneratedKeys()) {
              cles.next();
              return new Passage(cles.getLong(1), false);
            }
          }
        });
  }

  private Optional<Long> arrete(String dossier, Empreintes empreintes) throws SQLException {
    try (PreparedStatement ordre =
        base.connexion()
            .prepareStatement(
                "select id, fin, outil, regles, parametres, derogations from passage"
                    + " where dossier = ? order by id desc")) {
      Base.remplis(ordre, dossier);
      try (ResultSet lignes = ordre.executeQuery()) {
        boolean bon =
            lignes.next()
                && lignes.getObject("fin") == null
                && empreintes(lignes).equals(empreintes);
        return bon ? Optional.of(lignes.getLong("id")) : Optional.empty();
      }
    }
  }

  /** An earlier judgement of a content; only one of this very run where so asked. */
  synchronized Optional<byte[]> jugement(
      String sha256, Empreintes empreintes, Passage passage, boolean deCePassage) {
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

  /** Keeps a judgement, at once: what was judged before the process is killed is not lost. */
  synchronized void garde(String sha256, Empreintes empreintes, Passage passage, byte[] contenu) {
    base.enTransaction(
        () -> {
          base.execute(
              "delete from jugement where sha256 = ? and cle = ?", sha256, empreintes.cle());
          base.execute(
              "insert into jugement (sha256, cle, passage, contenu) values (?, ?, ?, ?)",
              sha256,
              empreintes.cle(),
              passage.id(),
              contenu);
        });
  }

  /** The last run of a folder that came to its end. */
  synchronized Optional<Ancien> dernier(String dossier) {
    return Base.essaie(
        () -> {
          try (PreparedStatement ordre =
              base.connexion()
                  .prepareStatement(
                      "select id, date_audit, outil, regles, parametres, derogations, ensemble"
                          + " from passage where dossier = ? and fin is not null order by id desc")) {
            ordre.setMaxRows(1);
            Base.remplis(ordre, dossier);
            try (ResultSet lignes = ordre.executeQuery()) {
              if (!lignes.next()) {
                return Optional.empty();
              }
              return Optional.of(
                  new Ancien(
                      lignes.getDate("date_audit").toLocalDate(),
                      empreintes(lignes),
                      redditions(lignes.getLong("id")),
                      codec.constats(lignes.getString("ensemble"))));
            }
          }
        });
  }

  private static Empreintes empreintes(ResultSet passage) throws SQLException {
    return new Empreintes(
        passage.getString("outil"),
        passage.getString("regles"),
        passage.getString("parametres"),
        passage.getString("derogations"));
  }

  private List<Ancienne> redditions(long passage) throws SQLException {
    List<Ancienne> redditions = new ArrayList<>();
    try (PreparedStatement ordre =
        base.connexion()
            .prepareStatement("select * from reddition where passage = ? order by chemin")) {
      Base.remplis(ordre, passage);
      try (ResultSet l = ordre.executeQuery()) {
        while (l.next()) {
          redditions.add(
              new Ancienne(
                  l.getString("chemin"),
                  l.getString("nom"),
                  l.getString("sha256"),
                  l.getString("entente"),
                  l.getString("exercice"),
                  l.getString("verdict"),
                  l.getBoolean("retenue"),
                  l.getString("resultat")));
        }
      }
    }
    return redditions;
  }

  /** The findings that a hash stands for. */
  synchronized List<Constat> constats(String empreinte) {
    return Base.essaie(
        () -> {
          try (PreparedStatement ordre =
              base.connexion()
                  .prepareStatement("select constats from resultat where empreinte = ?")) {
            Base.remplis(ordre, empreinte);
            try (ResultSet lignes = ordre.executeQuery()) {
              return lignes.next() ? codec.constats(lignes.getString(1)) : List.of();
            }
          }
        });
  }

  /** The hash that stands for the statuses and findings of each judgement. */
  Map<Jugement, String> traces(Resultat resultat) {
    List<Jugement> jugements = resultat.dossiers().stream().map(Dossier::jugement).toList();
    List<String> hachees =
        jugements.parallelStream().map(j -> Empreintes.hache(statuts(j) + constats(j))).toList();
    Map<Jugement, String> traces = new IdentityHashMap<>();
    for (int i = 0; i < hachees.size(); i++) {
      traces.put(jugements.get(i), hachees.get(i));
    }
    return traces;
  }

  /** Writes all that a run found, and its end: all or nothing. */
  synchronized void termine(
      Passage passage,
      Demande demande,
      OffsetDateTime fin,
      Resultat resultat,
      Map<Jugement, String> traces) {
    Set<String> ecartees =
        resultat.ensemble().ecartees().stream()
            .map(e -> e.reddition().fichier().sha256())
            .collect(Collectors.toSet());
    base.enTransaction(
        () -> {
          gardeResultats(traces);
          try (PreparedStatement ordre =
              base.connexion()
                  .prepareStatement(
                      "insert into reddition (passage, chemin, nom, sha256, entente, exercice, edition,"
                          + " verdict, retenue, resultat) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Dossier dossier : resultat.dossiers()) {
              Jugement j = dossier.jugement();
              Base.remplis(
                  ordre,
                  passage.id(),
                  demande.chemin(dossier.fichier()),
                  j.fichier().nom(),
                  j.fichier().sha256(),
                  j.entente() == null ? null : j.entente().code(),
                  j.exercice() == null ? null : j.exercice().nom(),
                  j.edition(),
                  j.verdict().name(),
                  !ecartees.contains(j.fichier().sha256()),
                  traces.get(j));
              ordre.addBatch();
            }
            ordre.executeBatch();
          }
          for (Resultat.Echec echec : resultat.echecs()) {
            base.execute(
                "insert into echec (passage, chemin, cause) values (?, ?, ?)",
                passage.id(),
                demande.chemin(echec.fichier()),
                String.valueOf(echec.cause()));
          }
          base.execute(
              "update passage set fin = ?, date_audit = ?, reutilisees = ?, ensemble = ?"
                  + " where id = ?",
              fin,
              Date.valueOf(demande.date()),
              (int) resultat.dossiers().stream().filter(Dossier::reutilise).count(),
              codec.constats(resultat.ensemble().constats()),
              passage.id());
        });
  }

  /** Writes statuses and findings where they are not yet known. */
  private void gardeResultats(Map<Jugement, String> traces) throws SQLException {
    Set<String> connus = connus();
    try (PreparedStatement ordre =
        base.connexion()
            .prepareStatement(
                "insert into resultat (empreinte, statuts, constats) values (?, ?, ?)")) {
      for (Map.Entry<Jugement, String> trace : traces.entrySet()) {
        if (connus.add(trace.getValue())) {
          Jugement jugement = trace.getKey();
          Base.remplis(ordre, trace.getValue(), statuts(jugement), constats(jugement));
          ordre.executeUpdate();
        }
      }
    }
  }

  private Set<String> connus() throws SQLException {
    Set<String> connus = new HashSet<>();
    try (Statement ordre = base.connexion().createStatement();
        ResultSet lignes = ordre.executeQuery("select empreinte from resultat")) {
      while (lignes.next()) {
        connus.add(lignes.getString(1));
      }
    }
    return connus;
  }

  private String constats(Jugement jugement) {
    return codec.constats(jugement.constats());
  }

  private static String statuts(Jugement jugement) {
    return jugement.resultats().stream().map(Historique::statut).collect(Collectors.joining(" "));
  }

  private static String statut(ResultatRegle r) {
    return r.regle().id()
        + "="
        + r.statut()
        + ":"
        + r.examines()
        + "/"
        + r.enfreints()
        + "/"
        + r.inconnus();
  }

  /** How many rows the tables hold, for tests. */
  synchronized Map<String, Integer> tailles() {
    return Base.essaie(
        () -> {
          Map<String, Integer> tailles = new java.util.TreeMap<>();
          for (String table : List.of("passage", "jugement", "resultat", "reddition", "echec")) {
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
      base.connexion().close();
    } catch (SQLException e) {
      throw new BaseInutilisable(e);
    }
  }
}
