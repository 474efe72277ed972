package org.verifqis.service.depot;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody who may come in.
 *
 * @param id its number
 * @param courriel address, in lower case, by which it is known
 * @param nom name of the person
 * @param role what it may do
 * @param langue language of the person, {@code fr} or {@code en}
 * @param ententes codes of the agreements for which it files; empty for others than COORDINATION
 * @param actif whether it may come in
 * @param pret whether a password was chosen
 * @param verrou one more at each change of it
 */
public record Compte(
    long id,
    String courriel,
    String nom,
    Role role,
    String langue,
    Set<String> ententes,
    boolean actif,
    boolean pret,
    int verrou) {

  /** In the order of their codes, and only where they mean something. */
  public Compte {
    ententes =
        role == Role.COORDINATION ? Collections.unmodifiableSet(new TreeSet<>(ententes)) : Set.of();
  }
}
