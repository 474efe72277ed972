package org.verifqis.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Where an upload lies while it is read, as parts of a workbook are read apart from each other: a
 * folder that is nobody else's. What a sudden end left in it is gone at the next start.
 */
@Component
class Passage implements DisposableBean {
  private final Path folder;
  private final boolean ours;

  Passage(ServerSettings settings) {
    ours = settings.passage() == null;
    try {
      folder =
          ours
              ? Files.createTempDirectory("verifqis-serveur")
              : Files.createDirectories(settings.passage());
      empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path folder() {
    return folder;
  }

  /** Ends the files that we put there, and nothing else. */
  private void empty() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Passage::isOurs).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static boolean isOurs(Path file) {
    return Files.isRegularFile(file) && file.getFileName().toString().startsWith("verifqis");
  }

  @Override
  public void destroy() throws IOException {
    empty();
    if (ours) {
      Files.deleteIfExists(folder);
    }
  }
}
