package org.verifqis.rapport;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Gravite;
import org.verifqis.regles.Jugement;

/**
 * How many findings people are told: one a cause, as they read them, and those that were too many
 * to be kept. JSON and CSV, which give every finding, count them all.
 *
 * @param jugement what was found
 * @param feuilles the same as people are told it
 */
record Comptes(Jugement jugement, List<GroupeFeuille> feuilles) {
  static Comptes de(Jugement jugement) {
    return new Comptes(jugement, GroupeFeuille.de(jugement.constats()));
  }

  /** Those of a severity. */
  long de(Gravite gravite) {
    long gardes = jugement.constats().stream().filter(c -> gravite(c) == gravite).count();
    long dits = dits().filter(c -> gravite(c) == gravite).count();
    return jugement.constats(gravite) - gardes + dits;
  }

  /** Those that are accepted. */
  long deroges() {
    return dits().filter(Constat::estDeroge).count();
  }

  /** All of them in words, gravest first. */
  String enMots(Mots mots) {
    String comptes =
        Arrays.stream(Gravite.values())
            .filter(gravite -> de(gravite) > 0)
            .map(gravite -> mots.compte("constats." + gravite, de(gravite)))
            .collect(Collectors.joining(", "));
    return comptes.isEmpty() ? mots.compte("constats", 0) : comptes;
  }

  private Stream<Constat> dits() {
    return feuilles.stream()
        .flatMap(feuille -> feuille.regles().stream())
        .flatMap(groupe -> groupe.dits().stream());
  }

  private static Gravite gravite(Constat constat) {
    return constat.regle().gravite();
  }
}
