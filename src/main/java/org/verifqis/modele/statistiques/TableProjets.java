package org.verifqis.modele.statistiques;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.verifqis.modele.Part;
import org.verifqis.modele.Theme;
import org.verifqis.modele.statistiques.Rubrique.Groupe;

/** Projects by theme and region (RAPPORT 8.3, tableau 11). */
final class TableProjets implements Table {
  /** The themes of the upper half of table 11; those of the lower half are the others. */
  private static final Set<Theme> DU_HAUT =
      Collections.unmodifiableSet(EnumSet.range(Theme.SECURITE_ALIMENTAIRE, Theme.ELUS));

  @Override
  public String cle() {
    return "projets";
  }

  @Override
  public boolean deProjets() {
    return true;
  }

  @Override
  public boolean renseignee(Apport apport) {
    return apport.projetsLus();
  }

  @Override
  public List<Object> series() {
    return List.of(
        new Mot("stats.regionaux"), new Mot("stats.locaux"), new Mot("stats.porteeInconnue"));
  }

  @Override
  public Grille grille(Statistiques s) {
    ParRegion grille = ParRegion.de("stats.theme", s, new Mot("stats.pourCent"));
    Chiffres total = s.total();
    for (Groupe groupe : Groupe.values()) {
      Set<Rubrique> rubriques = rubriques(groupe, total);
      if (rubriques.isEmpty()) {
        continue;
      }
      grille.groupe("stats.groupe." + groupe);
      for (Rubrique rubrique : rubriques) {
        grille.ligne(
            titre(rubrique),
            c -> effectif(c.effectif(rubrique)),
            part(total.effectif(rubrique).total(), total));
      }
      grille.somme(
          new Mot("html.total"),
          c -> effectif(c.effectif(groupe)),
          part(total.effectif(groupe).total(), total));
      grille.ligne(
          new Mot("stats.pourcentage"), c -> part(c.effectif(groupe).total(), c), Chiffre.RIEN);
    }
    grille.groupe("stats.tous");
    grille.ligne(
        new Mot("stats.regionaux"), c -> Chiffre.nombre(c.effectif().regionaux()), Chiffre.RIEN);
    grille.ligne(
        new Mot("stats.pourcentage"), c -> part(c.effectif().regionaux(), c), Chiffre.RIEN);
    grille.ligne(
        new Mot("stats.partMontant"),
        c -> new Chiffre(Chiffre.Nature.PART, c.aide().partRegionale(), null, c.aide().inconnus()),
        Chiffre.RIEN);
    grille.ligne(new Mot("stats.locaux"), c -> Chiffre.nombre(c.effectif().locaux()), Chiffre.RIEN);
    if (total.effectif().inconnus() > 0) {
      grille.ligne(
          new Mot("stats.porteeInconnue"),
          c -> Chiffre.nombre(c.effectif().inconnus()),
          Chiffre.RIEN);
    }
    return grille
        .somme(
            new Mot("html.total"),
            c -> Chiffre.nombre(c.effectif().total()),
            part(total.effectif().total(), total))
        .grille();
  }

  private static Object titre(Rubrique rubrique) {
    return rubrique.theme() == null ? new Mot("stats.objet." + rubrique.objet()) : rubrique.theme();
  }

  /** The rows of table 11 itself, and those that projects stand in. */
  private static Set<Rubrique> rubriques(Groupe groupe, Chiffres total) {
    Set<Rubrique> rubriques = new TreeSet<>();
    if (groupe != Groupe.ALIGNEMENT_INCONNU) {
      boolean haut = groupe == Groupe.PRIORITES_REGIONALES;
      Stream.of(Theme.values())
          .filter(theme -> DU_HAUT.contains(theme) == haut)
          .forEach(theme -> rubriques.add(Rubrique.de(groupe, theme)));
    }
    total.projets().keySet().stream().filter(r -> r.groupe() == groupe).forEach(rubriques::add);
    return rubriques;
  }

  private static Chiffre effectif(Effectif effectif) {
    return new Chiffre(
        Chiffre.Nature.NOMBRE, effectif.total(), effectif.regionaux(), effectif.inconnus());
  }

  private static Chiffre part(long nombre, Chiffres parmi) {
    return Chiffre.part(Part.de(nombre, parmi.effectif().total()));
  }
}
