package org.verifqis.regles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Normalisation;

/**
 * What makes a finding the same wherever it is asked: for dérogations, between two redditions of an
 * agreement, from one night to the next. The row in which a record stands is no part of it, nor
 * what the message tells.
 *
 * @param regle id of the rule
 * @param variante which of its messages tells it
 * @param parmi of which agreements, year and files; empty for what belongs to one reddition
 * @param feuille the sheet, by its name in the gabarit; null where it stands in none
 * @param fiche name of the record, normalised; null where it is about none
 * @param rang which of the records of that name; 0 where that is not known
 * @param champ label of the field; null where it is about none
 */
public record Identite(
    String regle,
    String variante,
    String parmi,
    String feuille,
    String fiche,
    int rang,
    String champ) {

  private static final List<String> DES_REDDITIONS =
      List.of("entente", "exercice", "autreEntente", "autreNumero", "fichiers");

  static Identite de(Constat constat) {
    Sujet sujet = constat.sujet();
    return new Identite(
        constat.regle().id(),
        constat.variante(),
        constat.regle().estDEnsemble() ? parmi(constat.faits()) : "",
        constat.emplacements().isEmpty() ? null : constat.emplacements().get(0).feuille().cle(),
        normalise(sujet.fiche()),
        sujet.rang(),
        sujet.champ());
  }

  private static String parmi(Map<String, Object> faits) {
    return DES_REDDITIONS.stream()
        .map(faits::get)
        .filter(Objects::nonNull)
        .map(fait -> fait instanceof Entente entente ? entente.code() : fait.toString())
        .collect(Collectors.joining(" "));
  }

  /** A record's name as it is compared; one that has no letter nor digit stays as it is. */
  static String normalise(String fiche) {
    if (fiche == null) {
      return null;
    }
    String nom = Normalisation.normalise(fiche);
    return nom.isEmpty() ? fiche : nom;
  }

  /** The findings that others have not, each as often as they have it less. */
  public static List<Constat> sans(List<Constat> constats, List<Constat> autres) {
    Map<Identite, Integer> comptes = new HashMap<>();
    autres.forEach(constat -> comptes.merge(constat.identite(), 1, Integer::sum));
    List<Constat> reste = new ArrayList<>();
    for (Constat constat : constats) {
      if (comptes.merge(constat.identite(), -1, Integer::sum) < 0) {
        reste.add(constat);
      }
    }
    return List.copyOf(reste);
  }
}
