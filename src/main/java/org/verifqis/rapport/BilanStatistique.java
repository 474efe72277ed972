package org.verifqis.rapport;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.verifqis.modele.Erreur;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Refus;
import org.verifqis.modele.Resume;
import org.verifqis.modele.statistiques.Statistiques;
import org.verifqis.modele.statistiques.Statistiques.Compilee;
import org.verifqis.modele.statistiques.TableRemplie;
import org.verifqis.modele.statistiques.Tables;
import org.verifqis.regles.Ensemble;
import org.verifqis.service.Compilation;

/**
 * Statistics, as they are reported.
 *
 * @param outil the program
 * @param genereLe when they were compiled
 * @param statistiques the figures
 * @param tables its tables
 * @param laissees the files that are left out
 * @param autresExercices how many redditions are of years that were not asked for
 * @param autresEntentes how many are of agreements that were not asked for
 * @param detail whether each figure is traced to its redditions
 */
public record BilanStatistique(
    Rapport.Outil outil,
    OffsetDateTime genereLe,
    Statistiques statistiques,
    List<TableRemplie> tables,
    List<Laissee> laissees,
    long autresExercices,
    long autresEntentes,
    boolean detail) {

  /** Why a file is left out. */
  public enum Motif {
    ILLISIBLE,
    IRRECEVABLE,
    REMPLACEE,
    /** It counts, but its projects are unknown. */
    SANS_PROJETS
  }

  /**
   * A file that is left out.
   *
   * @param fichier its name
   * @param motif why
   * @param refus why it can't be read; null otherwise
   * @param retenu the file that counts in its stead; null otherwise
   */
  public record Laissee(String fichier, Motif motif, Refus refus, String retenu) {
    /** One that can't be read. */
    private static Laissee de(Erreur erreur) {
      return new Laissee(erreur.fichier(), Motif.ILLISIBLE, erreur.refus(), null);
    }

    private static Laissee de(Reddition.Fichier fichier, Motif motif) {
      return new Laissee(fichier.nom(), motif, null, null);
    }
  }

  /** What was compiled, and all that was left out. */
  public static BilanStatistique de(
      Compilation compilation, OffsetDateTime genereLe, boolean parExercice, boolean detail) {
    List<Laissee> laissees = new ArrayList<>();
    compilation.erreurs().forEach(erreur -> laissees.add(Laissee.de(erreur)));
    for (Resume reddition : compilation.irrecevables()) {
      laissees.add(Laissee.de(reddition.fichier(), Motif.IRRECEVABLE));
    }
    for (Ensemble.Ecartee une : compilation.ecartees()) {
      laissees.add(
          new Laissee(
              une.reddition().fichier().nom(),
              Motif.REMPLACEE,
              null,
              une.retenue().fichier().nom()));
    }
    for (Compilee une : compilation.statistiques().redditions()) {
      if (!une.apport().projetsLus()) {
        laissees.add(Laissee.de(une.apport().fichier(), Motif.SANS_PROJETS));
      }
    }
    return new BilanStatistique(
        Rapport.Outil.courant(),
        genereLe,
        compilation.statistiques(),
        Tables.de(compilation.statistiques(), parExercice, detail),
        laissees,
        compilation.autresExercices(),
        compilation.autresEntentes(),
        detail);
  }
}
