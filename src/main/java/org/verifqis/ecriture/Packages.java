package org.verifqis.ecriture;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes workbooks so that the same content gives the same bytes: POI stamps parts with the hour.
 * The hour put in its place tells what we made; no program that saves a workbook anew keeps it.
 */
public final class Packages {
  private static final String CONTENT_TYPES = "[Content_Types].xml";

  /** What we make. */
  public enum Kind {
    TEMPLATE(2),
    TABLES(4),
    COPY(6);

    private final LocalDateTime hour;

    Kind(int minute) {
      this.hour = LocalDateTime.of(2000, 1, 1, 0, minute);
    }

    LocalDateTime hour() {
      return hour;
    }
  }

  private Packages() {}

  /** Whether a file is one that we made as this, and that nobody has saved since. */
  public static boolean isAsMade(Path file, Kind kind) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry types = zip.getEntry(CONTENT_TYPES);
      return types != null && kind.hour.equals(types.getTimeLocal());
    } catch (IOException e) {
      return false;
    }
  }

  static void write(XSSFWorkbook workbook, Kind kind, OutputStream stream) throws IOException {
    Path draft = Files.createTempFile("verifqis", ".xlsx");
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      workbook.write(bytes);
      Files.write(draft, bytes.toByteArray());
      copy(draft.toFile(), kind, stream);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void copy(File file, Kind kind, OutputStream stream) throws IOException {
    try (ZipFile zip = new ZipFile(file)) {
      ZipOutputStream copy = new ZipOutputStream(stream);
      for (Enumeration<? extends ZipEntry> parts = zip.entries(); parts.hasMoreElements(); ) {
        ZipEntry part = parts.nextElement();
        ZipEntry same = new ZipEntry(part.getName());
        same.setTimeLocal(kind.hour);
        copy.putNextEntry(same);
        zip.getInputStream(part).transferTo(copy);
        copy.closeEntry();
      }
      copy.finish();
    }
  }
}
