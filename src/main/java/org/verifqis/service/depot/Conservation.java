package org.verifqis.service.depot;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.verifqis.modele.Exercice;

/**
 * What is past the time for which it is kept, and its end where that is asked for. The journal is
 * not among it: what is deleted is told there, once.
 */
public final class Conservation {
  /** What is kept for a time. */
  public enum Sorte {
    /** Workbooks that were checked and not filed. */
    BROUILLONS("brouillon", "quand", "quand < :limite", "1 jour"),
    /** Logins that were refused. */
    REFUS("connexion_refusee", "quand", "quand < :limite", "30 jours"),
    /** Links by which a password is chosen, once they are worth nothing. */
    LIENS("jeton", "cree", "utilise < :limite or expire < :limite", null),
    /** Messages, once they are sent or given up. */
    COURRIELS("courriel", "cree", "envoye < :limite or abandonne < :limite", null),
    /** Versions that another one has replaced, but for those that were adopted. */
    VERSIONS(
        "version_depot",
        "depose",
        "depose < :limite and exists (select 1 from dossier d where d.id = version_depot.dossier"
            + " and version_depot.numero < d.version) and not exists (select 1 from adoption a"
            + " where a.dossier = version_depot.dossier and a.version = version_depot.numero)",
        null),
    /** Redditions with all that was said of them, once they are adopted. */
    DOSSIERS(
        "dossier",
        "modifie",
        "etat = 'ADOPTE' and modifie < :limite and not exists (select 1 from adoption a"
            + " where a.dossier = dossier.id and a.quand >= :limite)",
        null);

    private final String table;
    private final String date;
    private final String echue;
    private final DureeDeGarde fixe;

    Sorte(String table, String date, String echue, String fixe) {
      this.table = table;
      this.date = date;
      this.echue = echue;
      this.fixe = fixe == null ? null : DureeDeGarde.de(fixe);
    }

    /** Its name in settings. */
    public String nom() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Shorter, and a reminder could be written twice. */
  private static final DureeDeGarde DERNIER_COURRIEL = DureeDeGarde.de("30 jours");

  private static final Map<Sorte, DureeDeGarde> DEFAUTS =
      Map.of(
          Sorte.LIENS, DureeDeGarde.de("30 jours"),
          Sorte.COURRIELS, DureeDeGarde.de("1 an"));

  /** A term that can't be: of what, and how it is written. */
  public static final class TermeInvalide extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String sorte;
    private final String texte;

    private TermeInvalide(String sorte, String texte) {
      super(sorte + "=" + texte);
      this.sorte = sorte;
      this.texte = texte;
    }

    /** Of what. */
    public String sorte() {
      return sorte;
    }

    /** As it is written. */
    public String texte() {
      return texte;
    }
  }

  /**
   * For how long each is kept; what has no term is kept for good.
   *
   * @param durees of those that have one
   */
  public record Termes(Map<Sorte, DureeDeGarde> durees) {
    /** None can be changed. */
    public Termes {
      durees = Collections.unmodifiableMap(new EnumMap<>(durees));
    }

    /**
     * Those that staff set, by the names of what they are of, with those that the program has.
     *
     * @throws TermeInvalide if one can't be
     */
    public static Termes de(Map<String, String> fixes) {
      Map<Sorte, DureeDeGarde> durees = new EnumMap<>(Sorte.class);
      durees.putAll(DEFAUTS);
      for (Sorte sorte : Sorte.values()) {
        if (sorte.fixe != null) {
          durees.put(sorte, sorte.fixe);
        }
      }
      new TreeMap<>(fixes)
          .forEach((nom, texte) -> durees.put(sorte(nom, texte), duree(nom, texte)));
      return new Termes(durees);
    }

    private static Sorte sorte(String nom, String texte) {
      for (Sorte sorte : Sorte.values()) {
        if (sorte.nom().equals(nom) && sorte.fixe == null) {
          return sorte;
        }
      }
      throw new TermeInvalide(nom, texte);
    }

    private static DureeDeGarde duree(String nom, String texte) {
      try {
        DureeDeGarde duree = DureeDeGarde.de(texte);
        OffsetDateTime jour = OffsetDateTime.parse("2001-01-01T00:00:00Z");
        if (nom.equals(Sorte.COURRIELS.nom())
            && duree.avant(jour).isAfter(DERNIER_COURRIEL.avant(jour))) {
          throw new TermeInvalide(nom, texte);
        }
        return duree;
      } catch (IllegalArgumentException e) {
        throw new TermeInvalide(nom, texte);
      }
    }
  }

  /**
   * What is past its term.
   *
   * @param sorte what
   * @param combien how many
   * @param ancien when the oldest of them is from; null for none
   */
  public record Echu(Sorte sorte, long combien, OffsetDateTime ancien) {}

