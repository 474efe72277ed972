package org.verifqis.modele;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The second payments of an agreement among the others: what stands before them, what should follow
 * (RAPPORT 2.3.3, étapes 4 and 5).
 */
public final class SecondsVersements {
  private static final Comparator<Versement> PAR_DATE =
      Comparator.comparing(SecondsVersements::auPlusTot).thenComparingInt(v -> v.date().ligne());

  private static final Comparator<Versement> PAR_MONTANT =
      Comparator.comparing(
              (Versement v) -> v.montant().estConnue() ? v.montant().contenu() : Montant.ZERO)
          .reversed();

  private final List<Versement> possibles;
  private final LocalDate premiereDatePossible;
  private final Versement premier;
  private final List<Versement> premiersVersements;
  private final List<Versement> premiersPossibles;

  /** Looks at all the payments once. */
  public SecondsVersements(List<Versement> versements) {
    possibles =
        versements.stream().filter(v -> second(v).isPossible()).sorted(PAR_DATE).limit(2).toList();
    premiereDatePossible =
        versements.stream()
            .filter(v -> second(v).isPossible() && v.date().estConnue())
            .map(v -> v.date().contenu())
            .min(Comparator.naturalOrder())
            .orElse(null);
    premier =
        versements.stream()
            .filter(v -> second(v).isVrai() && v.date().estConnue())
            .min(PAR_DATE)
            .orElse(null);
    premiersVersements =
        versements.stream().filter(v -> v.type().est(TypeVersement.PREMIER).isVrai()).toList();
    premiersPossibles =
        versements.stream()
            .filter(v -> v.type().est(TypeVersement.PREMIER) == Verite.INCONNU)
            .sorted(Comparator.comparing(SecondsVersements::certain).thenComparing(PAR_MONTANT))
            .limit(2)
            .toList();
  }

  private static boolean certain(Versement versement) {
    return versement.montant().estConnue();
  }

  private static Verite second(Versement versement) {
    return versement.type().est(TypeVersement.SECOND);
  }

  private static LocalDate auPlusTot(Versement versement) {
    return versement.date().estConnue() ? versement.date().contenu() : LocalDate.MIN;
  }

  private static Versement autre(List<Versement> parmi, Versement versement) {
    return parmi.stream().filter(v -> v != versement).findFirst().orElse(null);
  }

  /** The date of the earliest; null where none is known. */
  public Valeur<LocalDate> datePremier() {
    return premier == null ? null : premier.date();
  }

  /** The amount of the one first payment; null where there is not exactly one that is known. */
  public Valeur<Montant> montantDuPremierVersement() {
    return premiersVersements.size() == 1 ? premiersVersements.get(0).montant() : null;
  }

  /** Whether there is none, or this payment is dated before the earliest of them (VER-07). */
  public Verite suitOuManque(Versement versement) {
    Versement autre = autre(possibles, versement);
    if (autre == null) {
      return Verite.VRAI;
    }
    if (!versement.date().estConnue()) {
      return Verite.INCONNU;
    }
    LocalDate date = versement.date().contenu();
    if (premier != null && !date.isBefore(auPlusTot(premier))) {
      return Verite.FAUX;
    }
    return auPlusTot(autre).isAfter(date) ? Verite.VRAI : Verite.INCONNU;
  }

  /** Whether this payment is dated after the earliest of them (VER-12). */
  public Verite precede(Versement versement) {
    if (autre(possibles, versement) == null) {
      return Verite.FAUX;
    }
    return versement.date().estConnue()
        ? precede(versement.date().contenu(), versement)
        : Verite.INCONNU;
  }

  /** Whether one of them is dated before a year begins (VER-14). */
  public Verite precede(Exercice annee) {
    return precede(annee.debut(), null);
  }

  private Verite precede(LocalDate date, Versement sauf) {
    if (premier != null && auPlusTot(premier).isBefore(date)) {
      return Verite.VRAI;
    }
    Versement autre = autre(possibles, sauf);
    boolean peutEtre = autre != null && auPlusTot(autre).isBefore(date);
    return peutEtre ? Verite.INCONNU : Verite.FAUX;
  }

  /** Whether another of them comes before it, by date then row (VER-13). */
  public Verite repete(Versement versement) {
    Versement autre = autre(possibles, versement);
    if (autre == null) {
      return Verite.FAUX;
    }
    if (!versement.date().estConnue()) {
      return Verite.INCONNU;
    }
    if (premier != null && PAR_DATE.compare(premier, versement) < 0) {
      return Verite.VRAI;
    }
    boolean peutEtre = !autre.date().estConnue() || PAR_DATE.compare(autre, versement) < 0;
    return peutEtre ? Verite.INCONNU : Verite.FAUX;
  }

  /**
   * Whether there is exactly one first payment and this one is not larger (VER-13). Where the type
   * of others is unknown, the largest of them tells whether it may be so.
   */
  public Verite auPlusLePremier(Versement versement) {
    if (premiersVersements.size() > 1) {
      return Verite.FAUX;
    }
    Versement possible = autre(premiersPossibles, versement);
    if (premiersVersements.isEmpty()) {
      return possible == null
          ? Verite.FAUX
          : versement.montant().apres(possible.montant()).non().et(Verite.INCONNU);
    }
    Verite auPlus = versement.montant().apres(premiersVersements.get(0).montant()).non();
    return possible == null ? auPlus : auPlus.et(Verite.INCONNU);
  }

  /**
   * The years after the one that holds the earliest that may be one of them, up to this one; those
   * without a date are left aside (VER-14).
   */
  public List<Exercice> anneesSuivantes(Exercice derniere) {
    return premiereDatePossible == null
        ? List.of()
        : IntStream.rangeClosed(
                Exercice.contenant(premiereDatePossible).annee() + 1, derniere.annee())
            .mapToObj(Exercice::new)
            .toList();
  }

  /** Whether one of them may stand in any year: its date is unknown (VER-14). */
  public boolean sansDate() {
    return !possibles.isEmpty() && !possibles.get(0).date().estConnue();
  }
}
