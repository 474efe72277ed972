package org.verifqis.modele.statistiques;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.verifqis.modele.statistiques.Statistiques.Compilee;

/**
 * Some redditions, counted together.
 *
 * @param redditions one at least
 */
record Lot(List<Compilee> redditions) {
  /** What is counted of a lot, under its title. */
  record Mesure(Object titre, Function<Lot, Chiffre> chiffre) {
    static Mesure de(String cle, Function<Lot, Chiffre> chiffre) {
      return new Mesure(new Mot(cle), chiffre);
    }
  }

  /** The projects that count. */
  List<Apport.Ligne> projets() {
    return redditions.stream().flatMap(c -> c.projets().stream()).toList();
  }

  /** Those that count and are such. */
  Lot tels(Predicate<Apport.Ligne> tel) {
    return new Lot(
        redditions.stream()
            .map(
                c ->
                    new Compilee(
                        c.apport(),
                        c.chiffres(),
                        c.projets().stream().filter(tel).toList(),
                        c.repris().stream().filter(tel).toList()))
            .toList());
  }

  /** How many projects. */
  Chiffre nombre() {
    return Chiffre.nombre(projets().size());
  }

  /** What the Fund granted them. */
  Chiffre aide() {
    return Chiffre.somme(projets(), Apport.Ligne::aide);
  }

  /** A number of people, which is that of each exercice. */
  Chiffre personnes(Function<Apport.Ligne, Long> combien) {
    return Chiffre.total(
        redditions.stream().flatMap(c -> c.rejoignant().stream()).toList(), combien);
  }

  /** What each reddition has one of. */
  <T> List<T> de(Function<Apport, T> quoi) {
    return redditions.stream().map(c -> quoi.apply(c.apport())).toList();
  }

  /** What each reddition has some of. */
  <T> List<T> tout(Function<Apport, List<T>> quoi) {
    return redditions.stream().flatMap(c -> quoi.apply(c.apport()).stream()).toList();
  }

  /** A table with a row for each agreement, and one for all of them. */
  static Grille parEntente(Statistiques statistiques, List<Mesure> mesures) {
    Grille grille =
        Grille.de("html.entente", mesures.stream().map(m -> Grille.Colonne.de(m.titre())).toList());
    statistiques
        .parEntente()
        .forEach(
            (entente, siennes) ->
                grille.ligne(entente, mesures, m -> m.chiffre().apply(new Lot(siennes))));
    Lot tous = new Lot(statistiques.redditions());
    return grille.somme(
        new Mot("html.total"), mesures.stream().map(m -> m.chiffre().apply(tous)).toList());
  }
}
