package org.verifqis.modele;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a sheet of last year's reddition leaves to the next.
 *
 * @param champs keys of the fields that are taken over
 * @param si codes that a record must have to be taken over, by key
 * @param sommes keys of fields that are the sum of some of the year before
 * @param deLEntente keys of those fields that another agreement does not take over
 */
public record Reprise(
    Set<String> champs,
    Map<String, String> si,
    Map<String, List<String>> sommes,
    Set<String> deLEntente) {

  /** Whether a record is one that is taken over; unknown where that can't be read. */
  Verite retient(Record fiche) {
    Map<String, Valeur<?>> valeurs = Contenu.valeurs(fiche);
    return si.entrySet().stream()
        .map(
            voulu -> {
              Valeur<?> valeur = valeurs.get(voulu.getKey());
              return valeur.contenu() instanceof Code code
                  ? Verite.de(code.name().equals(voulu.getValue()))
                  : Verite.INCONNU;
            })
        .reduce(Verite.VRAI, Verite::et);
  }

  /** Where it can't be read whether a record is taken over. */
  List<Emplacement> indecises(Record fiche) {
    Map<String, Valeur<?>> valeurs = Contenu.valeurs(fiche);
    return si.keySet().stream()
        .map(valeurs::get)
        .filter(valeur -> !valeur.estConnue())
        .map(Valeur::emplacement)
        .toList();
  }

  /** What would be taken over of a record, but can't be read. */
  List<Emplacement> illisibles(Record fiche) {
    Set<String> voulues = new HashSet<>(champs);
    sommes.values().forEach(voulues::addAll);
    List<Emplacement> illisibles = new ArrayList<>();
    Contenu.valeurs(fiche)
        .forEach(
            (cle, valeur) -> {
              if (valeur.estIllisible() && voulues.contains(cle)) {
                illisibles.add(valeur.emplacement());
              }
            });
    return illisibles;
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
