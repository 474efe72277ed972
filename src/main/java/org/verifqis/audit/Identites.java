package org.verifqis.audit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.verifqis.classeur.LecteurReddition;
import org.verifqis.classeur.Limites;
import org.verifqis.classeur.Source;
import org.verifqis.modele.Reddition;
import org.verifqis.service.Atelier;
import org.verifqis.service.Issue;

/**
 * What the files of an audit are, by their content. They are hashed while whatever else an audit
 * needs is being loaded.
 */
public final class Identites {
  private final CompletableFuture<List<Issue<Reddition.Fichier>>> issues;

  private Identites(CompletableFuture<List<Issue<Reddition.Fichier>>> issues) {
    this.issues = issues;
  }

  /**
   * Begins to look at files.
   *
   * @param ouvriers how many are looked at at once
   * @param delai how long one file may take
   */
  public static Identites commence(
      List<Path> fichiers, Limites limites, int ouvriers, Duration delai, Durees durees) {
    Atelier atelier = new Atelier(ouvriers, delai);
    return new Identites(
        CompletableFuture.supplyAsync(
            () ->
                atelier.chacun(
                    fichiers,
                    f -> atelier.enTemps(f.toString(), () -> identifie(f, limites, durees)),
                    () -> {}),
            Identites::aCote));
  }

  /** What became of each, in their order. */
  List<Issue<Reddition.Fichier>> attends() {
    return issues.join();
  }

  private static Reddition.Fichier identifie(Path fichier, Limites limites, Durees durees) {
    return durees.mesure(
        Phase.LECTURE, () -> LecteurReddition.identifie(Source.de(fichier), limites));
  }

  /** Not one of the threads that all share: it only waits. */
  private static void aCote(Runnable tache) {
    Thread fil = new Thread(tache, "audit-identites");
    fil.setDaemon(true);
    fil.start();
  }
}
