package org.verifqis.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.verifqis.classeur.Source;

/** The files that somebody names, folders being searched for workbooks. */
public final class Sources {
  /**
   * Endings of workbooks; those that are not read are reported, so that none is passed over in
   * silence.
   */
  private static final Set<String> CLASSEURS = Set.of("xlsx", "xlsm", "xls", "xlsb", "ods");

  /** What Excel and LibreOffice leave beside a workbook that is open. */
  private static final List<String> VERROUS = List.of("~$", ".~lock");

  private Sources() {}

  /**
   * The files, those of a folder in the order of their paths. Links to folders are not followed,
   * lest a run leave its folder or go round in circles. A path that does not exist, that is called
   * a workbook and is none, or a folder that can't be looked into or holds no workbook is given
   * back as it is: whoever reads it will say so.
   *
   * <p>A file of a folder is told by its path below it, another by its name, and where several
   * would be told alike, each by its whole path as it was given.
   */
  public static List<Source> sous(List<Path> nommes) {
    Map<Path, String> noms = new LinkedHashMap<>();
    for (Path chemin : nommes) {
      if (Files.isDirectory(chemin)) {
        classeursSous(chemin).forEach(f -> noms.putIfAbsent(f, nom(chemin, f)));
      } else {
        noms.putIfAbsent(chemin, texte(chemin.getFileName()));
      }
    }
    Map<String, Long> combien =
        noms.values().stream().collect(Collectors.groupingBy(n -> n, Collectors.counting()));
    return noms.entrySet().stream()
        .map(
            e ->
                Source.de(
                    combien.get(e.getValue()) == 1 ? e.getValue() : texte(e.getKey()), e.getKey()))
        .toList();
  }

  /** What a file below a folder is called: its path from there; the folder itself, its own. */
  public static String nom(Path dossier, Path fichier) {
    return dossier.equals(fichier) ? texte(dossier) : texte(dossier.relativize(fichier));
  }

  /** Written alike on every system. */
  private static String texte(Path chemin) {
    return chemin.toString().replace('\\', '/');
  }

  private static List<Path> classeursSous(Path dossier) {
    List<Path> trouves = new ArrayList<>();
    try {
      Files.walkFileTree(
          dossier,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path fichier, BasicFileAttributes attributs) {
              if (estUnClasseur(fichier)) {
                trouves.add(fichier);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path chemin, IOException cause) {
              trouves.add(chemin);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path chemin, IOException cause) {
              // Of a folder on a share that went, the rest is not known.
              if (cause != null) {
                trouves.add(chemin);
              }
              return FileVisitResult.CONTINUE;
            }
          });
      trouves.sort(Comparator.comparing(Path::toString));
      return trouves.isEmpty() ? List.of(dossier) : trouves;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean estUnClasseur(Path fichier) {
    String nom = fichier.getFileName().toString();
    String fin = nom.substring(nom.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return CLASSEURS.contains(fin) && VERROUS.stream().noneMatch(nom::startsWith);
  }
}
