package org.verifqis.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Jugement;

/** The runs of the past, and the one that is under way. */
final class Passages {
  /**
   * A run that is under way.
   *
   * @param id its number
   * @param debut when it began
   * @param repris whether it was begun earlier and stopped
   */
  record Passage(long id, OffsetDateTime debut, boolean repris) {}

  /**
   * A run of the past.
   *
   * @param lignes number of the run with which its redditions are written
   * @param date of the audit
   * @param empreintes of its rules and parameters
   * @param redditions what it found of each, by their paths
   * @param ensemble the hash that stands for what it found across them
   * @param illisibles paths of the files that it could not judge
   */
  record Ancien(
      long lignes,
      LocalDate date,
      Empreintes empreintes,
      List<Ancienne> redditions,
      String ensemble,
      Set<String> illisibles) {}

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
    Optional<Passage> arrete = reprendre ? arrete(demande, empreintes) : Optional.empty();
    return arrete.orElseGet(
        () ->
            base.demande(
                h ->
                    h.createUpdate(
                            "insert into passage (dossier, exercices, date_audit, outil, regles,"
                                + " parametres, derogations, debut) values (:dossier, :exercices,"
                                + " :jour, :outil, :regles, :parametres, :derogations, :debut)")
                        .bind("dossier", demande.dossier())
                        .bind("exercices", demande.texteDesExercices())
                        .bind("jour", demande.date())
                        .bindMethods(empreintes)
                        .bind("debut", debut)
                        .executeAndReturnGeneratedKeys("id")
                        .map((ligne, contexte) -> new Passage(ligne.getLong("id"), debut, false))
                        .one()));
  }

  private Optional<Passage> arrete(Demande demande, Empreintes empreintes) {
    return base.demande(
        h ->
            h.createQuery(
                    "select id, debut, fin, outil, regles, parametres, derogations from passage"
                        + " where dossier = :dossier and exercices = :exercices order by id desc")
                .bind("dossier", demande.dossier())
                .bind("exercices", demande.texteDesExercices())
                .setMaxRows(1)
                .map(
                    (ligne, contexte) ->
                        ligne.getObject("fin") == null && empreintes(ligne).jugentComme(empreintes)
                            ? new Passage(
                                ligne.getLong("id"),
                                ligne.getObject("debut", OffsetDateTime.class),
                                true)
                            : null)
                .findFirst());
  }

  /**
   * The last run that came to its end of those that were asked about the same folder and years: one
   * that was asked about fewer years does not tell what is new in the others.
   */
  Optional<Ancien> dernier(Demande demande) {
    return base.demande(
        h ->
            h.createQuery(
                    "select id, coalesce(comme, id) as lignes, date_audit, outil, regles, parametres,"
                        + " derogations, ensemble from passage where dossier = :dossier"
                        + " and exercices = :exercices and fin is not null order by id desc")
                .bind("dossier", demande.dossier())
                .bind("exercices", demande.texteDesExercices())
                .setMaxRows(1)
                .map(
                    (ligne, contexte) ->
                        new Ancien(
                            ligne.getLong("lignes"),
                            ligne.getDate("date_audit").toLocalDate(),
                            empreintes(ligne),
                            redditions(h, ligne.getLong("lignes")),
                            ligne.getString("ensemble"),
                            illisibles(h, ligne.getLong("id"))))
                .findFirst());
  }

  private static Set<String> illisibles(Handle h, long passage) {
    return h.createQuery("select chemin from echec where passage = :passage")
        .bind("passage", passage)
        .mapTo(String.class)
        .set();
  }

  /** What was found of a file the last time that it could be read; of the same folder and years. */
  Optional<Ancienne> derniereLecture(Demande demande, String chemin) {
    return base.demande(
        h ->
            h.createQuery(
                    "select r.* from reddition r join passage p on p.id = r.passage"
                        + " where p.dossier = :dossier and p.exercices = :exercices"
                        + " and p.fin is not null and r.chemin = :chemin order by r.passage desc")
                .bind("dossier", demande.dossier())
                .bind("exercices", demande.texteDesExercices())
                .bind("chemin", chemin)
                .setMaxRows(1)
                .map((ligne, contexte) -> ancienne(ligne))
                .findFirst());
  }

  private static Empreintes empreintes(ResultSet passage) throws SQLException {
    return new Empreintes(
        passage.getString("outil"),
        passage.getString("regles"),
        passage.getString("parametres"),
        passage.getString("derogations"));
  }

  private static List<Ancienne> redditions(Handle h, long passage) {
    return triees(
        h.createQuery("select * from reddition where passage = :passage")
            .bind("passage", passage)
            .map((ligne, contexte) -> ancienne(ligne))
            .list());
  }

  private static Ancienne ancienne(ResultSet ligne) throws SQLException {
    return new Ancienne(
        ligne.getString("chemin"),
        ligne.getString("nom"),
        ligne.getString("sha256"),
        ligne.getString("entente"),
        ligne.getString("exercice"),
        ligne.getString("edition"),
        ligne.getString("verdict"),
        ligne.getBoolean("retenue"),
        ligne.getString("resultat"));
  }

  /** By their paths, and not by what order a database has for text. */
  private static List<Ancienne> triees(List<Ancienne> redditions) {
    return redditions.stream().sorted(Comparator.comparing(Ancienne::chemin)).toList();
  }

  /**
   * The findings that a hash stands for; empty where an older program kept them, otherwise than
   * they are kept now.
   */
  Optional<List<Constat>> constats(String empreinte) {
    return base.demande(
        h ->
            h.createQuery("select constats from resultat where empreinte = :empreinte")
                .bind("empreinte", empreinte)
                .mapTo(String.class)
                .findOne()
                .filter(texte -> texte.startsWith("["))
                .map(codec::constats));
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
        h -> {
          if (!pareilles) {
            gardeResultats(h, resultat.dossiers());
            garde(h, passage, redditions);
          }
          if (dernier == null || !dernier.ensemble().equals(resultat.trace())) {
            gardeResultat(h, connus(h), resultat.trace(), "", () -> resultat.ensemble().constats());
          }
          for (Resultat.Echec echec : resultat.echecs()) {
            h.createUpdate(
                    "insert into echec (passage, chemin, cause) values (:passage, :chemin, :cause)")
                .bind("passage", passage.id())
                .bind("chemin", demande.chemin(echec.fichier()))
                .bind("cause", String.valueOf(echec.refus()))
                .execute();
          }
          h.createUpdate(
                  "update passage set fin = :fin, comme = :comme, date_audit = :jour,"
                      + " reutilisees = :reutilisees, ensemble = :ensemble where id = :id")
              .bind("fin", fin)
              .bind("comme", pareilles ? dernier.lignes() : null)
              .bind("jour", demande.date())
              .bind("reutilisees", resultat.dossiers().stream().filter(Dossier::reutilise).count())
              .bind("ensemble", resultat.trace())
              .bind("id", passage.id())
              .execute();
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

  private static void garde(Handle h, Passage passage, List<Ancienne> redditions) {
    PreparedBatch lot =
        h.prepareBatch(
            "insert into reddition (passage, chemin, nom, sha256, entente, exercice, edition,"
                + " verdict, retenue, resultat) values (:passage, :chemin, :nom, :sha256, :entente,"
                + " :exercice, :edition, :verdict, :retenue, :resultat)");
    for (Ancienne r : redditions) {
      lot.bind("passage", passage.id())
          .bind("chemin", r.chemin())
          .bind("nom", r.nom())
          .bind("sha256", r.sha256())
          .bind("entente", r.entente())
          .bind("exercice", r.exercice())
          .bind("edition", r.edition())
          .bind("verdict", r.verdict())
          .bind("retenue", r.retenue())
          .bind("resultat", r.resultat())
          .add();
    }
    lot.execute();
  }

  /** Writes statuses and findings where they are not yet known. */
  private void gardeResultats(Handle h, List<Dossier> dossiers) {
    Set<String> connus = connus(h);
    for (Dossier dossier : dossiers) {
      Jugement jugement = dossier.jugement();
      gardeResultat(h, connus, dossier.trace(), Codec.statuts(jugement), jugement::constats);
    }
  }

  private void gardeResultat(
      Handle h,
      Set<String> connus,
      String trace,
      String statuts,
      Supplier<List<Constat>> constats) {
    if (connus.add(trace)) {
      h.createUpdate(
              "insert into resultat (empreinte, statuts, constats)"
                  + " values (:empreinte, :statuts, :constats)")
          .bind("empreinte", trace)
          .bind("statuts", statuts)
          .bind("constats", codec.constats(constats.get()))
          .execute();
    }
  }

  private static Set<String> connus(Handle h) {
    return new HashSet<>(
        h.createQuery("select empreinte from resultat").mapTo(String.class).list());
  }
}
