package org.verifqis.regles.remedes;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.verifqis.modele.Code;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Retouche;
import org.verifqis.modele.Valeur;
import org.verifqis.regles.Epreuve;
import org.verifqis.regles.Explication;
import org.verifqis.regles.Explication.CasExamine;
import org.verifqis.regles.Regle;
import org.verifqis.regles.StatutRegle;

/**
 * Looks for the smallest change of one cell that mends a breach. Each change is tried on the
 * reddition: the rule itself says whether it mends.
 */
public final class Remedes {
  /** Beyond so many breaches of a rule, looking for a remedy to each takes too long. */
  private static final int CAS = 25;

  private static final int MOIS_ESSAYES = 12;

  /** Fields that hold the code of a priority of the plan. */
  private static final Set<String> PRIORITES = Set.of("prioriteRegionale", "prioriteLocale");

  private final Epreuve epreuve;
  private final Reddition reddition;
  private final Regle regle;
  private final long enfreints;
  private int essais;

  /** Looks into the breaches of a rule in the reddition that is put to the test. */
  public Remedes(Epreuve epreuve, Explication explication) {
    this.epreuve = epreuve;
    this.reddition = epreuve.reddition();
    this.regle = explication.resultat().regle();
    this.enfreints = explication.resultat().enfreints();
  }

  /**
   * A change that mends a breach.
   *
   * @param valeur the value as it is
   * @param contenus what may stand there instead: the nearest, or all the codes that would do
   */
  public record Remede(Valeur<?> valeur, List<Object> contenus) {}

  /** The smallest change in each of its cells that mends a breach; none where none does. */
  public List<Remede> de(CasExamine cas) {
    List<Remede> remedes = new ArrayList<>();
    if (enfreints > CAS) {
      return remedes;
    }
    for (Emplacement lieu : cas.vu().emplacements()) {
      boolean cellule =
          lieu.ligne() > 0
              && lieu.ligne() == lieu.derniereLigne()
              && lieu.colonne() == lieu.derniereColonne();
      Optional<Valeur<?>> valeur = cellule ? Retouche.valeur(reddition, lieu) : Optional.empty();
      valeur.flatMap(v -> remede(v, cas)).ifPresent(remedes::add);
    }
    return remedes;
  }

  private Optional<Remede> remede(Valeur<?> valeur, CasExamine cas) {
    boolean code = valeur.champ().liste() != null || PRIORITES.contains(valeur.champ().cle());
    List<Object> contenus = new ArrayList<>();
    for (Object contenu : candidats(valeur, cas)) {
      if ((code || contenus.isEmpty()) && repare(valeur, contenu, cas)) {
        contenus.add(contenu);
      }
    }
    return contenus.isEmpty() ? Optional.empty() : Optional.of(new Remede(valeur, contenus));
  }

  /** How many changes were tried so far. */
  public int essais() {
    return essais;
  }

  private boolean repare(Valeur<?> valeur, Object contenu, CasExamine cas) {
    essais++;
    Epreuve.Essai apres = epreuve.essaie(Retouche.avec(reddition, valeur, contenu), regle.id());
    Emplacement lieu = cas.vu().emplacements().get(0);
    boolean reste =
        apres.constats().stream().anyMatch(autre -> memeLieu(autre.emplacements().get(0), lieu));
    boolean juge =
        apres.resultat().statut() == StatutRegle.RESPECTEE
            || apres.resultat().statut() == StatutRegle.ENFREINTE;
    return juge && !reste && apres.resultat().enfreints() < enfreints;
  }

  private static boolean memeLieu(Emplacement un, Emplacement autre) {
    return un.feuille().equals(autre.feuille())
        && un.ligne() == autre.ligne()
        && un.colonne() == autre.colonne();
  }

  /** What might stand there instead, the nearest first. */
  private List<Object> candidats(Valeur<?> valeur, CasExamine cas) {
    return switch (valeur.champ().type()) {
      case MONTANT -> montants(valeur, cas);
      case DATE -> dates(valeur, cas);
      case OUINON ->
          valeur.contenu() instanceof Boolean oui ? List.of((Object) !oui) : List.of(true, false);
      case ENTIER -> List.of(1L, 0L);
      case CODE -> codes(valeur);
      case LISTE_TEXTE -> PRIORITES.contains(valeur.champ().cle()) ? priorites(valeur) : List.of();
      case TEXTE, NEQ, COURRIEL, LISTE_CODE -> List.of();
    };
  }

  private static List<Object> montants(Valeur<?> valeur, CasExamine cas) {
    TreeSet<Montant> essais = new TreeSet<>();
    Montant actuel = valeur.contenu() instanceof Montant montant ? montant : Montant.ZERO;
    for (Object fait : cas.vu().faits().values()) {
      if (fait instanceof Montant montant) {
        essais.add(montant);
        essais.add(actuel.plus(montant));
        essais.add(actuel.moins(montant));
      }
    }
    boolean negatif = valeur.champ().negatif();
    return essais.stream()
        .filter(essai -> !essai.equals(valeur.contenu()))
        .filter(essai -> negatif || essai.compareTo(Montant.ZERO) >= 0)
        .sorted(Comparator.comparing((Montant essai) -> ecart(essai, actuel)))
        .map(Object.class::cast)
        .toList();
  }

  private static BigDecimal ecart(Montant un, Montant autre) {
    return un.moins(autre).dollars().abs();
  }

  private List<Object> dates(Valeur<?> valeur, CasExamine cas) {
    TreeSet<LocalDate> essais = new TreeSet<>();
    for (Object fait : cas.vu().faits().values()) {
      if (fait instanceof LocalDate jour) {
        essais.addAll(List.of(jour.minusDays(1), jour, jour.plusDays(1)));
      }
    }
    LocalDate actuel = valeur.contenu() instanceof LocalDate jour ? jour : null;
    if (actuel != null) {
      for (int mois = -MOIS_ESSAYES; mois <= MOIS_ESSAYES; mois++) {
        LocalDate premier = actuel.withDayOfMonth(1).plusMonths(mois);
        essais.add(premier);
        essais.add(premier.plusMonths(1).minusDays(1));
      }
    }
    return essais.stream()
        .filter(essai -> !essai.equals(actuel))
        .sorted(
            Comparator.comparing(
                (LocalDate essai) ->
                    actuel == null ? 0 : Math.abs(ChronoUnit.DAYS.between(actuel, essai))))
        .map(Object.class::cast)
        .toList();
  }

  /** The codes of the plan's priorities. */
  private List<Object> priorites(Valeur<?> valeur) {
    return reddition.priorites().stream()
        .map(priorite -> priorite.code().contenu())
        .filter(Objects::nonNull)
        .distinct()
        .map(code -> (Object) List.of(code))
        .filter(code -> !code.equals(valeur.contenu()))
        .toList();
  }

  private static List<Object> codes(Valeur<?> valeur) {
    if (!(valeur.contenu() instanceof Code code)) {
      return List.of();
    }
    List<Object> autres = new ArrayList<>(List.of(code.getClass().getEnumConstants()));
    autres.remove(code);
    return autres;
  }
}
