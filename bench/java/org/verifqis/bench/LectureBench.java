package org.verifqis.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.xml.stream.XMLStreamException;
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
import org.verifqis.modele.Reddition;

/** Reading a workbook, beside the floor of its unzip and a bare XML parse. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class LectureBench {
  /** Rows of sheet Projets. */
  @Param({"50", "5000"})
  public int projects;

  private final LecteurReddition reader =
      new LecteurReddition(LecteurGabarit.charge(), Limites.parDefaut());
  private Path file;

  /** Writes the workbook. */
  @Setup
  public void setUp() {
    file = Fichiers.workbook(projects);
  }

  /** The reader. */
  @Benchmark
  public Reddition reading() {
    return reader.lis(file);
  }

  /** The floor. */
  @Benchmark
  public long floor() throws IOException, XMLStreamException {
    return Plancher.read(file, true);
  }
}
