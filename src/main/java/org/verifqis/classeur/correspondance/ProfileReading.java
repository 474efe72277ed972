package org.verifqis.classeur.correspondance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.verifqis.classeur.FichierRefuse;
import org.verifqis.classeur.HiddenArea;
import org.verifqis.classeur.Limites;
import org.verifqis.classeur.Merges;
import org.verifqis.classeur.RawCell;
import org.verifqis.classeur.Readings;
import org.verifqis.classeur.SheetRows;
import org.verifqis.classeur.ValueParser;
import org.verifqis.classeur.WorkbookFile;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Essai;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Fiche;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Identification;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.Origine;
import org.verifqis.modele.RapportFinancier;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Refus.Motif;
import org.verifqis.modele.Releve.Nature;
import org.verifqis.modele.Valeurs;
import org.xml.sax.SAXException;

/** The reading of one workbook through one correspondance. */
final class ProfileReading {
  private final Gabarit gabarit;
  private final Limites limites;
  private final Correspondance profile;
  private final WorkbookFile workbook;
  private final Notes notes;
  private final Readings readings;
  private final Lookups tables;
  private final Evaluation evaluation;
  private final Map<String, Feuille> feuilles = new LinkedHashMap<>();
  private final Map<Onglet, Valeurs> forms = new EnumMap<>(Onglet.class);
  private final Map<Onglet, List<? extends Fiche>> records = new EnumMap<>(Onglet.class);

  private final Places places = new Places();
  private final Gaps gaps;

  /** What is told of the headers that nobody asks for; null where nobody asks. */
  private final Leftovers leftovers;

  private boolean foundAny;

  ProfileReading(
      Gabarit gabarit,
      Limites limites,
      ValueParser parser,
      Correspondance profile,
      WorkbookFile workbook,
      Notes notes) {
    this.gabarit = gabarit;
    this.limites = limites;
    this.profile = profile;
    this.workbook = workbook;
    this.notes = notes;
    this.gaps = new Gaps(workbook.sheetNames(), notes);
    this.readings = Readings.parCorrespondance(parser);
    this.tables = new Lookups(workbook, limites.lignes());
    this.evaluation = new Evaluation(tables);
    this.leftovers = notes == null ? null : new Leftovers(profile, tables, gaps, notes);
  }

  Reddition read(Reddition.Fichier file) throws IOException, SAXException {
    tables.load(profile.tables(), gaps);
    for (FeuilleVoulue wanted : gabarit.feuilles()) {
      readSheet(wanted);
    }
    if (!foundAny && notes == null) {
      throw new FichierRefuse(Motif.SANS_CORRESPONDANCE, profile.nom());
    }
    if (leftovers != null) {
      leftovers.note();
    }
    Reddition.Fichier own =
        new Reddition.Fichier(file.nom(), file.sha256(), file.octets(), origin());
    return new Reddition(
        own,
        List.copyOf(workbook.sheetNames()),
        feuilles,
        Identification.de(forms.get(Onglet.IDENTIFICATION)),
        RapportFinancier.de(forms.get(Onglet.RAPPORT_FINANCIER)),
        records,
        List.of(),
        readings.releves(),
        readings.avis());
  }

  private Origine origin() {
    List<Origine.Declaration> declared = new ArrayList<>();
    profile
        .constantes()
        .forEach(
            (onglet, values) ->
                values.forEach(
                    (key, value) ->
                        declared.add(
                            new Origine.Declaration(
                                onglet.nom(), label(onglet, key), value.toString()))));
    for (BlockSpec block : profile.blocs()) {
      block
          .columns()
          .forEach(
              (key, spec) -> {
                if (spec.origin() instanceof ColumnSpec.Constant constant) {
                  declared.add(
                      new Origine.Declaration(
                          block.onglet().nom(),
                          label(block.onglet(), key),
                          String.valueOf(constant.value())));
                }
              });
    }
    return new Origine(
        profile.nom(), profile.fichier(), declared.stream().distinct().toList(), places.all());
  }

  private String label(Onglet onglet, String key) {
    Champ champ = gabarit.feuille(onglet).champ(key);
    return champ == null ? key : champ.libelle();
  }

