package org.verifqis.rapport;

import java.util.ArrayList;
import java.util.List;
import org.verifqis.modele.statistiques.Grille.Rang;
import org.verifqis.rapport.Tableau.Case;
import org.verifqis.rapport.Tableau.Ligne;

/**
 * A table as text. Columns that don't fit beside each other stand below, with the names of the rows
 * again.
 */
final class TableauConsole {
  private static final int PREMIERE = 46;
  private static final int AUTRE = 30;
  private static final String ENTRE = "  ";
  private static final String RETRAIT = "\u00A0\u00A0";

  private final Tableau tableau;
  private final int largeur;
  private final int[] largeurs;

  TableauConsole(Tableau tableau, int largeur) {
    this.tableau = tableau;
    this.largeur = largeur;
    this.largeurs = new int[tableau.entetes().size()];
    for (int c = 0; c < largeurs.length; c++) {
      largeurs[c] = mot(tableau.entetes().get(c).texte());
      for (Ligne ligne : tableau.lignes()) {
        largeurs[c] = Math.max(largeurs[c], longueur(cellule(ligne, c)));
      }
      boolean derniere = largeurs.length == 2 && c == 1;
      largeurs[c] = Math.min(largeurs[c], c == 0 ? PREMIERE : derniere ? reste() : AUTRE);
    }
  }

  private int reste() {
    return Math.max(AUTRE, largeur - largeurs[0] - ENTRE.length());
  }

  String texte() {
    StringBuilder texte = new StringBuilder();
    texte.append(Inoffensif.ligne(tableau.titre())).append('\n');
    if (!tableau.estVide()) {
      texte.append(Coupure.coupe(Inoffensif.ligne(tableau.legende()), largeur, "")).append('\n');
    }
    for (String note : tableau.notes()) {
      texte.append(Coupure.coupe(Inoffensif.ligne(note), largeur, "")).append('\n');
    }
    if (tableau.estVide()) {
      return texte.toString();
    }
    int colonne = 1;
    while (colonne < largeurs.length) {
      int fin = colonne + 1;
      int occupee = largeurs[0] + ENTRE.length() + largeurs[colonne];
      while (fin < largeurs.length && occupee + ENTRE.length() + largeurs[fin] <= largeur) {
        occupee += ENTRE.length() + largeurs[fin];
        fin++;
      }
      texte.append('\n');
      panneau(texte, colonne, fin);
      colonne = fin;
    }
    return texte.toString();
  }

  private void panneau(StringBuilder texte, int debut, int fin) {
    List<String> entetes = new ArrayList<>(List.of(tableau.entetes().get(0).texte()));
    List<Boolean> droites = new ArrayList<>(List.of(false));
    for (int c = debut; c < fin; c++) {
      entetes.add(tableau.entetes().get(c).texte());
      droites.add(tableau.estChiffree(c));
    }
    ligne(texte, entetes, droites, debut);
    for (Ligne ligne : tableau.lignes()) {
      List<String> cellules = new ArrayList<>(List.of(cellule(ligne, 0)));
      for (int c = debut; c < fin; c++) {
        cellules.add(cellule(ligne, c));
      }
      if (ligne.rang() == Rang.GROUPE) {
        texte.append('\n');
      }
      ligne(texte, cellules, droites, debut);
    }
  }

  /** A row of cells, each as many lines high as it needs. */
  private void ligne(StringBuilder texte, List<String> cellules, List<Boolean> droites, int debut) {
    List<String[]> coupees = new ArrayList<>();
    int hauteur = 1;
    for (int i = 0; i < cellules.size(); i++) {
      String coupee = Coupure.coupe(Inoffensif.ligne(cellules.get(i)), largeurDe(i, debut), "");
      coupees.add(coupee.split("\n", -1));
      hauteur = Math.max(hauteur, coupees.get(i).length);
    }
    for (int h = 0; h < hauteur; h++) {
      StringBuilder ligne = new StringBuilder();
      for (int i = 0; i < coupees.size(); i++) {
        String morceau = h < coupees.get(i).length ? coupees.get(i)[h] : "";
        String vide = " ".repeat(Math.max(0, largeurDe(i, debut) - longueur(morceau)));
        ligne.append(i == 0 ? "" : ENTRE);
        ligne.append(droites.get(i) ? vide + morceau : morceau + vide);
      }
      texte.append(ligne.toString().stripTrailing()).append('\n');
    }
  }

  private int largeurDe(int rang, int debut) {
    return rang == 0 ? largeurs[0] : largeurs[debut + rang - 1];
  }

  private static String cellule(Ligne ligne, int colonne) {
    if (colonne == 0) {
      return ligne.rang() == Rang.ORDINAIRE ? RETRAIT + ligne.titre() : ligne.titre();
    }
    List<Case> cases = ligne.cases();
    return cases.isEmpty() ? "" : cases.get(colonne - 1).texte();
  }

  /** The length of the longest word. */
  private static int mot(String texte) {
    int plusLong = 0;
    for (String mot : texte.split(" ")) {
      plusLong = Math.max(plusLong, longueur(mot));
    }
    return plusLong;
  }

  private static int longueur(String texte) {
    return texte.codePointCount(0, texte.length());
  }
}
