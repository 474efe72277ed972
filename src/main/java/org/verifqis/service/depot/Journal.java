package org.verifqis.service.depot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
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

  /** Who acts where anybody may: whoever asks for a link in somebody's name is not that person. */
  public static final String ANONYME = "anonyme";

  /** The table of its last event. */
  static final String TETE = "tete_journal";

  private static final String TETE_TENUE =
      "select numero, empreinte from tete_journal where id = 1 for update";

  /** So many events are looked at without asking for more. */
  private static final int LOT = 500;

  /** After so long it is checked from its beginning again. */
  private static final Duration ENTIERE = Duration.ofHours(1);

  private static final Tete DEBUT = new Tete(0, "");

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

  /** How far it goes: the number of an event and its hash. */
  private record Tete(long numero, String empreinte) {}

  /** Up to where it was found whole, and when it was looked at from its beginning. */
  private record Suivie(Tete tete, OffsetDateTime quand) {}

  private final Jdbi jdbi;
  private final Greffe greffe;
  private volatile Suivie suivie;

  Journal(Jdbi jdbi, Greffe greffe) {
    this.jdbi = jdbi;
    this.greffe = greffe;
  }

  /** Adds an event; the head is held until all of it is written, so they queue here. Its number. */
  long note(Handle h, String acteur, String nature, Long dossier, Map<String, ?> details) {
    Tete dernier = h.createQuery(TETE_TENUE).map((ligne, contexte) -> tete(ligne)).one();
    Evenement suivant =
        new Evenement(
                dernier.numero() + 1,
                greffe.maintenant(),
                Gardable.de(acteur),
                nature,
                dossier,
                Gardable.de(texte(details)),
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

  /** Details as they are kept. */
  static String texte(Map<String, ?> details) {
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
                    "select * from evenement where (:avant = 0 or numero < :avant) and "
                        + Droits.ADMIN
                        + " order by numero desc")
                .bind("avant", avant)
                .bind("qui", qui.id())
                .setMaxRows(combien)
                .map((ligne, contexte) -> evenement(ligne))
                .list());
  }

  private static Tete tete(ResultSet ligne) throws SQLException {
    return new Tete(ligne.getLong("numero"), ligne.getString("empreinte"));
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

  /**
   * Checks every event against its hash, and the last against the head. Nothing is held meanwhile:
   * what comes after the head, as it is at the beginning, is for the next time.
   */
  public Controle verifie() {
    return verifie(DEBUT);
  }

  /**
   * The same at the cost of what is new: what was found whole within the last hour is not looked at
   * again.
   */
  public Controle suit() {
    Suivie avant = suivie;
    OffsetDateTime maintenant = greffe.maintenant();
    boolean fraiche = avant != null && avant.quand().plus(ENTIERE).isAfter(maintenant);
    return verifie(fraiche ? avant.tete() : DEBUT);
  }

  private Controle verifie(Tete depuis) {
    OffsetDateTime maintenant = greffe.maintenant();
    // One statement, so one moment: an event that the head does not tell of was put in.
    Tete[] bouts =
        jdbi.withHandle(
            h ->
                h.createQuery(
                        "select numero, empreinte, (select coalesce(max(numero), 0) from evenement)"
                            + " as dernier from tete_journal where id = 1")
                    .map(
                        (ligne, contexte) ->
                            new Tete[] {tete(ligne), new Tete(ligne.getLong("dernier"), "")})
                    .one());
    Tete tete = bouts[0];
    if (depuis.numero() > tete.numero()) {
      return verifie(DEBUT);
    }
    Tete vu = depuis;
    while (vu.numero() < tete.numero()) {
      List<Evenement> lot = lot(vu.numero(), tete.numero());
      for (Evenement un : lot) {
        if (un.numero() != vu.numero() + 1
            || !un.precedent().equals(vu.empreinte())
            || !un.empreinte().equals(un.attendue())) {
          return new Controle(vu.numero() + 1, Math.min(un.numero(), vu.numero() + 1));
        }
        vu = new Tete(un.numero(), un.empreinte());
      }
      if (lot.isEmpty()) {
        return new Controle(vu.numero(), vu.numero() + 1);
      }
    }
    boolean entier = bouts[1].numero() == tete.numero() && tete.empreinte().equals(vu.empreinte());
    if (!entier) {
      return new Controle(vu.numero(), vu.numero() + 1);
    }
    OffsetDateTime quand = depuis == DEBUT || suivie == null ? maintenant : suivie.quand();
    suivie = new Suivie(vu, quand);
    return new Controle(vu.numero(), 0);
  }

  private List<Evenement> lot(long apres, long jusqua) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select * from evenement where numero > :apres and numero <= :jusqua"
                        + " order by numero")
                .bind("apres", apres)
                .bind("jusqua", jusqua)
                .setMaxRows(LOT)
                .map((ligne, contexte) -> evenement(ligne))
                .list());
  }
}