  private void readSheet(FeuilleVoulue wanted) throws IOException, SAXException {
    Onglet onglet = Onglet.de(wanted.nom());
    tables.of(onglet);
    List<BlockSpec> blocks = profile.blocs().stream().filter(b -> b.onglet() == onglet).toList();
    Map<String, Object> constants = profile.constantes().getOrDefault(onglet, Map.of());
    Records own = new Records(wanted, readings, constants, blocks.size() > 1 && wanted.tableau());
    SheetState state = new SheetState(own, readings, gaps, profile);
    for (BlockSpec block : blocks) {
      own.of(block);
      block(block, state);
    }
    noteTwice(own.readTwice());
    Feuille sheet = state.sheet();
    feuilles.put(wanted.nom(), sheet);
    if (wanted.voulue()) {
      readings.examine(Nature.FEUILLE_ABSENTE);
      if (sheet.etat() == Feuille.Etat.ABSENTE) {
        List<Emplacement> place = List.of(Emplacement.feuille(sheet));
        readings.note(Nature.FEUILLE_ABSENTE, "correspondance", place, Map.of());
      }
    }
    if (wanted.tableau()) {
      records.put(onglet, own.records());
    } else {
      forms.put(onglet, own.form(sheet));
    }
    if (state.isThere()) {
      state.noteMissing(sheet);
      state.noteHidden();
    }
  }

  /** What counts twice is told, or is no reading. */
  private void noteTwice(List<Emplacement> rows) {
    if (rows.isEmpty()) {
      return;
    }
    if (notes != null) {
      notes.twice.addAll(rows);
      return;
    }
    Emplacement first = rows.get(0);
    throw new FichierRefuse(Motif.LU_DEUX_FOIS, first.feuille().nom(), first.ligne());
  }

  private void block(BlockSpec block, SheetState state) throws IOException, SAXException {
    boolean records = state.records().wanted().tableau();
    for (String name : block.table().sheets().absent(workbook.sheetNames())) {
      gaps.sheet(block.onglet().nom(), name);
      if (records) {
        state.lacks(name, true);
      }
    }
    for (WorkbookFile.Sheet sheet : workbook.sheets()) {
      boolean here = block.table().sheets().has(sheet.name());
      if (!here || block.table().sheets().isAny() && sheet.hidden()) {
        continue;
      }
      for (ColumnSpec.CellAt cell : Names.cells(block.columns())) {
        tables.prepare(cell, sheet.name());
      }
      boolean form =
          block.kind() == BlockSpec.Kind.FORMULAIRE || block.kind() == BlockSpec.Kind.FICHE;
      if (form) {
        form(block, state, sheet);
      } else {
        table(block, state, sheet);
      }
    }
  }

  private void table(BlockSpec block, SheetState state, WorkbookFile.Sheet sheet)
      throws IOException, SAXException {
    Feuille own = tables.sheet(sheet.name());
    BlockReader reader = new BlockReader(block, state.records(), evaluation, tables, own, notes);
    List<String> wanted = Names.headers(block.columns());
    TableScan scan;
    if (block.kind() == BlockSpec.Kind.TRANSPOSE) {
      Grid grid = tables.grid(sheet).within(block.table().zone());
      scan = new TableScan(block.table().inTurn(), own, null, wanted, block.needed(), reader);
      turned(grid, scan);
    } else {
      Merges merges = Merges.of(workbook, sheet);
      scan = new TableScan(block.table(), own, merges, wanted, block.needed(), reader);
      SheetRows.read(workbook, sheet, merges, limites.lignes(), scan);
    }
    scan.finish();
    Headers headers = reader.headers();
    if (headers == null) {
      if (!block.table().sheets().isAny()) {
        state.stands(own);
        if (scan.search().isVain()) {
          gaps.header(block.onglet().nom(), own.nom(), scan.search());
          state.lacks(own.nom(), false);
        }
      }
      return;
    }
    reader.finish();
    foundAny = true;
    state.found(own);
    List<Essai.Trouve> found = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    List<Champ> champs = state.records().champs();
    for (int i = 0; i < champs.size(); i++) {
      Champ champ = champs.get(i);
      if (reader.has(i)) {
        state.records().told().add(champ.cle());
        found.add(trouve(block, own, champ, reader.headerOf(i)));
      } else if (block.columns().containsKey(champ.cle())) {
        missing.add(champ.libelle());
      }
    }
    if (leftovers != null) {
      leftovers.ask(block, own.nom(), headers);
    }
    state.hides(own, scan.hidden().detail(sheet.hidden()));
    if (notes != null) {
      notes.block(block, own, headers.row(), reader.read(), found, missing);
    }
  }

  /** Gives the columns of a sheet to a scan as rows. */
  private static void turned(Grid grid, TableScan scan) {
    Map<Integer, List<RawCell>> columns = new TreeMap<>();
    grid.rows()
        .forEach(
            (row, cells) ->
                cells
                    .values()
                    .forEach(
                        c ->
                            columns
                                .computeIfAbsent(c.column(), k -> new ArrayList<>())
                                .add(c.at(row))));
    columns.forEach((column, cells) -> scan.row(column, false, cells));
  }

