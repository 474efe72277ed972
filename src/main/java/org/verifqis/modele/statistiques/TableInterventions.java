package org.verifqis.modele.statistiques;

import java.util.List;
import org.verifqis.modele.Clientele;
import org.verifqis.modele.TypeIntervention;

/** What projects do and whom they reach (RAPPORT 2.3.6, tableau 12). */
final class TableInterventions implements Table {
  @Override
  public String cle() {
    return "interventions";
  }

  @Override
  public boolean deProjets() {
    return true;
  }

  @Override
  public boolean renseignee(Apport apport) {
    return apport.projets().stream()
        .anyMatch(l -> l.intervention() != null || l.clienteles() != null);
  }

  @Override
  public Grille grille(Statistiques s) {
    Lot tous = new Lot(s.redditions());
    Grille grille =
        Grille.de(
            "stats.interventions.axe",
            Grille.colonnes(
                new Mot("stats.nombreProjets"), new Mot("stats.aide"), new Mot("stats.rejointes")));
    grille.groupe(new Mot("stats.interventions.types"));
    for (TypeIntervention type : TypeIntervention.values()) {
      grille.ligne(type, chiffres(tous.tels(l -> l.intervention() == type)));
    }
    grille.ligne(
        new Mot("stats.interventions.inconnu"), chiffres(tous.tels(l -> l.intervention() == null)));
    grille.somme(new Mot("html.total"), chiffres(tous));
    grille.groupe(new Mot("stats.interventions.clienteles"));
    for (Clientele clientele : Clientele.values()) {
      grille.ligne(
          clientele,
          chiffres(tous.tels(l -> l.clienteles() != null && l.clienteles().contains(clientele))));
    }
    grille.ligne(
        new Mot("stats.interventions.sansClientele"),
        chiffres(tous.tels(l -> l.clienteles() == null)));
    return grille;
  }

  private static List<Chiffre> chiffres(Lot lot) {
    return List.of(lot.nombre(), lot.aide(), lot.personnes(Apport.Ligne::personnes));
  }
}
