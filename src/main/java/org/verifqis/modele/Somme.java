package org.verifqis.modele;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A sum, twice: of the values as rounded, and of the values as kept. It is an amount when one of
 * the two is, and above it when both are: a workbook that computes by division is not blamed for a
 * cent.
 *
 * <p>A sum of which some terms may be unknown, or may not belong to it. A comparison is decided
 * whenever every value that the sum may take gives the same answer (lecture.md, "Unknown").
 */
public final class Somme {
  /** Beyond so many possible totals an equality is judged by their bounds alone. */
  private static final int TOTAUX_POSSIBLES = 1 << 14;

  /** Likewise beyond so many additions, which many equal terms would need for few totals. */
  private static final int ADDITIONS = 1 << 20;

  private Montant certaine = Montant.ZERO;
  private final List<Montant> incertains = new ArrayList<>();
  private boolean inconnue;

  /** The sum of these terms. */
  public static Somme desTermes(Collection<Terme> termes) {
    Somme somme = new Somme();
    termes.forEach(somme::ajoute);
    return somme;
  }

  /** The sum of amounts that all belong to it. */
  public static Somme de(List<Valeur<Montant>> montants) {
    Somme somme = new Somme();
    for (Valeur<Montant> montant : montants) {
      somme.ajoute(Terme.de(montant));
    }
    return somme;
  }

  private void ajoute(Terme terme) {
    if (terme.inclus() == Verite.FAUX) {
      return;
    }
    if (terme.valeur() == null) {
      inconnue = true;
    } else if (terme.inclus() == Verite.VRAI) {
      certaine = certaine.plus(terme.valeur());
    } else if (!estNul(terme.valeur())) {
      incertains.add(terme.valeur());
    }
  }

  /** This sum less an amount. */
  public Somme moins(Valeur<Montant> montant) {
    return moins(de(List.of(montant)));
  }

  /** This sum less another. */
  public Somme moins(Somme autre) {
    Somme difference = new Somme();
    difference.certaine = certaine.moins(autre.certaine);
    difference.incertains.addAll(incertains);
    autre.incertains.forEach(terme -> difference.incertains.add(Montant.ZERO.moins(terme)));
    difference.inconnue = inconnue || autre.inconnue;
    return difference;
  }

  /** Whether every term of it is known. */
  public boolean estCertaine() {
    return !inconnue && incertains.isEmpty();
  }

  /** The total of the terms that are known to belong to it. */
  public Montant total() {
    return certaine;
  }

  /** Whether it is something else than the amount. */
  public Verite differe(Valeur<Montant> montant) {
    return montant.estConnue() ? differe(montant.contenu()) : Verite.INCONNU;
  }

  /** Whether it is something else than a number. */
  public Verite differe(BigDecimal nombre) {
    return differe(new Montant(nombre));
  }

  private Verite differe(Montant montant) {
    if (inconnue) {
      return Verite.INCONNU;
    }
    if (incertains.isEmpty()) {
      return Verite.de(!certaine.concorde(montant));
    }
    if (depasse(minimum(), montant) || depasse(montant, maximum())) {
      return Verite.VRAI;
    }
    Set<Total> totaux = totauxPossibles();
    if (totaux == null) {
      return Verite.INCONNU;
    }
    long concordent = totaux.stream().filter(total -> total.concorde(montant)).count();
    if (concordent == 0) {
      return Verite.VRAI;
    }
    return concordent == totaux.size() ? Verite.FAUX : Verite.INCONNU;
  }

  /** Whether it is above the amount. */
  public Verite depasse(Valeur<Montant> montant) {
    return montant.estConnue() ? depasse(montant.contenu()) : Verite.INCONNU;
  }

  /** Whether it is above an amount. */
  public Verite depasse(Montant montant) {
    if (inconnue) {
      return Verite.INCONNU;
    }
    if (incertains.isEmpty()) {
      return Verite.de(depasse(certaine, montant));
    }
    if (depasse(minimum(), montant)) {
      return Verite.VRAI;
    }
    return depasse(maximum(), montant) ? Verite.INCONNU : Verite.FAUX;
  }

  /** Whether it is above in both ways of adding. */
  private static boolean depasse(Montant un, Montant autre) {
    return un.compareTo(autre) > 0
        && Montant.arrondi(un.garde()).compareTo(Montant.arrondi(autre.garde())) > 0;
  }

  private static boolean estNul(Montant montant) {
    return montant.garde().signum() == 0 && montant.dollars().signum() == 0;
  }

  private Montant minimum() {
    return incertains.stream().filter(t -> t.garde().signum() < 0).reduce(certaine, Montant::plus);
  }

  private Montant maximum() {
    return incertains.stream().filter(t -> t.garde().signum() > 0).reduce(certaine, Montant::plus);
  }

  /** A total, in both ways of adding. */
  private record Total(BigDecimal dollars, BigDecimal garde) {
    // Written out: what the JVM makes of a record for it is made anew at each start.
    @Override
    public boolean equals(Object autre) {
      return autre instanceof Total x && dollars.equals(x.dollars) && garde.equals(x.garde);
    }

    @Override
    public int hashCode() {
      return 31 * dollars.hashCode() + garde.hashCode();
    }

    static Total de(Montant montant) {
      return new Total(montant.dollars(), montant.garde().stripTrailingZeros());
    }

    Total plus(Montant terme) {
      return new Total(dollars.add(terme.dollars()), garde.add(terme.garde()).stripTrailingZeros());
    }

    boolean concorde(Montant montant) {
      return dollars.compareTo(montant.dollars()) == 0
          || Montant.arrondi(garde).compareTo(Montant.arrondi(montant.garde())) == 0;
    }
  }

  /** Every total that the uncertain terms allow; null when there are too many to list. */
  private Set<Total> totauxPossibles() {
    Set<Total> totaux = new HashSet<>();
    totaux.add(Total.de(certaine));
    int additions = 0;
    for (Montant terme : incertains) {
      additions += totaux.size();
      List<Total> avecTerme = totaux.stream().map(total -> total.plus(terme)).toList();
      totaux.addAll(avecTerme);
      if (totaux.size() > TOTAUX_POSSIBLES || additions > ADDITIONS) {
        return null;
      }
    }
    return totaux;
  }
}
