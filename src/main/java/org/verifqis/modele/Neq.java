package org.verifqis.modele;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Structure of the NEQ, the number of the Registre des entreprises: two digits that tell a legal
 * form, then eight.
 */
public final class Neq {
  private static final String PERSONNE_EN_AFFAIRES = "22";
  private static final String SOCIETE = "33";
  private static final String AUTRE_GROUPEMENT = "88";
  private static final Set<String> PREFIXES =
      Set.of("11", PERSONNE_EN_AFFAIRES, SOCIETE, AUTRE_GROUPEMENT);

  /** Categories that can't be a public body or another group, which prefix 88 says. */
  private static final Set<CategorieOrganisme> JAMAIS_AUTRE_GROUPEMENT =
      Collections.unmodifiableSet(
          EnumSet.of(
              CategorieOrganisme.OBNL,
              CategorieOrganisme.COOP_OBNL,
              CategorieOrganisme.COOP,
              CategorieOrganisme.ENTREPRISE,
              CategorieOrganisme.PERSONNE));

  private Neq() {}

  /** Whether the prefix is none, or does not go with the promoter's category (ORG-02). */
  public static Verite contredit(Valeur<String> neq, Valeur<CategorieOrganisme> categorie) {
    if (!neq.estConnue()) {
      return neq.estIllisible() ? Verite.INCONNU : Verite.FAUX;
    }
    return switch (prefixe(neq)) {
      case "11" -> Verite.FAUX;
      case SOCIETE -> categorie.parmi(CategorieOrganisme.PERSONNES_MORALES);
      case AUTRE_GROUPEMENT -> categorie.parmi(JAMAIS_AUTRE_GROUPEMENT);
      default -> Verite.VRAI;
    };
  }

  /** Whether its prefix is right and its check digit is not (ORG-03). */
  public static Verite malTape(Valeur<String> neq) {
    if (!neq.estConnue()) {
      return neq.estIllisible() ? Verite.INCONNU : Verite.FAUX;
    }
    return Verite.de(PREFIXES.contains(prefixe(neq)) && !luhn(neq.contenu().substring(2)));
  }

  /** Whether its prefix is none, or its check digit is not right (ORG-06). */
  public static Verite invalide(Valeur<String> neq) {
    if (!neq.estConnue()) {
      return neq.estIllisible() ? Verite.INCONNU : Verite.FAUX;
    }
    return Verite.de(!PREFIXES.contains(prefixe(neq)) || !luhn(neq.contenu().substring(2)));
  }

  /** Its first two digits; null where it can't be read. */
  public static String prefixe(Valeur<String> neq) {
    return neq.estConnue() ? neq.contenu().substring(0, 2) : null;
  }

  /**
   * Which message tells what is wrong with its prefix: that of a person, of a category, or of no
   * form at all.
   */
  public static String forme(Valeur<String> neq) {
    String prefixe = prefixe(neq);
    if (PERSONNE_EN_AFFAIRES.equals(prefixe)) {
      return "personne";
    }
    return prefixe != null && PREFIXES.contains(prefixe) ? "categorie" : "";
  }

  private static boolean luhn(String chiffres) {
    int somme = 0;
    boolean double_ = false;
    for (int i = chiffres.length() - 1; i >= 0; i--) {
      int chiffre = chiffres.charAt(i) - '0';
      int compte = double_ ? chiffre * 2 : chiffre;
      somme += compte > 9 ? compte - 9 : compte;
      double_ = !double_;
    }
    return somme % 10 == 0;
  }
}
