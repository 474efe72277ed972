package org.verifqis.regles;

import java.util.List;
import org.verifqis.modele.Avis;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Participation;
import org.verifqis.modele.Reddition;

/**
 * What the rules say of a reddition.
 *
 * @param fichier the file that was judged; what it holds is not kept
 * @param projets how many projects it has
 * @param edition name of the edition of its exercice; null where unknown
 * @param exercice null where unknown
 * @param entente null where unknown
 * @param verdict what it is worth
 * @param participation what sheet Cible 4 shows; null where it can't be told
 * @param resultats one for each rule of the register, in its order
 * @param constats the findings, {@link Constats#PLAFOND} of a rule at most: in the register's
 *     order, then by sheet, row and column
 * @param avis what is to be said of the workbook and breaks no rule
 */
public record Jugement(
    Reddition.Fichier fichier,
    int projets,
    String edition,
    Exercice exercice,
    Entente entente,
    Verdict verdict,
    Participation.Synthese participation,
    List<ResultatRegle> resultats,
    List<Constat> constats,
    List<Avis> avis) {

  /** What an earlier version kept has none to say. */
  public Jugement {
    avis = avis == null ? List.of() : avis;
  }

  /** The same with what else was found. */
  public Jugement avec(
      Verdict autre, List<ResultatRegle> autresResultats, List<Constat> autresConstats) {
    return new Jugement(
        fichier,
        projets,
        edition,
        exercice,
        entente,
        autre,
        participation,
        autresResultats,
        autresConstats,
        avis);
  }

  /** Whether the workbook could be assessed. */
  public boolean recevable() {
    return verdict != Verdict.IRRECEVABLE;
  }

  /** What it would be worth if nothing were accepted. */
  public Verdict verdictSansDerogation() {
    return Verdict.de(resultats);
  }

  /** How many findings are accepted. */
  public long deroges() {
    return constats.stream().filter(Constat::estDeroge).count();
  }

  /** How many findings are of this severity, those that are counted and not kept too. */
  public long constats(Gravite gravite) {
    long comptes =
        resultats.stream()
            .filter(r -> r.regle().gravite() == gravite && r.enfreints() > Constats.PLAFOND)
            .mapToLong(r -> r.enfreints() - Constats.PLAFOND)
            .sum();
    return comptes + constats.stream().filter(c -> c.regle().gravite() == gravite).count();
  }
}
