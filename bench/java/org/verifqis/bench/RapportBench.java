package org.verifqis.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.verifqis.classeur.LecteurReddition;
import org.verifqis.classeur.Limites;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Gabarit;
import org.verifqis.rapport.Langue;
import org.verifqis.rapport.Rapport;
import org.verifqis.rapport.RedacteurConsole;
import org.verifqis.rapport.RedacteurCsv;
import org.verifqis.rapport.RedacteurHtml;
import org.verifqis.rapport.RedacteurJson;
import org.verifqis.rapport.RedacteurRapport;
import org.verifqis.rapport.Textes;
import org.verifqis.regles.Moteur;
import org.verifqis.regles.Parametres;
import org.verifqis.regles.Registre;

/** Writing the report of a reddition that was judged; one project in a hundred has a finding. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class RapportBench {
  private static final int WIDTH = 100;

  /** Rows of sheet Projets. */
  @Param({"50", "20000"})
  public int projects;

  /** What is written. */
  @Param({"console", "json", "csv", "html"})
  public String format;

  private Rapport report;
  private RedacteurRapport writer;

  /** Reads and judges the workbook. */
  @Setup
  public void setUp() {
    Gabarit gabarit = LecteurGabarit.charge();
    Textes texts = Textes.charge(Langue.FR, gabarit);
    LecteurReddition reader = new LecteurReddition(gabarit, Limites.parDefaut());
    Moteur rules = new Moteur(Registre.charge(), Parametres.charge());
    report =
        new Rapport(
            new Rapport.Outil("verifqis", "1.0.0"),
            OffsetDateTime.parse("2024-06-30T12:00:00-04:00"),
            List.of(rules.juge(reader.lis(Fichiers.workbook(projects)))),
            List.of());
    writer =
        switch (format) {
          case "json" -> new RedacteurJson(texts);
          case "csv" -> new RedacteurCsv(texts);
          case "html" -> new RedacteurHtml(texts);
          default -> new RedacteurConsole(texts, false, WIDTH, StandardCharsets.UTF_8);
        };
  }

  /** Writes it to nowhere. */
  @Benchmark
  public void report() throws IOException {
    writer.ecris(report, OutputStream.nullOutputStream());
  }
}
