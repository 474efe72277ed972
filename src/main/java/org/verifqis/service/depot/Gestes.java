package org.verifqis.service.depot;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.verifqis.regles.Derogation;
import org.verifqis.regles.Verdict;
import org.verifqis.service.depot.GesteRefuse.Motif;

/**
 * What is done with a reddition, as {@link Geste} allows it: all of it or nothing, with its event.
 * Whoever decides on a reddition that somebody else has changed since is told so, and nothing is
 * done.
 */
public final class Gestes {
  private static final String DEJA_LA = "23505";

  /**
   * A workbook to be filed.
   *
   * @param nom name of its file
   * @param octets its bytes
   * @param verdict what the rules say of it
   * @param provenance what judged it
   * @param explications what is said of its findings
   */
  public record Depot(
      String nom,
      byte[] octets,
      Verdict verdict,
      Provenance provenance,
      List<Commentaire> explications) {}

  private final Jdbi jdbi;
  private final Greffe greffe;

  Gestes(Jdbi jdbi, Greffe greffe) {
    this.jdbi = jdbi;
    this.greffe = greffe;
  }

  /**
   * Files a workbook; the version before is kept.
   *
   * @param vu the reddition as whoever files saw it
   * @return the number of the version
   * @throws GesteRefuse if it is not filed
   */
  public int depose(Compte qui, DossierDepose vu, Depot depot) {
    if (depot.verdict() == Verdict.IRRECEVABLE) {
      throw new GesteRefuse(Motif.IRRECEVABLE);
    }
    String sha256 = CleConstat.sha256(depot.octets());
    return fais(
        vu,
        h -> {
          Compte lui = compte(h, qui, Geste.DEPOSER);
          if (!lui.ententes().contains(vu.entente().code())) {
            throw new GesteRefuse(Motif.INTROUVABLE);
          }
          dejaDepose(h, vu, sha256);
          Map<String, Object> details = new HashMap<>();
          details.put("sha256", sha256);
          details.put("verdict", depot.verdict().name());
          details.put("explications", depot.explications().size());
          DossierDepose dossier = vu.id() == 0 ? commence(h, lui, vu, depot, details) : vu;
          if (vu.id() != 0) {
            details.put("version", vu.version() + 1);
            avance(h, lui, Geste.DEPOSER, vu, depot.verdict(), vu.version() + 1, details);
          }
          int numero = vu.version() + 1;
          long version = version(h, lui, dossier, numero, depot, sha256);
          for (Commentaire explication : depot.explications()) {
            h.createUpdate(
                    "insert into explication (version, constat, regle, lieu, texte)"
                        + " values (:version, :constat, :regle, :lieu, :texte)")
                .bind("version", version)
                .bindMethods(explication)
                .execute();
          }
          h.createUpdate(
                  "delete from brouillon where compte = :compte and entente = :entente"
                      + " and exercice = :exercice")
              .bind("compte", lui.id())
              .bind("entente", vu.entente().code())
              .bind("exercice", vu.exercice().annee())
              .execute();
          return numero;
        });
  }

  private static void dejaDepose(Handle h, DossierDepose dossier, String sha256) {
    h.createQuery("select numero from version_depot where dossier = :dossier and sha256 = :sha256")
        .bind("dossier", dossier.id())
        .bind("sha256", sha256)
        .mapTo(Integer.class)
        .findOne()
        .ifPresent(
            numero -> {
              throw new GesteRefuse(Motif.DEJA_DEPOSE, numero.toString());
            });
  }

