package org.verifqis.bench;

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
import org.verifqis.modele.Reddition;
import org.verifqis.regles.Accord;
import org.verifqis.regles.JugeALaMain;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Moteur;
import org.verifqis.regles.Parametres;
import org.verifqis.regles.Registre;

/** Judging a reddition that was read: the rules beside the same checks by hand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ReglesBench {
  /** Rows of sheet Projets. */
  @Param({"50", "1000", "20000"})
  public int projects;

  private final Moteur rules = new Moteur(Registre.charge(), Parametres.charge());
  private final JugeALaMain byHand = new JugeALaMain(Registre.charge(), Parametres.charge());
  private Reddition reddition;

  /** Reads the workbook; no figure is worth printing where the two disagree. */
  @Setup
  public void setUp() {
    reddition =
        new LecteurReddition(LecteurGabarit.charge(), Limites.parDefaut())
            .lis(Fichiers.workbook(projects));
    List<String> differences = Accord.ecarts(rules.juge(reddition), byHand.juge(reddition));
    if (!differences.isEmpty()) {
      throw new IllegalStateException(differences.toString());
    }
  }

  /** The rule engine. */
  @Benchmark
  public Jugement rules() {
    return rules.juge(reddition);
  }

  /** The same checks by hand. */
  @Benchmark
  public Jugement byHand() {
    return byHand.juge(reddition);
  }
}
