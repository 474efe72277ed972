package org.verifqis.classeur.correspondance;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Essai;

/** What of a workbook no block asks for: headers, and rows of registers that no record finds. */
final class Leftovers {
  private final Correspondance profile;
  private final Lookups tables;
  private final Gaps gaps;
  private final Notes notes;

  /** The columns that blocks ask for, and the header that they stand in, by sheet. */
  private final Map<String, BitSet> asked = new LinkedHashMap<>();

  private final Map<String, Headers> headersBySheet = new LinkedHashMap<>();

  Leftovers(Correspondance profile, Lookups tables, Gaps gaps, Notes notes) {
    this.profile = profile;
    this.tables = tables;
    this.gaps = gaps;
    this.notes = notes;
  }

  /** Takes note of the columns of a header that a block asks for. */
  void ask(BlockSpec block, String sheet, Headers headers) {
    if (block.kind() == BlockSpec.Kind.TRANSPOSE) {
      return;
    }
    BitSet columns = asked.computeIfAbsent(sheet, s -> new BitSet());
    headersBySheet.putIfAbsent(sheet, headers);
    block.columns().values().forEach(s -> Names.columns(s, headers).forEach(columns::set));
    List<String> others = new ArrayList<>(block.groupBy());
    others.addAll(block.table().carried());
    others.addAll(block.table().filter().keySet());
    others.forEach(name -> columns.set(headers.column(name)));
    if (block.unpivot() != null) {
      headers.columns(block.unpivot()).forEach(columns::set);
    }
  }

  /** Tells what is left, once all was read. */
  void note() {
    noteOthers();
    noteOrphans();
    noteNewHeaders();
  }

  /** Takes note of the columns of other tables that are read, and of those that lack. */
  private void noteOthers() {
    for (BlockSpec block : profile.blocs()) {
      for (ColumnSpec spec : block.columns().values()) {
        Names.others(spec).forEach(this::noteOther);
      }
    }
  }

  /** Takes note of the rows of a register whose key is that of no record. */
  private void noteOrphans() {
    Map<String, String> keys = new LinkedHashMap<>();
    for (BlockSpec block : profile.blocs()) {
      block.columns().values().forEach(spec -> keys.putAll(Names.registers(spec)));
    }
    keys.forEach((table, key) -> notes.orphans.addAll(tables.orphans(table, key)));
  }

  private void noteOther(String table, List<ColumnSpec> columns) {
    List<Headers> headers = tables.headers(table);
    for (int i = 0; i < headers.size(); i++) {
      String sheet = tables.sheets(table).get(i);
      for (ColumnSpec column : columns) {
        List<Integer> there = Names.columns(column, headers.get(i));
        if (asked.containsKey(sheet)) {
          there.forEach(asked.get(sheet)::set);
        }
        if (there.isEmpty() && column.origin() instanceof ColumnSpec.Header own) {
          gaps.column(table, sheet, String.join(" / ", own.names()), headers.get(i));
        }
      }
    }
  }

  private void noteNewHeaders() {
    headersBySheet.forEach(
        (sheet, headers) -> {
          for (int column : headers.columns()) {
            String text = headers.text(column);
            if (!asked.get(sheet).get(column) && !headers.isAmong(column, profile.ignorer())) {
              Emplacement place =
                  Emplacement.cellule(tables.sheet(sheet), headers.row(), column, text);
              notes.headers.add(new Essai.Entete(text, place));
            }
          }
        });
  }
}
