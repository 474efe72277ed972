package org.verifqis.regles;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.verifqis.modele.CategorieOrganisme;
import org.verifqis.modele.Montant;

/**
 * The value of a dated parameter for one reddition, as the text or the texts that parametres.yaml
 * gives.
 *
 * @param textes one text, or several for a list or a range
 */
public record Parametre(List<String> textes) {
  /** As a date. */
  public LocalDate date() {
    return LocalDate.parse(textes.get(0));
  }

  /** First date of a window. */
  public LocalDate premiereDate() {
    return date();
  }

  /** Last date of a window. */
  public LocalDate derniereDate() {
    return LocalDate.parse(textes.get(textes.size() - 1));
  }

  /** As a day of the year. */
  public MonthDay jour() {
    return MonthDay.parse("--" + textes.get(0));
  }

  /** As a length of time. */
  public Period duree() {
    return Period.parse(textes.get(0));
  }

  /** As dollars. */
  public Montant montant() {
    return Montant.de(textes.get(0));
  }

  /** As a share, 0.10 for 10 %. */
  public BigDecimal part() {
    return new BigDecimal(textes.get(0));
  }

  /** Upper end of a range of shares. */
  public BigDecimal partMaximale() {
    return new BigDecimal(textes.get(textes.size() - 1));
  }

  /** Kinds of values that a parameter takes. */
  enum Type {
    DATE("date", Parametre::date),
    FENETRE("fenetre", Parametre::derniereDate),
    JOUR("jour", Parametre::jour),
    DUREE("duree", Parametre::duree),
    MONTANT("montant", Parametre::montant),
    PART("part", Parametre::part),
    PARTS("parts", Parametre::partMaximale),
    CATEGORIES("categories", p -> CategorieOrganisme.de(p.textes())),
    EXERCICES("exercices", Parametre::textes);

    private final String nom;
    private final Function<Parametre, Object> lecture;

    Type(String nom, Function<Parametre, Object> lecture) {
      this.nom = nom;
      this.lecture = lecture;
    }

    static Type de(String nom) {
      return Arrays.stream(values()).filter(t -> t.nom.equals(nom)).findFirst().orElseThrow();
    }

    /** Throws IllegalArgumentException or DateTimeException when a value is not of this kind. */
    void verifie(Parametre parametre) {
      lecture.apply(parametre);
    }
  }
}
