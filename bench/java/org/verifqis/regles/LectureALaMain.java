package org.verifqis.regles;

import java.util.Map;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Identification;
import org.verifqis.modele.Releve;
import org.verifqis.modele.Releve.Nature;
import org.verifqis.regles.JugeALaMain.Verification;

/** Family LEC by hand. */
final class LectureALaMain {
  private LectureALaMain() {}

  static void inscris(Map<String, Verification> verifications) {
    verifications.put("LEC-01", LectureALaMain::identification);
    verifications.put("LEC-02", releve(Nature.VALEUR_ABSENTE));
    verifications.put("LEC-03", releve(Nature.VALEUR_ILLISIBLE));
    verifications.put("LEC-04", releve(Nature.FEUILLE_ABSENTE));
    verifications.put("LEC-05", releve(Nature.COLONNE_ABSENTE));
    verifications.put("LEC-06", releve(Nature.CODE_INCONNU));
    verifications.put("LEC-07", releve(Nature.CLE_REPETEE));
    verifications.put("LEC-08", releve(Nature.CONTENU_MASQUE));
    verifications.put(
        "LEC-09",
        (faits, parametre, constats) -> {
          Identification i = faits.identification();
          constats.cas(i.versionInconnue(), i.versionGabarit());
        });
    verifications.put("LEC-10", releve(Nature.CHIFFRE_NEGATIF));
  }

  private static void identification(FaitsALaMain faits, Parametre parametre, Constats constats) {
    Identification i = faits.identification();
    Feuille feuille = faits.feuille("Identification");
    constats
        .cas(i.cleConnue().non(), feuille)
        .avec("champs", i.clesManquantes())
        .avec("feuillesTrouvees", faits.reddition().feuillesTrouvees())
        .variante(feuille.estLue() ? "" : "absente");
  }

  private static Verification releve(Nature nature) {
    return (faits, parametre, constats) -> {
      for (Releve releve : faits.reddition().releves()) {
        if (releve.nature() == nature) {
          constats.releve(releve);
        }
      }
    };
  }
}
