package org.verifqis.classeur;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.verifqis.modele.Refus.Motif;

/**
 * What a file is looked at for before anything of it is read: its size, its format, the promises of
 * its directory.
 */
public final class FileGuard {
  private static final long LARGEST_ENTRY = 1L << 30;

  /** Parts of an archive. */
  static final int MOST_ENTRIES = 10_000;

  /**
   * An entry this large that is a thousand times its compressed size is no text that people wrote.
   */
  private static final long SUSPICIOUS_SIZE = 10L << 20;

  private static final long BOMB_RATIO = 1000;
  private static final Pattern XML_PART =
      Pattern.compile("\\.(xml|rels|vml)$", Pattern.CASE_INSENSITIVE);

  /** What LibreOffice declares a document type in; it is never read. */
  private static final Pattern MACROS = Pattern.compile("^(Basic|Dialogs)/");

  /** Parts that tell of the others: no workbook that people made has much of that. */
  private static final Pattern PACKAGE_PART =
      Pattern.compile("^\\[Content_Types]\\.xml$|\\.rels$", Pattern.CASE_INSENSITIVE);

  private static final long LARGEST_PACKAGING = 4L << 20;
  private static final int BUFFER = 1 << 14;

  /** More than tells what a file is. */
  private static final int HEAD = 1 << 9;

  private static final int LONGEST_MIME_TYPE = 200;

  private FileGuard() {}

  /** The formats that are read, told by what a file holds whatever its ending. */
  public enum Format {
    OOXML,
    XLS,
    ODS
  }

  /** What a file is. Throws FichierRefuse unless it may be a workbook within the limits. */
  public static Format check(Source source, Limites limites) {
    return check(source, limites, true);
  }

  /** The same for a file that is to be written back, marked or corrected. */
  public static void checkWritable(Source source, Limites limites) {
    Format format = check(source, limites);
    if (format != Format.OOXML) {
      throw new FichierRefuse(Motif.LECTURE_SEULE, "." + format.name().toLowerCase(Locale.ROOT));
    }
  }

  /** The same for a file whose content may be known to have passed: what is in it is not opened. */
  static void checkOutside(Source source, Limites limites) {
    check(source, limites, !isRead(source.terminaison()));
  }

  private static Format check(Source source, Limites limites, boolean inside) {
    Path file = source.chemin();
    if (!Files.exists(file)) {
      throw new FichierRefuse(Motif.INTROUVABLE);
    }
    if (Files.isDirectory(file) && Files.isReadable(file)) {
      throw new FichierRefuse(Motif.DOSSIER);
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new FichierRefuse(Motif.INACCESSIBLE);
    }
    if (!isNamed(file)) {
      throw new FichierRefuse(Motif.NOM_ILLISIBLE);
    }
    try {
      long size = Files.size(file);
      if (size == 0) {
        throw new FichierRefuse(Motif.VIDE);
      }
      if (size > limites.octets()) {
        throw new FichierRefuse(Motif.TROP_GROS, limites.octets() / Limites.OCTETS_PAR_MO);
      }
      return format(file, source.terminaison(), limites, inside);
    } catch (IOException e) {
      throw Xml.refusal(e);
    }
  }

