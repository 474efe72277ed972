package org.verifqis.ecriture;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.verifqis.classeur.FichierRefuse;
import org.verifqis.classeur.FileGuard;
import org.verifqis.classeur.Limites;
import org.verifqis.classeur.MemoryWatch;
import org.verifqis.classeur.Source;
import org.verifqis.modele.Refus.Motif;

/**
 * A copy of a package in which some parts are changed, added or left out. Those that nobody touches
 * are copied as they are, still compressed.
 */
final class CopiedPackage implements Closeable {
  private static final String CONTENT_TYPES = "[Content_Types].xml";

  /** Bytes above which a part is not taken into memory, however large that is. */
  private static final long LARGEST = 256L << 20;

  /** A part is held as bytes and as text while it is read. */
  private static final int BYTES_PER_BYTE = 3;

  private static final int BUFFER = 1 << 16;

  /** What fills a part. */
  interface Content {
    void write(OutputStream stream) throws IOException;
  }

  private record Part(String name, byte[] deflated, long crc, long size) {}

  private final ZipFile zip;
  private final Map<String, ZipArchiveEntry> entries = new LinkedHashMap<>();
  private final Map<String, Part> written = new LinkedHashMap<>();
  private final Set<String> removed = new HashSet<>();
  private final Map<String, String> newTypes = new LinkedHashMap<>();
  private final Map<String, Relations> relations = new HashMap<>();
  private final MemoryWatch memory = new MemoryWatch();

  /** What is made of the copy of a workbook that lies in a file. */
  interface Work {
    void on(Source original, CopiedPackage parts) throws IOException;
  }

  /**
   * Lets a copy of a workbook be worked on.
   *
   * @throws FichierRefuse if it can't be read as a workbook, or can't be written to
   */
  static void copy(Source source, Limites limites, Work work) throws IOException {
    try (Source original = source.surDisque()) {
      FileGuard.checkWritable(original, limites);
      try (CopiedPackage parts = new CopiedPackage(original.chemin())) {
        work.on(original, parts);
      }
    } catch (FichierRefuse | CancellationException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      throw new FichierRefuse(Motif.NON_ANNOTABLE, null, e);
    } catch (OutOfMemoryError e) {
      throw new FichierRefuse(Motif.MEMOIRE, null, e);
    }
  }

  CopiedPackage(Path file) throws IOException {
    this.zip = ZipFile.builder().setPath(file).get();
    for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
      entries.putIfAbsent(key(entry.getName()), entry);
    }
  }

  private static String key(String name) {
    String slashes = name.replace('\\', '/').toLowerCase(Locale.ROOT);
    return slashes.startsWith("/") ? slashes.substring(1) : slashes;
  }

  boolean has(String name) {
    return !removed.contains(key(name))
        && (written.containsKey(key(name)) || entries.containsKey(key(name)));
  }

  /** The bytes of a part as the workbook has it. */
  byte[] bytes(String name) throws IOException {
    ZipArchiveEntry entry = entries.get(key(name));
    if (entry == null || entry.getSize() > LARGEST) {
      throw new FichierRefuse(entry == null ? Motif.CORROMPU : Motif.TROP_GROS_POUR_ANNOTER);
    }
    if (entry.getSize() * BYTES_PER_BYTE > Runtime.getRuntime().maxMemory()) {
      throw new FichierRefuse(Motif.MEMOIRE);
    }
    memory.check();
    byte[] bytes;
    try (InputStream stream = zip.getInputStream(entry)) {
      bytes = stream.readNBytes((int) entry.getSize());
      if (stream.read() >= 0) {
        throw new FichierRefuse(Motif.BOMBE);
      }
    }
    CRC32 sum = new CRC32();
    sum.update(bytes);
    if (bytes.length != entry.getSize() || sum.getValue() != entry.getCrc()) {
      throw new FichierRefuse(Motif.CORROMPU);
    }
    return bytes;
  }

  XmlText xml(String name) throws IOException {
    return XmlText.of(bytes(name));
  }

  /** What leads out of a part; of the package itself if its name is empty. */
  Relations relations(String source) throws IOException {
    Relations known = relations.get(key(source));
    if (known == null) {
      String name = Relations.part(source);
      known = new Relations(source, has(name) ? xml(name) : null);
      relations.put(key(source), known);
    }
    return known;
  }

  /** Writes a part anew. */
  void put(String name, Content content) throws IOException {
    memory.check();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    CRC32 sum = new CRC32();
    long[] size = {0};
    try (OutputStream deflated =
            new DeflaterOutputStream(bytes, deflater, BUFFER) {
              @Override
              public void write(byte[] some, int offset, int length) throws IOException {
                sum.update(some, offset, length);
                size[0] += length;
                super.write(some, offset, length);
              }
            };
        OutputStream buffered = new BufferedOutputStream(deflated, BUFFER)) {
      content.write(buffered);
    } finally {
      deflater.end();
    }
    ZipArchiveEntry old = entries.get(key(name));
    written.put(
        key(name),
        new Part(old == null ? name : old.getName(), bytes.toByteArray(), sum.getValue(), size[0]));
    removed.remove(key(name));
  }

  /** Adds a part of a type that is said for it alone. */
  void add(String name, String contentType, Content content) throws IOException {
    put(name, content);
    newTypes.put(name, contentType);
  }

  void remove(String name) {
    removed.add(key(name));
    newTypes.remove(name);
  }

  /** A name that no part has: a start, a number, an ending. */
  String free(String start, String end) {
    int n = 1;
    while (entries.containsKey(key(start + n + end)) || written.containsKey(key(start + n + end))) {
      n++;
    }
    return start + n + end;
  }

  void write(OutputStream stream) throws IOException {
    for (Relations some : List.copyOf(relations.values())) {
      if (some.isEdited()) {
        put(Relations.part(some.source()), some::write);
      }
    }
    writeContentTypes();
    ZipArchiveOutputStream copy = new ZipArchiveOutputStream(stream);
    for (Map.Entry<String, ZipArchiveEntry> entry : entries.entrySet()) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("annotating was interrupted");
      }
      Part part = written.remove(entry.getKey());
      if (removed.contains(entry.getKey())) {
        continue;
      }
      if (part == null) {
        try (InputStream raw = zip.getRawInputStream(entry.getValue())) {
          copy.addRawArchiveEntry(entry.getValue(), raw);
        }
      } else {
        add(copy, part);
      }
    }
    for (Part part : written.values()) {
      add(copy, part);
    }
    copy.finish();
    copy.flush();
  }

  private static void add(ZipArchiveOutputStream copy, Part part) throws IOException {
    ZipArchiveEntry entry = new ZipArchiveEntry(part.name);
    entry.setMethod(ZipEntry.DEFLATED);
    entry.setTimeLocal(Packages.Kind.COPY.hour());
    entry.setCrc(part.crc);
    entry.setSize(part.size);
    entry.setCompressedSize(part.deflated.length);
    copy.addRawArchiveEntry(entry, new ByteArrayInputStream(part.deflated));
  }

  private void writeContentTypes() throws IOException {
    XmlText types = xml(CONTENT_TYPES);
    for (XmlText.Node node : types.children(types.root(), "Override")) {
      String part = types.attribute(node, "PartName");
      if (part != null && removed.contains(key(part))) {
        types.delete(node);
      }
    }
    newTypes.forEach(
        (name, type) ->
            types.append(
                types.root(),
                "<~Override PartName=\"/"
                    + XmlEscapes.escape(name)
                    + "\" ContentType=\""
                    + type
                    + "\"/>"));
    if (types.isEdited()) {
      put(CONTENT_TYPES, types::write);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
