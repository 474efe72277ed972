package org.verifqis.regles;

import java.time.LocalDate;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Verite;

/**
 * A reddition that an agreement owes, as a fact (INT-01).
 *
 * @param entente the agreement
 * @param exercice the year
 * @param limite the last day on which it may be filed; null where no limit is set
 * @param deposee whether one was found
 */
public record Attente(Entente entente, Exercice exercice, LocalDate limite, boolean deposee) {
  /** Whether it was not found although its last day is past. */
  public Verite manque(LocalDate jour) {
    if (deposee) {
      return Verite.FAUX;
    }
    return limite == null ? Verite.INCONNU : Verite.de(limite.isBefore(jour));
  }
}
