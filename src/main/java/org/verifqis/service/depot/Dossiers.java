package org.verifqis.service.depot;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Gabarit;
import org.verifqis.regles.Derogation;
import org.verifqis.regles.Registre;
import org.verifqis.regles.Regle;
import org.verifqis.regles.Verdict;

/**
 * What is filed, for whoever may see it: each question asks the database who that is, whatever the
 * page that asks believes.
 */
public final class Dossiers {
  /** Whether the reddition d is seen by the account :qui, as both are at this moment. */
  private static final String VISIBLE = Droits.voit("d.entente");

  /** The same of what belongs to the reddition :dossier. */
  private static final String SIEN =
      Droits.voit("(select d.entente from dossier d where d.id = :dossier)");

  /**
   * Corrections that were asked for.
   *
   * @param version on which version
   * @param quand when
   * @param par name of whoever asked
   * @param avant until which day they are asked for
   * @param mot what was said besides
   * @param corrections finding by finding
   */
  public record DemandeCorrections(
      int version,
      OffsetDateTime quand,
      String par,
      LocalDate avant,
      String mot,
      List<Commentaire> corrections) {}

  /**
   * A finding that was accepted.
   *
   * @param id its number
   * @param derogation what it accepts, as the rules' room knows it
   * @param quand when
   */
  public record Acceptation(long id, Derogation derogation, OffsetDateTime quand) {}

  /**
   * A reddition as it was adopted.
   *
   * @param version which version
   * @param sha256 of its bytes
   * @param verdict with what was accepted
   * @param provenance what judged it
   * @param quand when
   * @param par name of whoever adopted it
   */
  public record Adoption(
      int version,
      String sha256,
      Verdict verdict,
      Provenance provenance,
      OffsetDateTime quand,
      String par) {}

  /**
   * What is filed last for an agreement and year.
   *
   * @param dossier the reddition
   * @param nom the name of the workbook
   * @param octets its bytes
   */
  public record DerniereVersion(DossierDepose dossier, String nom, byte[] octets) {}

  private final Jdbi jdbi;
  private final Gabarit gabarit;
  private final Registre registre;

  Dossiers(Jdbi jdbi, Gabarit gabarit, Registre registre) {
    this.jdbi = jdbi;
    this.gabarit = gabarit;
    this.registre = registre;
  }

