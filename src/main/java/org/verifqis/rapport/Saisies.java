package org.verifqis.rapport;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.verifqis.modele.Code;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Region;
import org.verifqis.modele.TypeValeur;
import org.verifqis.modele.Valeur;
import org.verifqis.rapport.Saisie.Choix;

/** Makes the fields in which the values of cells are typed anew. */
public final class Saisies {
  private static final String ENTENTES = "ententes";

  private final Textes textes;
  private final Gabarit gabarit;

  /** In the language of the texts; what is typed is in the workbook's, which is French. */
  public Saisies(Textes textes, Gabarit gabarit) {
    this.textes = textes;
    this.gabarit = gabarit;
  }

  /**
   * A field.
   *
   * @param nom its name in the form
   * @param valeur the value whose cell it is for
   * @param tapee what was typed already; empty for nothing
   * @param contenus what would mend
   */
  public Saisie de(String nom, Valeur<?> valeur, String tapee, List<Object> contenus) {
    Emplacement lieu = valeur.emplacement();
    TypeValeur type = valeur.champ().type();
    return new Saisie(
        nom,
        lieu.feuille().nom() + "!" + lieu.reference(),
        type.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        tapee,
        choix(type, valeur.champ().liste()),
        contenus.stream().map(c -> new Choix(frappe(c), montre(c))).distinct().toList());
  }

  private List<Choix> choix(TypeValeur type, String liste) {
    return switch (type) {
      case OUINON -> List.of(new Choix("Oui", "Oui"), new Choix("Non", "Non"));
      case CODE -> codes(liste);
      default -> List.of();
    };
  }

  /** Codes are typed as the template's lists offer them: agreements by code, others by label. */
  private List<Choix> codes(String liste) {
    Map<String, String> libelles = gabarit.listes().get(liste);
    return libelles.entrySet().stream()
        .map(
            code ->
                liste.equals(ENTENTES)
                    ? new Choix(code.getKey(), code.getKey() + " – " + code.getValue())
                    : new Choix(code.getValue(), code.getValue()))
        .toList();
  }

  private String montre(Object contenu) {
    boolean chiffre =
        contenu instanceof Montant || contenu instanceof Number || contenu instanceof LocalDate;
    return chiffre ? textes.fait(contenu) : frappe(contenu);
  }

  /** As it may be typed. */
  private String frappe(Object contenu) {
    if (contenu instanceof Montant montant) {
      return montant.dollars().toPlainString().replace('.', ',');
    }
    if (contenu instanceof Boolean oui) {
      return oui ? "Oui" : "Non";
    }
    if (contenu instanceof Code code) {
      return gabarit.libelle(code);
    }
    if (contenu instanceof Entente entente) {
      return entente.code();
    }
    if (contenu instanceof Region region) {
      return region.nom();
    }
    if (contenu instanceof List<?> plusieurs) {
      return plusieurs.stream().map(this::frappe).collect(Collectors.joining("; "));
    }
    return contenu.toString();
  }
}
