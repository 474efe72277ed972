package org.verifqis.modele.statistiques;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.verifqis.modele.Etape;
import org.verifqis.modele.Forme;
import org.verifqis.modele.Implication;
import org.verifqis.modele.Palier;
import org.verifqis.modele.Region;
import org.verifqis.modele.Verite;

/** In which ways and at which stages people in poverty take part (RAPPORT 8.2.5, annexe 3). */
final class TableFormes implements Table {
  private static final List<Palier> PALIERS =
      Collections.unmodifiableList(Arrays.asList(null, Palier.REGIONAL, Palier.LOCAL));

  @Override
  public String cle() {
    return "formes";
  }

  @Override
  public boolean renseignee(Apport apport) {
    return !apport.implications().isEmpty();
  }

  @Override
  public Grille grille(Statistiques s) {
    List<Object> titres = new ArrayList<>();
    for (Palier palier : PALIERS) {
      Object ou = palier == null ? new Mot("stats.deuxPaliers") : palier;
      titres.add(List.of(ou, new Mot("stats.ententes")));
      titres.add(List.of(ou, new Mot("stats.regions")));
      titres.add(List.of(ou, new Mot("stats.personnes")));
    }
    Grille grille = Grille.de("stats.formes.axe", Grille.colonnes(titres.toArray()));
    grille.groupe(new Mot("champ:forme"));
    for (Forme forme : Forme.values()) {
      grille.ligne(forme, chiffres(s, i -> i.forme().est(forme)));
    }
    grille.groupe(new Mot("champ:etape"));
    for (Etape etape : Etape.values()) {
      grille.ligne(etape, chiffres(s, i -> i.etape().est(etape)));
    }
    grille.groupe(new Mot("stats.formes.seules"));
    List<Chiffre> seules = new ArrayList<>(Collections.nCopies(titres.size(), Chiffre.RIEN));
    Function<List<Implication>, Verite> seule =
        siennes ->
            Verite.uneDe(
                    siennes.stream().map(i -> i.forme().est(Forme.CONSULTATION).non()).toList())
                .non()
                .et(Verite.de(!siennes.isEmpty()));
    seules.set(0, ententes(s, seule));
    seules.set(1, regions(s, seule));
    return grille.ligne(new Mot("stats.formes.consultation"), seules);
  }

  private static List<Chiffre> chiffres(Statistiques s, Function<Implication, Verite> telle) {
    List<Chiffre> chiffres = new ArrayList<>();
    for (Palier palier : PALIERS) {
      Function<Implication, Verite> ici =
          i -> palier == null ? telle.apply(i) : telle.apply(i).et(i.palier().est(palier));
      Function<List<Implication>, Verite> une =
          siennes -> Verite.uneDe(siennes.stream().map(ici).toList());
      chiffres.add(ententes(s, une));
      chiffres.add(regions(s, une));
      chiffres.add(personnes(s, ici));
    }
    return chiffres;
  }

  private static Chiffre ententes(Statistiques s, Function<List<Implication>, Verite> telle) {
    return Chiffre.compte(
        s.parEntente().values(),
        siennes -> telle.apply(new Lot(siennes).tout(Apport::implications)));
  }

  /** A region is such when one of its agreements is. */
  private static Chiffre regions(Statistiques s, Function<List<Implication>, Verite> telle) {
    Map<Region, Verite> parRegion = new LinkedHashMap<>();
    s.parEntente()
        .forEach(
            (entente, siennes) -> {
              if (entente.region() != null) {
                parRegion.merge(
                    entente.region(),
                    telle.apply(new Lot(siennes).tout(Apport::implications)),
                    Verite::ou);
              }
            });
    return Chiffre.compte(parRegion.values(), v -> v);
  }

  /** Those of the rows that are such; a row that may be, or doesn't say how many, is unknown. */
  private static Chiffre personnes(Statistiques s, Function<Implication, Verite> telle) {
    List<Implication> possibles =
        new Lot(s.redditions())
            .tout(Apport::implications).stream().filter(i -> telle.apply(i).isPossible()).toList();
    return Chiffre.total(possibles, i -> telle.apply(i).isVrai() ? i.personnes().contenu() : null);
  }
}
