package org.verifqis.audit;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Jugement;

/** The runs of the past, and the one that is under way. */
final class Passages {
  /**
   * A run that is under way.
   *
   * @param id its number
   * @param repris whether it was begun earlier and stopped
   */
  record Passage(long id, boolean repris) {}

  /**
   * A run of the past.
   *
   * @param lignes number of the run with which its redditions are written
   * @param date of the audit
   * @param empreintes of its rules and parameters
   * @param redditions what it found of each, by their paths
   * @param ensemble the hash that stands for what it found across them
   */
  record Ancien(
      long lignes,
      LocalDate date,
      Empreintes empreintes,
      List<Ancienne> redditions,
      String ensemble) {}

  /** A reddition as a run of the past judged it; the hash stands for its statuses and findings. */
  record Ancienne(
      String chemin,
      String nom,
      String sha256,
      String entente,
      String exercice,
      String edition,
      String verdict,
      boolean retenue,
      String resultat) {}

  private final Base base;
  private final Codec codec;

  Passages(Base base, Codec codec) {
    this.base = base;
    this.codec = codec;
  }

  /** Begins a run, or takes up the last one of its kind where it was stopped. */
  Passage commence(
      Demande demande, Empreintes empreintes, OffsetDateTime debut, boolean reprendre) {
    return Base.essaie(
        () -> {
          Optional<Long> arrete = reprendre ? arrete(demande, empreintes) : Optional.empty();
          if (arrete.isPresent()) {
            return new Passage(arrete.get(), true);
          }
          try (PreparedStatement ordre =
              base.connexion()
                  .prepareStatement(
                      "insert into passage (dossier, exercices, date_audit, outil, regles, parametres,"
                          + " derogations, debut) values (?, ?, ?, ?, ?, ?, ?, ?)",
                      new String[] {"id"})) {
            Base.remplis(
                ordre,
                demande.dossier(),
                demande.texteDesExercices(),
                Date.valueOf(demande.date()),
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

  private Optional<Long> arrete(Demande demande, Empreintes empreintes) throws SQLException {
    try (PreparedStatement ordre =
        base.connexion()
            .prepareStatement(
                "select id, fin, outil, regles, parametres, derogations from passage"
                    + " where dossier = ? and exercices = ? order by id desc")) {
      Base.remplis(ordre, demande.dossier(), demande.texteDesExercices());
      try (ResultSet lignes = ordre.executeQuery()) {
        boolean bon =
            lignes.next()
                && lignes.getObject("fin") == null
                && empreintes(lignes).jugentComme(empreintes);
        return bon ? Optional.of(lignes.getLong("id")) : Optional.empty();
      }
    }
  }

  /**
   * The last run that came to its end of those that were asked about the same folder and years: one
   * that was asked about fewer years does not tell what is new in the others.
   */
  Optional<Ancien> dernier(Demande demande) {
    return Base.essaie(
        () -> {
          try (PreparedStatement ordre =
              base.connexion()
                  .prepareStatement(
                      "select coalesce(comme, id) as lignes, date_audit, outil, regles, parametres, derogations, ensemble"
                          + " from passage where dossier = ? and exercices = ? and fin is not null"
                          + " order by id desc")) {
            ordre.setMaxRows(1);
            Base.remplis(ordre, demande.dossier(), demande.texteDesExercices());
            try (ResultSet lignes = ordre.executeQuery()) {
              if (!lignes.next()) {
                return Optional.empty();
              }
              return Optional.of(
                  new Ancien(
                      lignes.getLong("lignes"),
                      lignes.getDate("date_audit").toLocalDate(),
                      empreintes(lignes),
                      redditions(lignes.getLong("lignes")),
                      lignes.getString("ensemble")));
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
        base.connexion().prepareStatement("select * from reddition where passage = ?")) {
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
                  l.getString("edition"),
                  l.getString("verdict"),
                  l.getBoolean("retenue"),
                  l.getString("resultat")));
        }
      }
    }
    return triees(redditions);
  }

  /** By their paths, and not by what order a database has for text. */
  private static List<Ancienne> triees(List<Ancienne> redditions) {
    return redditions.stream().sorted(Comparator.comparing(Ancienne::chemin)).toList();
  }

  /** The findings that a hash stands for. */
  List<Constat> constats(String empreinte) {
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

  /**
   * Writes all that a run found, and its end: all or nothing. Where its redditions are in all those
   * of the last run, they are not written again.
   *
   * @param dernier the last run; null for none
   */
  void termine(
      Passage passage, Demande demande, OffsetDateTime fin, Resultat resultat, Ancien dernier) {
    List<Ancienne> redditions = triees(redditions(demande, resultat));
    boolean pareilles = dernier != null && dernier.redditions().equals(redditions);
    base.enTransaction(
        () -> {
          if (!pareilles) {
            gardeResultats(resultat.dossiers());
            garde(passage, redditions);
          }
          if (dernier == null || !dernier.ensemble().equals(resultat.trace())) {
            gardeEnsemble(resultat);
          }
          for (Resultat.Echec echec : resultat.echecs()) {
            base.execute(
                "insert into echec (passage, chemin, cause) values (?, ?, ?)",
                passage.id(),
                demande.chemin(echec.fichier()),
                String.valueOf(echec.refus()));
          }
          base.execute(
              "update passage set fin = ?, comme = ?, date_audit = ?, reutilisees = ?, ensemble = ?"
                  + " where id = ?",
              fin,
              pareilles ? dernier.lignes() : null,
              Date.valueOf(demande.date()),
              (int) resultat.dossiers().stream().filter(Dossier::reutilise).count(),
              resultat.trace(),
              passage.id());
        });
  }

  private static List<Ancienne> redditions(Demande demande, Resultat resultat) {
    Set<String> ecartees =
        resultat.ensemble().ecartees().stream()
            .map(e -> e.reddition().fichier().sha256())
            .collect(Collectors.toSet());
    List<Ancienne> redditions = new ArrayList<>();
    for (Dossier dossier : resultat.dossiers()) {
      Jugement j = dossier.jugement();
      redditions.add(
          new Ancienne(
              demande.chemin(dossier.fichier()),
              j.fichier().nom(),
              j.fichier().sha256(),
              j.entente() == null ? null : j.entente().code(),
              j.exercice() == null ? null : j.exercice().nom(),
              j.edition(),
              j.verdict().name(),
              !ecartees.contains(j.fichier().sha256()),
              dossier.trace()));
    }
    return redditions;
  }

  private void garde(Passage passage, List<Ancienne> redditions) throws SQLException {
    try (PreparedStatement ordre =
        base.connexion()
            .prepareStatement(
                "insert into reddition (passage, chemin, nom, sha256, entente, exercice, edition,"
                    + " verdict, retenue, resultat) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (Ancienne r : redditions) {
        Base.remplis(
            ordre,
            passage.id(),
            r.chemin(),
            r.nom(),
            r.sha256(),
            r.entente(),
            r.exercice(),
            r.edition(),
            r.verdict(),
            r.retenue(),
            r.resultat());
        ordre.addBatch();
      }
      ordre.executeBatch();
    }
  }

  /** Writes statuses and findings where they are not yet known. */
  private void gardeResultats(List<Dossier> dossiers) throws SQLException {
    Set<String> connus = connus();
    try (PreparedStatement ordre =
        base.connexion()
            .prepareStatement(
                "insert into resultat (empreinte, statuts, constats) values (?, ?, ?)")) {
      for (Dossier dossier : dossiers) {
        if (connus.add(dossier.trace())) {
          Jugement jugement = dossier.jugement();
          Base.remplis(
              ordre, dossier.trace(), Codec.statuts(jugement), codec.constats(jugement.constats()));
          ordre.executeUpdate();
        }
      }
    }
  }

  private void gardeEnsemble(Resultat resultat) throws SQLException {
    if (!connus().contains(resultat.trace())) {
      base.execute(
          "insert into resultat (empreinte, statuts, constats) values (?, ?, ?)",
          resultat.trace(),
          "",
          codec.constats(resultat.ensemble().constats()));
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
}
