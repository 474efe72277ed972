package org.verifqis.rapport;

import java.util.List;

/**
 * A field of a page where the value of one cell is typed anew.
 *
 * @param nom its name in the form
 * @param cellule what people call the cell: {@code Projets!E12}
 * @param type what is expected there, in the words of the template: {@code montant}, {@code date} …
 * @param valeur what was typed already; empty at first, as nothing is filled in by itself
 * @param choix the values that it may take; empty where it is typed freely
 * @param propositions what would mend, as it may be typed; the first is the nearest
 */
public record Saisie(
    String nom,
    String cellule,
    String type,
    String valeur,
    List<Choix> choix,
    List<Choix> propositions) {

  /** A value, and what people call it. */
  public record Choix(String valeur, String libelle) {}

  /** An identifier for the page. */
  public String ancre() {
    return "s-" + nom.replaceAll("[^A-Za-z0-9]", "-");
  }
}
