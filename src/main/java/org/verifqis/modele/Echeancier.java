package org.verifqis.modele;

import java.time.LocalDate;
import java.time.Month;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The payments of an agreement, seen together: which come first, which repeat each other (GUIDE,
 * étapes 4 et 5).
 */
public final class Echeancier {
  /** The payments of each half-year, in their order. */
  public static final List<TypeVersement> SEMESTRIELS =
      List.of(TypeVersement.AVRIL, TypeVersement.SEPTEMBRE);

  private final List<Versement> versements;
  private final Map<Versement, Versement> premiersDeLAnnee = new IdentityHashMap<>();
  private final Map<Periode, Integer> parPeriode = new HashMap<>();
  private final Map<TypeVersement, Integer> parType = new EnumMap<>(TypeVersement.class);
  private final Set<Periode> certains = new HashSet<>();

  /** A kind of payment in a year; null is the year of a payment whose date is unknown. */
  private record Periode(TypeVersement type, Exercice exercice) {
    // Written out: what the JVM makes of a record for it is made anew at each start.
    @Override
    public boolean equals(Object autre) {
      return autre instanceof Periode x && type == x.type && Objects.equals(exercice, x.exercice);
    }

    @Override
    public int hashCode() {
      return 31 * Objects.hashCode(type) + Objects.hashCode(exercice);
    }
  }

  /** Looks at all the payments once. */
  public Echeancier(List<Versement> versements) {
    this.versements = versements;
    compteLesPeriodes();
    trouveLesRepetitions();
  }

  /** The payments that are known to be first payments. */
  public List<Versement> premiers() {
    return versements.stream().filter(v -> v.type().est(TypeVersement.PREMIER).isVrai()).toList();
  }

  /** The types of the first payments that come after the first of them. */
  public List<Valeur<TypeVersement>> typesDesPremiersDeTrop() {
    return premiers().stream().skip(1).map(Versement::type).toList();
  }

  /** What was received in an exercice. */
  public Somme verses(Exercice exercice) {
    return Somme.desTermes(
        versements.stream().map(v -> Terme.si(dans(exercice, v), v.montant())).toList());
  }

  /** What was received in an exercice, the additional payments left out. */
  public Somme versesSansAdditionnels(Exercice exercice) {
    return Somme.desTermes(
        versements.stream()
            .map(v -> Terme.si(dans(exercice, v).et(additionnel(v).non()), v.montant()))
            .toList());
  }

  private static Verite dans(Exercice exercice, Versement versement) {
    return versement.date().entre(exercice.debut(), exercice.fin());
  }

  private static Verite additionnel(Versement versement) {
    return versement.type().est(TypeVersement.ADDITIONNEL);
  }

  /** The range of the amounts. */
  public List<Emplacement> plage() {
    return Emplacement.colonne(versements.stream().map(Versement::montant).toList());
  }

  /** Whether there is not exactly one first payment, or it is of another amount (VER-01). */
  public Verite premierFautif(Montant attendu) {
    List<Versement> certains = premiers();
    if (certains.size() > 1) {
      return Verite.VRAI;
    }
    List<Versement> possibles = versements.stream().filter(v -> v.type().estInconnue()).toList();
    if (certains.size() == 1) {
      Verite montantFautif = certains.get(0).montant().est(attendu).non();
      return possibles.isEmpty() ? montantFautif : montantFautif.ou(Verite.INCONNU);
    }
    boolean peutConvenir = possibles.stream().anyMatch(v -> v.montant().est(attendu).isPossible());
    return peutConvenir ? Verite.INCONNU : Verite.VRAI;
  }

  /** Whether it is a payment of April or September. */
  public static Verite semestriel(Versement versement) {
    return versement.type().parmi(SEMESTRIELS);
  }

