package org.verifqis.classeur.correspondance;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.verifqis.classeur.Readings;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.Releve.Nature;

/** What is known of one of our sheets so far. */
final class SheetState {
  private static final String WHOLE = "feuille";

  private final Records records;
  private final Readings readings;

  /** The first of their sheets that holds it. */
  private Feuille first;

  private boolean withHeader;

  /** Those of their sheets that hide some of it, and which of the messages tells it. */
  private final Set<Feuille> hiding = new LinkedHashSet<>();

  private String hidden;

  SheetState(Records records, Readings readings) {
    this.records = records;
    this.readings = readings;
  }

  Records records() {
    return records;
  }

  /** Says in which of their sheets it should stand. */
  void stands(Feuille own) {
    first = first == null ? own : first;
  }

  /** Says that some of it was found in a sheet. */
  void found(Feuille own) {
    first = first == null || !withHeader ? own : first;
    withHeader = true;
  }

  /** Says what one of their sheets hides of it; null for nothing. */
  void hides(Feuille own, String detail) {
    if (detail != null) {
      hiding.add(own);
      hidden = WHOLE.equals(hidden) ? hidden : detail;
    }
  }

  /** Whether some of it is in their workbook, or is declared. */
  boolean isThere() {
    return first != null || sheet().etat() == Feuille.Etat.DECLAREE;
  }

  Feuille sheet() {
    FeuilleVoulue wanted = records.wanted();
    if (first == null) {
      boolean declared = records.isAnyDeclared() && !wanted.tableau();
      Feuille.Etat none = wanted.facultative() ? Feuille.Etat.SANS_OBJET : Feuille.Etat.ABSENTE;
      return with(wanted.nom(), declared ? Feuille.Etat.DECLAREE : none);
    }
    if (isHeadless()) {
      return with(first.nom(), Feuille.Etat.SANS_ENTETE);
    }
    boolean idle = wanted.facultative() && wanted.tableau() && records.records().isEmpty();
    return idle ? with(first.nom(), Feuille.Etat.SANS_OBJET) : first;
  }

  private boolean isHeadless() {
    return records.wanted().tableau() && !withHeader;
  }

  private Feuille with(String name, Feuille.Etat state) {
    Onglet onglet = Onglet.de(records.wanted().nom());
    return new Feuille(onglet.nom(), name, onglet.ordinal(), state);
  }

  /** Each required field without a place is one finding, which names the sheets that lack it. */
  void noteMissing(Feuille sheet) {
    for (Champ champ : records.champs()) {
      if (champ.requis()) {
        readings.examine(Nature.COLONNE_ABSENTE);
        List<Emplacement> places = isHeadless() ? List.of() : lacking(champ, sheet);
        if (!places.isEmpty()) {
          readings.note(Nature.COLONNE_ABSENTE, "", places, Map.of("champ", champ.libelle()));
        }
      }
    }
    if (isHeadless()) {
      readings.note(
          Nature.COLONNE_ABSENTE, "entete", List.of(Emplacement.feuille(sheet)), Map.of());
    }
  }

  private List<Emplacement> lacking(Champ champ, Feuille sheet) {
    boolean nowhere =
        records.wanted().tableau()
            ? records.records().isEmpty()
                && !records.told().contains(champ.cle())
                && !records.isDeclared(champ)
            : records.isLacking(champ);
    if (nowhere) {
      return List.of(Emplacement.feuille(sheet));
    }
    return records.wanted().tableau()
        ? records.lacking(champ).stream().map(Emplacement::feuille).toList()
        : List.of();
  }

  /** What is hidden is told once, with the sheets that hide it. */
  void noteHidden() {
    readings.examine(Nature.CONTENU_MASQUE);
    if (hidden != null) {
      List<Emplacement> places = new ArrayList<>();
      hiding.forEach(own -> places.add(Emplacement.feuille(own)));
      readings.note(Nature.CONTENU_MASQUE, hidden, places, Map.of());
    }
  }
}
