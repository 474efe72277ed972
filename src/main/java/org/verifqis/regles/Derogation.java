package org.verifqis.regles;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;

/**
 * What staff accept although a rule finds it, and on whose word.
 *
 * @param numero its place in the file, from 1
 * @param vise what it accepts
 * @param par who recorded it
 * @param autorite the decision or the person that allows it
 * @param motif why
 * @param jusquAu the last day on which it holds
 */
public record Derogation(
    int numero, Vise vise, String par, String autorite, String motif, LocalDate jusquAu) {

  /**
   * The finding that is accepted.
   *
   * @param entente of this agreement
   * @param exercice in this year
   * @param regle of this rule
   * @param feuille on this sheet of the gabarit; null for any
   * @param fiche about this record; null for what is about none
   * @param rang which of the records of that name, from 1; 0 for any
   * @param champs about a field of one of these labels; empty for any
   */
  public record Vise(
      Entente entente,
      Exercice exercice,
      Regle regle,
      String feuille,
      String fiche,
      int rang,
      Set<String> champs) {

    /** Whether a finding of its reddition is the one. */
    public boolean est(Constat constat) {
      Identite sienne = constat.identite();
      return sienne.regle().equals(regle.id())
          && (feuille == null || feuille.equals(sienne.feuille()))
          && memeFiche(sienne.fiche())
          && (rang == 0 || rang == sienne.rang())
          && (champs.isEmpty() || champs.contains(sienne.champ()));
    }

    /** Whether that is the name of its record. */
    public boolean memeFiche(String autre) {
      return Objects.equals(Identite.normalise(fiche), Identite.normalise(autre));
    }

    /** Whether it is about the reddition of that agreement and year. */
    public boolean concerne(Entente autre, Exercice annee) {
      return entente.equals(autre) && exercice.equals(annee);
    }
  }

  /** Whether its last day has passed. */
  public boolean echue(LocalDate jour) {
    return jour.isAfter(jusquAu);
  }
}
