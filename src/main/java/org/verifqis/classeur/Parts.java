package org.verifqis.classeur;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.verifqis.modele.Refus.Motif;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/**
 * The parts of a workbook, found by the relations that lead to them. What nothing leads to, or
 * nobody asks for, is never looked at, so that it can't refuse a workbook (lecture.md, "Files").
 */
final class Parts implements AutoCloseable {
  private static final String CONTENT_TYPES = "[Content_Types].xml";
  private static final int MOST_RELATIONS = 100_000;

  /**
   * A part of the archive.
   *
   * @param parts those of its archive
   * @param entry where it is in it
   */
  record Part(Parts parts, ZipEntry entry) {
    /** Its name in the package, which begins without a slash. */
    String name() {
      return inPackage(entry.getName());
    }

    ZipFile zip() {
      return parts.zip;
    }

    /** Parsers that the parts of the archive share. */
    Xml.Parsers parsers() {
      return parts.parsers;
    }

    /** Whether it is small enough to be kept until the next one is. */
    boolean maybeKept() {
      return entry.getSize() >= 0 && entry.getSize() <= MOST_KEPT;
    }

    /** Reads it whole; who reads it next is spared inflating it. */
    byte[] keep() throws IOException {
      try (InputStream stream = PartStream.of(this)) {
        parts.kept = stream.readAllBytes();
      }
      parts.keptOf = entry;
      return parts.kept;
    }

    /** All of it if it is the one that was kept; null for any other. */
    byte[] kept() {
      return parts.keptOf == entry ? parts.kept : null;
    }
  }

  /**
   * A relation that leads to a part.
   *
   * @param type its type, a URI
   * @param target the part's name; null for what lies outside the workbook
   */
  record Relation(String type, String target) {
    /** Whether it is of a kind, whether its namespace is of Strict or of Transitional. */
    boolean leadsTo(String kind) {
      return type.endsWith("/" + kind);
    }
  }

  /** A sheet of some hundred projects. */
  private static final int MOST_KEPT = 1 << 18;

  private ZipEntry keptOf;
  private byte[] kept;

  private final ZipFile zip;
  private final Xml.Parsers parsers = new Xml.Parsers();
  private final Map<String, List<ZipEntry>> entries = new HashMap<>();

  private Parts(ZipFile zip) {
    this.zip = zip;
    zip.stream()
        .forEach(e -> entries.computeIfAbsent(key(e.getName()), k -> new ArrayList<>()).add(e));
  }

  static Parts open(Path file) throws IOException {
    return new Parts(archive(file));
  }

  /** Opens an archive; names that are not in UTF-8 are those of parts that nobody asks for. */
  static ZipFile archive(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile());
    } catch (java.util.zip.ZipException e) {
      return new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
    }
  }

  private static String inPackage(String name) {
    String slashed = name.replace('\\', '/');
    return slashed.startsWith("/") ? slashed.substring(1) : slashed;
  }

  private static String key(String name) {
    return inPackage(name).toLowerCase(Locale.ROOT);
  }

  /** The part of a name; null if there is none. One that stands twice could be read as either. */
  Part part(String name) {
    List<ZipEntry> found = name == null ? null : entries.get(key(name));
    if (found == null) {
      return null;
    }
    if (found.size() > 1) {
      throw new FichierRefuse(Motif.CORROMPU);
    }
    return new Part(this, found.get(0));
  }

  /** The relations of a part by their ids; those of the package itself for null. */
  Map<String, Relation> relations(Part from) throws IOException, SAXException {
    String name = from == null ? "" : from.name();
    int slash = name.lastIndexOf('/') + 1;
    String folder = name.substring(0, slash);
    Part part = part(folder + "_rels/" + name.substring(slash) + ".rels");
    Map<String, Relation> relations = new LinkedHashMap<>();
    if (part != null) {
      Xml.parse(
          part,
          new Xml.Handler() {
            @Override
            protected void start(String element, Attributes attributes) {
              String id = attributes.getValue("Id");
              String type = attributes.getValue("Type");
              if (element.equals("Relationship") && id != null && type != null) {
                relations.putIfAbsent(id, new Relation(type, target(folder, attributes)));
                if (relations.size() > MOST_RELATIONS) {
                  throw new FichierRefuse(Motif.DEMESURE);
                }
              }
            }
          });
    }
    return relations;
  }

  private static String target(String folder, Attributes attributes) {
    String target = attributes.getValue("Target");
    boolean outside = "External".equalsIgnoreCase(attributes.getValue("TargetMode"));
    return outside || target == null ? null : resolved(folder, target);
  }

  /** A target as the name of a part: from the package's root or from the folder, decoded. */
  private static String resolved(String folder, String target) {
    String plain = target.replace('\\', '/');
    int fragment = plain.indexOf('#');
    if (fragment >= 0) {
      plain = plain.substring(0, fragment);
    }
    try {
      plain = URLDecoder.decode(plain.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // A percent sign that encodes nothing stands for itself.
    }
    List<String> path = new ArrayList<>();
    for (String step : (plain.startsWith("/") ? plain : folder + plain).split("/")) {
      if (step.equals("..") && !path.isEmpty()) {
        path.remove(path.size() - 1);
      } else if (!step.isEmpty() && !step.equals(".") && !step.equals("..")) {
        path.add(step);
      }
    }
    return String.join("/", path);
  }

  /** The type of content that the package gives a part; empty where it gives none. */
  String contentType(Part wanted) throws IOException, SAXException {
    Part types = part(CONTENT_TYPES);
    if (types == null) {
      throw new FichierRefuse(Motif.PAS_UN_CLASSEUR);
    }
    Map<String, String> found = new HashMap<>();
    Xml.parse(
        types,
        new Xml.Handler() {
          @Override
          protected void start(String element, Attributes attributes) {
            String part = attributes.getValue("PartName");
            if (element.equals("Override")
                && part != null
                && key(part).equals(key(wanted.name()))) {
              found.put("", Objects.requireNonNullElse(attributes.getValue("ContentType"), ""));
            }
          }
        });
    return found.getOrDefault("", "");
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
