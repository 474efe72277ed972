package org.verifqis.service.depot;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.verifqis.service.depot.GesteRefuse.Motif;

/** Who may come in, by which links a password is chosen, and what was refused. */
public final class ComptesDuGreffe {
  /** For how long an invitation may be used. */
  public static final Duration INVITATION = Duration.ofDays(7);

  /** For how long somebody who forgot a password may choose another. */
  public static final Duration OUBLI = Duration.ofHours(1);

  private static final int OUBLIS_PAR_HEURE = 3;

  private static final Pattern COURRIEL =
      Pattern.compile(
          "[A-Za-z0-9][A-Za-z0-9._%+'-]{0,63}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");
  static final int COURRIEL_LE_PLUS_LONG = 254;
  private static final int NOM_LE_PLUS_LONG = 200;

  /**
   * What is asked of an account.
   *
   * @param courriel address, by which it is known
   * @param nom name of the person
   * @param role what it may do
   * @param langue language of the person, {@code fr} or {@code en}
   * @param ententes codes of the agreements for which it files
   */
  public record Demande(
      String courriel, String nom, Role role, String langue, Set<String> ententes) {}

  /**
   * A link by which a password is chosen; its secret is told once and kept nowhere.
   *
   * @param compte whose password
   * @param jeton the secret
   * @param expire until when it may be used
   */
  public record Lien(Compte compte, String jeton, OffsetDateTime expire) {}

  /** What a login is compared with. */
  public record Acces(Compte compte, String secret) {}

  private final Jdbi jdbi;
  private final Greffe greffe;
  private final Set<String> connues;
  private final Jetons jetons;

  ComptesDuGreffe(Jdbi jdbi, Greffe greffe, Set<String> connues) {
    this.jdbi = jdbi;
    this.greffe = greffe;
    this.connues = connues;
    this.jetons = new Jetons(greffe);
  }

  /**
   * Makes an account, and the link by which its password is chosen.
   *
   * @param acteur who makes it
   * @throws GesteRefuse if there is one, or something about it can't be
   */
  public Lien cree(String acteur, Demande demande) {
    return jdbi.inTransaction(h -> jetons.emets(h, acteur, ouvre(h, acteur, demande), INVITATION));
  }

  /**
   * Makes an account, and a message to be sent with the link by which its password is chosen.
   *
   * @param acteur who makes it
   * @throws GesteRefuse if there is one, or something about it can't be
   */
  public Compte invite(String acteur, Demande demande) {
    return jdbi.inTransaction(
        h -> {
          Compte compte = ouvre(h, acteur, demande);
          ecris(h, acteur, compte, Courriels.INVITATION);
          return compte;
        });
  }

  /**
   * Writes to the person of an account, again.
   *
   * @throws GesteRefuse if there is no such account, or it may not come in
   */
  public Compte invite(String acteur, long id) {
    return jdbi.inTransaction(
        h -> {
          Compte compte = ouvert(h, id);
          ecris(h, acteur, compte, Courriels.INVITATION);
          return compte;
        });
  }

  /**
   * Somebody says that a password is forgotten: where the address has an account that may come in,
   * it is written to; not more often than a few times an hour.
   */
  public void oublie(String courriel) {
    jdbi.useTransaction(
        h -> {
          Optional<Compte> compte =
              parCourriel(h, courriel.strip().toLowerCase(Locale.ROOT)).filter(Compte::actif);
          if (compte.isPresent()
              && greffe.courriels().depuis(h, compte.get(), Courriels.OUBLI, OUBLI)
                  < OUBLIS_PAR_HEURE) {
            ecris(h, Journal.ANONYME, compte.get(), Courriels.OUBLI);
          }
        });
  }

  /** The link is made when the message is sent: nothing keeps its secret until then. */
  private void ecris(Handle h, String acteur, Compte compte, String modele) {
    long evenement =
        greffe.journal().note(h, acteur, "LIEN_DEMANDE", null, Map.of("compte", compte.courriel()));
    greffe
        .courriels()
        .note(h, modele + ":" + evenement, compte.id(), modele, Map.of(Courriels.ACTEUR, acteur));
  }

