package org.verifqis.service.depot;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.verifqis.classeur.Sha256;

/**
 * Something that happened.
 *
 * @param numero its rank, from 1, without a gap
 * @param quand when
 * @param acteur who did it: an address, or {@link Journal#CONSOLE}
 * @param nature what it was: a {@link Geste}, or something of an account
 * @param dossier the reddition; null for none
 * @param details the rest, as JSON
 * @param precedent hash of the event before; empty for the first
 * @param empreinte hash of all of this
 */
public record Evenement(
    long numero,
    OffsetDateTime quand,
    String acteur,
    String nature,
    Long dossier,
    String details,
    String precedent,
    String empreinte) {

  /** What its hash must be. */
  String attendue() {
    Instant instant = quand.toInstant();
    return Sha256.de(
        String.join(
            "\n",
            Long.toString(numero),
            instant.toString(),
            acteur,
            nature,
            dossier == null ? "" : dossier.toString(),
            details,
            precedent));
  }

  /** The same with its hash. */
  Evenement scelle() {
    return new Evenement(numero, quand, acteur, nature, dossier, details, precedent, attendue());
  }
}