  private DossierDepose commence(
      Handle h, Compte qui, DossierDepose vu, Depot depot, Map<String, Object> details) {
    EtatDossier etat = Geste.DEPOSER.depuis(vu.etat()).orElseThrow();
    long id =
        h.createUpdate(
                "insert into dossier (entente, exercice, etat, verdict, version, modifie, verrou)"
                    + " values (:entente, :exercice, :etat, :verdict, 1, :modifie, 1)")
            .bind("entente", vu.entente().code())
            .bind("exercice", vu.exercice().annee())
            .bind("etat", etat.name())
            .bind("verdict", depot.verdict().name())
            .bind("modifie", greffe.maintenant())
            .executeAndReturnGeneratedKeys("id")
            .map((ligne, contexte) -> ligne.getLong("id"))
            .one();
    details.put("version", 1);
    details.put("entente", vu.entente().code());
    details.put("exercice", vu.exercice().nom());
    note(h, qui, Geste.DEPOSER, id, vu, details);
    return new DossierDepose(
        id, vu.entente(), vu.exercice(), etat, depot.verdict(), 1, greffe.maintenant(), 1);
  }

  private long version(
      Handle h, Compte qui, DossierDepose dossier, int numero, Depot depot, String sha256) {
    long version =
        h.createUpdate(
                "insert into version_depot (dossier, numero, nom, sha256, octets, depose, par,"
                    + " verdict, programme, regles, parametres) values (:dossier, :numero, :nom,"
                    + " :sha256, :octets, :depose, :par, :verdict, :programme, :regles,"
                    + " :parametres)")
            .bind("dossier", dossier.id())
            .bind("numero", numero)
            .bind("nom", depot.nom())
            .bind("sha256", sha256)
            .bind("octets", depot.octets().length)
            .bind("depose", greffe.maintenant())
            .bind("par", qui.id())
            .bind("verdict", depot.verdict().name())
            .bindMethods(depot.provenance())
            .executeAndReturnGeneratedKeys("id")
            .map((ligne, contexte) -> ligne.getLong("id"))
            .one();
    h.createUpdate("insert into classeur (version, contenu) values (:version, :contenu)")
        .bind("version", version)
        .bind("contenu", depot.octets())
        .execute();
    return version;
  }

  /**
   * Asks for corrections.
   *
   * @param avant until which day
   * @param mot what is said besides
   * @param corrections finding by finding
   */
  public void demandeCorrections(
      Compte qui, DossierDepose vu, LocalDate avant, String mot, List<Commentaire> corrections) {
    fais(
        vu,
        h -> {
          Compte lui = compte(h, qui, Geste.DEMANDER_CORRECTIONS);
          avance(
              h,
              lui,
              Geste.DEMANDER_CORRECTIONS,
              vu,
              vu.verdict(),
              vu.version(),
              Map.of(
                  "version",
                  vu.version(),
                  "avant",
                  avant.toString(),
                  "corrections",
                  corrections.size()));
          long demande =
              h.createUpdate(
                      "insert into demande_correction (dossier, version, quand, par, avant, mot)"
                          + " values (:dossier, :version, :quand, :par, :avant, :mot)")
                  .bind("dossier", vu.id())
                  .bind("version", vu.version())
                  .bind("quand", greffe.maintenant())
                  .bind("par", lui.id())
                  .bind("avant", avant)
                  .bind("mot", mot)
                  .executeAndReturnGeneratedKeys("id")
                  .map((ligne, contexte) -> ligne.getLong("id"))
                  .one();
          int rang = 0;
          for (Commentaire correction : corrections) {
            h.createUpdate(
                    "insert into correction_demandee (demande, constat, rang, regle, lieu, message,"
                        + " mot) values (:demande, :constat, :rang, :regle, :lieu, :message,"
                        + " :texte)")
                .bind("demande", demande)
                .bind("rang", rang++)
                .bindMethods(correction)
                .execute();
          }
          return null;
        });
  }

