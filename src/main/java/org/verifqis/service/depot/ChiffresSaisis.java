package org.verifqis.service.depot;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.verifqis.regles.Parametres;
import org.verifqis.service.depot.ChiffreSaisi.Etat;
import org.verifqis.service.depot.GesteRefuse.Motif;

/**
 * The figures that staff enter: what is judged of filings goes by those that are published. Nobody
 * publishes what he or she proposed.
 */
public final class ChiffresSaisis {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Set<Role> BUREAU = Set.of(Role.PERSONNEL, Role.ADMIN);

  private static final String TOUS =
      "select k.*, a.nom as auteur, b.nom as juge from chiffre k join compte a on a.id = k.par"
          + " left join compte b on b.id = k.decideur where ";

  private final Jdbi jdbi;
  private final Greffe greffe;

  ChiffresSaisis(Jdbi jdbi, Greffe greffe) {
    this.jdbi = jdbi;
    this.greffe = greffe;
  }

  /** All that were ever proposed, the last first, for whoever may see them. */
  public List<ChiffreSaisi> tous(Compte qui) {
    return jdbi.withHandle(
        h ->
            h.createQuery(TOUS + Droits.BUREAU + " order by k.id desc")
                .bind("qui", qui.id())
                .map((ligne, contexte) -> chiffre(ligne))
                .list());
  }

  /** One of them. */
  public Optional<ChiffreSaisi> un(Compte qui, long id) {
    return tous(qui).stream().filter(chiffre -> chiffre.id() == id).findFirst();
  }

  /** Those that hold now, in the order in which they were published. */
  public List<ChiffreSaisi> enVigueur() {
    return jdbi.withHandle(
        h ->
            h.createQuery(TOUS + "k.etat = 'PUBLIE' and k.fin is null order by k.decide, k.id")
                .map((ligne, contexte) -> chiffre(ligne))
                .list());
  }

  /**
   * Parameters with figures laid over them, as a file's are, and looked at in the same way.
   *
   * @throws org.verifqis.regles.ParametresInvalides if one of them can't be meant
   */
  public static Parametres sur(Parametres propres, List<ChiffreSaisi.Demande> chiffres) {
    Parametres avec = propres;
    for (ChiffreSaisi.Demande un : chiffres) {
      avec = avec.avec(fichier(un));
    }
    return avec;
  }

  /** A figure as a file of parameters writes it. */
  private static ObjectNode fichier(ChiffreSaisi.Demande chiffre) {
    ObjectNode fichier = JSON.createObjectNode();
    ObjectNode valeur = fichier.putObject(chiffre.cle()).putArray("valeurs").addObject();
    if (chiffre.entente() != null) {
      valeur.put("entente", chiffre.entente());
    }
    if (chiffre.edition() != null) {
      valeur.put("edition", chiffre.edition());
    }
    if (chiffre.depuis() != null) {
      valeur.put("depuis", chiffre.depuis().toString());
    }
    if (chiffre.valeurs().isEmpty()) {
      valeur.putNull("valeur");
    } else {
      ArrayNode valeurs = valeur.putArray("valeur");
      chiffre.valeurs().forEach(valeurs::add);
    }
    valeur.put("source", chiffre.source());
    return fichier;
  }

  private static ChiffreSaisi chiffre(ResultSet ligne) throws SQLException {
    return new ChiffreSaisi(
        ligne.getLong("id"),
        new ChiffreSaisi.Demande(
            ligne.getString("cle"),
            ligne.getString("entente"),
            ligne.getString("edition"),
            ligne.getObject("depuis", LocalDate.class),
            ligne.getString("valeur").lines().toList(),
            ligne.getString("source")),
        Etat.valueOf(ligne.getString("etat")),
        ligne.getObject("quand", OffsetDateTime.class),
        ligne.getString("auteur"),
        ligne.getLong("par"),
        ligne.getObject("decide", OffsetDateTime.class),
        ligne.getString("juge"),
        ligne.getString("motif"),
        ligne.getObject("fin", OffsetDateTime.class));
  }