  /**
   * Whether a payment of April or September is dated in another month than its type says (VER-05).
   */
  public static Verite dansUnAutreMois(Versement versement) {
    Verite fautif = Verite.FAUX;
    for (TypeVersement type : SEMESTRIELS) {
      Month mois = type == TypeVersement.AVRIL ? Month.APRIL : Month.SEPTEMBER;
      fautif = fautif.ou(versement.type().est(type).et(hors(versement.date(), mois)));
    }
    return fautif;
  }

  private static Verite hors(Valeur<LocalDate> date, Month mois) {
    return date.estConnue() ? Verite.de(date.contenu().getMonth() != mois) : Verite.INCONNU;
  }

  /**
   * Whether another payment of April, or of September, stands before it in the same year, by date
   * then row (VER-06).
   */
  public Verite repete(Versement versement) {
    if (premiersDeLAnnee.containsKey(versement)) {
      return Verite.VRAI;
    }
    boolean situe = versement.type().estConnue() && versement.date().estConnue();
    return situe || seul(versement) ? Verite.FAUX : Verite.INCONNU;
  }

  /** Where the payment that this one repeats stands; empty if it repeats none. */
  public List<Valeur<?>> lieuxDuPremierDeLAnnee(Versement versement) {
    Versement premier = premiersDeLAnnee.get(versement);
    return premier == null ? List.of() : List.of(premier.type(), premier.date());
  }

  /** The number of the payment that this one repeats; null if it repeats none. */
  public Valeur<String> numeroDuPremierDeLAnnee(Versement versement) {
    Versement premier = premiersDeLAnnee.get(versement);
    return premier == null ? null : premier.numero();
  }

  /** Whether there is a payment of another type than the first one (DEP-12). */
  public Verite aPlusQueLePremier() {
    return Verite.uneDe(
        versements.stream().map(v -> v.type().est(TypeVersement.PREMIER).non()).toList());
  }

  /** Whether a payment of April, or of September, is dated in a year (VER-14). */
  public Verite verse(TypeVersement type, Exercice exercice) {
    if (certains.contains(new Periode(type, exercice))) {
      return Verite.VRAI;
    }
    boolean peutEtre = dansLAnnee(type, exercice) + dansLAnnee(type, null) > 0;
    return peutEtre ? Verite.INCONNU : Verite.FAUX;
  }

  private void compteLesPeriodes() {
    for (Versement versement : versements) {
      if (semestriel(versement).isPossible()) {
        for (TypeVersement type : types(versement)) {
          parPeriode.merge(new Periode(type, exercice(versement)), 1, Integer::sum);
          parType.merge(type, 1, Integer::sum);
        }
      }
    }
  }

  /** Whether no other payment can be of its type and in its year. */
  private boolean seul(Versement versement) {
    Exercice exercice = exercice(versement);
    for (TypeVersement type : types(versement)) {
      int semblables =
          exercice == null
              ? parType.get(type)
              : dansLAnnee(type, exercice) + dansLAnnee(type, null);
      if (semblables > 1) {
        return false;
      }
    }
    return true;
  }

  private int dansLAnnee(TypeVersement type, Exercice exercice) {
    return parPeriode.getOrDefault(new Periode(type, exercice), 0);
  }

  private static List<TypeVersement> types(Versement versement) {
    return versement.type().estConnue() ? List.of(versement.type().contenu()) : SEMESTRIELS;
  }

  private static Exercice exercice(Versement versement) {
    return versement.date().estConnue() ? Exercice.contenant(versement.date().contenu()) : null;
  }

  private void trouveLesRepetitions() {
    Map<Periode, Versement> premiers = new HashMap<>();
    versements.stream()
        .filter(v -> semestriel(v).isVrai() && v.date().estConnue())
        .sorted(Comparator.comparing(v -> v.date().contenu()))
        .forEach(
            v -> {
              Periode periode = new Periode(v.type().contenu(), exercice(v));
              certains.add(periode);
              Versement premier = premiers.putIfAbsent(periode, v);
              if (premier != null) {
                premiersDeLAnnee.put(v, premier);
              }
            });
  }
}
