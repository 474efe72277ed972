package org.verifqis.rapport;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.verifqis.modele.Part;
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
    return valeur.valeurs().isEmpty() ? mots.mot("catalogue.inconnu") : chiffre(valeur.valeurs());
  }

  /** The values of a figure as people read them: one, both ends of a range, or a list. */
  String chiffre(List<Object> valeurs) {
    Object premiere = valeurs.get(0);
    boolean etendue = premiere instanceof Part || premiere instanceof LocalDate;
    List<String> lus = valeurs.stream().map(this::lue).toList();
    return etendue && lus.size() == 2
        ? mots.mot("chiffres.etendue", lus.get(0), lus.get(1))
        : textes.enumeration(lus);
  }

  private String lue(Object valeur) {
    if (valeur instanceof MonthDay jour) {
      return textes.format().jour(jour);
    }
    return valeur instanceof Period duree ? duree(duree) : textes.fait(valeur);
  }

  private String duree(Period duree) {
    List<String> parties = new ArrayList<>();
    partie(parties, "chiffres.annees", duree.getYears());
    partie(parties, "chiffres.mois", duree.getMonths());
    partie(parties, "chiffres.jours", duree.getDays());
    return textes.enumeration(parties);
  }

  private void partie(List<String> parties, String cle, int nombre) {
    if (nombre != 0) {
      parties.add(mots.compte(cle, nombre));
    }
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