  /** All that the account sees, the last year first. */
  public List<DossierDepose> tous(Compte qui) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select d.* from dossier d where "
                        + VISIBLE
                        + " order by d.exercice desc, d.entente")
                .bind("qui", qui.id())
                .map((ligne, contexte) -> dossier(ligne))
                .list());
  }

  /** That of an agreement and year, where the account sees it. */
  public Optional<DossierDepose> un(Compte qui, Entente entente, Exercice exercice) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select d.* from dossier d where d.entente = :entente"
                        + " and d.exercice = :exercice and "
                        + VISIBLE)
                .bind("entente", entente.code())
                .bind("exercice", exercice.annee())
                .bind("qui", qui.id())
                .map((ligne, contexte) -> dossier(ligne))
                .findOne());
  }

  /** The last versions of some years, for figures of all of them. */
  public List<DerniereVersion> dernieres(Compte qui, Exercice premier, Exercice dernier) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select d.*, v.nom, k.contenu from dossier d"
                        + " join version_depot v on v.dossier = d.id and v.numero = d.version"
                        + " join classeur k on k.version = v.id"
                        + " where d.exercice between :premier and :dernier and "
                        + Droits.PERSONNEL
                        + " order by d.entente, d.exercice")
                .bind("premier", premier.annee())
                .bind("dernier", dernier.annee())
                .bind("qui", qui.id())
                .map(
                    (ligne, contexte) ->
                        new DerniereVersion(
                            dossier(ligne), ligne.getString("nom"), ligne.getBytes("contenu")))
                .list());
  }

  static Optional<DossierDepose> visible(Handle h, Dossiers ici, Compte qui, long id) {
    return h.createQuery("select d.* from dossier d where d.id = :id and " + VISIBLE)
        .bind("id", id)
        .bind("qui", qui.id())
        .map((ligne, contexte) -> ici.dossier(ligne))
        .findOne();
  }

  private DossierDepose dossier(ResultSet ligne) throws SQLException {
    return new DossierDepose(
        ligne.getLong("id"),
        gabarit.ententes().get(ligne.getString("entente")),
        new Exercice(ligne.getInt("exercice")),
        EtatDossier.valueOf(ligne.getString("etat")),
        Verdict.valueOf(ligne.getString("verdict")),
        ligne.getInt("version"),
        ligne.getObject("modifie", OffsetDateTime.class),
        ligne.getInt("verrou"));
  }

  /** A question about what belongs to a reddition that the account sees. */
  private static Query question(Handle h, Compte qui, DossierDepose dossier, String sql) {
    return h.createQuery(sql + " and " + SIEN).bind("dossier", dossier.id()).bind("qui", qui.id());
  }

  /** Its versions, the last first. */
  public List<VersionDeposee> versions(Compte qui, DossierDepose dossier) {
    return jdbi.withHandle(
        h ->
            question(
                    h,
                    qui,
                    dossier,
                    "select v.*, a.nom as auteur from version_depot v"
                        + " join compte a on a.id = v.par where v.dossier = :dossier")
                .map((ligne, contexte) -> version(ligne))
                .list()
                .stream()
                .sorted(Comparator.comparingInt(VersionDeposee::numero).reversed())
                .toList());
  }

  private static VersionDeposee version(ResultSet ligne) throws SQLException {
    return new VersionDeposee(
        ligne.getInt("numero"),
        ligne.getString("nom"),
        ligne.getString("sha256"),
        ligne.getLong("octets"),
        ligne.getObject("depose", OffsetDateTime.class),
        ligne.getString("auteur"),
        Verdict.valueOf(ligne.getString("verdict")),
        provenance(ligne));
  }

  private static Provenance provenance(ResultSet ligne) throws SQLException {
    return new Provenance(
        ligne.getString("programme"), ligne.getString("regles"), ligne.getString("parametres"));
  }

  /** The bytes of a version. */
  public Optional<byte[]> classeur(Compte qui, DossierDepose dossier, int version) {
    return jdbi.withHandle(
        h ->
            question(
                    h,
                    qui,
                    dossier,
                    "select k.contenu from classeur k join version_depot v on v.id = k.version"
                        + " where v.dossier = :dossier and v.numero = :numero")
                .bind("numero", version)
                .map((ligne, contexte) -> ligne.getBytes("contenu"))
                .findOne());
  }

  /** What whoever filed a version says of its findings. */
  public List<Commentaire> explications(Compte qui, DossierDepose dossier, int version) {
    return jdbi.withHandle(
        h ->
            question(
                    h,
                    qui,
                    dossier,
                    "select e.constat, e.regle, e.lieu, '' as message, e.texte from explication e"
                        + " join version_depot v on v.id = e.version"
                        + " where v.dossier = :dossier and v.numero = :numero")
                .bind("numero", version)
                .map((ligne, contexte) -> commentaire(ligne, "texte"))
                .list());
  }

  private static Commentaire commentaire(ResultSet ligne, String texte) throws SQLException {
    return new Commentaire(
        ligne.getString("constat"),
        ligne.getString("regle"),
        ligne.getString("lieu"),
        ligne.getString("message"),
        ligne.getString(texte));
  }

  /** What corrections were asked for, the last first. */
  public List<DemandeCorrections> demandes(Compte qui, DossierDepose dossier) {
    return jdbi.withHandle(
        h ->
            question(
                    h,
                    qui,
                    dossier,
                    "select m.*, a.nom as auteur from demande_correction m"
                        + " join compte a on a.id = m.par where m.dossier = :dossier")
                .map(
                    (ligne, contexte) ->
                        new DemandeCorrections(
                            ligne.getInt("version"),
                            ligne.getObject("quand", OffsetDateTime.class),
                            ligne.getString("auteur"),
                            ligne.getObject("avant", LocalDate.class),
                            ligne.getString("mot"),
                            corrections(h, ligne.getLong("id"))))
                .list()
                .stream()
                .sorted(Comparator.comparing(DemandeCorrections::quand).reversed())
                .toList());
  }

  private static List<Commentaire> corrections(Handle h, long demande) {
    return h.createQuery("select * from correction_demandee where demande = :id order by rang")
        .bind("id", demande)
        .map((ligne, contexte) -> commentaire(ligne, "mot"))
        .list();
  }

  /** The findings that are accepted, in the order in which they were; those withdrawn left out. */
  public List<Acceptation> acceptations(Compte qui, DossierDepose dossier) {
    return jdbi.withHandle(
        h ->
            question(
                    h,
                    qui,
                    dossier,
                    "select g.*, a.nom as auteur from derogation g"
                        + " join compte a on a.id = g.par"
                        + " where g.dossier = :dossier and g.retiree is null")
                .map((ligne, contexte) -> acceptation(dossier, ligne))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingLong(Acceptation::id))
                .toList());
  }

  /** All that are accepted, of every reddition. */
  List<Acceptation> acceptations() {
    return jdbi.withHandle(
        h -> {
          Map<Long, DossierDepose> tous = new HashMap<>();
          h.createQuery("select d.* from dossier d")
              .map((ligne, contexte) -> dossier(ligne))
              .forEach(un -> tous.put(un.id(), un));
          return h
              .createQuery(
                  "select g.*, a.nom as auteur from derogation g join compte a on a.id = g.par"
                      + " where g.retiree is null order by g.id")
              .map((ligne, contexte) -> acceptation(tous.get(ligne.getLong("dossier")), ligne))
              .list()
              .stream()
              .flatMap(Optional::stream)
              .toList();
        });
  }

  /** Empty where its rule is no longer: there is nothing that it could accept. */
  private Optional<Acceptation> acceptation(DossierDepose dossier, ResultSet ligne)
      throws SQLException {
    String id = ligne.getString("regle");
    Optional<Regle> regle = registre.regles().stream().filter(r -> r.id().equals(id)).findFirst();
    if (regle.isEmpty()) {
      return Optional.empty();
    }
    String champ = ligne.getString("champ");
    Derogation.Vise vise =
        new Derogation.Vise(
            dossier.entente(),
            dossier.exercice(),
            regle.get(),
            ligne.getString("feuille"),
            ligne.getString("fiche"),
            ligne.getInt("rang"),
            champ == null ? Set.of() : Set.of(champ));
    return Optional.of(
        new Acceptation(
            ligne.getLong("id"),
            new Derogation(
                Math.toIntExact(ligne.getLong("id")),
                vise,
                ligne.getString("auteur"),
                ligne.getString("autorite"),
                ligne.getString("motif"),
                ligne.getObject("jusqu_au", LocalDate.class)),
            ligne.getObject("quand", OffsetDateTime.class)));
  }

  /** As it was adopted, the last time first. */
  public List<Adoption> adoptions(Compte qui, DossierDepose dossier) {
    return jdbi.withHandle(
        h ->
            question(
                    h,
                    qui,
                    dossier,
                    "select o.*, a.nom as auteur from adoption o"
                        + " join compte a on a.id = o.par where o.dossier = :dossier")
                .map(
                    (ligne, contexte) ->
                        new Adoption(
                            ligne.getInt("version"),
                            ligne.getString("sha256"),
                            Verdict.valueOf(ligne.getString("verdict")),
                            provenance(ligne),
                            ligne.getObject("quand", OffsetDateTime.class),
                            ligne.getString("auteur")))
                .list()
                .stream()
                .sorted(Comparator.comparing(Adoption::quand).reversed())
                .toList());
  }

  /** What happened to it, the last first. */
  public List<Evenement> histoire(Compte qui, DossierDepose dossier) {
    return jdbi.withHandle(
        h ->
            question(h, qui, dossier, "select e.* from evenement e where e.dossier = :dossier")
                .map((ligne, contexte) -> Journal.evenement(ligne))
                .list()
                .stream()
                .sorted(Comparator.comparingLong(Evenement::numero).reversed())
                .toList());
  }
}
