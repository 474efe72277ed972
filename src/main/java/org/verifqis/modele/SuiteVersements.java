package org.verifqis.modele;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The payments of a reddition beside those of the year before (INT-08). */
public final class SuiteVersements {
  private final Feuille feuilleIci;
  private final Feuille feuilleAvant;
  private final ParNumero<Versement> ici;
  private final ParNumero<Versement> avant;

  SuiteVersements(Resume actuelle, Resume precedente) {
    feuilleIci = actuelle.feuilleVersements();
    feuilleAvant = precedente.feuilleVersements();
    ici = new ParNumero<>(actuelle.versements());
    avant = new ParNumero<>(precedente.versements());
  }

  /**
   * A payment of the year before and what became of it.
   *
   * @param avant as the year before has it; null where a sheet is unknown
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
      if (Succession.differe(valeur, autre).isVrai()) {
        differents.add(valeur);
      }
    }
  }

  /** The payments of the year before; a number that can't be read may be any. */
  public List<Devenir> devenirs() {
    if (!feuilleAvant.estLue() || !feuilleIci.estLue()) {
      boolean rien = feuilleAvant.estLue() && avant.isVide();
      return rien ? List.of() : List.of(new Devenir(null, null, Verite.INCONNU));
    }
    SansNumero<Versement> autres = new SansNumero<>(ici, SuiteVersements::dit);
    List<Devenir> devenirs = new ArrayList<>();
    for (int rang = 0; rang < avant.taille(); rang++) {
      Verite premier = avant.estPremier(rang);
      if (premier == Verite.FAUX) {
        continue;
      }
      Versement versement = avant.fiche(rang);
      String cle = avant.cle(rang);
      Versement suite = cle == null ? null : ici.premier(cle);
      Verite change;
      if (cle == null) {
        change = premier.isVrai() && toutChange(versement) ? Verite.VRAI : Verite.INCONNU;
      } else {
        Verite deCelleLa = suite == null ? Verite.VRAI : change(versement, suite);
        change = premier.et(autres.tient(dit(versement), ici.rang(cle), deCelleLa));
      }
      devenirs.add(new Devenir(versement, suite, change));
    }
    return devenirs;
  }

  /** Whether it is another one than each payment of this year. */
  private boolean toutChange(Versement versement) {
    for (int rang = 0; rang < ici.taille(); rang++) {
      if (ici.estPremier(rang).isPossible() && !change(versement, ici.fiche(rang)).isVrai()) {
        return false;
      }
    }
    return true;
  }

  private static Verite change(Versement avant, Versement maintenant) {
    return Succession.differe(maintenant.date(), avant.date())
        .ou(Succession.differe(maintenant.type(), avant.type()))
        .ou(Succession.differe(maintenant.montant(), avant.montant()));
  }

  private static List<Object> dit(Versement versement) {
    return Arrays.asList(
        versement.date().contenu(), versement.type().contenu(), versement.montant().contenu());
  }

  /** What a payment is, to be told: its date, type and amount, those that are known. */
  public static List<Object> details(Versement versement) {
    return Succession.dits(List.of(versement.date(), versement.type(), versement.montant()));
  }
}
