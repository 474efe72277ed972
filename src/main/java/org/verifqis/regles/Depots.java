package org.verifqis.regles;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Resume;
import org.verifqis.modele.Verite;

/**
 * The files found for one agreement and exercice, as a fact (INT-06).
 *
 * @param redditions in the order of {@link #RANG}: the last one counts
 */
public record Depots(List<Resume> redditions) {
  /**
   * Those that could be assessed last; by date of filing, an unknown one first, then by name
   * without folder in the order of code points.
   */
  static final Comparator<Resume> RANG =
      Comparator.comparing(Resume::recevable)
          .thenComparing(
              r -> r.dateDepot().contenu(),
              Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
          .thenComparing(r -> sansDossier(r.fichier().nom()), Depots::parPointsDeCode)
          .thenComparing(r -> r.fichier().nom(), Depots::parPointsDeCode);

  private static String sansDossier(String nom) {
    return nom.substring(nom.lastIndexOf('/') + 1);
  }

  /** Code-point order, which differs from that of String beyond the basic plane. */
  static int parPointsDeCode(String un, String autre) {
    int[] a = un.codePoints().toArray();
    int[] b = autre.codePoints().toArray();
    return java.util.Arrays.compare(a, b);
  }

  /** The files of each agreement and exercice; those of which either is unknown are left out. */
  public static List<Depots> tous(Collection<Resume> redditions) {
    Map<List<Object>, List<Resume>> parPlace =
        redditions.stream()
            .filter(Resume::situee)
            .collect(
                Collectors.groupingBy(
                    r -> List.of(r.entente().code(), r.exercice().annee()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return parPlace.values().stream()
        .map(memes -> new Depots(memes.stream().sorted(RANG).toList()))
        .toList();
  }

  /** The one that counts, if one does: the last one. */
  public Resume retenu() {
    return redditions.get(redditions.size() - 1);
  }

  /** Whether one counts: whether not all of them are files that can't be assessed. */
  public boolean compte() {
    return retenu().recevable();
  }

  /** Whether a file is set aside: another one counts. */
  public boolean ecarte(Resume reddition) {
    return compte() && !estRetenu(reddition);
  }

  /** The agreement. */
  public Entente entente() {
    return retenu().entente();
  }

  /** The exercice. */
  public Exercice exercice() {
    return retenu().exercice();
  }

  /** Whether the files are not all the same, byte for byte. */
  public Verite plusieurs() {
    return Verite.de(redditions.stream().anyMatch(r -> !estRetenu(r)));
  }

  /** Whether it is the file that counts, or a copy of it. */
  public boolean estRetenu(Resume reddition) {
    return reddition.fichier().sha256().equals(retenu().fichier().sha256());
  }

  /** The names of the files, in code-point order. */
  public List<String> noms() {
    return redditions.stream().map(r -> r.fichier().nom()).sorted(Depots::parPointsDeCode).toList();
  }
}
