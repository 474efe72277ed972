package org.verifqis.modele;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The records of a table by their number, of which the first one counts. A number that can't be
 * read may be any.
 *
 * @param <T> what a record is
 */
final class ParNumero<T extends Fiche> {
  private final List<T> fiches;
  private final List<String> cles = new ArrayList<>();
  private final Map<String, Integer> premiers = new HashMap<>();
  private final List<Integer> sansNumero = new ArrayList<>();

  ParNumero(List<T> fiches) {
    this.fiches = List.copyOf(fiches);
    for (int rang = 0; rang < this.fiches.size(); rang++) {
      Valeur<?> numero = this.fiches.get(rang).identifiant();
      String cle = numero.estConnue() ? Normalisation.normalise(numero.contenu().toString()) : null;
      cles.add(cle);
      if (cle == null) {
        sansNumero.add(rang);
      } else {
        premiers.putIfAbsent(cle, rang);
      }
    }
  }

  int taille() {
    return fiches.size();
  }

  boolean isVide() {
    return fiches.isEmpty();
  }

  T fiche(int rang) {
    return fiches.get(rang);
  }

  /** The number of a record, normalised; null where it can't be read. */
  String cle(int rang) {
    return cles.get(rang);
  }

  /** Where the first record of a number stands; null where none is known to bear it. */
  Integer rang(String cle) {
    return premiers.get(cle);
  }

  /** The first record of a number; null where none is known to bear it. */
  T premier(String cle) {
    Integer rang = premiers.get(cle);
    return rang == null ? null : fiches.get(rang);
  }

  /** Where the records stand whose number can't be read, in their order. */
  List<Integer> sansNumero() {
    return sansNumero;
  }

  /** Whether a record may bear a number that none is known to bear, or bear it before that one. */
  boolean unAutreAvant(Integer rang) {
    return !sansNumero.isEmpty() && (rang == null || sansNumero.get(0) < rang);
  }

  /** Whether a record is the first of its number. */
  Verite estPremier(int rang) {
    String cle = cles.get(rang);
    if (cle == null) {
      return rang == 0 ? Verite.VRAI : Verite.INCONNU;
    }
    if (premiers.get(cle) != rang) {
      return Verite.FAUX;
    }
    return unAutreAvant(rang) ? Verite.INCONNU : Verite.VRAI;
  }
}