  private final Jdbi jdbi;
  private final Greffe greffe;

  Conservation(Jdbi jdbi, Greffe greffe) {
    this.jdbi = jdbi;
    this.greffe = greffe;
  }

  /**
   * What is past its term, of what has one.
   *
   * @param avant only what was so before that moment already; null for all
   */
  public List<Echu> echus(Termes termes, OffsetDateTime avant) {
    return jdbi.withHandle(
        h ->
            termes.durees().entrySet().stream()
                .map(terme -> echu(h, terme.getKey(), limite(terme.getValue(), avant)))
                .toList());
  }

  private OffsetDateTime limite(DureeDeGarde duree, OffsetDateTime avant) {
    OffsetDateTime limite = duree.avant(greffe.maintenant());
    return avant != null && avant.isBefore(limite) ? avant : limite;
  }

  private static Echu echu(Handle h, Sorte sorte, OffsetDateTime limite) {
    return h.createQuery(
            "select count(*) as combien, min("
                + sorte.date
                + ") as ancien from "
                + sorte.table
                + " where "
                + sorte.echue)
        .bind("limite", limite)
        .map(
            (ligne, contexte) ->
                new Echu(
                    sorte,
                    ligne.getLong("combien"),
                    ligne.getObject("ancien", OffsetDateTime.class)))
        .one();
  }

  /**
   * Deletes what is past its term, all of it or nothing, and tells the journal.
   *
   * @param sortes of what; each has a term
   * @param avant only what was so before that moment already; null for all
   * @return how many of each
   */
  public Map<Sorte, Long> supprime(Set<Sorte> sortes, Termes termes, OffsetDateTime avant) {
    return jdbi.inTransaction(
        h -> {
          Map<Sorte, Long> combien = new EnumMap<>(Sorte.class);
          List<String> dossiers = new ArrayList<>();
          for (Sorte sorte : sortes) {
            OffsetDateTime limite = limite(termes.durees().get(sorte), avant);
            combien.put(
                sorte,
                switch (sorte) {
                  case VERSIONS -> versions(h, limite);
                  case DOSSIERS -> dossiers(h, limite, dossiers);
                  default -> supprime(h, sorte, limite);
                });
          }
          if (combien.values().stream().anyMatch(un -> un > 0)) {
            Map<String, Object> details = new TreeMap<>();
            combien.forEach((sorte, un) -> details.put(sorte.nom(), un));
            details.put("redditions", dossiers);
            greffe.journal().note(h, Journal.CONSOLE, "CONSERVATION", null, details);
          }
          return combien;
        });
  }

  private static long supprime(Handle h, Sorte sorte, OffsetDateTime limite) {
    return h.createUpdate("delete from " + sorte.table + " where " + sorte.echue)
        .bind("limite", limite)
        .execute();
  }

  /** Those past their term; they are held, so that none becomes another meanwhile. */
  private static List<Long> tenus(Handle h, Sorte sorte, OffsetDateTime limite) {
    return h.createQuery(
            "select id from " + sorte.table + " where " + sorte.echue + " order by id for update")
        .bind("limite", limite)
        .mapTo(Long.class)
        .list();
  }

  private static long versions(Handle h, OffsetDateTime limite) {
    List<Long> echues = tenus(h, Sorte.VERSIONS, limite);
    for (long version : echues) {
      for (String table : List.of("explication where version", "classeur where version")) {
        efface(h, table + " = :id", version);
      }
      efface(h, "version_depot where id = :id", version);
    }
    return echues.size();
  }

  private static long dossiers(Handle h, OffsetDateTime limite, List<String> lesquels) {
    List<Long> echus = tenus(h, Sorte.DOSSIERS, limite);
    String versions = " where version in (select id from version_depot where dossier = :id)";
    for (long dossier : echus) {
      lesquels.add(
          h.createQuery("select entente, exercice from dossier where id = :id")
              .bind("id", dossier)
              .map(
                  (ligne, contexte) ->
                      ligne.getString("entente")
                          + " "
                          + new Exercice(ligne.getInt("exercice")).nom())
              .one());
      efface(
          h,
          "correction_demandee where demande in"
              + " (select id from demande_correction where dossier = :id)",
          dossier);
      efface(h, "explication" + versions, dossier);
      efface(h, "classeur" + versions, dossier);
      for (String table :
          List.of("demande_correction", "derogation", "adoption", "version_depot")) {
        efface(h, table + " where dossier = :id", dossier);
      }
      efface(h, "dossier where id = :id", dossier);
      // The report of the last audit tells of it: the next one makes another.
      h.execute("delete from audit_piece");
    }
    return echus.size();
  }

  private static void efface(Handle h, String lesquels, long id) {
    h.createUpdate("delete from " + lesquels).bind("id", id).execute();
  }
}
