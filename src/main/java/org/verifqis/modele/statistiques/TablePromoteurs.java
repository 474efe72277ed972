package org.verifqis.modele.statistiques;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.verifqis.modele.CategorieOrganisme;
import org.verifqis.modele.Part;
import org.verifqis.modele.statistiques.Lot.Mesure;

/** Who carries projects, by category of body (RAPPORT 8.1.9): how many, or with how much. */
final class TablePromoteurs implements Table {
  private static final Set<CategorieOrganisme> MUNICIPALES =
      Collections.unmodifiableSet(EnumSet.of(CategorieOrganisme.MUNICIPAL, CategorieOrganisme.MRC));

  private final boolean aide;

  TablePromoteurs(boolean aide) {
    this.aide = aide;
  }

  @Override
  public String cle() {
    return aide ? "promoteursAide" : "promoteurs";
  }

  @Override
  public boolean deProjets() {
    return true;
  }

  @Override
  public boolean renseignee(Apport apport) {
    return apport.projets().stream().anyMatch(l -> l.categorie() != null);
  }

  @Override
  public Grille grille(Statistiques s) {
    List<Mesure> mesures = new ArrayList<>();
    mesures.add(Mesure.de(aide ? "stats.aide" : "stats.nombreProjets", this::mesure));
    for (CategorieOrganisme categorie : presentes(s)) {
      mesures.add(new Mesure(categorie, l -> mesure(l.tels(p -> p.categorie() == categorie))));
    }
    mesures.add(
        Mesure.de("stats.promoteurs.inconnue", l -> mesure(l.tels(p -> p.categorie() == null))));
    mesures.add(Mesure.de("stats.promoteurs.part", this::partMunicipale));
    mesures.add(
        Mesure.de(
            "stats.promoteurs.mandataire",
            l ->
                aide
                    ? mesure(l.tels(p -> p.duMandataire().isVrai()))
                    : Chiffre.compte(l.projets(), Apport.Ligne::duMandataire)));
    return Lot.parEntente(s, mesures);
  }

  private static Set<CategorieOrganisme> presentes(Statistiques s) {
    Set<CategorieOrganisme> presentes = EnumSet.noneOf(CategorieOrganisme.class);
    new Lot(s.redditions())
        .projets().stream()
            .map(Apport.Ligne::categorie)
            .filter(Objects::nonNull)
            .forEach(presentes::add);
    return presentes;
  }

  private Chiffre mesure(Lot lot) {
    return aide ? lot.aide() : lot.nombre();
  }

  private Chiffre partMunicipale(Lot lot) {
    Lot connus = lot.tels(p -> p.categorie() != null && (!aide || p.aide() != null));
    Lot siens = connus.tels(p -> MUNICIPALES.contains(p.categorie()));
    return Chiffre.part(
        aide
            ? Part.de(siens.aide().dollars(), connus.aide().dollars())
            : Part.de(siens.projets().size(), connus.projets().size()));
  }
}