  private void form(BlockSpec block, SheetState state, WorkbookFile.Sheet sheet)
      throws IOException, SAXException {
    Grid grid = tables.grid(sheet).within(block.table().zone());
    TextTest anchor = block.table().anchor();
    List<Grid> parts = anchor == null ? List.of(grid) : grid.parts(anchor);
    Feuille own = tables.sheet(sheet.name());
    Set<String> labels = new HashSet<>(profile.ignorer());
    profile.blocs().stream()
        .filter(other -> other.table().sheets().has(sheet.name()))
        .forEach(other -> labels.addAll(Names.labels(other.columns())));
    Set<Integer> seen = new HashSet<>();
    HiddenArea hidden = grid.hidden();
    int read = 0;
    for (Grid part : parts) {
      Found[] found = values(block, state, Scope.of(part, labels), seen);
      boolean any = false;
      for (Found one : found) {
        any |= one != null && !one.places().isEmpty() && !one.isEmpty();
        if (one != null) {
          one.places().forEach(p -> cover(hidden, p));
        }
      }
      if (any && state.records().wanted().tableau()) {
        state.records().add(own, found);
      } else if (any) {
        state.records().fill(own, found);
      }
      read += any ? 1 : 0;
    }
    if (read == 0) {
      if (!block.table().sheets().isAny()) {
        state.stands(own);
      }
      if (seen.isEmpty() && !grid.isEmpty() && !block.table().sheets().names().isEmpty()) {
        gaps.labels(block, own.nom(), grid);
        state.lacks(own.nom(), false);
      }
      return;
    }
    foundAny = true;
    state.found(own);
    List<Essai.Trouve> told = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < state.records().champs().size(); i++) {
      Champ champ = state.records().champs().get(i);
      if (seen.contains(i)) {
        state.records().told().add(champ.cle());
        told.add(trouve(block, own, champ, label(block.columns().get(champ.cle()), parts)));
      } else if (block.columns().containsKey(champ.cle())) {
        missing.add(champ.libelle());
      }
    }
    state.hides(own, hidden.detail(sheet.hidden()));
    if (notes != null) {
      notes.block(block, own, 0, read, told, missing);
    }
  }

  private static void cover(HiddenArea hidden, Emplacement place) {
    if (place.ligne() > 0) {
      hidden.cover(place.ligne(), place.colonne());
    }
  }

  private Found[] values(BlockSpec block, SheetState state, Scope scope, Set<Integer> seen) {
    List<Champ> champs = state.records().champs();
    Found[] found = new Found[champs.size()];
    for (int i = 0; i < found.length; i++) {
      ColumnSpec spec = block.columns().get(champs.get(i).cle());
      if (spec != null) {
        Found value = evaluation.value(spec, champs.get(i).type(), scope);
        boolean nothing = value.is(Unclear.EXTRACT) && block.isLenient(champs.get(i), spec);
        found[i] = nothing ? Found.nothing(value.places()) : value;
        if (!found[i].places().isEmpty() || !found[i].isEmpty()) {
          seen.add(i);
        }
      }
    }
    return found;
  }

  /** A field that was found, and what of other tables it is made of. */
  private Essai.Trouve trouve(BlockSpec block, Feuille own, Champ champ, String under) {
    ColumnSpec spec = block.columns().get(champ.cle());
    List<Essai.Ailleurs> sources = new ArrayList<>();
    Names.sources(spec)
        .forEach(
            (source, table) -> {
              List<String> sheets = tables.sheets(table).stream().distinct().toList();
              sources.add(new Essai.Ailleurs(sheets, source.colonne(), source.cle()));
            });
    Essai.Trouve found = new Essai.Trouve(champ, under, sources);
    if (!(spec.origin() instanceof ColumnSpec.Constant)) {
      places.add(block.onglet(), own.nom(), found);
    }
    return found;
  }

  /** The label that a value was found beside; empty where it stands otherwise. */
  private static String label(ColumnSpec spec, List<Grid> parts) {
    for (ColumnSpec.Label label : Names.places(spec)) {
      boolean inside = label.place() == ColumnSpec.Place.INSIDE;
      for (Grid part : parts) {
        Grid.Spot spot = part.find(label.labels(), label.after(), inside);
        if (spot != null) {
          return spot.cell().text().strip();
        }
      }
    }
    return "";
  }
}
