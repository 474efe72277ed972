package org.verifqis.modele;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.verifqis.modele.Resume.Suivi;

/**
 * A reddition and that of the year before, of the same agreement and edition.
 *
 * @param actuelle the reddition that is judged
 * @param precedente the one that counts of the year before; null without one
 */
public record Succession(Resume actuelle, Resume precedente) {
  /** Whether there is one of the year before. */
  public boolean isComplete() {
    return precedente != null;
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

  /** Whether a payment of September was received before the reddition that it follows (INT-05). */
  public Verite tropTot(Versement versement) {
    Verite dansExercice =
        versement.date().entre(actuelle.exercice().debut(), actuelle.exercice().fin());
    // A date in the exercice can't be before a filing that was over when the exercice began.
    Verite possible = precedente.dateDepot().apres(actuelle.exercice().debut());
    Verite avant = versement.date().avant(precedente.dateDepot());
    return versement.type().est(TypeVersement.SEPTEMBRE).et(dansExercice).et(possible).et(avant);
  }

  /**
   * A project of this year and what the year before said that it had been paid (INT-04).
   *
   * @param projet the project of this year
   * @param attendue what was paid up to then; null where that is unknown
   * @param differe whether this year says something else
   */
  public record Report(Suivi projet, Montant attendue, Verite differe) {}

  /** The projects that stand in both; a number that can't be read may be any. */
  public List<Report> reports() {
    List<Report> reports = new ArrayList<>();
    if (!actuelle.feuilleProjets().estLue()) {
      boolean rien = precedente.feuilleProjets().estLue() && precedente.projets().isEmpty();
      return rien ? reports : List.of(new Report(null, null, Verite.INCONNU));
    }
    Map<String, Suivi> avant = premiers(precedente.projets(), Suivi::numero);
    Set<Montant> sansNumero = new HashSet<>();
    precedente.projets().stream()
        .filter(p -> !p.numero().estConnue())
        .forEach(p -> sansNumero.add(p.aideVersee()));
    if (!precedente.feuilleProjets().estLue()) {
      sansNumero.add(null);
    }
    Map<String, Suivi> maintenant = premiers(actuelle.projets(), Suivi::numero);
    for (Suivi projet : actuelle.projets()) {
      Valeur<Montant> aide = projet.aideVerseeAnterieure();
      if (!projet.numero().estConnue()) {
        if (!precedente.projets().isEmpty() || !sansNumero.isEmpty()) {
          reports.add(new Report(projet, null, Verite.INCONNU));
        }
        continue;
      }
      String cle = Normalisation.normalise(projet.numero().contenu());
      Suivi meme = avant.get(cle);
      if (maintenant.get(cle) != projet || meme == null && sansNumero.isEmpty()) {
        continue;
      }
      Verite differe = meme == null ? Verite.FAUX : differe(aide, meme.aideVersee());
      reports.add(
          new Report(
              projet,
              meme == null ? null : meme.aideVersee(),
              differeEncore(differe, aide, sansNumero)));
    }
    return reports;
  }

  /** What holds whichever of these other amounts is the one to be carried, or none of them. */
  private static Verite differeEncore(Verite differe, Valeur<Montant> aide, Set<Montant> autres) {
    if (autres.isEmpty()) {
      return differe;
    }
    boolean connus = aide.estConnue() && !autres.contains(null);
    boolean parmi = connus && autres.stream().anyMatch(a -> a.concorde(aide.contenu()));
    boolean meme = differe.isVrai() ? !parmi : parmi && autres.size() == 1;
    return connus && meme ? differe : Verite.INCONNU;
  }

  private static Verite differe(Valeur<Montant> aide, Montant attendue) {
    return attendue == null || !aide.estConnue()
        ? Verite.INCONNU
        : Verite.de(!attendue.concorde(aide.contenu()));
  }

  /**
   * A payment of the year before and what became of it (INT-08).
   *
   * @param avant as the year before has it; null where its sheet is unknown
   * @param maintenant as this year has it; null where it is missing
   * @param change whether it is missing or another
   */
  public record Devenir(Versement avant, Versement maintenant, Verite change) {
    /** The values of this year that differ. */
    public List<Valeur<?>> differents() {
      List<Valeur<?>> differents = new ArrayList<>();
      if (maintenant != null) {
        ajoute(differents, maintenant.date(), avant.date());
        ajoute(differents, maintenant.type(), avant.type());
        ajoute(differents, maintenant.montant(), avant.montant());
      }
      return differents;
    }

    private static <T> void ajoute(List<Valeur<?>> differents, Valeur<T> valeur, Valeur<T> autre) {
      if (differe(valeur, autre).isVrai()) {
        differents.add(valeur);
      }
    }
  }

  /** The payments of the year before; a number that can't be read may be any. */
  public List<Devenir> devenirs() {
    List<Devenir> devenirs = new ArrayList<>();
    if (!precedente.feuilleVersements().estLue()) {
      return List.of(new Devenir(null, null, Verite.INCONNU));
    }
    Map<String, Versement> maintenant = premiers(actuelle.versements(), Versement::numero);
    List<Versement> sansNumero =
        actuelle.versements().stream().filter(v -> !v.numero().estConnue()).toList();
    boolean illisible =
        !actuelle.feuilleVersements().estLue() || sansNumero.stream().anyMatch(v -> !entier(v));
    Set<List<Object>> possibles = new HashSet<>();
    sansNumero.forEach(v -> possibles.add(details(v)));
    Map<String, Versement> avant = premiers(precedente.versements(), Versement::numero);
    for (Versement versement : precedente.versements()) {
      if (!versement.numero().estConnue()) {
        boolean rien = actuelle.feuilleVersements().estLue() && actuelle.versements().isEmpty();
        devenirs.add(new Devenir(versement, null, rien ? Verite.VRAI : Verite.INCONNU));
        continue;
      }
      String cle = Normalisation.normalise(versement.numero().contenu());
      if (avant.get(cle) != versement) {
        continue;
      }
      Versement suite = maintenant.get(cle);
      // Whatever its number, a payment that differs is not this one unchanged.
      boolean change =
          !illisible
              && (sansNumero.isEmpty()
                  || entier(versement) && !possibles.contains(details(versement)));
      devenirs.add(
          suite == null
              ? new Devenir(versement, null, change ? Verite.VRAI : Verite.INCONNU)
              : new Devenir(versement, suite, change(versement, suite)));
    }
    return devenirs;
  }

  private static boolean entier(Versement versement) {
    return versement.date().estConnue()
        && versement.type().estConnue()
        && versement.montant().estConnue();
  }

  private static Verite change(Versement avant, Versement maintenant) {
    return differe(maintenant.date(), avant.date())
        .ou(differe(maintenant.type(), avant.type()))
        .ou(differe(maintenant.montant(), avant.montant()));
  }

  private static <T> Map<String, T> premiers(List<T> lignes, Function<T, Valeur<String>> numero) {
    Map<String, T> premiers = new HashMap<>();
    for (T ligne : lignes) {
      if (numero.apply(ligne).estConnue()) {
        premiers.putIfAbsent(Normalisation.normalise(numero.apply(ligne).contenu()), ligne);
      }
    }
    return premiers;
  }

  /** What a payment is, to be told: its date, type and amount, those that are known. */
  public static List<Object> details(Versement versement) {
    List<Object> details = new ArrayList<>();
    for (Valeur<?> valeur : List.of(versement.date(), versement.type(), versement.montant())) {
      details.add(valeur.estConnue() ? valeur.contenu() : valeur.montree());
    }
    details.removeIf(Objects::isNull);
    return List.copyOf(details);
  }

  /** The day from which a payment of September may come; null where it is unknown. */
  public LocalDate depotPrecedent() {
    return precedente.dateDepot().contenu();
  }
}
