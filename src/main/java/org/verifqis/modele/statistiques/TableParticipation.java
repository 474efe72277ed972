package org.verifqis.modele.statistiques;

import java.util.List;
import org.verifqis.modele.NiveauParticipation;
import org.verifqis.modele.Part;
import org.verifqis.modele.Verite;

/** How far people in poverty take part in projects (RAPPORT, tableau 8, 8.4). */
final class TableParticipation implements Table {
  @Override
  public String cle() {
    return "participation";
  }

  @Override
  public boolean deProjets() {
    return true;
  }

  @Override
  public boolean renseignee(Apport apport) {
    return apport.projets().stream().anyMatch(l -> l.participation() != null || l.pspes() != null);
  }

  @Override
  public Grille grille(Statistiques s) {
    Lot tous = new Lot(s.redditions());
    long dits = tous.tels(l -> l.participation() != null).projets().size();
    Grille grille =
        Grille.de(
            "stats.participation.axe",
            Grille.colonnes(
                new Mot("stats.nombreProjets"),
                new Mot("stats.participation.part"),
                new Mot("stats.participation.avec"),
                new Mot("stats.participation.partAvec"),
                new Mot("stats.participation.pspes")));
    for (NiveauParticipation niveau : NiveauParticipation.values()) {
      grille.ligne(niveau, chiffres(tous.tels(l -> l.participation() == niveau), dits));
    }
    grille.ligne(
        new Mot("stats.participation.nonDit"),
        chiffres(tous.tels(l -> l.participation() == null), 0));
    grille.somme(new Mot("html.total"), chiffres(tous, 0));
    grille.somme(
        new Mot("stats.participation.active"),
        chiffres(
            tous.tels(
                l ->
                    l.participation() != null
                        && l.participation().compareTo(NiveauParticipation.DISCUSSION) >= 0),
            dits));
    return grille;
  }

  private static List<Chiffre> chiffres(Lot lot, long dits) {
    Chiffre avec =
        Chiffre.compte(
            lot.projets(), l -> l.pspes() == null ? Verite.INCONNU : Verite.de(l.pspes() > 0));
    return List.of(
        lot.nombre(),
        Chiffre.part(Part.de(lot.projets().size(), dits)),
        avec,
        Chiffre.part(Part.de(avec.entier(), lot.projets().size() - avec.inconnus())),
        lot.personnes(Apport.Ligne::pspes));
  }
}