  private Compte ouvre(Handle h, String acteur, Demande demande) {
    String courriel = courriel(demande.courriel());
    verifie(demande);
    if (parCourriel(h, courriel).isPresent()) {
      throw new GesteRefuse(Motif.COMPTE_EXISTANT, courriel);
    }
    long id =
        Ajouts.numero(
            h.createUpdate(
                    "insert into compte (courriel, nom, role, langue, actif, cree, verrou)"
                        + " values (:courriel, :nom, :role, :langue, true, :cree, 1)")
                .bind("courriel", courriel)
                .bind("nom", demande.nom().strip())
                .bind("role", demande.role().name())
                .bind("langue", demande.langue())
                .bind("cree", greffe.maintenant()));
    ententes(h, id, demande);
    greffe.journal().note(h, acteur, "COMPTE_CREE", null, details(courriel, demande));
    return parId(h, id).orElseThrow();
  }

  private static Compte ouvert(Handle h, long id) {
    return parId(h, id).filter(Compte::actif).orElseThrow(() -> new GesteRefuse(Motif.INTROUVABLE));
  }

  /**
   * Changes an account; whoever is logged in by it has to log in anew.
   *
   * @param verrou that of the account when it was looked at
   * @throws GesteRefuse if it changed meanwhile, or something about it can't be
   */
  public void modifie(String acteur, long id, int verrou, Demande demande, boolean actif) {
    verifie(demande);
    jdbi.useTransaction(
        h -> {
          int changes =
              h.createUpdate(
                      "update compte set nom = :nom, role = :role, langue = :langue,"
                          + " actif = :actif, verrou = verrou + 1"
                          + " where id = :id and verrou = :verrou")
                  .bind("nom", demande.nom().strip())
                  .bind("role", demande.role().name())
                  .bind("langue", demande.langue())
                  .bind("actif", actif)
                  .bind("id", id)
                  .bind("verrou", verrou)
                  .execute();
          Compte compte = parId(h, id).orElseThrow(() -> new GesteRefuse(Motif.INTROUVABLE));
          if (changes == 0) {
            throw new GesteRefuse(Motif.DEPASSE, compte.nom(), "COMPTE_MODIFIE");
          }
          h.createUpdate("delete from compte_entente where compte = :id").bind("id", id).execute();
          ententes(h, id, demande);
          Map<String, Object> details = details(compte.courriel(), demande);
          details.put("actif", actif);
          greffe.journal().note(h, acteur, "COMPTE_MODIFIE", null, details);
          // After the journal's row is held: two at once can't each leave the other for the last.
          if (administrateurs(h) == 0) {
            throw new GesteRefuse(Motif.DERNIER_ADMIN);
          }
        });
  }

  private static long administrateurs(Handle h) {
    return h.createQuery("select count(*) from compte where role = 'ADMIN' and actif")
        .mapTo(Long.class)
        .one();
  }

  private static Map<String, Object> details(String courriel, Demande demande) {
    Map<String, Object> details = new HashMap<>();
    details.put("compte", courriel);
    details.put("role", demande.role().name());
    details.put("ententes", new TreeSet<>(demande.ententes()));
    return details;
  }

  private static void ententes(Handle h, long id, Demande demande) {
    for (String entente : new TreeSet<>(demande.ententes())) {
      h.createUpdate("insert into compte_entente (compte, entente) values (:compte, :entente)")
          .bind("compte", id)
          .bind("entente", entente)
          .execute();
    }
  }

  private void verifie(Demande demande) {
    if ((demande.role() == Role.COORDINATION) == demande.ententes().isEmpty()
        || !connues.containsAll(demande.ententes())) {
      throw new GesteRefuse(Motif.ENTENTES, String.join(", ", connues));
    }
    if (demande.nom().isBlank()
        || demande.nom().length() > NOM_LE_PLUS_LONG
        || !Gardable.estUneLigne(demande.nom().strip())) {
      throw new GesteRefuse(Motif.NOM);
    }
  }

  private static String courriel(String donne) {
    String courriel = donne.strip().toLowerCase(Locale.ROOT);
    if (courriel.length() > COURRIEL_LE_PLUS_LONG || !COURRIEL.matcher(courriel).matches()) {
      throw new GesteRefuse(Motif.COURRIEL, courriel);
    }
    return courriel;
  }

  /**
   * Makes another link for an account; those that would not outlast it are worth nothing any more.
   *
   * @throws GesteRefuse if there is no such account, or it may not come in
   */
  public Lien emets(String acteur, long id, Duration duree) {
    // Apart from the message that it goes into: that one's transaction lasts as long as its
    // sending,
    // and the head of the journal would be held meanwhile.
    try (Handle apart = jdbi.open()) {
      return apart.inTransaction(h -> jetons.emets(h, acteur, ouvert(h, id), duree));
    }
  }

  /** Whose link it is, while it may be used. */
  public Optional<Compte> parJeton(String jeton) {
    return jdbi.withHandle(h -> parJeton(h, jeton));
  }

