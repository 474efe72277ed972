package org.verifqis.modele;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the records of a table tell whose number can't be read, each of which may be the one that is
 * looked for. Looked up, never compared one by one.
 *
 * @param <T> what a record is
 */
final class SansNumero<T extends Fiche> {
  /** What is told of some of the values, out of what is known. */
  private record Dit(int connues, int dites, List<Object> valeurs) {}

  private final ParNumero<T> fiches;
  private final Map<Dit, Integer> premieres = new HashMap<>();
  private List<Object> commune;
  private int premiereAutre = Integer.MAX_VALUE;

  /**
   * Looks at the records.
   *
   * @param dit the values by which they are compared; null for one that is unknown
   */
  SansNumero(ParNumero<T> fiches, Function<T, List<Object>> dit) {
    this.fiches = fiches;
    for (int rang : fiches.sansNumero()) {
      ajoute(rang, dit.apply(fiches.fiche(rang)));
    }
  }

  private void ajoute(int rang, List<Object> valeurs) {
    int connues = connues(valeurs);
    for (int dites = connues; ; dites = (dites - 1) & connues) {
      premieres.putIfAbsent(new Dit(connues, dites, seules(valeurs, dites)), rang);
      if (dites == 0) {
        break;
      }
    }
    if (commune == null) {
      commune = valeurs;
    }
    if (premiereAutre == Integer.MAX_VALUE
        && (!commune.equals(valeurs) || connues != toutes(valeurs))) {
      premiereAutre = rang;
    }
  }

  private static int toutes(List<Object> valeurs) {
    return (1 << valeurs.size()) - 1;
  }

  private static int connues(List<Object> valeurs) {
    int connues = 0;
    for (int i = 0; i < valeurs.size(); i++) {
      if (valeurs.get(i) != null) {
        connues |= 1 << i;
      }
    }
    return connues;
  }

  private static List<Object> seules(List<Object> valeurs, int dites) {
    List<Object> seules = new ArrayList<>(valeurs);
    for (int i = 0; i < seules.size(); i++) {
      if ((dites & 1 << i) == 0) {
        seules.set(i, null);
      }
    }
    return seules;
  }

  /** Whether one of them that stands before a place may tell the same. */
  private boolean peutEtre(List<Object> valeurs, int avant) {
    int sues = connues(valeurs);
    for (int connues = 0; connues <= toutes(valeurs); connues++) {
      int dites = connues & sues;
      Integer rang = premieres.get(new Dit(connues, dites, seules(valeurs, dites)));
      if (rang != null && rang < avant) {
        return true;
      }
    }
    return false;
  }

  /** Whether all of them that stand before a place are known to tell the same. */
  private boolean toutesTellesQue(List<Object> valeurs, int avant) {
    return valeurs.equals(commune) && premiereAutre >= avant;
  }

  /**
   * What holds whichever record bears the number that is looked for.
   *
   * @param valeurs what is compared with theirs; null for what is unknown
   * @param rang where the first one stands that is known to bear the number; null without one
   * @param change what holds of that one, or where there is none
   */
  Verite tient(List<Object> valeurs, Integer rang, Verite change) {
    if (!fiches.unAutreAvant(rang)) {
      return change;
    }
    int avant = rang == null ? Integer.MAX_VALUE : rang;
    if (change.isVrai()) {
      return peutEtre(valeurs, avant) ? Verite.INCONNU : change;
    }
    return change == Verite.FAUX && toutesTellesQue(valeurs, avant) ? change : Verite.INCONNU;
  }
}
