package org.verifqis.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Where an upload lies while it is read, as parts of a workbook are read apart from each other: a
 * folder that is nobody else's. What a sudden end left, in it or in that of another server that is
 * no more, is gone at the next start.
 */
@Component
class Passage implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(Passage.class);
  private static final String NAME = "verifqis-serveur";

  /** Of servers of this process, which live: closing the file of a lock lets go of it. */
  private static final String OF_THIS_PROCESS =
      NAME
          + "-%d-%d-"
              .formatted(
                  ProcessHandle.current().pid(),
                  ManagementFactory.getRuntimeMXBean().getStartTime());

  /** Held for as long as a server lives: the system lets go of it however that ends. */
  private static final String LOCK = "verrou";

  private final Path folder;
  private final boolean ours;
  private final FileChannel lock;

  Passage(ServerSettings settings) {
    ours = settings.passage() == null;
    try {
      folder =
          ours
              ? Files.createTempDirectory(OF_THIS_PROCESS)
              : Files.createDirectories(settings.passage());
      lock = open(folder.resolve(LOCK));
      if (lock.tryLock() == null) {
        throw new IOException(folder + " is another server's");
      }
      empty(folder);
      if (ours) {
        clearAbandoned(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path folder() {
    return folder;
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
  }

  /** Ends the folders of servers that were killed, beside ours and of our user. */
  private static void clearAbandoned(Path ours) throws IOException {
    List<Path> others;
    try (Stream<Path> all = Files.list(ours.getParent())) {
      others =
          all.filter(other -> other.getFileName().toString().startsWith(NAME))
              .filter(other -> !other.getFileName().toString().startsWith(OF_THIS_PROCESS))
              .filter(other -> Files.isDirectory(other, LinkOption.NOFOLLOW_LINKS))
              .toList();
    }
    for (Path other : others) {
      try {
        if (Files.getOwner(other).equals(Files.getOwner(ours)) && isAbandoned(other)) {
          delete(other);
        }
      } catch (IOException e) {
        LOG.warn("what a server left in {} can't be deleted: {}", other, e.toString());
      }
    }
  }

  /** Whether nobody holds it; one that is just being made has no lock yet. */
  private static boolean isAbandoned(Path folder) throws IOException {
    Path file = folder.resolve(LOCK);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (FileChannel channel = open(file);
        FileLock free = channel.tryLock()) {
      return free != null;
    }
  }

  /** Ends the files that we put there, and nothing else. */
  private static void empty(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.getFileName().toString().startsWith("verifqis")).toList();
    }
    for (Path file : files) {
      delete(file);
    }
  }

  /** Ends a file, or a folder with what is in it; where a link leads is left alone. */
  static void delete(Path file) throws IOException {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        file,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path one, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(one);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path one, IOException failed)
              throws IOException {
            Files.deleteIfExists(one);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @Override
  public void destroy() throws IOException {
    empty(folder);
    lock.close();
    Files.deleteIfExists(folder.resolve(LOCK));
    if (ours) {
      Files.deleteIfExists(folder);
    }
  }
}
