package org.verifqis.service.depot;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.verifqis.classeur.Sha256;
import org.verifqis.regles.Derogation;
import org.verifqis.regles.Verdict;
import org.verifqis.service.depot.GesteRefuse.Motif;

/**
 * What is done with a reddition, as {@link Geste} allows it: all of it or nothing, with its event.
 * Whoever decides on a reddition that somebody else has changed since is told so, and nothing is
 * done.
 */
public final class Gestes {
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

  private final Avancement avancement;
  private final Greffe greffe;

  Gestes(Jdbi jdbi, Greffe greffe) {
    this.avancement = new Avancement(jdbi, greffe);
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
    String sha256 = Sha256.de(depot.octets());
    return avancement.fais(
        qui,
        Geste.DEPOSER,
        vu,
        (h, lui) -> {
          if (!lui.ententes().contains(vu.entente().code())) {
            throw new GesteRefuse(Motif.INTROUVABLE);
          }
          dejaDepose(h, vu, sha256);
          int numero = vu.version() + 1;
          Map<String, Object> details = new HashMap<>();
          details.put("version", numero);
          details.put("sha256", sha256);
          details.put("verdict", depot.verdict().name());
          details.put("explications", depot.explications().size());
          long dossier = vu.id();
          if (dossier == 0) {
            details.put("entente", vu.entente().code());
            details.put("exercice", vu.exercice().nom());
            dossier = avancement.commence(h, lui, Geste.DEPOSER, vu, depot.verdict(), details);
          } else {
            avancement.avance(h, lui, Geste.DEPOSER, vu, depot.verdict(), numero, details);
          }
          long version = version(h, lui, dossier, numero, depot, sha256);
          for (Commentaire explication : depot.explications()) {
            h.createUpdate(
                    "insert into explication (version, constat, regle, lieu, texte)"
                        + " values (:version, :constat, :regle, :lieu, :texte)")
                .bind("version", version)
                .bindMethods(explication)
                .execute();
          }
          Brouillons.retire(h, lui, vu.entente(), vu.exercice());
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

  private long version(Handle h, Compte qui, long dossier, int numero, Depot depot, String sha256) {
    long version =
        Ajouts.numero(
            h.createUpdate(
                    "insert into version_depot (dossier, numero, nom, sha256, octets, depose, par,"
                        + " verdict, programme, regles, parametres) values (:dossier, :numero, :nom,"
                        + " :sha256, :octets, :depose, :par, :verdict, :programme, :regles,"
                        + " :parametres)")
                .bind("dossier", dossier)
                .bind("numero", numero)
                .bind("nom", depot.nom())
                .bind("sha256", sha256)
                .bind("octets", depot.octets().length)
                .bind("depose", greffe.maintenant())
                .bind("par", qui.id())
                .bind("verdict", depot.verdict().name())
                .bindMethods(depot.provenance()));
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
    avancement.fais(
        qui,
        Geste.DEMANDER_CORRECTIONS,
        vu,
        (h, lui) -> {
          avancement.avance(
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
              Ajouts.numero(
                  h.createUpdate(
                          "insert into demande_correction (dossier, version, quand, par, avant, mot)"
                              + " values (:dossier, :version, :quand, :par, :avant, :mot)")
                      .bind("dossier", vu.id())
                      .bind("version", vu.version())
                      .bind("quand", greffe.maintenant())
                      .bind("par", lui.id())
                      .bind("avant", avant)
                      .bind("mot", mot));
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
    avancement.fais(
        qui,
        Geste.ACCEPTER_CONSTAT,
        vu,
        (h, lui) -> {
          avancement.avance(
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
    avancement.fais(
        qui,
        Geste.RETIRER_ACCEPTATION,
        vu,
        (h, lui) -> {
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
          avancement.avance(
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
    avancement.fais(
        qui,
        Geste.ADOPTER,
        vu,
        (h, lui) -> {
          String sha256 =
              h.createQuery(
                      "select sha256 from version_depot"
                          + " where dossier = :dossier and numero = :numero")
                  .bind("dossier", vu.id())
                  .bind("numero", vu.version())
                  .mapTo(String.class)
                  .findOne()
                  .orElseThrow(() -> new GesteRefuse(Motif.INTROUVABLE));
          avancement.avance(
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
    avancement.fais(
        qui,
        Geste.ROUVRIR,
        vu,
        (h, lui) -> {
          avancement.avance(
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
}
