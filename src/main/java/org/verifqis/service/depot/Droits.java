package org.verifqis.service.depot;

import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.verifqis.service.depot.GesteRefuse.Motif;

/**
 * Who may see or do something. Statements ask it of the account :qui as it is at that moment,
 * whatever the page that asks believes: it may have lost its role since it logged in.
 */
final class Droits {
  /** Is the account one of the staff. */
  static final String PERSONNEL = est("c.role = 'PERSONNEL'");

  /** Does it see to accounts. */
  static final String ADMIN = est("c.role = 'ADMIN'");

  /** Is it either of them. */
  static final String BUREAU = est("c.role in ('PERSONNEL', 'ADMIN')");

  private Droits() {}

  /**
   * Does it see what belongs to an agreement.
   *
   * @param entente the agreement, as the statement names it
   */
  static String voit(String entente) {
    return est(
        "(c.role = 'PERSONNEL' or c.role = 'COORDINATION' and exists (select 1"
            + " from compte_entente ce where ce.compte = c.id and ce.entente = "
            + entente
            + "))");
  }

  private static String est(String ceci) {
    return "exists (select 1 from compte c where c.id = :qui and c.actif and " + ceci + ")";
  }

  /**
   * The account as it is now.
   *
   * @throws GesteRefuse unless it is active and of one of these roles
   */
  static Compte verifie(Handle h, Compte qui, Set<Role> roles) {
    return ComptesDuGreffe.parId(h, qui.id())
        .filter(compte -> compte.actif() && roles.contains(compte.role()))
        .orElseThrow(() -> new GesteRefuse(Motif.ROLE));
  }
}
