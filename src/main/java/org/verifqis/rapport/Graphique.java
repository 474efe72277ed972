package org.verifqis.rapport;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongBiFunction;

/**
 * A chart of counts by year, stacked: where each of its bars and words stands in the picture that
 * graphique.jte draws. It needs no font of this machine, so that it is the same on all of them.
 *
 * @param nom what those are told who don't see it
 * @param legende what the colours stand for
 * @param reperes the lines across it, from the foot
 * @param piles the bars of each year
 * @param hauteur of the whole picture
 */
record Graphique(
    String nom, List<Cle> legende, List<Repere> reperes, List<Pile> piles, int hauteur) {
  static final int LARGEUR = 960;
  static final int GAUCHE = 56;
  static final int DROITE = LARGEUR - 16;

  /** The foot of the bars. */
  static final int PIED = 360;

  /** Under it, where the years are written. */
  static final int ANNEES = PIED + 22;

  static final int CARRE = 13;
  private static final int SOMMET = 16;
  private static final int BARRE_MAXIMALE = 80;

  /** Of the room of a year, so much in a hundred is its bar. */
  private static final int PART_DE_LA_BARRE = 62;

  /** A lower bar has no room for its count. */
  private static final int MOINS_HAUTE = 15;

  private static final int REPERES = 8;
  private static final int RANGEE = 24;
  private static final int LETTRE = 8;
  private static final int ECART = 24;

  /** How a series is coloured: the colour of its bars and of the numbers in them. */
  record Teinte(int fond, int encre) {
    String fondCss() {
      return css(fond);
    }

    String encreCss() {
      return css(encre);
    }

    private static String css(int couleur) {
      return String.format(Locale.ROOT, "#%06x", couleur);
    }
  }

  /**
   * One of the counts that stand on each other.
   *
   * @param nom what the legend calls it
   */
  record Serie<T>(T quoi, String nom, Teinte teinte) {}

  /** What a colour stands for, and where that is told. */
  record Cle(String nom, Teinte teinte, int x, int y) {}

  /** A line across, and the count that it stands for. */
  record Repere(long nombre, int y) {}

  /** The bars of a year, which stand on each other, between two edges. */
  record Pile(String annee, int x, int largeur, List<Barre> barres) {
    int milieu() {
      return x + largeur / 2;
    }
  }

  /** A bar, from the foot up. */
  record Barre(String nom, long nombre, Teinte teinte, int y, int hauteur) {
    boolean estEcrite() {
      return hauteur >= MOINS_HAUTE;
    }
  }

  /** Colours of series that have none of their own, best first where they are levels. */
  private static final List<Teinte> TEINTES =
      List.of(
          new Teinte(0x2C6A1E, 0xFFFFFF),
          new Teinte(0x8CC4F5, 0x1B2733),
          new Teinte(0x1F5A96, 0xFFFFFF),
          new Teinte(0xFFDD82, 0x4A3500),
          new Teinte(0xE08A2E, 0x1B2733),
          new Teinte(0xC0331B, 0xFFFFFF),
          new Teinte(0x7A0F2B, 0xFFFFFF),
          new Teinte(0xC5CAD2, 0x1B2733));

  /** The colour of a series by its rank. */
  static Teinte teinte(int rang) {
    return TEINTES.get(rang % TEINTES.size());
  }

  /**
   * A chart; null where every count is zero.
   *
   * @param nombre how many of a series in a year; never below zero
   */
  static <T, A> Graphique de(
      String nom, List<Serie<T>> series, List<A> annees, ToLongBiFunction<T, A> nombre) {
    List<Serie<T>> presentes =
        series.stream()
            .filter(s -> annees.stream().anyMatch(a -> nombre.applyAsLong(s.quoi(), a) > 0))
            .toList();
    if (presentes.isEmpty()) {
      return null;
    }
    long plusHaute =
        annees.stream()
            .mapToLong(
                a -> presentes.stream().mapToLong(s -> nombre.applyAsLong(s.quoi(), a)).sum())
            .max()
            .orElseThrow();
    long pas = pas(plusHaute);
    long echelle = (plusHaute + pas - 1) / pas * pas;
    List<Repere> reperes = new ArrayList<>();
    for (long n = 0; n <= echelle; n += pas) {
      reperes.add(new Repere(n, y(n, echelle)));
    }
    List<Pile> piles = new ArrayList<>();
    int place = (DROITE - GAUCHE) / annees.size();
    int largeur = Math.min(BARRE_MAXIMALE, place * PART_DE_LA_BARRE / 100);
    for (int i = 0; i < annees.size(); i++) {
      A annee = annees.get(i);
      List<Barre> barres = new ArrayList<>();
      long dessous = 0;
      for (Serie<T> serie : presentes) {
        long sien = nombre.applyAsLong(serie.quoi(), annee);
        int y = y(dessous + sien, echelle);
        if (sien > 0) {
          barres.add(new Barre(serie.nom(), sien, serie.teinte(), y, y(dessous, echelle) - y));
        }
        dessous += sien;
      }
      int x = GAUCHE + i * place + (place - largeur) / 2;
      piles.add(new Pile(String.valueOf(annee), x, largeur, barres));
    }
    List<Cle> legende = legende(presentes);
    int hauteur = legende.get(legende.size() - 1).y() + RANGEE;
    return new Graphique(nom, legende, reperes, piles, hauteur);
  }

  private static int y(long nombre, long echelle) {
    return (int) (PIED - nombre * (PIED - SOMMET) / echelle);
  }

  /** The smallest of 1, 2, 5, 10, 20 … that leaves few enough lines. */
  private static long pas(long plusHaute) {
    long pas = 1;
    for (int i = 0; plusHaute > pas * REPERES; i++) {
      pas = i % 3 == 1 ? pas / 2 * 5 : pas * 2;
    }
    return pas;
  }

  /** In rows, by widths that no font exceeds. */
  private static <T> List<Cle> legende(List<Serie<T>> series) {
    List<Cle> legende = new ArrayList<>();
    int x = GAUCHE;
    int y = ANNEES + RANGEE;
    for (Serie<T> serie : series) {
      int largeur = CARRE + ECART + serie.nom().length() * LETTRE;
      if (x > GAUCHE && x + largeur > DROITE) {
        x = GAUCHE;
        y += RANGEE;
      }
      legende.add(new Cle(serie.nom(), serie.teinte(), x, y));
      x += largeur;
    }
    return legende;
  }
}
