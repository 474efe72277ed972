package org.verifqis.audit;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.verifqis.classeur.Sha256;
import org.verifqis.modele.Exercice;
import org.verifqis.regles.derogations.Derogations;

/**
 * What an audit is asked to look at.
 *
 * @param racine the folder
 * @param fichiers the workbooks below it, in the order of the report; the folder itself where there
 *     is none
 * @param date the day on which it is asked what is missing
 * @param exercices the years for which it is asked; empty for those that are found
 * @param derogations findings that staff accept; null for none
 * @param ouvriers how many files are worked on at once
 * @param delai how long one file may take
 * @param nom by what the history knows it; null for the folder
 */
public record Demande(
    Path racine,
    List<Path> fichiers,
    LocalDate date,
    List<Exercice> exercices,
    Derogations derogations,
    int ouvriers,
    Duration delai,
    String nom) {
  /** A longer path is told by its end and its hash: databases bound what they index. */
  private static final int CHEMIN_MAXIMAL = 600;

  /** What stands for a byte of a name that can't be told in this encoding. */
  private static final char ILLISIBLE = '\uFFFD';

  /** An audit of a folder, by which the history knows it. */
  public Demande(
      Path racine,
      List<Path> fichiers,
      LocalDate date,
      List<Exercice> exercices,
      Derogations derogations,
      int ouvriers,
      Duration delai) {
    this(racine, fichiers, date, exercices, derogations, ouvriers, delai, null);
  }

  /** Where a file lies below the folder, written alike on every system. */
  public String chemin(Path fichier) {
    String chemin = racine.relativize(fichier).toString().replace('\\', '/');
    if (chemin.indexOf(ILLISIBLE) >= 0) {
      // Two such names may look the same; their bytes do not.
      chemin += " " + Sha256.de(fichier.toUri().getRawPath());
    }
    return chemin.length() <= CHEMIN_MAXIMAL
        ? chemin
        : Sha256.de(chemin) + chemin.substring(chemin.length() - CHEMIN_MAXIMAL);
  }

  /**
   * Whether the folder itself can't be looked into, or holds no workbook: as a share that is not
   * mounted looks, on which no reddition was withdrawn.
   */
  boolean estSansFichier() {
    return fichiers.equals(List.of(racine));
  }

  /** The dérogations as they stand on the day of the audit, as text; empty without any. */
  public String texteDesDerogations() {
    return derogations == null ? "" : derogations.texte(date);
  }

  /** The years for which it is asked, as text; empty for those that are found. */
  String texteDesExercices() {
    return exercices.stream().map(Exercice::nom).collect(Collectors.joining(","));
  }

  /** By what the history knows what was audited. */
  public String dossier() {
    return nom != null ? nom : racine.toAbsolutePath().normalize().toString();
  }
}