  /** Proposes one; its number. */
  public long propose(Compte qui, ChiffreSaisi.Demande demande) {
    return jdbi.inTransaction(
        h -> {
          Compte lui = Droits.verifie(h, qui, BUREAU);
          note(h, lui, "CHIFFRE_PROPOSE", details(demande));
          return Ajouts.numero(
              h.createUpdate(
                      "insert into chiffre (cle, entente, edition, depuis, valeur, source, etat, quand,"
                          + " par) values (:cle, :entente, :edition, :depuis, :valeur, :source,"
                          + " 'PROPOSE', :quand, :par)")
                  .bind("cle", demande.cle())
                  .bind("entente", demande.entente())
                  .bind("edition", demande.edition())
                  .bind("depuis", demande.depuis())
                  .bind("valeur", String.join("\n", demande.valeurs()))
                  .bind("source", demande.source())
                  .bind("quand", greffe.maintenant())
                  .bind("par", lui.id()));
        });
  }

  /**
   * Publishes what somebody else proposed: from now on it holds, in the place of the one of the
   * same agreement, edition and day; what is filed is audited anew where the server does that.
   */
  public void publie(Compte qui, long id) {
    jdbi.useTransaction(
        h -> {
          ChiffreSaisi chiffre = decide(h, qui, id, Etat.PUBLIE, "CHIFFRE_PUBLIE", null);
          ChiffreSaisi.Demande lui = chiffre.demande();
          h.createUpdate(
                  "update chiffre set fin = :maintenant where id <> :id and etat = 'PUBLIE'"
                      + " and fin is null and cle = :cle"
                      + " and coalesce(entente, '') = :entente and coalesce(edition, '') = :edition"
                      + " and coalesce(depuis, date '1900-01-01') = :depuis")
              .bind("maintenant", greffe.maintenant())
              .bind("id", id)
              .bind("cle", lui.cle())
              .bind("entente", lui.entente() == null ? "" : lui.entente())
              .bind("edition", lui.edition() == null ? "" : lui.edition())
              .bind("depuis", lui.depuis() == null ? LocalDate.of(1900, 1, 1) : lui.depuis())
              .execute();
          greffe.nuits().redemande(h);
        });
  }

  /** Sets one aside that waits: whoever proposed it takes it back, anybody else refuses it. */
  public void ecarte(Compte qui, long id, String motif) {
    jdbi.useTransaction(
        h -> {
          boolean sien =
              h.createQuery("select par from chiffre where id = :id")
                  .bind("id", id)
                  .mapTo(Long.class)
                  .findOne()
                  .filter(par -> par == qui.id())
                  .isPresent();
          decide(
              h,
              qui,
              id,
              sien ? Etat.RETIRE : Etat.REFUSE,
              sien ? "CHIFFRE_RETIRE" : "CHIFFRE_REFUSE",
              motif);
        });
  }

  private ChiffreSaisi decide(
      Handle h, Compte qui, long id, Etat etat, String nature, String motif) {
    Compte lui = Droits.verifie(h, qui, BUREAU);
    ChiffreSaisi chiffre =
        h.createQuery(TOUS + "k.id = :id")
            .bind("id", id)
            .map((ligne, contexte) -> chiffre(ligne))
            .findOne()
            .orElseThrow(() -> new GesteRefuse(Motif.INTROUVABLE));
    if (etat == Etat.PUBLIE && chiffre.auteur() == lui.id()) {
      throw new GesteRefuse(Motif.MEME_PERSONNE);
    }
    int changes =
        h.createUpdate(
                "update chiffre set etat = :etat, decide = :decide, decideur = :lui,"
                    + " motif = :motif where id = :id and etat = 'PROPOSE'")
            .bind("etat", etat.name())
            .bind("decide", greffe.maintenant())
            .bind("lui", lui.id())
            .bind("motif", motif)
            .bind("id", id)
            .execute();
    if (changes == 0) {
      throw new GesteRefuse(Motif.DEPASSE, "", "");
    }
    Map<String, Object> details = details(chiffre.demande());
    details.put("numero", id);
    if (motif != null) {
      details.put("motif", motif);
    }
    note(h, lui, nature, details);
    return chiffre;
  }

  private void note(Handle h, Compte qui, String nature, Map<String, Object> details) {
    greffe.journal().note(h, qui.courriel(), nature, null, details);
  }

  private static Map<String, Object> details(ChiffreSaisi.Demande demande) {
    Map<String, Object> details = new TreeMap<>();
    details.put("cle", demande.cle());
    details.put("entente", demande.entente());
    details.put("edition", demande.edition());
    details.put("depuis", demande.depuis() == null ? null : demande.depuis().toString());
    details.put("valeur", demande.valeurs());
    details.put("source", demande.source());
    details.values().removeIf(valeur -> valeur == null);
    return details;
  }
}
