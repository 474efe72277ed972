package org.verifqis.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.verifqis.rapport.Inoffensif;

/** Writes a file whole or not at all. */
final class WholeFile {
  private static final int BUFFER = 1 << 16;
  private static final String DRAFT = ".verifqis-";
  private static final String PART = ".part";

  /** What fills the file. */
  interface Content {
    void write(OutputStream stream) throws IOException;
  }

  /** A file that was there, that is not ours, and that stays. */
  static final class Kept extends RuntimeException {
    private final transient Path file;

    Kept(Path file) {
      super(file + " is kept");
      this.file = file;
    }

    Path file() {
      return file;
    }
  }

  /** A file that could not be written. */
  static final class NotWritten extends IOException {
    private final transient Path file;

    NotWritten(Path file, IOException cause) {
      super(file + " is not written", cause);
      this.file = file;
    }

    /** The key of the message that says why. */
    String key() {
      return "erreur.ecriture" + reason(file, getCause());
    }

    Path file() {
      return file;
    }
  }

  private static final int LONGEST_NAME = 200;

  /** With so little room left, nothing is written. */
  private static final long LITTLE = 1 << 16;

  /** What systems say of a disk on which there is no room, or none for this person. */
  private static final List<String> FULL =
      List.of("No space left", "not enough space", "quota exceeded");

  /** What systems and databases say where nothing may be written. */
  private static final List<String> READ_ONLY = List.of("Read-only", "read only");

  private static final Set<PosixFilePermission> OURS =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private WholeFile() {}

  /**
   * So much of a name that a number and an ending can follow it in any file system, without what
   * would end a line in a list of files.
   */
  static String startOfName(String name) {
    StringBuilder start = new StringBuilder();
    int bytes = 0;
    for (int c : Inoffensif.ligne(name).codePoints().toArray()) {
      bytes += Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
      if (bytes > LONGEST_NAME) {
        break;
      }
      start.appendCodePoint(c);
    }
    return start.toString();
  }

  /**
   * What ends the key of the message that says why a file could not be written; empty where nothing
   * tells.
   */
  static String reason(Path file, Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      String said = String.valueOf(cause.getMessage());
      if (FULL.stream().anyMatch(said::contains)) {
        return ".plein";
      }
      if (cause instanceof AccessDeniedException || READ_ONLY.stream().anyMatch(said::contains)) {
        return ".droits";
      }
    }
    Path there = file.toAbsolutePath().getParent();
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (there == null) {
      return "";
    }
    if (!Files.isWritable(there)) {
      return ".droits";
    }
    return there.toFile().getUsableSpace() < LITTLE ? ".plein" : "";
  }

  /** Writes a file of a kind over none but one that may be written over. */
  static void write(Path file, Kind kind, Overwriting overwriting, Content content)
      throws IOException {
    if (overwriting.keeps(file, kind)) {
      throw new Kept(file);
    }
    write(file, content);
  }

  /** Writes a file that nobody else may read, where the file system knows of such. */
  static void writePrivate(Path file, Content content) throws IOException {
    try {
      writeBeside(file, content, true);
    } catch (IOException e) {
      throw new NotWritten(file, e);
    }
  }

  /** Writes beside the file, then puts it in its place. */
  static void write(Path file, Content content) throws IOException {
    try {
      writeBeside(file, content, false);
    } catch (IOException e) {
      throw new NotWritten(file, e);
    }
  }

  private static void writeBeside(Path file, Content content, boolean ours) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    // Not a file of createTempFile, which nobody else may read.
    Path draft = folder.resolve(DRAFT + UUID.randomUUID() + PART);
    try {
      if (ours
          && Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class)) {
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(OURS));
      } else {
        Files.createFile(draft);
      }
      try (OutputStream stream =
          new BufferedOutputStream(
              Files.newOutputStream(draft, StandardOpenOption.WRITE), BUFFER)) {
        content.write(stream);
      }
      move(draft, file);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /**
   * Removes what a process left half written in a folder when it was killed, an hour ago or more.
   */
  static void sweep(Path folder, Instant now) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    FileTime limit = FileTime.from(now.minus(1, ChronoUnit.HOURS));
    try (DirectoryStream<Path> drafts = Files.newDirectoryStream(folder, DRAFT + "*" + PART)) {
      for (Path draft : drafts) {
        if (Files.getLastModifiedTime(draft).compareTo(limit) < 0) {
          Files.deleteIfExists(draft);
        }
      }
    }
  }

  private static void move(Path draft, Path file) throws IOException {
    try {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
