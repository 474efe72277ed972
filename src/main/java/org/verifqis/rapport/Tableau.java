package org.verifqis.rapport;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.verifqis.modele.statistiques.Chiffre.Nature;
import org.verifqis.modele.statistiques.Exclus;
import org.verifqis.modele.statistiques.Grille.Rang;

/**
 * A table of a report, whatever writes it.
 *
 * @param cle what programs call it
 * @param titre its title
 * @param legende what has to be known to read it
 * @param notes what it is made of and what it leaves out
 * @param composition the same for programs; null where it is made of no redditions
 * @param entetes headers of its columns, that of the rows first
 * @param lignes its rows; none where nothing was filled in
 * @param provenances what each reddition brings to it; none unless asked for
 * @param image a chart of it; null without
 */
public record Tableau(
    String cle,
    String titre,
    String legende,
    List<String> notes,
    Composition composition,
    List<Entete> entetes,
    List<Ligne> lignes,
    List<Provenance> provenances,
    Graphique image) {

  /** The file of a reddition, its agreement and its year. */
  public record Source(String fichier, String sha256, String entente, String exercice) {}

  /**
   * What a table is made of.
   *
   * @param muettes redditions that were counted and say nothing of it
   * @param exclus the projects that it leaves out; null where it counts none
   */
  public record Composition(List<Source> sources, List<Source> muettes, Exclus exclus) {}

  /** What a reddition brings, under the columns of the table. */
  public record Provenance(Source source, List<Ligne> lignes) {}

  /**
   * A header.
   *
   * @param cle what programs call it
   * @param exercice the year that the column is of; null where it is of no single one
   */
  public record Entete(String cle, String texte, String exercice) {}

  /**
   * A row.
   *
   * @param rang what it is
   * @param cle what programs call it
   * @param titre its first cell
   * @param exercice the year that it is of; null where it is of no single one
   * @param cases its other cells; none for a group
   */
  public record Ligne(Rang rang, String cle, String titre, String exercice, List<Case> cases) {}

  /**
   * A cell.
   *
   * @param texte what people read
   * @param nombre the number that it tells; null where it tells none
   * @param dont how many of them are regional; null where that is not asked
   * @param inconnus how many things could not be told and are left out of it
   * @param cles of words, what programs call them
   */
  public record Case(
      Nature nature, String texte, BigDecimal nombre, Long dont, long inconnus, List<String> cles) {
    /** How many are regional; nothing where that is not asked. */
    private Case dont(Mots mots) {
      return dont == null
          ? texte("")
          : new Case(
              Nature.NOMBRE,
              mots.format().nombre(dont),
              BigDecimal.valueOf(dont),
              null,
              0,
              List.of());
    }

    /** Words. */
    static Case texte(String texte) {
      return new Case(Nature.TEXTE, texte, null, null, 0, List.of(texte));
    }
  }

  /** Whether nothing was filled in. */
  public boolean estVide() {
    return lignes.isEmpty();
  }

  /** Whether a column, from 0, holds numbers. */
  public boolean estChiffree(int colonne) {
    return colonne > 0
        && lignes.stream()
            .filter(ligne -> ligne.rang() != Rang.GROUPE)
            .anyMatch(ligne -> ligne.cases().get(colonne - 1).nature() != Nature.TEXTE);
  }

  /** Whether cells tell how many are regional. */
  boolean aDont() {
    return lignes.stream().flatMap(l -> l.cases().stream()).anyMatch(c -> c.dont() != null);
  }

  /** The same of the regional ones alone, for those who go on to calculate. */
  Tableau dont(Mots mots) {
    return new Tableau(
        cle,
        mots.mot("stats.dont", titre),
        mots.mot("stats.dont.legende"),
        notes,
        null,
        entetes,
        lignes.stream()
            .filter(
                l -> l.rang() == Rang.GROUPE || l.cases().stream().anyMatch(c -> c.dont() != null))
            .map(
                l ->
                    new Ligne(
                        l.rang(),
                        l.cle(),
                        l.titre(),
                        l.exercice(),
                        l.cases().stream().map(c -> c.dont(mots)).toList()))
            .toList(),
        List.of(),
        null);
  }

  /** A table of where its figures come from, reddition by reddition. */
  Tableau detail(Mots mots) {
    List<Ligne> toutes = new ArrayList<>();
    for (Provenance provenance : provenances) {
      Source source = provenance.source();
      toutes.add(
          new Ligne(
              Rang.GROUPE,
              source.fichier(),
              mots.mot("stats.source", source.fichier(), source.entente(), source.exercice()),
              source.exercice(),
              List.of()));
      toutes.addAll(provenance.lignes());
    }
    return new Tableau(
        cle,
        mots.mot("stats.detail", titre),
        mots.mot("stats.detail.legende"),
        List.of(),
        null,
        entetes,
        toutes,
        List.of(),
        null);
  }
}
