package org.verifqis.regles;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.verifqis.modele.CategorieOrganisme;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Part;

/**
 * The value of a dated parameter for one reddition.
 *
 * @param textes as parametres.yaml writes it: one text, or several for a list or a range
 * @param valeurs the same, read as its type says
 * @param toutes every value of the edition, whatever the day, earliest first
 */
public record Parametre(List<String> textes, List<Object> valeurs, List<Object> toutes) {
  /**
   * Reads texts as a type. Throws IllegalArgumentException or DateTimeException if one of them is
   * not of that type.
   */
  static Parametre de(Type type, List<String> textes) {
    List<Object> valeurs = lues(type, textes);
    return new Parametre(textes, valeurs, valeurs);
  }

  private static List<Object> lues(Type type, List<String> textes) {
    return textes.stream().map(type.lecture).toList();
  }

  /** As a date; the first one of a window. */
  public LocalDate date() {
    return (LocalDate) premiere();
  }

  /** The last date of a window, or the only one. */
  public LocalDate derniereDate() {
    return (LocalDate) derniere();
  }

  /** The first date of the edition, whatever the day. */
  public LocalDate premiereDate() {
    return (LocalDate) toutes.get(0);
  }

  /** As a whole number. */
  public int nombre() {
    return (Integer) premiere();
  }

  /** As a day of the year. */
  public MonthDay jour() {
    return (MonthDay) premiere();
  }

  /** As a length of time. */
  public Period duree() {
    return (Period) premiere();
  }

  /** As dollars. */
  public Montant montant() {
    return (Montant) premiere();
  }

  /** As a share, 0.10 for 10 %; the lower end of a range. */
  public BigDecimal part() {
    return ((Part) premiere()).fraction();
  }

  /** The upper end of a range of shares, or the only one. */
  public BigDecimal partMaximale() {
    return ((Part) derniere()).fraction();
  }

  private Object premiere() {
    return valeurs.get(0);
  }

  private Object derniere() {
    return valeurs.get(valeurs.size() - 1);
  }

  /** Kinds of values that a parameter takes. */
  enum Type {
    DATE("date", LocalDate::parse),
    JOUR("jour", texte -> MonthDay.parse("--" + texte)),
    DUREE("duree", texte -> sauf(Period.parse(texte), d -> d.isNegative() || d.isZero())),
    MONTANT("montant", texte -> sauf(Montant.de(texte), m -> m.dollars().signum() < 0)),
    PART("part", texte -> sauf(new Part(new BigDecimal(texte)), Type::horsDUnePart)),
    NOMBRE("nombre", texte -> sauf(Integer.valueOf(texte), n -> n < 1)),
    CATEGORIE("categorie", CategorieOrganisme::valueOf),
    EXERCICE("exercice", texte -> sauf(texte, t -> !t.equals(exercice(t).nom())));

    private final String nom;
    private final Function<String, Object> lecture;

    Type(String nom, Function<String, Object> lecture) {
      this.nom = nom;
      this.lecture = lecture;
    }

    private static <T> T sauf(T valeur, Predicate<T> impossible) {
      if (impossible.test(valeur)) {
        throw new IllegalArgumentException(valeur + " is not possible");
      }
      return valeur;
    }

    private static boolean horsDUnePart(Part part) {
      return part.fraction().signum() < 0 || part.fraction().compareTo(BigDecimal.ONE) > 0;
    }

    /** The exercice that a name such as {@code 2020-2021} begins with. */
    static Exercice exercice(String nom) {
      return new Exercice(Integer.parseInt(nom.split("-")[0]));
    }

    static Type de(String nom) {
      return Arrays.stream(values()).filter(t -> t.nom.equals(nom)).findFirst().orElseThrow();
    }
  }
}
