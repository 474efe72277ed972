package org.verifqis.modele;

import java.util.Collection;
import java.util.List;

/**
 * A value of a reddition and where it stands: known, absent or illegible (lecture.md, "Unknown").
 *
 * <p>An absent value is known to be empty when it is optional, and unknown when it is required.
 * Every statement about an unknown value is {@link Verite#INCONNU}, every statement about the
 * content of an empty one is {@link Verite#FAUX}.
 *
 * @param <T> type of the content
 */
public sealed class Valeur<T> {
  private enum Etat {
    CONNUE,
    ABSENTE,
    ILLISIBLE
  }

  private final Etat etat;
  private final T contenu;
  private final String brut;
  private final Feuille feuille;
  private final Champ champ;
  private final int ligne;
  private final int colonne;

  private Valeur(
      Etat etat, T contenu, String brut, Feuille feuille, Champ champ, int ligne, int colonne) {
    this.etat = etat;
    this.contenu = contenu;
    this.brut = brut;
    this.feuille = feuille;
    this.champ = champ;
    this.ligne = ligne;
    this.colonne = colonne;
  }

  /**
   * A value that was read; {@code brut} is what the cell shows, null where it is the content
   * itself.
   */
  public static <T> Valeur<T> connue(
      T contenu, String brut, Feuille feuille, Champ champ, int ligne, int colonne) {
    return new Valeur<>(Etat.CONNUE, contenu, brut, feuille, champ, ligne, colonne);
  }

  /** An empty cell. */
  public static <T> Valeur<T> vide(Feuille feuille, Champ champ, int ligne, int colonne) {
    return new Valeur<>(Etat.ABSENTE, null, null, feuille, champ, ligne, colonne);
  }

  /** A value without a cell: its sheet, its column or its line is missing. */
  public static <T> Valeur<T> sansCellule(Feuille feuille, Champ champ) {
    return vide(feuille, champ, 0, 0);
  }

  /** A cell that holds something that can't be read as its type; {@code brut} is what it shows. */
  public static <T> Valeur<T> illisible(
      String brut, Feuille feuille, Champ champ, int ligne, int colonne) {
    return new Valeur<>(Etat.ILLISIBLE, null, brut, feuille, champ, ligne, colonne);
  }

  /** The content; null unless {@link #estConnue()}. */
  public T contenu() {
    return contenu;
  }

  /** The field or column of the gabarit that this is a value of. */
  public Champ champ() {
    return champ;
  }

  /** Row of its cell, from 1; 0 where there is no cell. */
  public int ligne() {
    return ligne;
  }

  /** Column of its cell, from 1; 0 where there is no cell. */
  public int colonne() {
    return colonne;
  }

  /** Whether it was read. */
  public boolean estConnue() {
    return etat == Etat.CONNUE;
  }

  /** Whether the cell holds something that can't be read. */
  public boolean estIllisible() {
    return etat == Etat.ILLISIBLE;
  }

  /** Whether rules must take it as unknown: illegible, or required and absent. */
  public boolean estInconnue() {
    return estIllisible() || etat == Etat.ABSENTE && champ.requis();
  }

  /** Whether it is known to be empty: optional and absent. */
  public boolean estVide() {
    return etat == Etat.ABSENTE && !champ.requis();
  }

  /** Whether something is given: an empty cell is empty even where a value is required. */
  public Verite donnee() {
    if (etat != Etat.ABSENTE) {
      return Verite.VRAI;
    }
    return ligne == 0 && champ.requis() ? Verite.INCONNU : Verite.FAUX;
  }

  /** Whether it is this very content. */
  public Verite est(T attendu) {
    return estConnue() ? Verite.de(contenu.equals(attendu)) : sansContenu();
  }

  /** Whether it is one of these. */
  public Verite parmi(Collection<?> attendus) {
    return estConnue() ? Verite.de(attendus.contains(contenu)) : sansContenu();
  }

  /** Whether it is less than, or earlier than, the other. */
  public Verite avant(Valeur<T> autre) {
    if (estConnue() && autre.estConnue()) {
      return avant(autre.contenu);
    }
    return estVide() || autre.estVide() ? Verite.FAUX : Verite.INCONNU;
  }

  /** Whether it is less than, or earlier than, this. */
  public Verite avant(T limite) {
    return estConnue() ? Verite.de(compare(limite) < 0) : sansContenu();
  }

  /** Whether it is more than, or later than, the other. */
  public Verite apres(Valeur<T> autre) {
    return autre.avant(this);
  }

  /** Whether it is more than, or later than, this. */
  public Verite apres(T limite) {
    return estConnue() ? Verite.de(compare(limite) > 0) : sansContenu();
  }

  /** Whether it is more than a limit that lies somewhere between two, both included. */
  public Verite depasse(T limiteMinimale, T limiteMaximale) {
    Verite auDelaDeToutes = apres(limiteMaximale);
    return auDelaDeToutes.ou(apres(limiteMinimale).et(Verite.INCONNU));
  }

  /** Whether it lies between the two, both included. */
  public Verite entre(T premier, T dernier) {
    return estConnue() ? avant(premier).ou(apres(dernier)).non() : sansContenu();
  }

  /** Where it stands: its cell, or its sheet where it has none. */
  public Emplacement emplacement() {
    return ligne == 0
        ? Emplacement.feuille(feuille)
        : Emplacement.cellule(feuille, ligne, colonne, brut == null ? contenu : brut);
  }

  /** All the places that it was made of, first where it stands. */
  public List<Emplacement> emplacements() {
    return List.of(emplacement());
  }

  /** Whether it was made of cells that do not hold it as it is. */
  public boolean estComposee() {
    return false;
  }

  /** The same, made of what stands in these places. */
  public Valeur<T> de(List<Emplacement> lieux) {
    return new Composee<>(this, lieux);
  }

  /** A value that was worked out from one or more cells. */
  private static final class Composee<T> extends Valeur<T> {
    private final List<Emplacement> lieux;

    Composee(Valeur<T> v, List<Emplacement> lieux) {
      super(v.etat, v.contenu, v.brut, v.feuille, v.champ, v.ligne, v.colonne);
      this.lieux = List.copyOf(lieux);
    }

    @Override
    public List<Emplacement> emplacements() {
      return lieux.isEmpty() ? super.emplacements() : lieux;
    }

    @Override
    public boolean estComposee() {
      return true;
    }
  }

  /** What the cell shows; null where it is empty. */
  public String montree() {
    return brut == null && contenu != null ? contenu.toString() : brut;
  }

  private Verite sansContenu() {
    return estInconnue() ? Verite.INCONNU : Verite.FAUX;
  }

  @SuppressWarnings("unchecked")
  private int compare(T autre) {
    return ((Comparable<T>) contenu).compareTo(autre);
  }

  @Override
  public String toString() {
    return champ.cle() + "=" + (estConnue() ? contenu : etat);
  }
}
