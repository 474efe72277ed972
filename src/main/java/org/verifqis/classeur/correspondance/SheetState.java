package org.verifqis.classeur.correspondance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
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

  /** Those of their sheets that should hold some of it and do not. */
  private final Set<String> gaps = new LinkedHashSet<>();

  private boolean named;
  private final Gaps missing;
  private final Correspondance profile;

  /** Those of their sheets that hide some of it, and which of the messages tells it. */
  private final Set<Feuille> hiding = new LinkedHashSet<>();

  private String hidden;

  SheetState(Records records, Readings readings, Gaps missing, Correspondance profile) {
    this.profile = profile;
    this.missing = missing;
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

  /** Says that some of its records should stand in a sheet and do not. */
  void lacks(String sheet, boolean byName) {
    gaps.add(sheet);
    named |= byName;
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
    return first != null
        || isLost() && records.wanted().facultative()
        || sheet().etat() == Feuille.Etat.DECLAREE;
  }

  Feuille sheet() {
    FeuilleVoulue wanted = records.wanted();
    if (first == null) {
      boolean declared = records.isAnyDeclared() && !wanted.tableau();
      if (isLost() && wanted.facultative()) {
        return with(wanted.nom(), Feuille.Etat.SANS_ENTETE);
      }
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
    return records.wanted().tableau() && (!withHeader || !gaps.isEmpty());
  }

  /** Whether none of the records that a sheet should hold are known. */
  private boolean isLost() {
    return records.wanted().tableau() && named && first == null;
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
          note(champ, places);
        }
      }
    }
    if (isHeadless()) {
      List<Emplacement> places = List.of(Emplacement.feuille(sheet));
      if (gaps.isEmpty() || !withHeader && first != null) {
        readings.note(Nature.COLONNE_ABSENTE, "sansEntete", places, Map.of());
      } else {
        note("bloc", new LinkedHashMap<>(), gaps, places);
      }
    }
  }

  private void note(Champ champ, List<Emplacement> places) {
    Map<String, Object> facts = new LinkedHashMap<>(Map.of("champ", champ.libelle()));
    List<String> sources = records.sources().get(champ);
    if (sources == null) {
      readings.note(Nature.COLONNE_ABSENTE, lacks(champ, facts), places, facts);
    } else {
      note("source", facts, sources, places);
    }
  }

  /**
   * Why a field has no place: nobody keeps it, it is not found where it is told, or is not told.
   */
  private String lacks(Champ champ, Map<String, Object> facts) {
    Onglet own = Onglet.de(records.wanted().nom());
    for (BlockSpec block : profile.blocs()) {
      ColumnSpec spec = block.onglet() == own ? block.columns().get(champ.cle()) : null;
      String named = spec == null ? null : Names.told(spec);
      if (named != null) {
        facts.put("nomme", named);
        return "nonTrouve";
      }
    }
    boolean kept = !profile.absents().getOrDefault(own, Set.of()).contains(champ.cle());
    return kept ? "nonSitue" : "nonTenu";
  }

  /** Tells sheets that lack, and what looks like the first of them. */
  private void note(
      String detail, Map<String, Object> facts, Collection<String> sheets, List<Emplacement> at) {
    facts.put("source", String.join(", ", sheets));
    String nearest = missing.nearest(sheets.iterator().next());
    if (nearest != null && !sheets.contains(nearest)) {
      facts.put("semblable", nearest);
      readings.note(Nature.COLONNE_ABSENTE, detail + "Semblable", at, facts);
    } else {
      readings.note(Nature.COLONNE_ABSENTE, detail, at, facts);
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
