package org.verifqis.modele.proposition;

import java.util.List;

/**
 * Why something is proposed, or set aside; told in words elsewhere.
 *
 * @param nature what it is
 * @param details what its words name
 */
public record Preuve(Nature nature, List<String> details) {
  /** What a proposal rests on. */
  public enum Nature {
    /** A confirmed profile of the same agreement reads this header so: its name. */
    MEMOIRE_SIENNE,
    /** A confirmed profile of another reads this header so: its name. */
    MEMOIRE,
    /** It is the template's own label. */
    LIBELLE,
    /** It is a word of the lexicon: the word, where it was met. */
    LEXIQUE,
    /** It has words of the lexicon in it: the word, where it was met. */
    MOTS,
    /** A typing error away from a word: the word. */
    FAUTE,
    /** How many of its values can be read as the field's: their share. */
    VALEURS,
    /** It is told by what its values are. */
    NATURE_VALEURS,
    /** The figures make each other up in such a way. */
    CALCUL,
    /** It stands between what is known, in the order in which such things are asked. */
    ORDRE,
    /** A value stands in a title or a name: the text. */
    TITRE,
    /** A legend or a list of the workbook explains a word: the explanation. */
    LEGENDE,
    /** It is the code, its label, or a word that stands for it. */
    CODE,
    /** It was looked up in another table by a key: the table, the key. */
    JOINTURE,
    /** It is added up from lines below a heading: the heading. */
    RUBRIQUE,
    /** It is added up from columns of several years. */
    ANNEES,
    /** Its column says whose money the row tells: the word. */
    SOURCE,
    /** A row above says it for those below. */
    SECTION,
    /** A part of a cell that holds several things. */
    PARTIE,
    /** The sheet is hidden. */
    CACHEE,
    /** The sheet's name says that it is an archive, a list, a help: the word. */
    ECARTEE,
    /** Another sheet has the same headers and names the year: the sheet. */
    JUMELLE,
    /** A word of the header speaks of something else: the word. */
    CONTRE,
    /** It speaks of another year. */
    AUTRE_TEMPS,
    /** Nothing that the template asks is like it. */
    INCONNU,
    /** Another header fits the same field better: the header. */
    MIEUX,
    /** Row by row, the total cost is their sum with the other amounts. */
    SOMME_LIGNES,
    /** It is counted, or the most of it taken, from a row for each meeting: what they are of. */
    JOURNAL,
    /** The sheet holds nothing that was understood. */
    SANS_TABLEAU
  }

  /** With the words that it names. */
  public static Preuve de(Nature nature, String... details) {
    return new Preuve(nature, List.of(details));
  }
}
