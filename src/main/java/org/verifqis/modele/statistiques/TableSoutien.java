package org.verifqis.modele.statistiques;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.verifqis.modele.Implication;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Moyen;
import org.verifqis.modele.Participation;
import org.verifqis.modele.Verite;

/** What helps people in poverty to take part in the mechanisms themselves (RAPPORT 8.2.8). */
final class TableSoutien implements Table {
  @Override
  public String cle() {
    return "soutien";
  }

  @Override
  public boolean renseignee(Apport apport) {
    return apport.implications().stream().anyMatch(i -> Participation.directe(i).isVrai());
  }

  @Override
  public Grille grille(Statistiques s) {
    Grille grille =
        Grille.de(
            "stats.soutien.axe",
            Grille.colonnes(new Mot("stats.ensemble"), new Mot("stats.ententes")));
    nombre(grille, s, "stats.soutien.directes", i -> Verite.VRAI);
    nombre(grille, s, "stats.soutien.accompagnees", i -> i.accompagnement().est(true));
    nombre(grille, s, "stats.soutien.deux", i -> i.personnes().apres(1L));
    List<Implication> directes = directes(new Lot(s.redditions()));
    grille.groupe(new Mot("stats.soutien.allocations"));
    nombre(grille, s, "stats.soutien.allouees", i -> i.allocation().apres(Montant.ZERO));
    grille.ligne(
        new Mot("stats.soutien.somme"),
        Chiffre.somme(directes, i -> i.allocation().contenu()),
        Chiffre.RIEN);
    grille.ligne(new Mot("stats.soutien.parPersonne"), parPersonne(directes), Chiffre.RIEN);
    grille.groupe(new Mot("champ:moyens"));
    for (Moyen moyen : Moyen.values()) {
      nombre(grille, s, moyen, i -> a(i, moyen));
    }
    grille.groupe(new Mot("stats.rencontres"));
    List<Long> rencontres =
        directes.stream()
            .map(i -> i.rencontres().contenu())
            .filter(Objects::nonNull)
            .sorted()
            .toList();
    long inconnues = (long) directes.size() - rencontres.size();
    boolean rien = rencontres.isEmpty();
    grille.ligne(
        new Mot("stats.soutien.minimum"),
        new Chiffre(Chiffre.Nature.NOMBRE, rien ? null : rencontres.get(0), null, inconnues),
        Chiffre.RIEN);
    grille.ligne(new Mot("stats.mediane"), Chiffre.mediane(rencontres, inconnues), Chiffre.RIEN);
    return grille.ligne(
        new Mot("stats.soutien.maximum"),
        new Chiffre(
            Chiffre.Nature.NOMBRE,
            rien ? null : rencontres.get(rencontres.size() - 1),
            null,
            inconnues),
        Chiffre.RIEN);
  }

  /** Whether a row names a means; where it names none it is not told. */
  private static Verite a(Implication implication, Moyen moyen) {
    return implication.moyens().estConnue()
        ? Verite.de(implication.moyens().contenu().contains(moyen))
        : Verite.INCONNU;
  }

  /** The rows of which it is known that people take part themselves. */
  private static List<Implication> directes(Lot lot) {
    return lot.tout(Apport::implications).stream()
        .filter(i -> Participation.directe(i).isVrai())
        .toList();
  }

  /** How many direct rows are such, and how many agreements have one. */
  private static void nombre(
      Grille grille, Statistiques s, Object titre, Function<Implication, Verite> telle) {
    Object quoi = titre instanceof String cle ? new Mot(cle) : titre;
    grille.ligne(
        quoi,
        Chiffre.compte(directes(new Lot(s.redditions())), telle),
        Chiffre.compte(
            s.parEntente().values(),
            siennes -> Verite.uneDe(directes(new Lot(siennes)).stream().map(telle).toList())));
  }

  /** Over the rows that tell both an allocation and how many people. */
  private static Chiffre parPersonne(List<Implication> directes) {
    List<Implication> dites = directes.stream().filter(i -> i.allocation().estConnue()).toList();
    long personnes = dites.stream().mapToLong(i -> i.personnes().contenu()).sum();
    Montant somme =
        dites.stream().map(i -> i.allocation().contenu()).reduce(Montant.ZERO, Montant::plus);
    return Chiffre.montant(
        personnes == 0
            ? null
            : new Montant(
                somme.dollars().divide(BigDecimal.valueOf(personnes), 2, RoundingMode.HALF_UP)),
        (long) directes.size() - dites.size());
  }
}
