package org.verifqis.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.verifqis.classeur.Sha256;
import org.verifqis.rapport.RedacteurHtml;

/**
 * The style sheet and the script of the pages, under a name that changes with what is in them: a
 * browser keeps them for as long as they are the same.
 */
@Controller
class Statics {

  private final Asset style;
  private final Asset script;

  /** A file that the pages need. */
  private record Asset(String path, MediaType type, byte[] bytes) {
    /** So many of its hash tell one from another. */
    private static final int DIGITS = 16;

    static Asset of(String name, String ending, MediaType type, byte[] bytes) {
      String digest = Sha256.de(bytes).substring(0, DIGITS);
      return new Asset("/statique/" + digest + "/" + name + ending, type, bytes);
    }
  }

  Statics() {
    style =
        Asset.of(
            "verifqis",
            ".css",
            MediaType.valueOf("text/css;charset=UTF-8"),
            together(
                read(RedacteurHtml.class, "rapport.css"),
                read(Statics.class, "web.css"),
                read(Statics.class, "filing.css")));
    script =
        Asset.of(
            "verifqis",
            ".js",
            MediaType.valueOf("text/javascript;charset=UTF-8"),
            read(Statics.class, "web.js"));
  }

  String style() {
    return style.path;
  }

  String script() {
    return script.path;
  }

  @GetMapping("/statique/{digest}/{name}")
  ResponseEntity<byte[]> asset(@PathVariable String digest, @PathVariable String name) {
    String path = "/statique/" + digest + "/" + name;
    for (Asset asset : new Asset[] {style, script}) {
      if (asset.path.equals(path)) {
        return ResponseEntity.ok()
            .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
            .contentType(asset.type)
            .body(asset.bytes);
      }
    }
    throw new NotFound();
  }

  private static byte[] read(Class<?> host, String name) {
    try (InputStream stream = host.getResourceAsStream(name)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(name + " can't be read", e);
    }
  }

  private static byte[] together(byte[]... pieces) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      bytes.writeBytes(piece);
    }
    return bytes.toByteArray();
  }
}
