package org.verifqis.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The files that a command line names, folders being searched for workbooks. */
final class InputFiles {
  /**
   * Endings of workbooks; those that are not read are reported, so that none is passed over in
   * silence.
   */
  private static final Set<String> WORKBOOKS = Set.of("xlsx", "xlsm", "xls", "xlsb", "ods");

  /** What Excel and LibreOffice leave beside a workbook that is open. */
  private static final List<String> LOCK_PREFIXES = List.of("~$", ".~lock");

  private InputFiles() {}

  /**
   * The files, those of a folder in the order of their paths. Links to folders are not followed,
   * lest a run leave its folder or go round in circles. A path that does not exist, that is called
   * a workbook and is none, or a folder that can't be looked into is given back as it is: whoever
   * reads it will say so.
   */
  static List<Path> of(List<Path> named) {
    List<Path> files = new ArrayList<>();
    for (Path path : named) {
      if (Files.isDirectory(path)) {
        files.addAll(workbooksBelow(path));
      } else {
        files.add(path);
      }
    }
    return files.stream().distinct().toList();
  }

  private static List<Path> workbooksBelow(Path folder) {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (isWorkbook(file)) {
                found.add(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException thrown) {
              found.add(path);
              return FileVisitResult.CONTINUE;
            }
          });
      found.sort(Comparator.comparing(Path::toString));
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isWorkbook(Path file) {
    String name = file.getFileName().toString();
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return WORKBOOKS.contains(extension) && LOCK_PREFIXES.stream().noneMatch(name::startsWith);
  }
}
