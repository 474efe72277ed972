package org.verifqis.service.depot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What happened, in its order. An event is written with what it tells, in one transaction; each
 * bears the hash of the one before, so that none can be changed, taken out or put in unseen.
 */
public final class Journal {
  /** Who acts where nobody is logged in: whoever has the machine. */
  public static final String CONSOLE = "console";

  /** The table of its last event. */
  static final String TETE = "tete_journal";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * What checking it gave.
   *
   * @param evenements how many there are
   * @param rompu number of the first that is not as it was written; 0 where all are
   */
  public record Controle(long evenements, long rompu) {
    /** Whether it is whole. */
    public boolean entier() {
      return rompu == 0;
    }
  }

  private final Jdbi jdbi;
  private final Greffe greffe;

  Journal(Jdbi jdbi, Greffe greffe) {
    this.jdbi = jdbi;
    this.greffe = greffe;
  }

  /** Adds an event; the head is held until all of it is written, so they queue here. Its number. */
  long note(Handle h, String acteur, String nature, Long dossier, Map<String, ?> details) {
    Evenement dernier =
        h.createQuery("select numero, empreinte from tete_journal where id = 1 for update")
            .map(
                (ligne, contexte) ->
                    new Evenement(
                        ligne.getLong("numero"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        ligne.getString("empreinte")))
            .one();
    Evenement suivant =
        new Evenement(
                dernier.numero() + 1,
                greffe.maintenant(),
                acteur,
                nature,
                dossier,
                json(details),
                dernier.empreinte(),
                null)
            .scelle();
    h.createUpdate(
            "insert into evenement (numero, quand, acteur, nature, dossier, details, precedent,"
                + " empreinte) values (:numero, :quand, :acteur, :nature, :dossier, :details,"
                + " :precedent, :empreinte)")
        .bindMethods(suivant)
        .execute();
    h.createUpdate("update tete_journal set numero = :numero, empreinte = :empreinte where id = 1")
        .bind("numero", suivant.numero())
        .bind("empreinte", suivant.empreinte())
        .execute();
    return suivant.numero();
  }

  private static String json(Map<String, ?> details) {
    try {
      return JSON.writeValueAsString(new TreeMap<>(details));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The events, last first.
   *
   * @param qui an administrator: nobody else sees any
   * @param avant only those before this number; 0 for all
   * @param combien at most so many
   */
  public List<Evenement> derniers(Compte qui, long avant, int combien) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select * from evenement where (:avant = 0 or numero < :avant) and exists"
                        + " (select 1 from compte c where c.id = :qui and c.actif"
                        + " and c.role = 'ADMIN') order by numero desc")
                .bind("avant", avant)
                .bind("qui", qui.id())
                .setMaxRows(combien)
                .map((ligne, contexte) -> evenement(ligne))
                .list());
  }

  static Evenement evenement(ResultSet ligne) throws SQLException {
    long dossier = ligne.getLong("dossier");
    Long sien = ligne.wasNull() ? null : dossier;
    return new Evenement(
        ligne.getLong("numero"),
        ligne.getObject("quand", OffsetDateTime.class),
        ligne.getString("acteur"),
        ligne.getString("nature"),
        sien,
        ligne.getString("details"),
        ligne.getString("precedent"),
        ligne.getString("empreinte"));
  }

  /** Checks every event against its hash, and the last against the head. */
  public Controle verifie() {
    return jdbi.inTransaction(
        h -> {
          long vus = 0;
          String avant = "";
          // Held, so that no event comes in between.
          Evenement tete =
              h.createQuery("select numero, empreinte from tete_journal where id = 1 for update")
                  .map(
                      (ligne, contexte) ->
                          new Evenement(
                              ligne.getLong("numero"),
                              null,
                              null,
                              null,
                              null,
                              null,
                              null,
                              ligne.getString("empreinte")))
                  .one();
          try (var lignes =
              h.createQuery("select * from evenement order by numero")
                  .setFetchSize(500)
                  .map((ligne, contexte) -> evenement(ligne))
                  .iterator()) {
            for (Iterator<Evenement> tous = lignes; tous.hasNext(); ) {
              Evenement un = tous.next();
              vus++;
              if (un.numero() != vus
                  || !un.precedent().equals(avant)
                  || !un.empreinte().equals(un.attendue())) {
                return new Controle(vus, Math.min(un.numero(), vus));
              }
              avant = un.empreinte();
            }
          }
          boolean entier = tete.numero() == vus && tete.empreinte().equals(avant);
          return new Controle(vus, entier ? 0 : vus + 1);
        });
  }
}
