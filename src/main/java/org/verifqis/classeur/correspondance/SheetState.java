package org.verifqis.classeur.correspondance;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.verifqis.classeur.Lookalikes;
import org.verifqis.classeur.Readings;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.Releve.Nature;

/** What is known of one of our sheets so far. */
final class SheetState {
  private final Records records;
  private final Readings readings;

  /** The first of their sheets that holds it. */
  private Feuille first;

  private boolean withHeader;
  private final Set<String> missingNoted = new HashSet<>();
  private final Lookalikes others = new Lookalikes();

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

  Feuille sheet() {
    FeuilleVoulue wanted = records.wanted();
    if (first == null) {
      boolean declared = records.isAnyDeclared() && !wanted.tableau();
      Feuille.Etat none = wanted.facultative() ? Feuille.Etat.SANS_OBJET : Feuille.Etat.ABSENTE;
      return with(wanted.nom(), declared ? Feuille.Etat.DECLAREE : none);
    }
    if (wanted.tableau() && !withHeader) {
      return with(first.nom(), Feuille.Etat.SANS_ENTETE);
    }
    boolean idle = wanted.facultative() && wanted.tableau() && records.records().isEmpty();
    return idle ? with(first.nom(), Feuille.Etat.SANS_OBJET) : first;
  }

  private Feuille with(String name, Feuille.Etat state) {
    Onglet onglet = Onglet.de(records.wanted().nom());
    return new Feuille(onglet.nom(), name, onglet.ordinal(), state);
  }

  /** A field that a block names and that a sheet does not have. */
  void missing(Champ champ, Feuille sheet) {
    missingNoted.add(champ.cle());
    if (champ.requis() && !records.isDeclared(champ)) {
      readings.noteMissing(sheet, champ, others);
    }
  }

  /** Each required field that nothing tells of is one finding. */
  void noteMissing(Feuille sheet) {
    boolean headless = sheet.etat() == Feuille.Etat.SANS_ENTETE;
    for (Champ champ : records.champs()) {
      if (!champ.requis()) {
        continue;
      }
      readings.examine(Nature.COLONNE_ABSENTE);
      boolean known =
          records.told().contains(champ.cle())
              || records.isDeclared(champ)
              || missingNoted.contains(champ.cle());
      if (!known && !headless) {
        readings.noteMissing(sheet, champ, others);
      }
    }
    if (headless) {
      readings.note(
          Nature.COLONNE_ABSENTE, "entete", List.of(Emplacement.feuille(sheet)), Map.of());
    }
  }
}
