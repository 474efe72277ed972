package org.verifqis.service.depot;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.verifqis.classeur.Sha256;
import org.verifqis.service.depot.ComptesDuGreffe.Lien;
import org.verifqis.service.depot.GesteRefuse.Motif;

/** The secrets of links by which a password is chosen: what is kept of each is its hash. */
final class Jetons {
  private static final int OCTETS = 32;

  private final Greffe greffe;
  private final SecureRandom hasard = new SecureRandom();

  Jetons(Greffe greffe) {
    this.greffe = greffe;
  }

  /** Makes one; those that would not outlast it are worth nothing any more. */
  Lien emets(Handle h, String acteur, Compte compte, Duration duree) {
    byte[] octets = new byte[OCTETS];
    hasard.nextBytes(octets);
    String jeton = Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    OffsetDateTime maintenant = greffe.maintenant();
    OffsetDateTime expire = maintenant.plus(duree);
    // Whoever asks for a link in somebody's name must not cut short the one that she has.
    h.createUpdate(
            "update jeton set utilise = :quand"
                + " where compte = :compte and utilise is null and expire <= :nouveau")
        .bind("quand", maintenant)
        .bind("nouveau", expire)
        .bind("compte", compte.id())
        .execute();
    h.createUpdate(
            "insert into jeton (empreinte, compte, cree, expire)"
                + " values (:empreinte, :compte, :cree, :expire)")
        .bind("empreinte", empreinte(jeton))
        .bind("compte", compte.id())
        .bind("cree", maintenant)
        .bind("expire", expire)
        .execute();
    greffe.journal().note(h, acteur, "LIEN_EMIS", null, Map.of("compte", compte.courriel()));
    return new Lien(compte, jeton, expire);
  }

  private static String empreinte(String jeton) {
    return Sha256.de(jeton);
  }

  /** The number of the account whose link it is, while it may be used. */
  Optional<Long> compte(Handle h, String jeton) {
    return h.createQuery(
            "select j.compte from jeton j join compte c on c.id = j.compte"
                + " where j.empreinte = :empreinte and j.utilise is null"
                + " and j.expire > :maintenant and c.actif")
        .bind("empreinte", empreinte(jeton))
        .bind("maintenant", greffe.maintenant())
        .mapTo(Long.class)
        .findOne();
  }

  /** Uses one up, and all others of its account with it. */
  void utilise(Handle h, long compte, String jeton) {
    OffsetDateTime maintenant = greffe.maintenant();
    int uses =
        h.createUpdate(
                "update jeton set utilise = :quand"
                    + " where empreinte = :empreinte and utilise is null")
            .bind("quand", maintenant)
            .bind("empreinte", empreinte(jeton))
            .execute();
    if (uses == 0) {
      throw new GesteRefuse(Motif.LIEN);
    }
    h.createUpdate("update jeton set utilise = :quand where compte = :compte and utilise is null")
        .bind("quand", maintenant)
        .bind("compte", compte)
        .execute();
  }
}
