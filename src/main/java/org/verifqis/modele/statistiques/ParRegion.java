package org.verifqis.modele.statistiques;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.verifqis.modele.statistiques.Grille.Colonne;

/** A table with a column for each region that has a reddition, and one for all of them. */
final class ParRegion {
  private final Grille grille;
  private final List<Chiffres> colonnes;
  private final boolean suite;

  private ParRegion(Grille grille, List<Chiffres> colonnes, boolean suite) {
    this.grille = grille;
    this.colonnes = colonnes;
    this.suite = suite;
  }

  /** One whose last column is another; null without one. */
  static ParRegion de(String axe, Statistiques s, Object derniere) {
    List<Colonne> titres = new ArrayList<>();
    List<Chiffres> colonnes = new ArrayList<>();
    for (Statistiques.Territoire territoire : s.territoires()) {
      Object region = territoire.region();
      titres.add(Colonne.de(region == null ? new Mot("stats.sansRegion") : region));
      colonnes.add(territoire.chiffres());
    }
    titres.add(Colonne.de(new Mot("html.total")));
    colonnes.add(s.total());
    if (derniere != null) {
      titres.add(Colonne.de(derniere));
    }
    return new ParRegion(Grille.de(axe, titres), colonnes, derniere != null);
  }

  ParRegion groupe(String cle) {
    grille.groupe(new Mot(cle));
    return this;
  }

  ParRegion ligne(Object titre, Function<Chiffres, Chiffre> chiffre, Chiffre dernier) {
    grille.ligne(titre, chiffres(chiffre, dernier));
    return this;
  }

  ParRegion somme(Object titre, Function<Chiffres, Chiffre> chiffre, Chiffre dernier) {
    grille.somme(titre, chiffres(chiffre, dernier));
    return this;
  }

  Grille grille() {
    return grille;
  }

  private List<Chiffre> chiffres(Function<Chiffres, Chiffre> chiffre, Chiffre dernier) {
    List<Chiffre> chiffres = new ArrayList<>(colonnes.stream().map(chiffre).toList());
    if (suite) {
      chiffres.add(dernier);
    }
    return chiffres;
  }
}