  /** Whether its name, as text, leads to it: what opens archives takes nothing else. */
  private static boolean isNamed(Path file) {
    try {
      return Path.of(file.toString()).equals(file);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** Null for an archive that is not to be opened. */
  private static Format format(Path file, String extension, Limites limites, boolean inside)
      throws IOException {
    FileMagic magic;
    try (InputStream stream = new BufferedInputStream(Files.newInputStream(file), HEAD)) {
      magic = FileMagic.valueOf(stream);
    }
    return switch (magic) {
      case OLE2 -> oleFormat(file, extension);
      case BIFF2, BIFF3, BIFF4 -> throw new FichierRefuse(Motif.FORMAT_XLS);
      case OOXML -> inside ? checkDirectory(file, extension, limites) : null;
      default -> {
        Motif known = TextFormats.of(file);
        throw known == null ? unknown(extension) : new FichierRefuse(known);
      }
    };
  }

  private static FichierRefuse unknown(String extension) {
    return new FichierRefuse(
        isRead(extension) ? Motif.PAS_UN_CLASSEUR : Motif.EXTENSION, extension);
  }

  private static boolean isRead(String extension) {
    return isOoxml(extension) || extension.equals("xls") || extension.equals("ods");
  }

  /** Whether workbooks of an ending can be written back. */
  static boolean isOoxml(String extension) {
    return extension.equals("xlsx") || extension.equals("xlsm");
  }

  private static Format oleFormat(Path file, String extension) {
    try (POIFSFileSystem ole = new POIFSFileSystem(file.toFile(), true)) {
      if (ole.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
        throw new FichierRefuse(Motif.PROTEGE);
      }
      if (XlsFile.stream(ole) == null) {
        boolean old = ole.getRoot().hasEntryCaseInsensitive("Book");
        throw new FichierRefuse(old ? Motif.FORMAT_XLS : Motif.PAS_UN_CLASSEUR);
      }
      if (!isRead(extension)) {
        throw unknown(extension);
      }
      return Format.XLS;
    } catch (FichierRefuse e) {
      throw e;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new FichierRefuse(Motif.CORROMPU, null, e);
    }
  }

  private static Format checkDirectory(Path file, String extension, Limites limites)
      throws IOException {
    try (ZipFile zip = Parts.archive(file)) {
      if (zip.size() > MOST_ENTRIES) {
        throw new FichierRefuse(Motif.BOMBE);
      }
      Format format = archiveFormat(zip, extension);
      long total = 0;
      long packaging = 0;
      Xml.Prologs prologs = new Xml.Prologs();
      for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
        ZipEntry entry = entries.nextElement();
        long size = Math.max(0, entry.getSize());
        total += size;
        boolean squeezed = size > SUSPICIOUS_SIZE && size / BOMB_RATIO > entry.getCompressedSize();
        if (size > LARGEST_ENTRY || total > limites.deployes() || squeezed) {
          throw new FichierRefuse(Motif.BOMBE);
        }
        try {
          packaging += checkPart(zip, entry, prologs, LARGEST_PACKAGING - packaging);
        } catch (IOException e) {
          // It can't be inflated: whoever reads it will refuse it, and it may be that nobody does.
        }
      }
      return format;
    }
  }

  /** What a part adds to those that tell of the others. */
  private static long checkPart(
      ZipFile zip, ZipEntry entry, Xml.Prologs prologs, long packagingLeft) throws IOException {
    if (XML_PART.matcher(entry.getName()).find() && !MACROS.matcher(entry.getName()).find()) {
      try (InputStream part = zip.getInputStream(entry)) {
        prologs.refuseDoctype(part);
      }
    }
    return PACKAGE_PART.matcher(entry.getName()).find() ? size(zip, entry, packagingLeft) : 0;
  }

  /** The true size of a part, which is not read beyond a limit. */
  private static long size(ZipFile zip, ZipEntry entry, long limit) throws IOException {
    long size = 0;
    byte[] buffer = new byte[BUFFER];
    try (InputStream part = zip.getInputStream(entry)) {
      for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
        size += read;
        if (size > limit) {
          throw new FichierRefuse(Motif.DEMESURE);
        }
      }
    }
    return size;
  }

  private static Format archiveFormat(ZipFile zip, String extension) throws IOException {
    boolean ooxml = zip.getEntry("[Content_Types].xml") != null;
    String type = mimeType(zip);
    boolean ods =
        type.contains("opendocument.spreadsheet")
            || type.isEmpty() && !ooxml && zip.getEntry(OdsFile.CONTENT) != null;
    if (extension.equals("xlsb")) {
      throw new FichierRefuse(Motif.FORMAT_XLSB);
    }
    if (!isRead(extension)) {
      throw unknown(extension);
    }
    if (!ooxml && !ods) {
      throw new FichierRefuse(Motif.PAS_UN_CLASSEUR);
    }
    return ods ? Format.ODS : Format.OOXML;
  }

  private static String mimeType(ZipFile zip) throws IOException {
    ZipEntry entry = zip.getEntry("mimetype");
    if (entry == null) {
      return "";
    }
    try (InputStream stream = zip.getInputStream(entry)) {
      return new String(stream.readNBytes(LONGEST_MIME_TYPE), StandardCharsets.US_ASCII);
    }
  }
}