  /**
   * Accepts a finding.
   *
   * @param derogation what is accepted, on whose word; who records it is the account
   * @param verdict what the reddition is worth with it
   */
  public void accepte(Compte qui, DossierDepose vu, Derogation derogation, Verdict verdict) {
    Derogation.Vise vise = derogation.vise();
    fais(
        vu,
        h -> {
          Compte lui = compte(h, qui, Geste.ACCEPTER_CONSTAT);
          avance(
              h,
              lui,
              Geste.ACCEPTER_CONSTAT,
              vu,
              verdict,
              vu.version(),
              Map.of(
                  "regle", vise.regle().id(),
                  "jusquAu", derogation.jusquAu().toString(),
                  "verdict", verdict.name()));
          h.createUpdate(
                  "insert into derogation (dossier, regle, feuille, fiche, rang, champ, quand, par,"
                      + " autorite, motif, jusqu_au) values (:dossier, :regle, :feuille, :fiche,"
                      + " :rang, :champ, :quand, :par, :autorite, :motif, :jusquAu)")
              .bind("dossier", vu.id())
              .bind("regle", vise.regle().id())
              .bind("feuille", vise.feuille())
              .bind("fiche", vise.fiche())
              .bind("rang", vise.rang())
              .bind("champ", vise.champs().stream().findFirst().orElse(null))
              .bind("quand", greffe.maintenant())
              .bind("par", lui.id())
              .bind("autorite", derogation.autorite())
              .bind("motif", derogation.motif())
              .bind("jusquAu", derogation.jusquAu())
              .execute();
          return null;
        });
  }

  /**
   * Withdraws what was accepted.
   *
   * @param verdict what the reddition is worth without it
   */
  public void retireAcceptation(
      Compte qui, DossierDepose vu, long acceptation, String motif, Verdict verdict) {
    fais(
        vu,
        h -> {
          Compte lui = compte(h, qui, Geste.RETIRER_ACCEPTATION);
          int retirees =
              h.createUpdate(
                      "update derogation set retiree = :quand"
                          + " where id = :id and dossier = :dossier and retiree is null")
                  .bind("quand", greffe.maintenant())
                  .bind("id", acceptation)
                  .bind("dossier", vu.id())
                  .execute();
          if (retirees == 0) {
            throw new GesteRefuse(Motif.INTROUVABLE);
          }
          avance(
              h,
              lui,
              Geste.RETIRER_ACCEPTATION,
              vu,
              verdict,
              vu.version(),
              Map.of("motif", motif, "verdict", verdict.name()));
          return null;
        });
  }

  /**
   * Adopts the last version, as it is.
   *
   * @param verdict what it is worth now, with what is accepted
   * @param provenance what judges it now
   */
  public void adopte(Compte qui, DossierDepose vu, Verdict verdict, Provenance provenance) {
    fais(
        vu,
        h -> {
          Compte lui = compte(h, qui, Geste.ADOPTER);
          String sha256 =
              h.createQuery(
                      "select sha256 from version_depot"
                          + " where dossier = :dossier and numero = :numero")
                  .bind("dossier", vu.id())
                  .bind("numero", vu.version())
                  .mapTo(String.class)
                  .findOne()
                  .orElseThrow(() -> new GesteRefuse(Motif.INTROUVABLE));
          avance(
              h,
              lui,
              Geste.ADOPTER,
              vu,
              verdict,
              vu.version(),
              Map.of(
                  "version", vu.version(),
                  "sha256", sha256,
                  "verdict", verdict.name(),
                  "programme", provenance.programme(),
                  "regles", provenance.regles(),
                  "parametres", provenance.parametres()));
          h.createUpdate(
                  "insert into adoption (dossier, version, sha256, verdict, programme, regles,"
                      + " parametres, quand, par) values (:dossier, :version, :sha256, :verdict,"
                      + " :programme, :regles, :parametres, :quand, :par)")
              .bind("dossier", vu.id())
              .bind("version", vu.version())
              .bind("sha256", sha256)
              .bind("verdict", verdict.name())
              .bindMethods(provenance)
              .bind("quand", greffe.maintenant())
              .bind("par", lui.id())
              .execute();
          return null;
        });
  }

