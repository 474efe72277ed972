package org.verifqis.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * What is known of the reports in a folder and the pages below it: of which findings they tell, and
 * in which bytes.
 */
final class ReportNotes {
  private static final String NAME = ".verifqis-rapports.properties";
  private static final int BUFFER = 1 << 16;

  /**
   * A part of a file.
   *
   * @param start its first byte
   * @param end the byte after its last
   * @param sum its CRC-32
   */
  record Part(long start, long end, long sum) {}

  private final Path file;
  private final Properties notes = new Properties();

  private ReportNotes(Path file) {
    this.file = file;
  }

  /** Those of a folder; none where there are none, or they can't be read. */
  static ReportNotes of(Path folder) {
    ReportNotes known = new ReportNotes(folder.resolve(NAME));
    try (Reader reader = Files.newBufferedReader(known.file, StandardCharsets.UTF_8)) {
      known.notes.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      known.notes.clear();
    }
    return known;
  }

  /** The part of a report that tells of some findings, by their key, if it is as it was written. */
  Optional<Part> find(Path report, String key) {
    String note = notes.getProperty(name(report));
    if (note == null || key == null) {
      return Optional.empty();
    }
    String[] words = note.split(" ");
    try {
      Part part =
          new Part(Long.parseLong(words[1]), Long.parseLong(words[2]), Long.parseLong(words[3]));
      return words[0].equals(key) && isWhole(report, part) ? Optional.of(part) : Optional.empty();
    } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static boolean isWhole(Path report, Part part) throws IOException {
    CRC32 sum = new CRC32();
    try (InputStream stream = Files.newInputStream(report)) {
      stream.skipNBytes(part.start());
      copy(
          new CheckedInputStream(stream, sum),
          part.end() - part.start(),
          OutputStream.nullOutputStream());
    }
    return sum.getValue() == part.sum();
  }

  /** Copies so many bytes. */
  static void copy(InputStream from, long length, OutputStream to) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long left = length;
    while (left > 0) {
      int read = from.readNBytes(buffer, 0, (int) Math.min(BUFFER, left));
      if (read == 0) {
        throw new IOException("the file is shorter than it was");
      }
      to.write(buffer, 0, read);
      left -= read;
    }
  }

  /** Notes what a report tells; without a key that it can't be taken over. */
  void put(Path report, String key, Part part) {
    put(name(report), key, part.start() + " " + part.end() + " " + part.sum());
  }

  private synchronized void put(String name, String key, String rest) {
    if (key == null) {
      notes.remove(name);
    } else {
      notes.setProperty(name, key + " " + rest);
    }
  }

  /**
   * Whether a page tells of some findings, by their key; of a page only its size is looked at, as
   * there are many.
   */
  boolean hasPage(String page, String key) throws IOException {
    try {
      return key != null
          && (key + " " + Files.size(file.resolveSibling(page))).equals(notes.getProperty(page));
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Notes what a page tells; without a key that it can't be left as it is. */
  void putPage(String page, String key) throws IOException {
    put(page, key, Long.toString(Files.size(file.resolveSibling(page))));
  }

  /** Notes that a page is to be written anew, whatever it tells. */
  void forgetPage(String page) {
    notes.remove(page);
  }

  /** Writes the notes for the next time. */
  void keep() throws IOException {
    String lines =
        new TreeMap<>(notes)
            .entrySet().stream()
                .map(note -> note.getKey() + "=" + note.getValue() + "\n")
                .collect(Collectors.joining());
    WholeFile.write(file, stream -> stream.write(lines.getBytes(StandardCharsets.UTF_8)));
  }

  private static String name(Path report) {
    return report.getFileName().toString();
  }
}
