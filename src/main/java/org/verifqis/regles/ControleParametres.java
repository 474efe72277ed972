package org.verifqis.regles;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Exercice;
import org.verifqis.regles.Parametres.ValeurDatee;
import org.verifqis.regles.ParametresInvalides.Motif;

/**
 * Looks at figures that staff lay over those of the program: what could not be meant is refused,
 * and so is what no rule would ever take.
 */
final class ControleParametres {
  private static final Set<String> CHAMPS =
      Set.of("entente", "edition", "depuis", "valeur", "surete", "source");

  private final List<Edition> editions = Registre.charge().editions();
  private final Set<String> ententes = LecteurGabarit.charge().ententes().keySet();

  /** The keys under which a value is written. */
  void champs(String cle, JsonNode parametre, Parametres.Selon selon) {
    JsonNode valeurs = parametre.get("valeurs");
    if (valeurs == null || !valeurs.isArray()) {
      throw new ParametresInvalides(Motif.FORME, cle, null, "valeurs");
    }
    for (Iterator<String> autres = parametre.fieldNames(); autres.hasNext(); ) {
      String champ = autres.next();
      if (!Set.of("valeurs", "selon", "type").contains(champ)) {
        throw new ParametresInvalides(Motif.FORME, cle, null, champ);
      }
    }
    for (JsonNode valeur : valeurs) {
      for (Iterator<String> champs = valeur.fieldNames(); champs.hasNext(); ) {
        String champ = champs.next();
        if (!CHAMPS.contains(champ)) {
          throw new ParametresInvalides(Motif.FORME, cle, null, champ);
        }
      }
      String manque = selon.manque(valeur.hasNonNull("edition"), valeur.hasNonNull("depuis"));
      if (manque != null || !valeur.has("valeur")) {
        throw new ParametresInvalides(Motif.FORME, cle, null, manque == null ? "valeur" : manque);
      }
    }
  }

  /** What a value says of itself: its edition, its agreement, its dates. */
  void valeur(String cle, Parametre.Type type, ValeurDatee valeur) {
    Edition sienne = edition(cle, valeur.edition());
    if (valeur.entente() != null && !ententes.contains(valeur.entente())) {
      throw new ParametresInvalides(Motif.ENTENTE, cle, null, valeur.entente());
    }
    if (valeur.depuis() != null) {
      // A reddition of the last exercice is filed in the year after it.
      dansEdition(cle, valeur.depuis(), sienne, 1);
    }
    List<Object> lues = valeur.valeurs();
    for (Object lue : lues) {
      if (lue instanceof LocalDate date) {
        dansEdition(cle, date, sienne, 0);
      } else if (type == Parametre.Type.EXERCICE) {
        dansEdition(cle, Parametre.Type.exercice(lue.toString()).debut(), sienne, 0);
      }
    }
    boolean etendue = type == Parametre.Type.PART || type == Parametre.Type.DATE;
    if (etendue && lues.size() == 2 && estAvant(lues.get(1), lues.get(0))) {
      throw new ParametresInvalides(
          Motif.ORDRE, cle, null, valeur.textes().get(0), valeur.textes().get(1));
    }
  }

  @SuppressWarnings("unchecked")
  private static boolean estAvant(Object un, Object autre) {
    return ((Comparable<Object>) un).compareTo(autre) < 0;
  }

  private Edition edition(String cle, String nom) {
    return nom == null
        ? null
        : editions.stream()
            .filter(edition -> edition.nom().equals(nom))
            .findFirst()
            .orElseThrow(
                () ->
                    new ParametresInvalides(
                        Motif.EDITION,
                        cle,
                        null,
                        nom,
                        editions.stream().map(Edition::nom).collect(Collectors.joining(", "))));
  }

  /** Whether a date lies in an edition, or in any of them where it is of none. */
  private void dansEdition(String cle, LocalDate date, Edition sienne, int anneesApres) {
    Exercice premier = sienne == null ? editions.get(0).premier() : sienne.premier();
    Exercice dernier =
        sienne == null ? editions.get(editions.size() - 1).dernier() : sienne.dernier();
    LocalDate fin = dernier.fin().plusYears(anneesApres);
    if (date.isBefore(premier.debut()) || date.isAfter(fin)) {
      throw new ParametresInvalides(
          Motif.HORS_EDITION,
          cle,
          null,
          date.toString(),
          premier.debut().toString(),
          fin.toString());
    }
  }
}
