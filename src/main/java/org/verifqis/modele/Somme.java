package org.verifqis.modele;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * A sum of which some terms may be unknown, or may not belong to it. A comparison is decided
 * whenever every value that the sum may take gives the same answer (lecture.md, "Unknown").
 */
public final class Somme {
  /** Beyond so many possible totals an equality is judged by their bounds alone. */
  private static final int TOTAUX_POSSIBLES = 1 << 14;

  /** Likewise beyond so many additions, which many equal terms would need for few totals. */
  private static final int ADDITIONS = 1 << 20;

  private BigDecimal certaine = BigDecimal.ZERO;
  private final List<BigDecimal> incertains = new ArrayList<>();
  private boolean inconnue;

  /** The sum of these terms. */
  public static Somme desTermes(Collection<Terme> termes) {
    Somme somme = new Somme();
    termes.forEach(somme::ajoute);
    return somme;
  }

  /** The sum of amounts that all belong to it. */
  public static Somme de(List<Valeur<Montant>> montants) {
    return desTermes(montants.stream().map(Terme::de).toList());
  }

  private void ajoute(Terme terme) {
    if (terme.inclus() == Verite.FAUX) {
      return;
    }
    if (terme.valeur() == null) {
      inconnue = true;
    } else if (terme.inclus() == Verite.VRAI) {
      certaine = certaine.add(terme.valeur());
    } else if (terme.valeur().signum() != 0) {
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
    difference.certaine = certaine.subtract(autre.certaine);
    difference.incertains.addAll(incertains);
    autre.incertains.forEach(terme -> difference.incertains.add(terme.negate()));
    difference.inconnue = inconnue || autre.inconnue;
    return difference;
  }

  /** Whether every term of it is known. */
  public boolean estCertaine() {
    return !inconnue && incertains.isEmpty();
  }

  /** The total of the terms that are known to belong to it. */
  public Montant total() {
    return new Montant(certaine);
  }

  /** Whether it is something else than the amount. */
  public Verite differe(Valeur<Montant> montant) {
    return montant.estConnue() ? differe(montant.contenu().dollars()) : Verite.INCONNU;
  }

  /** Whether it is something else than a number. */
  public Verite differe(BigDecimal nombre) {
    if (inconnue) {
      return Verite.INCONNU;
    }
    if (nombre.compareTo(minimum()) < 0 || nombre.compareTo(maximum()) > 0) {
      return Verite.VRAI;
    }
    TreeSet<BigDecimal> totaux = totauxPossibles();
    if (totaux == null) {
      return Verite.INCONNU;
    }
    if (!totaux.contains(nombre)) {
      return Verite.VRAI;
    }
    return totaux.size() == 1 ? Verite.FAUX : Verite.INCONNU;
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
    if (minimum().compareTo(montant.dollars()) > 0) {
      return Verite.VRAI;
    }
    return maximum().compareTo(montant.dollars()) > 0 ? Verite.INCONNU : Verite.FAUX;
  }

  private BigDecimal minimum() {
    return incertains.stream().filter(t -> t.signum() < 0).reduce(certaine, BigDecimal::add);
  }

  private BigDecimal maximum() {
    return incertains.stream().filter(t -> t.signum() > 0).reduce(certaine, BigDecimal::add);
  }

  /** Every total that the uncertain terms allow; null when there are too many to list. */
  private TreeSet<BigDecimal> totauxPossibles() {
    TreeSet<BigDecimal> totaux = new TreeSet<>();
    totaux.add(certaine);
    int additions = 0;
    for (BigDecimal terme : incertains) {
      additions += totaux.size();
      List<BigDecimal> avecTerme = totaux.stream().map(terme::add).toList();
      totaux.addAll(avecTerme);
      if (totaux.size() > TOTAUX_POSSIBLES || additions > ADDITIONS) {
        return null;
      }
    }
    return totaux;
  }
}
