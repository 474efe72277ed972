package org.verifqis.modele.statistiques;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.verifqis.modele.Bailleur;
import org.verifqis.modele.Montant;
import org.verifqis.modele.statistiques.Lot.Mesure;

/** What other money comes with that of the Fund, and from whom (RAPPORT 2.3.8, 9.4.1). */
final class TableLevier implements Table {
  @Override
  public String cle() {
    return "levier";
  }

  @Override
  public boolean deProjets() {
    return true;
  }

  @Override
  public boolean renseignee(Apport apport) {
    return apport.projets().stream()
        .anyMatch(
            l ->
                l.aide() != null
                    || l.publiques() != null
                    || l.milieu() != null
                    || l.bailleurs() != null);
  }

  @Override
  public Grille grille(Statistiques s) {
    List<Mesure> mesures = new ArrayList<>();
    mesures.add(Mesure.de("stats.nombreProjets", Lot::nombre));
    mesures.add(Mesure.de("stats.aide", l -> montant(l, Levier::aide)));
    mesures.add(Mesure.de("stats.publiques", l -> montant(l, Levier::publiques)));
    mesures.add(Mesure.de("stats.milieu", l -> montant(l, Levier::milieu)));
    mesures.add(Mesure.de("stats.parDollar", l -> montant(l, Levier::parDollar)));
    for (Bailleur bailleur : Bailleur.values()) {
      mesures.add(
          new Mesure(
              bailleur,
              l ->
                  l.tels(p -> p.bailleurs() != null && p.bailleurs().contains(bailleur)).nombre()));
    }
    mesures.add(
        Mesure.de("stats.levier.sansBailleur", l -> l.tels(p -> p.bailleurs() == null).nombre()));
    return Lot.parEntente(s, mesures);
  }

  /** Of the projects whose three amounts are known: they are compared. */
  private static Chiffre montant(Lot lot, Function<Levier, Montant> lequel) {
    Levier levier =
        lot.redditions().stream()
            .map(c -> c.chiffres().levier())
            .reduce(Levier.AUCUN, Levier::plus);
    boolean rien = levier.inconnus() > 0 && levier.inconnus() == lot.projets().size();
    return Chiffre.montant(rien ? null : lequel.apply(levier), levier.inconnus());
  }
}
