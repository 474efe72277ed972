package org.verifqis.classeur.correspondance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.verifqis.classeur.FichierRefuse;
import org.verifqis.classeur.Limites;
import org.verifqis.classeur.Merges;
import org.verifqis.classeur.RawCell;
import org.verifqis.classeur.SheetRows;
import org.verifqis.classeur.Source;
import org.verifqis.classeur.WorkbookFile;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Normalisation;
import org.verifqis.modele.Refus.Motif;
import org.xml.sax.SAXException;

/** Which correspondance reads a workbook: by its sheets and headers, and by its agreement. */
final class Choice {
  /** A header stands further up. */
  private static final int HEADER_ROWS = 300;

  private final Gabarit gabarit;
  private final Limites limites;
  private final List<Correspondance> profiles;

  Choice(Gabarit gabarit, Limites limites, List<Correspondance> profiles) {
    this.gabarit = gabarit;
    this.limites = limites;
    this.profiles = profiles;
  }

  /** A profile, how much of it is there, and whether the file's name tells its agreement. */
  private record Fit(Correspondance profile, double share, boolean named) {}

  /**
   * The one that fits; null where the workbook is the template.
   *
   * @throws FichierRefuse if none does, or several do alike
   */
  Correspondance of(WorkbookFile workbook, Source source) throws IOException, SAXException {
    if (isTemplate(workbook)) {
      return null;
    }
    if (profiles.size() == 1) {
      return profiles.get(0);
    }
    List<Fit> fits = new ArrayList<>();
    for (Correspondance profile : profiles) {
      double share = share(profile, workbook);
      if (share > 0.5 && !isOfAnother(profile, source.nom())) {
        fits.add(new Fit(profile, share, says(source.nom(), profile.entente())));
      }
    }
    Comparator<Fit> order = Comparator.comparing(Fit::named).thenComparing(Fit::share).reversed();
    fits.sort(order);
    if (fits.isEmpty()) {
      throw new FichierRefuse(Motif.SANS_CORRESPONDANCE, names(profiles));
    }
    if (fits.size() > 1 && order.compare(fits.get(0), fits.get(1)) == 0) {
      List<Correspondance> alike =
          fits.stream().filter(f -> order.compare(f, fits.get(0)) == 0).map(Fit::profile).toList();
      throw new FichierRefuse(Motif.CORRESPONDANCES_EGALES, names(alike));
    }
    return fits.get(0).profile();
  }

  private static String names(List<Correspondance> profiles) {
    return String.join(", ", profiles.stream().map(Correspondance::fichier).toList());
  }

  /** Whether most of the template's own sheets are there. */
  private boolean isTemplate(WorkbookFile workbook) {
    List<String> names = workbook.sheetNames().stream().map(Normalisation::normalise).toList();
    List<FeuilleVoulue> wanted = gabarit.feuilles().stream().filter(f -> !f.facultative()).toList();
    long there =
        wanted.stream().filter(f -> names.contains(Normalisation.normalise(f.nom()))).count();
    boolean own = profiles.stream().anyMatch(p -> names(p, workbook) == p.blocs().size());
    return 2 * there > wanted.size() && !own;
  }

  /** How many blocks find a sheet of their name. */
  private static long names(Correspondance profile, WorkbookFile workbook) {
    return profile.blocs().stream()
        .filter(
            b ->
                !b.table().sheets().isAny()
                    && workbook.sheetNames().stream().anyMatch(b.table().sheets()::has))
        .count();
  }

  private boolean isOfAnother(Correspondance profile, String file) {
    return profile.entente() != null
        && !says(file, profile.entente())
        && gabarit.ententes().keySet().stream().anyMatch(code -> says(file, code));
  }

  private static boolean says(String file, String code) {
    return code != null && file.toUpperCase(Locale.ROOT).contains(code);
  }

  private double share(Correspondance profile, WorkbookFile workbook)
      throws IOException, SAXException {
    int found = 0;
    for (BlockSpec block : profile.blocs()) {
      found += isThere(block, workbook) ? 1 : 0;
    }
    return profile.blocs().isEmpty() ? 0 : (double) found / profile.blocs().size();
  }

  private boolean isThere(BlockSpec block, WorkbookFile workbook) throws IOException, SAXException {
    for (WorkbookFile.Sheet sheet : workbook.sheets()) {
      if (block.table().sheets().has(sheet.name()) && isThere(block, workbook, sheet)) {
        return true;
      }
    }
    return false;
  }

  private boolean isThere(BlockSpec block, WorkbookFile workbook, WorkbookFile.Sheet sheet)
      throws IOException, SAXException {
    Merges merges = Merges.of(workbook, sheet);
    List<String> labels = Names.labels(block.columns());
    boolean form =
        block.kind() == BlockSpec.Kind.FORMULAIRE
            || block.kind() == BlockSpec.Kind.FICHE
            || block.kind() == BlockSpec.Kind.TRANSPOSE;
    int[] seen = {0};
    Feuille place = new Feuille(sheet.name(), sheet.name(), 0, Feuille.Etat.LUE);
    TableScan.Listener end =
        new TableScan.Listener() {
          @Override
          public void header(Headers headers) {
            seen[0] = Integer.MAX_VALUE;
            throw new SheetRows.Stop();
          }

          @Override
          public void line(Line line) {
            // None comes before the header.
          }
        };
    TableScan scan =
        new TableScan(
            block.table(), place, merges, Names.headers(block.columns()), block.needed(), end);
    SheetRows.read(
        workbook,
        sheet,
        merges,
        limites.lignes(),
        new SheetRows.Consumer() {
          @Override
          public void hiddenColumns(int first, int last) {
            // Whether it is there is asked, not who sees it.
          }

          @Override
          public void row(int row, boolean hidden, List<RawCell> cells) {
            if (row > HEADER_ROWS) {
              throw new SheetRows.Stop();
            }
            if (!form) {
              scan.row(row, hidden, cells);
              return;
            }
            for (RawCell cell : cells) {
              boolean label =
                  cell.kind() == RawCell.Kind.TEXT && labels.contains(Headers.key(cell.text()));
              seen[0] += label ? 1 : 0;
            }
          }
        });
    return form ? 2 * seen[0] >= labels.size() && seen[0] > 0 : seen[0] > 0;
  }
}
