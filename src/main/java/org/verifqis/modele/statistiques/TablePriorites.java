package org.verifqis.modele.statistiques;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Palier;
import org.verifqis.modele.Theme;
import org.verifqis.modele.Verite;
import org.verifqis.modele.statistiques.Apport.Suivie;
import org.verifqis.modele.statistiques.Grille.Colonne;

/** The priorities that plans keep, by theme (RAPPORT, tableau 10). */
final class TablePriorites implements Table {
  @Override
  public String cle() {
    return "priorites";
  }

  @Override
  public boolean renseignee(Apport apport) {
    return !apport.priorites().isEmpty();
  }

  @Override
  public Statistiques portee(Statistiques statistiques) {
    return statistiques.dernieres(this::renseignee);
  }

  @Override
  public Grille grille(Statistiques s) {
    List<Apport> apports = s.redditions().stream().map(c -> c.apport()).toList();
    List<Colonne> colonnes =
        new ArrayList<>(Grille.colonnes(new Mot("stats.ententes"), new Mot("stats.regions")));
    apports.forEach(a -> colonnes.add(Colonne.de(a.entente())));
    Grille grille = Grille.de("stats.theme", colonnes);
    grille.groupe(new Mot("stats.priorites.regionales"));
    List<Theme> themes = new ArrayList<>(List.of(Theme.values()));
    themes.add(null);
    for (Theme theme : themes) {
      List<Entente> ententes =
          apports.stream().filter(a -> !libelles(a, theme).isEmpty()).map(Apport::entente).toList();
      if (theme == null && ententes.isEmpty()) {
        continue;
      }
      List<Chiffre> chiffres = new ArrayList<>();
      chiffres.add(Chiffre.nombre(ententes.size()));
      chiffres.add(Chiffre.nombre(Statistiques.regions(ententes).size()));
      apports.forEach(a -> chiffres.add(Chiffre.texte(libelles(a, theme).toArray())));
      grille.ligne(theme == null ? new Mot("stats.objet.THEME_INCONNU") : theme, chiffres);
    }
    grille.groupe(new Mot("stats.priorites.nombres"));
    nombres(grille, apports, "stats.priorites.nombre", p -> est(p, Palier.REGIONAL));
    nombres(
        grille,
        apports,
        "stats.priorites.sansProjet",
        p -> est(p, Palier.REGIONAL).et(p.sansProjet()));
    nombres(
        grille,
        apports,
        "stats.priorites.sansRegional",
        p -> est(p, Palier.REGIONAL).et(p.sansRegional()));
    nombres(grille, apports, "stats.priorites.locales", p -> est(p, Palier.LOCAL));
    return grille;
  }

  private static Verite est(Suivie priorite, Palier palier) {
    return priorite.palier() == null ? Verite.INCONNU : Verite.de(priorite.palier() == palier);
  }

  /** The words of the regional priorities of a theme; null stands for a theme that is unknown. */
  private static List<Object> libelles(Apport apport, Theme theme) {
    return apport.priorites().stream()
        .filter(p -> p.palier() == Palier.REGIONAL && p.theme() == theme)
        .map(p -> p.libelle() == null ? new Mot("stats.priorites.illisible") : p.libelle())
        .map(Object.class::cast)
        .toList();
  }

  /** How many priorities are such: of how many agreements and regions, then of each agreement. */
  private static void nombres(
      Grille grille, List<Apport> apports, String cle, Function<Suivie, Verite> telle) {
    List<Chiffre> parEntente =
        apports.stream().map(a -> Chiffre.compte(a.priorites(), telle)).toList();
    List<Entente> ententes =
        IntStream.range(0, apports.size())
            .filter(i -> parEntente.get(i).entier() > 0)
            .mapToObj(i -> apports.get(i).entente())
            .toList();
    List<Chiffre> chiffres = new ArrayList<>();
    chiffres.add(Chiffre.nombre(ententes.size()));
    chiffres.add(Chiffre.nombre(Statistiques.regions(ententes).size()));
    chiffres.addAll(parEntente);
    grille.ligne(new Mot(cle), chiffres);
  }
}
