package org.verifqis.audit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.verifqis.classeur.LecteurReddition;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Resume;
import org.verifqis.modele.statistiques.Apport;
import org.verifqis.modele.statistiques.Statistiques;
import org.verifqis.regles.Depots;
import org.verifqis.regles.Ensemble;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Moteur;

/** Compiles the statistics of every workbook of a folder. */
public final class Compilateur {
  private final LecteurReddition lecteur;
  private final Moteur moteur;
  private final Atelier atelier;

  /**
   * With these rules.
   *
   * @param ouvriers how many files are worked on at once
   * @param delai how long one file may take
   */
  public Compilateur(LecteurReddition lecteur, Moteur moteur, int ouvriers, Duration delai) {
    this.lecteur = lecteur;
    this.moteur = moteur;
    this.atelier = new Atelier(ouvriers, delai);
  }

  /**
   * What was compiled, and what was left out of it.
   *
   * @param echecs files that could not be read
   * @param irrecevables redditions that can't be assessed
   * @param ecartees files in whose stead another one counts
   * @param autresExercices how many redditions are of a year that was not asked for
   */
  public record Compilation(
      Statistiques statistiques,
      List<Resultat.Echec> echecs,
      List<Resume> irrecevables,
      List<Ensemble.Ecartee> ecartees,
      long autresExercices) {}

  private record Lue(Resume resume, Apport apport) {}

  /** Compiles; no file can stop it. */
  public Compilation compile(
      List<Path> fichiers,
      List<Exercice> exercices,
      Collection<Entente> ententes,
      Runnable unDeFait) {
    List<Atelier.Issue<Lue>> issues = atelier.chacun(fichiers, this::lis, unDeFait);
    List<Lue> lues = new ArrayList<>();
    List<Resultat.Echec> echecs = new ArrayList<>();
    for (int i = 0; i < issues.size(); i++) {
      if (issues.get(i).valeur() != null) {
        lues.add(issues.get(i).valeur());
      } else {
        echecs.add(new Resultat.Echec(fichiers.get(i), issues.get(i).echec()));
      }
    }
    List<Lue> voulues =
        lues.stream()
            .filter(
                lue ->
                    lue.resume().exercice() == null || exercices.contains(lue.resume().exercice()))
            .toList();
    List<Depots> depots = Depots.tous(voulues.stream().map(Lue::resume).toList());
    List<Resume> retenues = depots.stream().map(Depots::retenu).toList();
    List<Ensemble.Ecartee> ecartees =
        depots.stream()
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
                .filter(lue -> lue.apport() != null && contient(retenues, lue.resume()))
                .map(Lue::apport)
                .toList()),
        echecs,
        voulues.stream()
            .map(Lue::resume)
            .filter(r -> !r.recevable() && (!r.situee() || contient(retenues, r)))
            .toList(),
        ecartees,
        lues.size() - voulues.size());
  }

  private static boolean contient(List<Resume> retenues, Resume reddition) {
    return retenues.stream().anyMatch(r -> r == reddition);
  }

  private Lue lis(Path fichier) {
    Reddition reddition = lecteur.lis(fichier);
    Jugement jugement = moteur.juge(reddition);
    Resume resume =
        Resume.de(reddition, jugement.exercice(), jugement.edition(), jugement.recevable());
    return new Lue(
        resume,
        jugement.recevable()
            ? Apport.de(
                reddition, jugement.entente(), jugement.exercice(), jugement.participation())
            : null);
  }
}
