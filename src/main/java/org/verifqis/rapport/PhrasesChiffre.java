package org.verifqis.rapport;

import org.verifqis.regles.Parametres.Superposee;
import org.verifqis.regles.Parametres.ValeurDatee;

/** A dated figure, with when it holds and where it comes from, in the words of a language. */
public final class PhrasesChiffre {
  private final Textes textes;
  private final Mots mots;

  /** In the language of the texts. */
  public PhrasesChiffre(Textes textes) {
    this.textes = textes;
    this.mots = textes.mots();
  }

  /** When it holds, the figure, its source if it has one. */
  String phrase(ValeurDatee valeur) {
    String source = valeur.source(textes.langue().code());
    String chiffre = chiffre(valeur);
    return mots.mot(
        "catalogue.ligne",
        periode(valeur),
        source == null ? chiffre : chiffre + " (" + source + ")");
  }

  /** The same of a figure that staff gave: with its parameter, and told if it has no source. */
  String ligne(Superposee superposee) {
    ValeurDatee valeur = superposee.valeur();
    String chiffre = chiffre(valeur) + " (" + source(superposee) + ")";
    return mots.mot(
        "chiffres.ligne", superposee.cle(), mots.mot("catalogue.ligne", periode(valeur), chiffre));
  }

  /** Where a figure that staff gave comes from. */
  public String source(Superposee superposee) {
    String source = superposee.valeur().source(textes.langue().code());
    return source == null || source.isBlank() ? mots.mot("chiffres.sansSource") : source;
  }

  /** The figure. */
  public String chiffre(ValeurDatee valeur) {
    return valeur.textes().isEmpty()
        ? mots.mot("catalogue.inconnu")
        : String.join(", ", valeur.textes());
  }

  /** For whom and when it holds. */
  public String periode(ValeurDatee valeur) {
    String periode =
        valeur.edition() != null
            ? mots.mot("catalogue.edition", valeur.edition())
            : valeur.depuis() != null
                ? mots.mot("catalogue.depuis", textes.format().date(valeur.depuis()))
                : mots.mot("chiffres.toujours");
    return valeur.entente() == null
        ? periode
        : mots.mot("chiffres.pour", valeur.entente(), periode);
  }
}
