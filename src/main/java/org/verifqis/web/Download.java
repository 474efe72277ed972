package org.verifqis.web;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.verifqis.rapport.Inoffensif;

/** An answer that the browser keeps as a file. */
final class Download {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String XLSM = "application/vnd.ms-excel.sheet.macroEnabled.12";

  private Download() {}

  /** The type of a workbook, by its name. */
  static MediaType workbook(String name) {
    return MediaType.valueOf(name.toLowerCase(Locale.ROOT).endsWith(".xlsm") ? XLSM : XLSX);
  }

  /** Whether corrections can be written into it: other formats are read only. */
  static boolean isCorrectable(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !lower.endsWith(".xls") && !lower.endsWith(".ods");
  }

  /** A name with another ending. */
  static String withEnding(String name, String ending) {
    int point = name.lastIndexOf('.');
    return (point > 0 ? name.substring(0, point) : name) + "." + ending;
  }

  static ResponseEntity<byte[]> of(String name, MediaType type, byte[] bytes) {
    return headers(name, type).body(bytes);
  }

  /** What an {@link Answer} gives as its body. */
  static ResponseEntity<Object> of(String name, MediaType type, Object body) {
    return headers(name, type).body(body);
  }

  /** What a stream holds, which is closed in the end. */
  static ResponseEntity<InputStreamResource> of(String name, MediaType type, InputStream stream) {
    return headers(name, type).body(new InputStreamResource(stream));
  }

  private static ResponseEntity.BodyBuilder headers(String name, MediaType type) {
    ContentDisposition fichier =
        ContentDisposition.attachment()
            .filename(Inoffensif.ligne(name), StandardCharsets.UTF_8)
            .build();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, fichier.toString())
        .cacheControl(CacheControl.noStore())
        .contentType(type);
  }
}
