package org.verifqis.regles;

import java.time.LocalDate;
import java.util.List;
import org.verifqis.modele.Valeur;
import org.verifqis.modele.Verite;

/**
 * The known editions, as a fact.
 *
 * @param liste oldest first
 */
public record Editions(List<Edition> liste) {
  /** Whether the exercice that holds a date is one of a known edition. */
  public Verite contient(Valeur<LocalDate> date) {
    if (!date.estConnue()) {
      return Verite.INCONNU;
    }
    return Verite.de(liste.stream().anyMatch(edition -> edition.contient(date.contenu())));
  }
}
