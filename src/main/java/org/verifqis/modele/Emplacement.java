package org.verifqis.modele;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where something stands: a cell, a range or a whole sheet.
 *
 * @param feuille the sheet
 * @param ligne first row, from 1; 0 for the whole sheet
 * @param colonne first column, from 1; 0 for the whole sheet
 * @param derniereLigne last row of a range; the first one for a cell
 * @param derniereColonne last column of a range; the first one for a cell
 * @param valeur what the cell holds: its content, or its text where that was typed otherwise; null
 *     for a range, a sheet or an empty cell
 * @param fichier the file, where it is another one than that of the finding; null otherwise
 */
public record Emplacement(
    Feuille feuille,
    int ligne,
    int colonne,
    int derniereLigne,
    int derniereColonne,
    Object valeur,
    String fichier) {

  /** A whole sheet. */
  public static Emplacement feuille(Feuille feuille) {
    return new Emplacement(feuille, 0, 0, 0, 0, null, null);
  }

  /** One cell. */
  public static Emplacement cellule(Feuille feuille, int ligne, int colonne, Object valeur) {
    return new Emplacement(feuille, ligne, colonne, ligne, colonne, valeur, null);
  }

  /** A rectangle of cells. */
  public static Emplacement plage(
      Feuille feuille, int ligne, int colonne, int derniereLigne, int derniereColonne) {
    return new Emplacement(feuille, ligne, colonne, derniereLigne, derniereColonne, null, null);
  }

  /** The same place, in another file. */
  public Emplacement dans(Reddition.Fichier autre) {
    return new Emplacement(
        feuille, ligne, colonne, derniereLigne, derniereColonne, valeur, autre.nom());
  }

  /** In A1 style, {@code E12} or {@code D4:D9}; null for a whole sheet. */
  public String reference() {
    if (ligne == 0) {
      return null;
    }
    String debut = lettres(colonne) + ligne;
    boolean seule = ligne == derniereLigne && colonne == derniereColonne;
    return seule ? debut : debut + ":" + lettres(derniereColonne) + derniereLigne;
  }

  /** A column, counted from 1, as spreadsheets name it: {@code A}, {@code AB}. */
  public static String lettres(int colonne) {
    StringBuilder lettres = new StringBuilder();
    for (int reste = colonne; reste > 0; reste = (reste - 1) / 26) {
      lettres.insert(0, (char) ('A' + (reste - 1) % 26));
    }
    return lettres.toString();
  }

  /**
   * Where these values stand, cells that touch each other being one range; found out when it is
   * asked, as few cases break their rule.
   */
  public static Iterable<Emplacement> plages(List<? extends Valeur<?>> valeurs) {
    return () -> joints(cellules(valeurs)).iterator();
  }

  /** The same places, those that touch each other being one range. */
  public static List<Emplacement> joints(List<Emplacement> lieux) {
    List<Emplacement> plages = new ArrayList<>();
    for (Emplacement cellule : lieux) {
      Emplacement derniere = plages.isEmpty() ? null : plages.get(plages.size() - 1);
      if (derniere != null && derniere.touche(cellule)) {
        plages.set(plages.size() - 1, derniere.jusqua(cellule));
      } else {
        plages.add(cellule);
      }
    }
    return plages;
  }

  /**
   * The range from the first to the last of a column's values, one for each column and sheet that
   * they stand in; empty if there are none, or the column is missing.
   */
  public static List<Emplacement> colonne(List<? extends Valeur<?>> valeurs) {
    Map<List<Object>, Emplacement> plages = new LinkedHashMap<>();
    for (Emplacement lieu : cellules(valeurs)) {
      if (lieu.ligne > 0) {
        plages.merge(
            List.of(lieu.feuille.cle(), lieu.feuille.nom(), lieu.colonne),
            plage(lieu.feuille, lieu.ligne, lieu.colonne, lieu.derniereLigne, lieu.colonne),
            Emplacement::avec);
      }
    }
    return List.copyOf(plages.values());
  }

  private static List<Emplacement> cellules(List<? extends Valeur<?>> valeurs) {
    return valeurs.stream().flatMap(v -> v.emplacements().stream()).toList();
  }

  private Emplacement avec(Emplacement autre) {
    return plage(
        feuille,
        Math.min(ligne, autre.ligne),
        colonne,
        Math.max(derniereLigne, autre.derniereLigne),
        derniereColonne);
  }

  private boolean touche(Emplacement suivante) {
    boolean dessous =
        suivante.ligne == derniereLigne + 1
            && colonne == derniereColonne
            && suivante.colonne == colonne;
    boolean aCote =
        suivante.colonne == derniereColonne + 1
            && ligne == derniereLigne
            && suivante.ligne == ligne;
    return ligne > 0 && feuille.equals(suivante.feuille) && (dessous || aCote);
  }

  private Emplacement jusqua(Emplacement cellule) {
    return plage(feuille, ligne, colonne, cellule.derniereLigne, cellule.derniereColonne);
  }
}
