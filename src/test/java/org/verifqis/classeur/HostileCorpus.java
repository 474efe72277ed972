package org.verifqis.classeur;

import static org.verifqis.classeur.RawWorkbook.row;
import static org.verifqis.classeur.RawWorkbook.text;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Gabarit.FeuilleVoulue;

/**
 * Workbooks that mean harm, each with what has to come of it: the reasons for which it may be
 * refused, or {@link #READ} with the number of its projects.
 */
final class HostileCorpus {
  /** It is read. */
  static final String READ = "LU ";

  /** Makes a file. */
  interface Maker {
    void make(Path file) throws Exception;
  }

  private static final FeuilleVoulue PROJECTS =
      LecteurGabarit.charge().feuilles().stream()
          .filter(f -> f.nom().equals("Projets"))
          .findFirst()
          .orElseThrow();

  /** Where the number of a project stands. */
  private static final String NUMBER =
      RawWorkbook.column(PROJECTS.champs().stream().map(Champ::cle).toList().indexOf("numero") + 1);

  private final Map<String, String> expected = new LinkedHashMap<>();
  private final Path folder;
  private final Predicate<String> wanted;

  private HostileCorpus(Path folder, Predicate<String> wanted) {
    this.folder = folder;
    this.wanted = wanted;
  }

  /** Makes every file of the corpus; what would be fetched lies at an address. */
  static Map<String, String> make(Path folder, String address) throws Exception {
    return make(folder, address, name -> true);
  }

  /** Makes those files of the corpus whose names are wanted. */
  static Map<String, String> make(Path folder, String address, Predicate<String> wanted)
      throws Exception {
    HostileCorpus corpus = new HostileCorpus(folder, wanted);
    HostileZips.addTo(corpus);
    HostileXml.addTo(corpus, address);
    HostileSizes.addTo(corpus);
    HostileCells.addTo(corpus, address);
    HostileFiles.addTo(corpus);
    return corpus.expected;
  }

  /** Adds a file and what may come of it. */
  void add(String name, String outcome, Maker maker) throws Exception {
    if (!wanted.test(name)) {
      return;
    }
    if (expected.put(name, outcome) != null) {
      throw new IllegalStateException(name + " stands twice");
    }
    maker.make(folder.resolve(name));
  }

  /** Adds a workbook of projects that is written as it comes. */
  void add(String name, String outcome, RawWorkbook workbook) throws Exception {
    add(name, outcome, workbook::write);
  }

  /** Adds an archive. */
  void add(String name, String outcome, RawZip zip) throws Exception {
    add(name, outcome, zip::write);
  }

  /** A sheet of two projects. */
  static RawWorkbook twoProjects() {
    return projects(row(2, project(2)) + row(3, project(3)));
  }

  /** A sheet of projects: what stands below its header. */
  static RawWorkbook projects(String rows) {
    return new RawWorkbook().sheet("Projets", header() + rows);
  }

  /** The header of the sheet of projects. */
  static String header() {
    String[] cells = new String[PROJECTS.champs().size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = text(RawWorkbook.column(i + 1) + "1", PROJECTS.champs().get(i).libelle());
    }
    return row(1, cells);
  }

  /** The cell that makes a row a project. */
  static String project(int row) {
    return text(NUMBER + row, "P-" + row);
  }

  /** The same, with any content. */
  static String project(int row, String content) {
    return "<c r=\"" + NUMBER + row + "\"" + content + "</c>";
  }

  /** The column of a field of projects. */
  static String column(String key) {
    return RawWorkbook.column(PROJECTS.champs().stream().map(Champ::cle).toList().indexOf(key) + 1);
  }
}