  /** Reopens what was adopted. */
  public void rouvre(Compte qui, DossierDepose vu, String motif) {
    fais(
        vu,
        h -> {
          Compte lui = compte(h, qui, Geste.ROUVRIR);
          avance(
              h,
              lui,
              Geste.ROUVRIR,
              vu,
              vu.verdict(),
              vu.version(),
              Map.of("version", vu.version(), "motif", motif));
          return null;
        });
  }

  /** The account as it is now: it may have lost its role since it logged in. */
  private static Compte compte(Handle h, Compte qui, Geste geste) {
    Compte lui =
        ComptesDuGreffe.parId(h, qui.id())
            .filter(Compte::actif)
            .orElseThrow(() -> new GesteRefuse(Motif.ROLE));
    if (lui.role() != geste.role()) {
      throw new GesteRefuse(Motif.ROLE);
    }
    return lui;
  }

  /** Takes a reddition from the state in which it was seen to the next, with its event. */
  private void avance(
      Handle h,
      Compte qui,
      Geste geste,
      DossierDepose vu,
      Verdict verdict,
      int version,
      Map<String, ?> details) {
    DossierDepose actuel =
        Dossiers.visible(h, greffe.dossiers(), qui, vu.id())
            .orElseThrow(() -> new GesteRefuse(Motif.INTROUVABLE));
    if (actuel.verrou() != vu.verrou()) {
      throw depasse(h, vu);
    }
    EtatDossier suivant =
        geste
            .depuis(actuel.etat())
            .orElseThrow(() -> new GesteRefuse(Motif.ETAT, actuel.etat().name()));
    int changes =
        h.createUpdate(
                "update dossier set etat = :etat, verdict = :verdict, version = :version,"
                    + " modifie = :modifie, verrou = verrou + 1"
                    + " where id = :id and verrou = :verrou")
            .bind("etat", suivant.name())
            .bind("verdict", verdict.name())
            .bind("version", version)
            .bind("modifie", greffe.maintenant())
            .bind("id", vu.id())
            .bind("verrou", vu.verrou())
            .execute();
    if (changes == 0) {
      throw depasse(h, vu);
    }
    note(h, qui, geste, vu.id(), vu, details);
  }

  /** The event, and what is to be sent about it. */
  private void note(
      Handle h, Compte qui, Geste geste, long dossier, DossierDepose vu, Map<String, ?> details) {
    long evenement = greffe.journal().note(h, qui.courriel(), geste.name(), dossier, details);
    greffe.courriels().note(h, geste, dossier, vu.entente(), vu.exercice(), evenement);
  }

  /** Somebody was faster: who, and with what. */
  private static GesteRefuse depasse(Handle h, DossierDepose vu) {
    return h.createQuery(
            "select coalesce(c.nom, e.acteur) as qui, e.nature from evenement e"
                + " join dossier d on d.id = e.dossier"
                + " left join compte c on c.courriel = e.acteur"
                + " where d.entente = :entente and d.exercice = :exercice order by e.numero desc")
        .bind("entente", vu.entente().code())
        .bind("exercice", vu.exercice().annee())
        .setMaxRows(1)
        .map(
            (ligne, contexte) ->
                new GesteRefuse(Motif.DEPASSE, ligne.getString("qui"), ligne.getString("nature")))
        .findFirst()
        .orElseGet(() -> new GesteRefuse(Motif.DEPASSE, "", ""));
  }

  private <T> T fais(DossierDepose vu, HandleCallback<T, RuntimeException> ordres) {
    try {
      return jdbi.inTransaction(ordres);
    } catch (JdbiException e) {
      // Two began the same reddition at once.
      if (e.getCause() instanceof SQLException dite && DEJA_LA.equals(dite.getSQLState())) {
        throw jdbi.withHandle(h -> depasse(h, vu));
      }
      throw e;
    }
  }
}
