package org.verifqis.modele.statistiques;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.verifqis.modele.FamillePartenaires;
import org.verifqis.modele.Instance;
import org.verifqis.modele.ModeGestion;
import org.verifqis.modele.Palier;
import org.verifqis.modele.Region;
import org.verifqis.modele.RoleInstance;
import org.verifqis.modele.TypeInstance;
import org.verifqis.modele.TypeMandataire;
import org.verifqis.modele.Valeur;
import org.verifqis.modele.Verite;

/** How many agreements and regions are governed in each way (RAPPORT, tableaux 6 and 13). */
final class TableDimensions implements Table {
  @Override
  public String cle() {
    return "dimensions";
  }

  @Override
  public boolean renseignee(Apport apport) {
    return apport.ditLaGouvernance();
  }

  @Override
  public Statistiques portee(Statistiques statistiques) {
    return statistiques.dernieres(a -> true);
  }

  @Override
  public Grille grille(Statistiques s) {
    Grille grille =
        Grille.de(
            "stats.dimensions.axe",
            Grille.colonnes(new Mot("stats.ententes"), new Mot("stats.regions")));
    grille.groupe(new Mot("champ:mandataireType"));
    for (TypeMandataire type : TypeMandataire.values()) {
      ligne(grille, s, type, a -> dite(a.identification().mandataireType(), type));
    }
    grille.groupe(new Mot("champ:gestion"));
    for (ModeGestion mode : ModeGestion.values()) {
      ligne(grille, s, mode, a -> dite(a.identification().gestion(), mode));
    }
    grille.groupe(new Mot("stats.gouvernance.table"));
    for (TypeInstance type : TypeInstance.TABLES_REGIONALES) {
      ligne(
          grille, s, type, a -> uneInstance(a, i -> regionale(i).et(dite(i.typeInstance(), type))));
    }
    ligne(
        grille,
        s,
        new Mot("stats.dimensions.sansTable"),
        a -> a.instances().isEmpty() ? Verite.INCONNU : TableGouvernance.aTable(a).non());
    grille.groupe(new Mot("stats.gouvernance.sieges"));
    for (Siege siege : Siege.values()) {
      ligne(
          grille,
          s,
          siege.mot(),
          a ->
              a.instances().isEmpty()
                  ? Verite.INCONNU
                  : siege.siege(a.instances(), Palier.REGIONAL));
    }
    grille.groupe(new Mot("stats.dimensions.familles"));
    for (FamillePartenaires famille : FamillePartenaires.values()) {
      ligne(
          grille,
          s,
          famille,
          a ->
              uneInstance(
                  a,
                  i ->
                      regionale(i)
                          .et(
                              i.familles().estConnue()
                                  ? Verite.de(i.familles().contenu().contains(famille))
                                  : Verite.INCONNU)));
    }
    grille.groupe(new Mot("stats.dimensions.decision"));
    for (Palier palier : Palier.values()) {
      ligne(
          grille,
          s,
          palier,
          a ->
              uneInstance(
                  a, i -> i.palier().est(palier).et(i.role().est(RoleInstance.DECISIONNELLE))));
    }
    return grille;
  }

  private static Verite regionale(Instance instance) {
    return instance.palier().est(Palier.REGIONAL);
  }

  /** An optional value that is not given is not told. */
  private static <T> Verite dite(Valeur<T> valeur, T attendue) {
    return valeur.estConnue() ? valeur.est(attendue) : Verite.INCONNU;
  }

  /** Where no body is told of, it is not known. */
  private static Verite uneInstance(Apport apport, Function<Instance, Verite> telle) {
    return apport.instances().isEmpty()
        ? Verite.INCONNU
        : Verite.uneDe(apport.instances().stream().map(telle).toList());
  }

  private static void ligne(
      Grille grille, Statistiques s, Object titre, Function<Apport, Verite> telle) {
    List<Apport> apports = s.redditions().stream().map(c -> c.apport()).toList();
    Map<Region, Verite> parRegion = new LinkedHashMap<>();
    for (Apport apport : apports) {
      if (apport.entente().region() != null) {
        parRegion.merge(apport.entente().region(), telle.apply(apport), Verite::ou);
      }
    }
    grille.ligne(titre, Chiffre.compte(apports, telle), Chiffre.compte(parRegion.values(), v -> v));
  }
}
