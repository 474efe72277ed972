package org.verifqis.classeur;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.verifqis.modele.Avis;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Feuille;

/**
 * Whether the dates of a column, or of a form, begin now with the day and now with the month: one
 * can only begin with the month, and so what was read of those that could be either may be wrong.
 */
final class DayOrder {
  private Emplacement monthFirst;
  private String monthFirstText;
  private Emplacement either;
  private String eitherText;
  private LocalDate eitherRead;
  private int eithers;

  /** Takes note of a date that was typed as text. */
  void add(Emplacement place, String text) {
    if (DateText.isMonthFirst(text)) {
      if (monthFirst == null) {
        monthFirst = place;
        monthFirstText = Texts.trim(text);
      }
    } else if (DateText.isEither(text)) {
      eithers++;
      if (either == null) {
        either = place;
        eitherText = Texts.trim(text);
        eitherRead = DateText.parse(text);
      }
    }
  }

  /** What is to be said; null for nothing. */
  Avis avis(Feuille sheet, Champ champ) {
    if (monthFirst == null || either == null) {
      return null;
    }
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("feuille", sheet.nom());
    facts.put("champ", champ.libelle());
    facts.put("cellule", either.reference());
    facts.put("valeur", eitherText);
    facts.put("lue", eitherRead);
    facts.put("nombre", eithers);
    facts.put("autreCellule", monthFirst.reference());
    facts.put("autreValeur", monthFirstText);
    return new Avis(Avis.Nature.DATES_MELEES, either, facts);
  }
}
