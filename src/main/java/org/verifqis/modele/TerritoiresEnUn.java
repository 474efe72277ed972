package org.verifqis.modele;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Territories between commas, which are read as one. Where a rule tells them (PRO-08 of a regional
 * project, TER-01) nothing else does; of the others it is said.
 */
public final class TerritoiresEnUn {
  private TerritoiresEnUn() {}

  /** What is to be said of them, the first cell standing for all. */
  public static Optional<Avis> de(Reddition reddition) {
    if (!reddition.territoires().isEmpty()) {
      return Optional.empty();
    }
    List<Projet> projets =
        reddition.projets().stream().filter(TerritoiresEnUn::estSansMotDeRegle).toList();
    return projets.isEmpty() ? Optional.empty() : Optional.of(avis(projets));
  }

  private static boolean estSansMotDeRegle(Projet projet) {
    return projet.actif().isPossible()
        && projet.portee().est(Portee.REGIONALE) != Verite.VRAI
        && projet.territoiresSepares() != null
        && projet.territoires().contenu().get(0).indexOf(',') >= 0;
  }

  private static Avis avis(List<Projet> projets) {
    Projet premier = projets.get(0);
    Emplacement lieu = premier.territoires().emplacement();
    Map<String, Object> faits = new LinkedHashMap<>();
    faits.put("feuille", lieu.feuille().nom());
    faits.put("cellule", lieu.reference());
    faits.put("territoires", premier.territoires().contenu().get(0));
    faits.put("proposition", premier.territoiresSepares());
    faits.put("nombre", projets.size());
    return new Avis(Avis.Nature.TERRITOIRES_EN_UN, lieu, faits);
  }
}
