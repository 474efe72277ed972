package org.verifqis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.verifqis.modele.Erreur;
import org.verifqis.rapport.PhrasesRefus;
import org.verifqis.rapport.Rapport;
import org.verifqis.rapport.RedacteurContinu;
import org.verifqis.rapport.RedacteurRapport;
import org.verifqis.rapport.Textes;
import org.verifqis.service.Guichet;
import org.verifqis.service.Verification;
import org.verifqis.service.Verification.Verifiee;

/**
 * Where the report of what was checked goes: to whoever called, to a file, or in parts to a folder.
 *
 * @param path the file or the folder; null for whoever called
 */
record ReportOutput(
    String path,
    ReportFormat format,
    Environment environment,
    Textes texts,
    Overwriting overwriting) {
  /** What judges, and hands each judgement over as soon as it may be written. */
  interface Judging {
    /** Returns the files that can't be judged. */
    List<Erreur> judge(Guichet.Remise taker) throws IOException;
  }

  /** Whether redditions can be written one after another, nothing of them being kept. */
  boolean isContinuous() {
    return (path == null || !isFolder(path)) && writer() instanceof RedacteurContinu;
  }

  private RedacteurRapport writer() {
    return format.writer(texts, environment.terminal(), path != null);
  }

  /** Writes the redditions one after another, as they are judged, where it is continuous. */
  void write(Rapport report, Judging judging) throws IOException {
    RedacteurContinu writer = (RedacteurContinu) writer();
    List<Erreur> errors = new ArrayList<>();
    WholeFile.Content content =
        stream -> {
          RedacteurContinu.Ouvrage work = writer.commence(report, stream);
          errors.addAll(judging.judge((source, judged) -> work.ajoute(judged)));
          work.acheve(errors, null, null);
        };
    if (path == null) {
      content.write(environment.out());
      environment.out().flush();
      return;
    }
    WholeFile.write(Path.of(path), format.kind(), overwriting, content);
    tell(errors);
  }

  private void tell(List<Erreur> errors) {
    PhrasesRefus words = new PhrasesRefus(texts.mots());
    errors.forEach(error -> environment.err().println(words.ligne(error)));
  }

  void write(Verification checked, Rapport report) throws IOException {
    RedacteurRapport writer = writer();
    if (path == null) {
      writer.ecris(report, environment.out());
      environment.out().flush();
      return;
    }
    if (isFolder(path)) {
      writeEach(checked, report, writer);
    } else {
      WholeFile.write(
          Path.of(path), format.kind(), overwriting, stream -> writer.ecris(report, stream));
    }
    tell(report.erreurs());
  }

  /**
   * A path that exists says what it is; another is a folder when it ends with a slash, which a Path
   * would lose.
   */
  static boolean isFolder(String path) {
    return Files.isDirectory(Path.of(path)) || path.endsWith("/") || path.endsWith("\\");
  }

  /** One report a reddition, named like its file; files of one name get a number. */
  private void writeEach(Verification checked, Rapport whole, RedacteurRapport writer)
      throws IOException {
    List<String> taken = new ArrayList<>();
    for (Verifiee reddition : checked.redditions()) {
      Rapport one = whole.seul(reddition.jugement());
      String name = reddition.source().nomDeFichier().replaceFirst("\\.[^.]*$", "");
      String start = WholeFile.startOfName(name);
      String free = start;
      for (int n = 2; taken.contains(free); n++) {
        free = start + "-" + n;
      }
      taken.add(free);
      WholeFile.write(
          Path.of(path).resolve(free + "." + format.extension()),
          format.kind(),
          overwriting,
          stream -> writer.ecris(one, stream));
    }
  }
}
