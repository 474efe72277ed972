package org.verifqis.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Erreur;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Resume;
import org.verifqis.modele.statistiques.Apport;
import org.verifqis.modele.statistiques.Statistiques;
import org.verifqis.modele.statistiques.Statistiques.Place;
import org.verifqis.regles.Depots;
import org.verifqis.regles.Ensemble;
import org.verifqis.regles.Jugement;

/**
 * The statistics of redditions, and what was left out of them.
 *
 * @param erreurs files that could not be read
 * @param irrecevables redditions that can't be assessed
 * @param ecartees files in whose stead another one counts
 * @param autresExercices how many redditions are of a year that was not asked for
 * @param autresEntentes how many are of an agreement that was not asked for
 */
public record Compilation(
    Statistiques statistiques,
    List<Erreur> erreurs,
    List<Resume> irrecevables,
    List<Ensemble.Ecartee> ecartees,
    long autresExercices,
    long autresEntentes) {

  /** A reddition as far as it is compiled; what it adds is null where it can't be assessed. */
  public record Lue(Resume resume, Apport apport) {
    /** That of a reddition that was judged. */
    public static Lue de(Reddition reddition, Jugement jugement) {
      Resume resume =
          Resume.de(reddition, jugement.exercice(), jugement.edition(), jugement.recevable());
      return new Lue(resume, compte(resume) ? apport(reddition, jugement) : null);
    }

    /** Where the rule that asks for agreement and year could not be run, they may be unknown. */
    private static boolean compte(Resume resume) {
      return resume.recevable() && resume.situee();
    }

    /** Whether all is there that is compiled of such a reddition. */
    public boolean estEntiere() {
      return apport != null || !compte(resume);
    }

    private static Apport apport(Reddition reddition, Jugement jugement) {
      return Apport.de(
          reddition, jugement.entente(), jugement.exercice(), jugement.participation());
    }
  }

  /** What keeps of workbooks what is compiled of them, so that they need not be read again. */
  public interface Gardees {
    /** What it keeps of a content; empty where it is to be read. */
    Optional<Lue> trouve(Reddition.Fichier fichier);

    /** Keeps what was read and judged. */
    void garde(Jugement jugement, Lue lue);
  }

  /** Compiles what was read for some years. */
  static Compilation de(
      List<Issue<Lue>> issues, List<Exercice> exercices, Collection<Entente> ententes) {
    List<Lue> lues = new ArrayList<>();
    List<Erreur> erreurs = new ArrayList<>();
    for (Issue<Lue> issue : issues) {
      if (issue.reussie()) {
        lues.add(issue.valeur());
      } else {
        erreurs.add(issue.erreur());
      }
    }
    List<Lue> duTemps =
        lues.stream()
            .filter(
                lue ->
                    lue.resume().exercice() == null || exercices.contains(lue.resume().exercice()))
            .toList();
    List<Lue> voulues =
        duTemps.stream()
            .filter(
                lue -> lue.resume().entente() == null || ententes.contains(lue.resume().entente()))
            .toList();
    List<Depots> depots = Depots.tous(voulues.stream().map(Lue::resume).toList());
    List<Depots> comptes = depots.stream().filter(Depots::compte).toList();
    List<Resume> retenues = comptes.stream().map(Depots::retenu).toList();
    List<Ensemble.Ecartee> ecartees =
        comptes.stream()
            .flatMap(
                memes ->
                    memes.redditions().stream()
                        .filter(r -> r != memes.retenu())
                        .map(r -> new Ensemble.Ecartee(r, memes.retenu())))
            .toList();
    return new Compilation(
        Statistiques.de(
            exercices,
            ententes,
            voulues.stream()
                .filter(lue -> contient(retenues, lue.resume()))
                .map(Lue::apport)
                .toList(),
            depots.stream()
                .filter(memes -> !memes.compte())
                .map(memes -> new Place(memes.entente(), memes.exercice()))
                .collect(Collectors.toUnmodifiableSet())),
        erreurs,
        voulues.stream()
            .map(Lue::resume)
            .filter(r -> !r.recevable() && ecartees.stream().noneMatch(e -> e.reddition() == r))
            .toList(),
        ecartees,
        lues.size() - duTemps.size(),
        duTemps.size() - voulues.size());
  }

  private static boolean contient(List<Resume> retenues, Resume reddition) {
    return retenues.stream().anyMatch(r -> r == reddition);
  }
}
