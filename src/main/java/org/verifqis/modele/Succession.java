package org.verifqis.modele;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A reddition and the earlier ones that count, of the same agreement and edition.
 *
 * @param actuelle the reddition that is judged
 * @param precedente that of the year before; null without one
 * @param anterieures all earlier ones, in the order of their years
 */
public record Succession(Resume actuelle, Resume precedente, List<Resume> anterieures) {
  /** That of a reddition and the earlier ones, in the order of their years. */
  public static Succession de(Resume actuelle, List<Resume> anterieures) {
    int avant = actuelle.exercice().annee() - 1;
    Resume derniere = anterieures.isEmpty() ? null : anterieures.get(anterieures.size() - 1);
    boolean suit = derniere != null && derniere.exercice().annee() == avant;
    return new Succession(actuelle, suit ? derniere : null, anterieures);
  }

  /** Whether there is one of the year before. */
  public boolean isComplete() {
    return precedente != null;
  }

  /** Whether there is an earlier one. */
  public boolean isSuite() {
    return !anterieures.isEmpty();
  }

  /** The projects beside those of the year before. */
  public SuiteProjets projets() {
    return new SuiteProjets(actuelle, precedente);
  }

  /** The payments beside those of the year before. */
  public SuiteVersements versements() {
    return new SuiteVersements(actuelle, precedente);
  }

  /** What was granted over all these years (INT-10). */
  public Octrois octrois() {
    return new Octrois(actuelle, anterieures);
  }

  /** Whether two values are known to differ; unknown where either is. */
  public static <T> Verite differe(Valeur<T> valeur, Valeur<T> autre) {
    return valeur.estConnue() && autre.estConnue()
        ? valeur.est(autre.contenu()).non()
        : Verite.INCONNU;
  }

  /** By how much two amounts differ; null where either is unknown. */
  public static Montant ecart(Montant montant, Montant autre) {
    return montant == null || autre == null ? null : montant.moins(autre).absolu();
  }

  /** The payments that may be of September and received in the exercice (INT-05). */
  public List<Versement> septembres() {
    return actuelle.versements().stream().filter(v -> deSeptembre(v).isPossible()).toList();
  }

  private Verite deSeptembre(Versement versement) {
    return versement.type().est(TypeVersement.SEPTEMBRE).et(dansExercice(versement));
  }

  private Verite dansExercice(Versement versement) {
    return versement.date().entre(actuelle.exercice().debut(), actuelle.exercice().fin());
  }

  /** Whether a payment of September was received before the reddition that it follows (INT-05). */
  public Verite tropTot(Versement versement) {
    // A date in the exercice can't be before a filing that was over when the exercice began.
    Verite possible = precedente.dateDepot().apres(actuelle.exercice().debut());
    Verite avant = versement.date().avant(precedente.dateDepot());
    return deSeptembre(versement).et(possible).et(avant);
  }

  /** What values are, to be told: those that are known, the others as their cells show them. */
  static List<Object> dits(List<? extends Valeur<?>> valeurs) {
    List<Object> dits = new ArrayList<>();
    valeurs.forEach(v -> dits.add(v.estConnue() ? v.contenu() : v.montree()));
    dits.removeIf(Objects::isNull);
    return List.copyOf(dits);
  }

  /** The day from which a payment of September may come; null where it is unknown. */
  public LocalDate depotPrecedent() {
    return precedente.dateDepot().contenu();
  }
}
