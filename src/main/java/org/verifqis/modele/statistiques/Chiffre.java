package org.verifqis.modele.statistiques;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Part;
import org.verifqis.modele.Verite;

/**
 * A cell of a table of the statistics.
 *
 * @param nature what it is
 * @param valeur a whole number, a decimal, an amount, a share, or a list of what is to be said;
 *     null where it can't be told
 * @param dont how many of them are regional; null where that is not asked
 * @param inconnus how many things could not be told and are left out of it
 */
public record Chiffre(Nature nature, Object valeur, Long dont, long inconnus) {
  private static final int DECIMALES = 1;

  /** What a cell is. */
  public enum Nature {
    TEXTE,
    NOMBRE,
    PART,
    MONTANT
  }

  /** A cell in which nothing stands. */
  public static final Chiffre RIEN = new Chiffre(Nature.TEXTE, List.of(), null, 0);

  /** So many. */
  public static Chiffre nombre(long nombre) {
    return nombre(nombre, 0);
  }

  /** So many, others being unknown. */
  public static Chiffre nombre(long nombre, long inconnus) {
    return new Chiffre(Nature.NOMBRE, nombre, null, inconnus);
  }

  /** An amount; null where it can't be told. */
  public static Chiffre montant(Montant montant, long inconnus) {
    return new Chiffre(Nature.MONTANT, montant, null, inconnus);
  }

  /** A share; null where it can't be told. */
  public static Chiffre part(Part part) {
    return new Chiffre(Nature.PART, part, null, 0);
  }

  /** Words, or what has words. */
  public static Chiffre texte(Object... quoi) {
    return new Chiffre(Nature.TEXTE, List.of(quoi), null, 0);
  }

  /** How many of these are such, and of how many that is unknown. */
  public static <T> Chiffre compte(Collection<T> tous, Function<T, Verite> tel) {
    List<Verite> verites = tous.stream().map(tel).toList();
    return nombre(
        verites.stream().filter(Verite::isVrai).count(),
        verites.stream().filter(v -> v == Verite.INCONNU).count());
  }

  /** The sum of whole numbers, null standing for those that are unknown. */
  public static <T> Chiffre total(Collection<T> tous, Function<T, Long> nombre) {
    List<Long> connus = tous.stream().map(nombre).filter(n -> n != null).toList();
    return nombre(connus.stream().reduce(0L, Math::addExact), (long) tous.size() - connus.size());
  }

  /** The sum of amounts, null standing for those that are unknown; null where none is known. */
  public static <T> Chiffre somme(Collection<T> tous, Function<T, Montant> montant) {
    List<Montant> connus = tous.stream().map(montant).filter(m -> m != null).toList();
    boolean rien = connus.isEmpty() && !tous.isEmpty();
    return montant(
        rien ? null : connus.stream().reduce(Montant.ZERO, Montant::plus),
        (long) tous.size() - connus.size());
  }

  /** How many of one for each of the other, to the tenth. */
  static Chiffre moyenne(long nombre, long parmi) {
    return new Chiffre(
        Nature.NOMBRE,
        parmi == 0
            ? null
            : BigDecimal.valueOf(nombre)
                .divide(BigDecimal.valueOf(parmi), DECIMALES, RoundingMode.HALF_UP),
        null,
        0);
  }

  /** The middle one of numbers, or the mean of the two in the middle; null without any. */
  static Chiffre mediane(Collection<Long> nombres, long inconnus) {
    List<Long> ordre = nombres.stream().sorted().toList();
    if (ordre.isEmpty()) {
      return new Chiffre(Nature.NOMBRE, null, null, inconnus);
    }
    int milieu = ordre.size() / 2;
    Number mediane =
        ordre.size() % 2 == 1
            ? ordre.get(milieu)
            : BigDecimal.valueOf(ordre.get(milieu - 1))
                .add(BigDecimal.valueOf(ordre.get(milieu)))
                .divide(BigDecimal.valueOf(2), DECIMALES, RoundingMode.HALF_UP);
    return new Chiffre(Nature.NOMBRE, mediane, null, inconnus);
  }

  /** So many; null where that is unknown. */
  long entier() {
    return (Long) valeur;
  }

  /** The amount; null where it is unknown. */
  Montant dollars() {
    return (Montant) valeur;
  }

  /** Whether it tells nothing: no number but zero, no word, nothing unknown. */
  public boolean estVide() {
    if (inconnus > 0) {
      return false;
    }
    return valeur == null
        || valeur.equals(0L)
        || valeur.equals(Montant.ZERO)
        || nature == Nature.PART
        || valeur instanceof Collection<?> plusieurs && plusieurs.isEmpty();
  }
}
