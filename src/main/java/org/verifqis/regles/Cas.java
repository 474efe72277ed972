package org.verifqis.regles;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Fiche;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Resume;
import org.verifqis.modele.Somme;
import org.verifqis.modele.Total;
import org.verifqis.modele.TypeValeur;
import org.verifqis.modele.Valeur;

/**
 * A case of a rule, as the DRL files tell it. The values that it stands at are its first facts, by
 * key.
 */
public final class Cas {
  private final boolean retenu;
  private final List<Emplacement> emplacements = new ArrayList<>();
  private final Map<String, Object> faits = new LinkedHashMap<>();
  private String variante = "";
  private Valeur<?> identifiant;
  private String champ;

  private Cas(boolean retenu) {
    this.retenu = retenu;
  }

  /** A case that breaks its rule, or is to be explained: what is told of it is kept. */
  static Cas retenu(Object... lieux) {
    Cas cas = new Cas(true);
    for (Object lieu : lieux) {
      if (lieu instanceof Iterable<?> plusieurs) {
        plusieurs.forEach(cas::ajoute);
      } else {
        cas.ajoute(lieu);
      }
    }
    return cas;
  }

  /** Any other case: nothing that is told of it is kept. */
  static Cas sansSuite() {
    return new Cas(false);
  }

  private void ajoute(Object lieu) {
    if (lieu instanceof Valeur<?> valeur) {
      if (emplacements.isEmpty()) {
        champ = valeur.champ().libelle();
      }
      emplacements.addAll(valeur.emplacements());
      fait(valeur.champ().cle(), valeur);
    } else if (lieu instanceof Feuille feuille) {
      emplacements.add(Emplacement.feuille(feuille));
    } else if (lieu instanceof Emplacement emplacement) {
      emplacements.add(emplacement);
    }
  }

  /** Names where else it stands: in another reddition, which is told of with its file. */
  public Cas ailleurs(Resume autre, Object... lieux) {
    if (retenu) {
      retenu(lieux).emplacements.stream()
          .map(lieu -> lieu.dans(autre.fichier()))
          .forEach(emplacements::add);
      fait("autreFichier", autre.fichier().nom());
    }
    return this;
  }

  /** Names the record that it is about. */
  public Cas pour(Fiche fiche) {
    if (retenu) {
      identifiant = fiche.identifiant();
    }
    fait(fiche.identifiant().champ().cle(), fiche.identifiant());
    return this;
  }

  /** Tells a fact; a value stands for its content. */
  public Cas avec(String nom, Object fait) {
    fait(nom, fait);
    return this;
  }

  /** Tells several facts, by name: the order of a map may be another each time. */
  public Cas avec(Map<String, Object> autres) {
    if (retenu) {
      new TreeMap<>(autres).forEach(this::fait);
    }
    return this;
  }

  /** Tells a fact that takes finding out. */
  public Cas avec(String nom, Supplier<?> fait) {
    return retenu ? avec(nom, (Object) fait.get()) : this;
  }

  /** Tells what a sum is and by how much the declared amount differs from it. */
  public Cas ecart(Somme somme, Valeur<Montant> declare) {
    if (!retenu) {
      return this;
    }
    fait("declare", declare);
    if (!somme.estCertaine()) {
      return variante("incertain");
    }
    fait("calcule", somme.total());
    if (declare.estConnue()) {
      fait("ecart", declare.contenu().moins(somme.total()).absolu());
    }
    return this;
  }

  /**
   * Tells what a figure of a total row is and what it should be, as dollars or as a whole number.
   */
  public Cas total(Total total) {
    if (!retenu) {
      return this;
    }
    Valeur<BigDecimal> chiffre = total.chiffre();
    fait("colonne", chiffre.champ().libelle());
    fait("declare", nombre(chiffre, chiffre.contenu()));
    if (!total.somme().estCertaine()) {
      return variante("incertain");
    }
    BigDecimal calcule = total.somme().total().dollars();
    fait("calcule", nombre(chiffre, calcule));
    if (total.plage() == null) {
      fait("ligne", chiffre.ligne());
      variante("deplace");
    }
    if (chiffre.estConnue()) {
      fait("ecart", nombre(chiffre, chiffre.contenu().subtract(calcule).abs()));
    }
    return this;
  }

  private static Object nombre(Valeur<BigDecimal> chiffre, BigDecimal nombre) {
    if (nombre == null) {
      return null;
    }
    return chiffre.champ().type() == TypeValeur.MONTANT
        ? new Montant(nombre)
        : nombre.toBigInteger();
  }

  /** Names which of the rule's messages tells it. */
  public Cas variante(String nom) {
    if (retenu) {
      variante = nom;
    }
    return this;
  }

  Constat constat(Regle regle, Sujets sujets) {
    List<Emplacement> lieux = List.copyOf(emplacements);
    Sujet sujet = sujets.sujet(identifiant, lieux, champ, faits);
    return new Constat(regle, variante, lieux, faits, sujet, null);
  }

  private void fait(String nom, Object fait) {
    if (!retenu) {
      return;
    }
    Object contenu = fait instanceof Valeur<?> valeur ? lisible(valeur) : fait;
    if (contenu != null) {
      faits.putIfAbsent(nom, contenu);
    }
  }

  private static Object lisible(Valeur<?> valeur) {
    return valeur.estConnue() ? valeur.contenu() : valeur.montree();
  }
}
