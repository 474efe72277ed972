package org.verifqis.modele;

import java.util.Arrays;
import java.util.function.Function;

/**
 * The sheets of the template, in the contract's order: the one place where they stand in the
 * program. What they hold is data (gabarit.yaml).
 */
public enum Onglet {
  IDENTIFICATION("Identification"),
  RAPPORT_FINANCIER("Rapport financier"),
  VERSEMENTS("Versements", Versement::de),
  PROJETS("Projets", Projet::de),
  GOUVERNANCE("Gouvernance", Instance::de),
  CIBLE_4("Cible 4", Implication::de),
  PRIORITES("Priorités", Priorite::de),
  TERRITOIRES("Territoires", Territoire::de),
  BILAN("Bilan pluriannuel", Volet::de);

  private final String nom;

  /** What a row is; null for a form. */
  private final Function<Valeurs, ? extends Fiche> fiche;

  /** A form. */
  Onglet(String nom) {
    this(nom, null);
  }

  /** A table. */
  Onglet(String nom, Function<Valeurs, ? extends Fiche> fiche) {
    this.nom = nom;
    this.fiche = fiche;
  }

  /** The sheet of that name in the template. */
  public static Onglet de(String nom) {
    return Arrays.stream(values()).filter(o -> o.nom.equals(nom)).findFirst().orElseThrow();
  }

  /** Its name in the template. */
  public String nom() {
    return nom;
  }

  /** Whether it holds one record a row; otherwise one value a line. */
  public boolean estTableau() {
    return fiche != null;
  }

  /** The record that a row of a table is. */
  public Fiche fiche(Valeurs valeurs) {
    return fiche.apply(valeurs);
  }
}
