package org.verifqis.modele.statistiques;

import java.util.ArrayList;
import java.util.List;
import org.verifqis.modele.ModeSelection;
import org.verifqis.modele.statistiques.Apport.Lieu;
import org.verifqis.modele.statistiques.Lot.Mesure;

/** The local territories of each agreement and what reaches them (RAPPORT, tableau 3, 8.3). */
final class TableTerritoires implements Table {
  @Override
  public String cle() {
    return "territoires";
  }

  @Override
  public boolean renseignee(Apport apport) {
    return !apport.territoires().isEmpty();
  }

  @Override
  public Statistiques portee(Statistiques statistiques) {
    return statistiques.dernieres(a -> true);
  }

  @Override
  public Grille grille(Statistiques s) {
    List<Mesure> mesures = new ArrayList<>();
    mesures.add(Mesure.de("stats.territoires.nombre", l -> Chiffre.nombre(lieux(l).size())));
    mesures.add(Mesure.de("stats.territoires.avec", l -> Chiffre.compte(lieux(l), Lieu::touche)));
    mesures.add(
        Mesure.de("stats.territoires.sans", l -> Chiffre.compte(lieux(l), t -> t.touche().non())));
    mesures.add(Mesure.de("stats.territoires.projets", TableTerritoires::projets));
    mesures.add(Mesure.de("stats.territoires.moyenne", TableTerritoires::moyenne));
    for (ModeSelection mode : ModeSelection.values()) {
      mesures.add(
          new Mesure(
              mode, l -> Chiffre.nombre(lieux(l).stream().filter(t -> t.mode() == mode).count())));
    }
    mesures.add(
        Mesure.de(
            "stats.territoires.sansMode",
            l -> Chiffre.nombre(lieux(l).stream().filter(t -> t.mode() == null).count())));
    return Lot.parEntente(seules(s), mesures);
  }

  /** An agreement without the optional sheet has no row. */
  private Statistiques seules(Statistiques s) {
    return s.dernieres(this::renseignee);
  }

  private static List<Lieu> lieux(Lot lot) {
    return lot.tout(Apport::territoires);
  }

  /** Active projects that name a territory, once for each that they name. */
  private static Chiffre projets(Lot lot) {
    List<Chiffre> projets = lieux(lot).stream().map(Lieu::projets).toList();
    long connus = projets.stream().filter(c -> c.valeur() != null).mapToLong(Chiffre::entier).sum();
    long inconnus =
        lot.redditions().stream()
            .mapToLong(
                c ->
                    c.apport().territoires().stream()
                        .mapToLong(t -> t.projets().inconnus())
                        .max()
                        .orElse(0))
            .sum();
    return Chiffre.nombre(connus, inconnus);
  }

  private static Chiffre moyenne(Lot lot) {
    return Chiffre.moyenne(projets(lot).entier(), lieux(lot).size());
  }
}
