package org.verifqis.service.depot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;

/**
 * What is to be sent. A message is written in the transaction of what it tells of, so none is lost
 * and none tells of what was not done; it is sent by one thread at a time and noted once it is. A
 * server that takes it while this process is killed gets it again, under the same identifier.
 */
public final class Courriels {
  /** Invites somebody, by a link by which a password is chosen. */
  public static final String INVITATION = "INVITATION";

  /** The same for somebody who forgot a password. */
  public static final String OUBLI = "OUBLI";

  /** Among the details of those two: who asked for the link. */
  public static final String ACTEUR = "acteur";

  /** Days before the limit, and after, on which whoever has not filed is reminded. */
  private static final List<Integer> RAPPELS = List.of(-14, -3, 1);

  /** How long is waited after each failure. */
  private static final List<Duration> ATTENTES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(4),
          Duration.ofHours(8),
          Duration.ofHours(12),
          Duration.ofHours(24));

  /** For how long something that was never tried is worth telling. */
  private static final Duration NOUVELLE = Duration.ofDays(7);

  private static final int ERREUR_LA_PLUS_LONGUE = 1_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

  /**
   * A message.
   *
   * @param id its number, by which whoever gets it twice can tell
   * @param compte to whom
   * @param modele what it tells: its words are the door's
   * @param details what its words take
   * @param cree when it was written
   * @param essais how often it was tried
   * @param erreur why it could not be sent the last time; null where it was not tried
   */
  public record Courriel(
      long id,
      Compte compte,
      String modele,
      Map<String, String> details,
      OffsetDateTime cree,
      int essais,
      String erreur) {}

  /** What sends a message. */
  public interface Expediteur {
    /** Sends it, or says why it can't. */
    void envoie(Courriel courriel) throws Exception;
  }

  private final Jdbi jdbi;
  private final Greffe greffe;

  Courriels(Jdbi jdbi, Greffe greffe) {
    this.jdbi = jdbi;
    this.greffe = greffe;
  }

  /** Writes what is told of a gesture: to those who file for the agreement, or to the staff. */
  void note(Handle h, Geste geste, long dossier, Entente entente, Exercice exercice, long cle) {
    switch (geste) {
      case DEPOSER -> {
        note(h, geste, dossier, entente, exercice, cle, Role.COORDINATION);
        note(h, geste, dossier, entente, exercice, cle, Role.PERSONNEL);
      }
      case DEMANDER_CORRECTIONS, ADOPTER, ROUVRIR ->
          note(h, geste, dossier, entente, exercice, cle, Role.COORDINATION);
      default -> {
        // What staff do among themselves stands on their board.
      }
    }
  }

  private void note(
      Handle h,
      Geste geste,
      long dossier,
      Entente entente,
      Exercice exercice,
      long evenement,
      Role role) {
    for (long compte : destinataires(h, entente, role)) {
      note(
          h,
          geste.name() + ":" + dossier + ":" + evenement + ":" + compte,
          compte,
          geste.name() + "." + role.name(),
          Map.of("entente", entente.code(), "exercice", exercice.nom()));
    }
  }

  private static List<Long> destinataires(Handle h, Entente entente, Role role) {
    return h.createQuery(
            "select c.id from compte c where c.actif and c.role = :role"
                + " and (c.role = 'PERSONNEL' or exists (select 1 from compte_entente ce"
                + " where ce.compte = c.id and ce.entente = :entente)) order by c.id")
        .bind("role", role.name())
        .bind("entente", entente.code())
        .mapTo(Long.class)
        .list();
  }

  /** How many messages of a kind were written to somebody of late. */
  long depuis(Handle h, Compte compte, String modele, Duration duree) {
    return h.createQuery(
            "select count(*) from courriel where compte = :compte and modele = :modele"
                + " and cree > :depuis")
        .bind("compte", compte.id())
        .bind("modele", modele)
        .bind("depuis", greffe.maintenant().minus(duree))
        .mapTo(Long.class)
        .one();
  }

  /** Writes a message; the same key is written once. */
  void note(Handle h, String cle, long compte, String modele, Map<String, String> details) {
    boolean ecrit =
        h.createQuery("select count(*) from courriel where cle = :cle")
                .bind("cle", cle)
                .mapTo(Long.class)
                .one()
            > 0;
    if (ecrit) {
      return;
    }
    h.createUpdate(
            "insert into courriel (cle, compte, modele, details, cree, essais, prochain)"
                + " values (:cle, :compte, :modele, :details, :cree, 0, :cree)")
        .bind("cle", cle)
        .bind("compte", compte)
        .bind("modele", modele)
        .bind("details", Journal.texte(details))
        .bind("cree", greffe.maintenant())
        .execute();
  }

  /**
   * Writes the reminders of a day: to those who file for an agreement whose reddition is not there,
   * or is to be corrected. Asked several times a day, or on the next one, it writes each once.
   *
   * @param ententes all agreements
   */
  public void rappelle(LocalDate jour, List<Entente> ententes) {
    Map<Exercice, LocalDate> limites = greffe.echeances().toutes();
    jdbi.useTransaction(
        h -> {
          for (Map.Entry<Exercice, LocalDate> limite : limites.entrySet()) {
            for (Entente entente : ententes) {
              rappelle(h, jour, limite.getKey(), limite.getValue(), entente);
            }
          }
        });
  }

  private void rappelle(
      Handle h, LocalDate jour, Exercice exercice, LocalDate limite, Entente entente) {
    Optional<Integer> rappel =
        RAPPELS.stream()
            // A day on which nothing ran is made up for on the next.
            .filter(
                r -> {
                  long depuis = ChronoUnit.DAYS.between(limite.plusDays(r), jour);
                  return depuis >= 0 && depuis <= 1;
                })
            .findFirst();
    if (rappel.isEmpty() || !manque(h, exercice, entente)) {
      return;
    }
    for (long compte : destinataires(h, entente, Role.COORDINATION)) {
      note(
          h,
          "RAPPEL:"
              + entente.code()
              + ":"
              + exercice.annee()
              + ":"
              + limite
              + ":"
              + rappel.get()
              + ":"
              + compte,
          compte,
          rappel.get() < 0 ? "RAPPEL_AVANT" : "RAPPEL_APRES",
          Map.of(
              "entente", entente.code(),
              "exercice", exercice.nom(),
              "limite", limite.toString()));
    }
  }

  private static boolean manque(Handle h, Exercice exercice, Entente entente) {
    return h.createQuery(
                "select count(*) from dossier where entente = :entente and exercice = :exercice"
                    + " and etat in ('DEPOSE', 'ADOPTE')")
            .bind("entente", entente.code())
            .bind("exercice", exercice.annee())
            .mapTo(Long.class)
            .one()
        == 0;
  }

  /**
   * Sends what is due, one message after another, and notes each.
   *
   * @return how many were sent
   */
  public int envoie(Expediteur expediteur) {
    ecarteLesVieux();
    int envoyes = 0;
    while (true) {
      Boolean fait = jdbi.inTransaction(h -> suivant(h, expediteur));
      if (fait == null) {
        return envoyes;
      }
      envoyes += fait ? 1 : 0;
    }
  }

  /** What was written while nothing was sent here tells nobody anything new any more. */
  private void ecarteLesVieux() {
    OffsetDateTime maintenant = greffe.maintenant();
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    "update courriel set abandonne = :maintenant where envoye is null"
                        + " and abandonne is null and essais = 0 and cree < :avant")
                .bind("maintenant", maintenant)
                .bind("avant", maintenant.minus(NOUVELLE))
                .execute());
  }

  /** Whether the next one could be sent; null where none is due. It is held meanwhile. */
  private Boolean suivant(Handle h, Expediteur expediteur) {
    Optional<Courriel> du =
        h.createQuery(
                "select * from courriel where envoye is null and abandonne is null"
                    + " and prochain <= :maintenant order by id limit 1 for update skip locked")
            .bind("maintenant", greffe.maintenant())
            .map((ligne, contexte) -> courriel(h, ligne))
            .findOne();
    if (du.isEmpty()) {
      return null;
    }
    Courriel courriel = du.get();
    try {
      if (courriel.compte().actif()) {
        expediteur.envoie(courriel);
      }
      h.createUpdate("update courriel set envoye = :quand, erreur = null where id = :id")
          .bind("quand", greffe.maintenant())
          .bind("id", courriel.id())
          .execute();
      return true;
    } catch (Exception e) {
      rate(h, courriel, e);
      return false;
    }
  }

  private void rate(Handle h, Courriel courriel, Exception e) {
    OffsetDateTime maintenant = greffe.maintenant();
    int essais = courriel.essais() + 1;
    boolean encore = essais <= ATTENTES.size();
    String erreur = e.toString();
    h.createUpdate(
            "update courriel set essais = :essais, prochain = :prochain, abandonne = :abandonne,"
                + " erreur = :erreur where id = :id")
        .bind("essais", essais)
        .bind("prochain", encore ? maintenant.plus(ATTENTES.get(essais - 1)) : maintenant)
        .bind("abandonne", encore ? null : maintenant)
        .bind("erreur", erreur.substring(0, Math.min(erreur.length(), ERREUR_LA_PLUS_LONGUE)))
        .bind("id", courriel.id())
        .execute();
  }

  private static Courriel courriel(Handle h, ResultSet ligne) throws SQLException {
    try {
      return new Courriel(
          ligne.getLong("id"),
          ComptesDuGreffe.parId(h, ligne.getLong("compte")).orElseThrow(),
          ligne.getString("modele"),
          JSON.readValue(ligne.getString("details"), DETAILS),
          ligne.getObject("cree", OffsetDateTime.class),
          ligne.getInt("essais"),
          ligne.getString("erreur"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What could not be sent so far, given up or not; for the staff, nobody else sees any. */
  public List<Courriel> enPanne(Compte qui) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select m.* from courriel m where m.envoye is null and m.essais > 0"
                        + " and "
                        + Droits.PERSONNEL
                        + " order by m.id")
                .bind("qui", qui.id())
                .map((ligne, contexte) -> courriel(h, ligne))
                .list());
  }

  /** Tries again now what could not be sent, at the wish of the staff. */
  public void reprend(Compte qui) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    "update courriel set essais = 1, prochain = :maintenant, abandonne = null"
                        + " where envoye is null and essais > 0 and "
                        + Droits.PERSONNEL)
                .bind("maintenant", greffe.maintenant())
                .bind("qui", qui.id())
                .execute());
  }
}
