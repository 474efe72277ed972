package org.verifqis.regles;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether the rules and the checks by hand say the same of a reddition, of the rules that both
 * know.
 */
public final class Accord {
  private Accord() {}

  /**
   * All that the one says and not the other, in words for those who mend them; empty where they
   * agree on the verdict, the statuses, the counts and every finding with its places and facts.
   */
  public static List<String> ecarts(Jugement regles, Jugement aLaMain) {
    List<String> desRegles = tout(parmi(regles, aLaMain));
    List<String> deLaMain = tout(aLaMain);
    List<String> ecarts = new ArrayList<>();
    sans(desRegles, deLaMain).forEach(mot -> ecarts.add("only the rules: " + mot));
    sans(deLaMain, desRegles).forEach(mot -> ecarts.add("only by hand: " + mot));
    if (ecarts.isEmpty() && !desRegles.equals(deLaMain)) {
      ecarts.add("the same in another order: " + desRegles + ", by hand: " + deLaMain);
    }
    return ecarts;
  }

  private static Jugement parmi(Jugement regles, Jugement aLaMain) {
    Set<String> connues =
        aLaMain.resultats().stream().map(r -> r.regle().id()).collect(Collectors.toSet());
    List<ResultatRegle> resultats =
        regles.resultats().stream().filter(r -> connues.contains(r.regle().id())).toList();
    return regles.avec(
        Verdict.de(resultats),
        resultats,
        regles.constats().stream().filter(c -> connues.contains(c.regle().id())).toList());
  }

  private static List<String> sans(List<String> mots, List<String> autres) {
    List<String> restants = new ArrayList<>(mots);
    autres.forEach(restants::remove);
    return restants;
  }

  private static List<String> tout(Jugement jugement) {
    List<String> tout = new ArrayList<>();
    tout.add("verdict " + jugement.verdict());
    tout.add("edition " + jugement.edition() + ", exercice " + jugement.exercice());
    tout.add("entente " + jugement.entente() + ", projects " + jugement.projets());
    tout.add(
        jugement.participation() == null
            ? "no level"
            : "levels " + jugement.participation().niveaux());
    for (ResultatRegle r : jugement.resultats()) {
      tout.add(
          "%s %s, %d looked at, %d broken, %d unknown, cause %s"
              .formatted(
                  r.regle().id(),
                  r.statut(),
                  r.examines(),
                  r.enfreints(),
                  r.inconnus(),
                  r.cause()));
    }
    for (Constat c : jugement.constats()) {
      tout.add(
          "%s '%s' at %s: %s".formatted(c.regle().id(), c.variante(), c.emplacements(), c.faits()));
    }
    return tout;
  }
}
