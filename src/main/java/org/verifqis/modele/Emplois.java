package org.verifqis.modele;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which priorities of a level the active projects give. A priority whose code can't be read may be
 * any of them, null stands for it; a project whose priorities can't be read may give any.
 */
final class Emplois {
  private final Map<String, Emploi> parCode = new HashMap<>();
  private final Emploi inconnu = new Emploi();

  /** What the projects make of one code. */
  private static final class Emploi {
    private Verite employe = Verite.FAUX;
    private boolean regionalCertain;
    private boolean regionalPossible;
    private boolean autrePossible;

    private void ajoute(Verite actif, Verite regional) {
      employe = employe.ou(actif);
      regionalCertain |= actif.et(regional).isVrai();
      regionalPossible |= actif.et(regional).isPossible();
      autrePossible |= actif.et(regional.non()).isPossible();
    }

    private Emploi ou(Emploi autre) {
      Emploi ensemble = new Emploi();
      ensemble.employe = employe.ou(autre.employe);
      ensemble.regionalCertain = regionalCertain || autre.regionalCertain;
      ensemble.regionalPossible = regionalPossible || autre.regionalPossible;
      ensemble.autrePossible = autrePossible || autre.autrePossible;
      return ensemble;
    }

    private boolean peutEtreSansRegional() {
      return autrePossible && !regionalCertain;
    }
  }

  void ajoute(Projet projet, Valeur<List<String>> codes) {
    Verite actif = projet.actif();
    if (!actif.isPossible() || codes.estVide()) {
      return;
    }
    Verite regional = projet.portee().est(Portee.REGIONALE);
    if (codes.estConnue()) {
      for (String code : codes.contenu()) {
        parCode
            .computeIfAbsent(Normalisation.normalise(code), c -> new Emploi())
            .ajoute(actif, regional);
      }
    } else {
      inconnu.ajoute(actif.et(Verite.INCONNU), regional);
    }
  }

  Verite emploie(String cle) {
    if (cle == null) {
      boolean rien = parCode.isEmpty() && inconnu.employe == Verite.FAUX;
      return rien ? Verite.FAUX : Verite.INCONNU;
    }
    return emploi(cle).employe;
  }

  Verite sansProjetRegional(String cle) {
    if (cle == null) {
      boolean possible =
          inconnu.peutEtreSansRegional()
              || parCode.values().stream().anyMatch(Emploi::peutEtreSansRegional);
      return possible ? Verite.INCONNU : Verite.FAUX;
    }
    Emploi emploi = emploi(cle);
    if (emploi.employe.isVrai() && !emploi.regionalPossible) {
      return Verite.VRAI;
    }
    return emploi.peutEtreSansRegional() ? Verite.INCONNU : Verite.FAUX;
  }

  private Emploi emploi(String cle) {
    Emploi connu = parCode.get(cle);
    return connu == null ? inconnu : connu.ou(inconnu);
  }
}
