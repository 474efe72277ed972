package org.verifqis.modele;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a sheet of last year's reddition leaves to the next.
 *
 * @param champs keys of the fields that are taken over
 * @param si codes that a record must have to be taken over, by key
 * @param sommes keys of fields that are the sum of some of the year before
 */
public record Reprise(
    Set<String> champs, Map<String, String> si, Map<String, List<String>> sommes) {

  /** Whether a record is taken over. */
  boolean retient(Record fiche) {
    Map<String, Valeur<?>> valeurs = Contenu.valeurs(fiche);
    return si.entrySet().stream()
        .allMatch(
            voulu ->
                valeurs.get(voulu.getKey()).contenu() instanceof Code code
                    && code.name().equals(voulu.getValue()));
  }

  /** What is taken over of a record, by key; a sum only where all that it adds is known. */
  Map<String, Object> de(Record fiche) {
    Map<String, Object> connu = Contenu.connu(fiche);
    Map<String, Montant> calcules = new HashMap<>();
    sommes.forEach(
        (cle, termes) -> {
          if (connu.keySet().containsAll(termes)) {
            calcules.put(cle, somme(connu, termes));
          }
        });
    connu.keySet().retainAll(champs);
    connu.putAll(calcules);
    return connu;
  }

  private static Montant somme(Map<String, Object> connu, List<String> termes) {
    return termes.stream()
        .map(terme -> (Montant) connu.get(terme))
        .reduce(Montant.ZERO, Montant::plus);
  }
}
