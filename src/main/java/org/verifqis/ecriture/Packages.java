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
 */
final class Packages {
  static final LocalDateTime HOUR = LocalDateTime.of(2000, 1, 1, 0, 0);

  private Packages() {}

  static void write(XSSFWorkbook workbook, OutputStream stream) throws IOException {
    Path draft = Files.createTempFile("verifqis", ".xlsx");
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      workbook.write(bytes);
      Files.write(draft, bytes.toByteArray());
      copy(draft.toFile(), stream);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void copy(File file, OutputStream stream) throws IOException {
    try (ZipFile zip = new ZipFile(file)) {
      ZipOutputStream copy = new ZipOutputStream(stream);
      for (Enumeration<? extends ZipEntry> parts = zip.entries(); parts.hasMoreElements(); ) {
        ZipEntry part = parts.nextElement();
        ZipEntry same = new ZipEntry(part.getName());
        same.setTimeLocal(HOUR);
        copy.putNextEntry(same);
        zip.getInputStream(part).transferTo(copy);
        copy.closeEntry();
      }
      copy.finish();
    }
  }
}
