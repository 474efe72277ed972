package org.verifqis.classeur.correspondance;

import java.util.ArrayList;
import java.util.List;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Essai;
import org.verifqis.modele.Feuille;

/** What is gathered for an {@link Essai} while a workbook is read. */
final class Notes {
  /** Beyond so many rows their number says more than they do. */
  private static final int MOST = 1_000;

  final List<Essai.Bloc> blocks = new ArrayList<>();
  final List<Essai.Rangee> skipped = new ArrayList<>();
  final List<Essai.Controle> totals = new ArrayList<>();
  final List<Essai.Entete> headers = new ArrayList<>();
  final List<Essai.Manque> missing = new ArrayList<>();
  final List<Emplacement> twice = new ArrayList<>();
  final List<Essai.Entete> orphans = new ArrayList<>();

  void block(
      BlockSpec block,
      Feuille sheet,
      int header,
      int read,
      List<Essai.Trouve> found,
      List<String> missing) {
    boolean turned = block.kind() == BlockSpec.Kind.TRANSPOSE;
    String name = block.onglet().nom();
    blocks.add(new Essai.Bloc(name, sheet.nom(), header, turned, read, found, missing));
  }

  void skipped(Feuille sheet, Line line, String why, String text) {
    if (skipped.size() < MOST) {
      Emplacement place = Emplacement.cellule(sheet, line.rowOf(1), line.columnOf(1), null);
      skipped.add(new Essai.Rangee(place, line.isTurned(), why, text));
    }
  }

  void total(Essai.Controle control) {
    if (totals.size() < MOST) {
      totals.add(control);
    }
  }
}