  private Optional<Compte> parJeton(Handle h, String jeton) {
    return jetons.compte(h, jeton).flatMap(id -> parId(h, id));
  }

  /**
   * Keeps the password that somebody chose by a link, which is used up by that; whoever is logged
   * in by the account has to log in anew.
   *
   * @param secret what the password leaves
   * @throws GesteRefuse if the link can't be used
   */
  public Compte choisit(String jeton, String secret) {
    return jdbi.inTransaction(
        h -> {
          Compte compte = parJeton(h, jeton).orElseThrow(() -> new GesteRefuse(Motif.LIEN));
          jetons.utilise(h, compte.id(), jeton);
          h.createUpdate("update compte set secret = :secret, verrou = verrou + 1 where id = :id")
              .bind("secret", secret)
              .bind("id", compte.id())
              .execute();
          greffe
              .journal()
              .note(
                  h,
                  compte.courriel(),
                  "MOT_DE_PASSE_CHOISI",
                  null,
                  Map.of("compte", compte.courriel()));
          return parId(h, compte.id()).orElseThrow();
        });
  }

  /** What a login with an address is compared with; empty where it may not come in. */
  public Optional<Acces> acces(String courriel) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select id, secret from compte"
                        + " where courriel = :courriel and actif and secret is not null")
                .bind("courriel", courriel.strip().toLowerCase(Locale.ROOT))
                .map(
                    (ligne, contexte) ->
                        new Acces(
                            parId(h, ligne.getLong("id")).orElseThrow(), ligne.getString("secret")))
                .findOne());
  }

  /** Notes that somebody whom the identity provider knows has no account that may come in. */
  public void inconnu(String courriel) {
    String tel = courriel.strip().toLowerCase(Locale.ROOT);
    String acteur = tel.substring(0, Math.min(tel.length(), COURRIEL_LE_PLUS_LONG));
    jdbi.useTransaction(
        h ->
            greffe
                .journal()
                .note(
                    h,
                    acteur,
                    "CONNEXION_REFUSEE",
                    null,
                    Map.of("ferme", parCourriel(h, acteur).isPresent())));
  }

  /** The account of an address, whether it may come in or not. */
  public Optional<Compte> parCourriel(String courriel) {
    return jdbi.withHandle(h -> parCourriel(h, courriel.strip().toLowerCase(Locale.ROOT)));
  }

  private static Optional<Compte> parCourriel(Handle h, String courriel) {
    return h.createQuery("select id from compte where courriel = :courriel")
        .bind("courriel", courriel)
        .mapTo(Long.class)
        .findOne()
        .flatMap(id -> parId(h, id));
  }

  /** An account as it is now, where it may come in. */
  public Optional<Compte> actif(long id) {
    return jdbi.withHandle(h -> parId(h, id)).filter(Compte::actif);
  }

  /** An account as it is now. */
  public Optional<Compte> parId(long id) {
    return jdbi.withHandle(h -> parId(h, id));
  }

  static Optional<Compte> parId(Handle h, long id) {
    Set<String> ententes =
        new HashSet<>(
            h.createQuery("select entente from compte_entente where compte = :id")
                .bind("id", id)
                .mapTo(String.class)
                .list());
    return h.createQuery("select * from compte where id = :id")
        .bind("id", id)
        .map((ligne, contexte) -> compte(ligne, ententes))
        .findOne();
  }

  private static Compte compte(ResultSet ligne, Set<String> ententes) throws SQLException {
    return new Compte(
        ligne.getLong("id"),
        ligne.getString("courriel"),
        ligne.getString("nom"),
        Role.valueOf(ligne.getString("role")),
        ligne.getString("langue"),
        ententes,
        ligne.getBoolean("actif"),
        ligne.getString("secret") != null,
        ligne.getInt("verrou"));
  }

  /** All accounts, by address; for an administrator, nobody else sees any. */
  public List<Compte> tous(Compte qui) {
    return jdbi.withHandle(
        h ->
            h
                .createQuery("select id from compte where " + Droits.ADMIN + " order by courriel")
                .bind("qui", qui.id())
                .mapTo(Long.class)
                .list()
                .stream()
                .map(id -> parId(h, id).orElseThrow())
                .toList());
  }

  /** Whether there is any: until then the first is made from the machine itself. */
  public boolean aucun() {
    return jdbi.withHandle(
        h -> h.createQuery("select count(*) from compte").mapTo(Long.class).one() == 0);
  }
}
