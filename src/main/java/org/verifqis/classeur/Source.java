package org.verifqis.classeur;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A workbook to be read, and the name by which people are told of it: a file, or bytes that came
 * from elsewhere. Workbooks are read from files, as a part of one is read without the others; bytes
 * are put into a passing one for as long as it is open.
 */
public final class Source implements AutoCloseable {
  /** No part so large is read. */
  private static final long PLUS_QU_ON_NE_LIT = 4L << 30;

  private final String nom;
  private final String nomDeFichier;
  private final Path chemin;
  private final byte[] octets;

  /** Whether the file is to end with it. */
  private final boolean passagere;

  private Source(String nom, String nomDeFichier, Path chemin, byte[] octets, boolean passagere) {
    this.nom = nom;
    this.nomDeFichier = nomDeFichier;
    this.chemin = chemin;
    this.octets = octets;
    this.passagere = passagere;
  }

  /** A file, told by its name without its folder. */
  public static Source de(Path fichier) {
    return de(fichier.getFileName().toString(), fichier);
  }

  /** A file, told by that name, for instance its path below a folder. */
  public static Source de(String nom, Path fichier) {
    return new Source(nom, fichier.getFileName().toString(), fichier, null, false);
  }

  /** Bytes, told by the name of the file that they came from. */
  public static Source de(String nom, byte[] octets) {
    int dossiers = Math.max(nom.lastIndexOf('/'), nom.lastIndexOf('\\'));
    return new Source(nom, nom.substring(dossiers + 1), null, octets, false);
  }

  /**
   * What a stream holds, which is read now, and no further than tells that it is too large; the
   * stream is not closed.
   *
   * @param limites those within which it will be read
   */
  public static Source de(String nom, InputStream flux, Limites limites) throws IOException {
    int assez = (int) Math.min(Integer.MAX_VALUE - Long.BYTES, limites.octets() + 1);
    return de(nom, flux.readNBytes(assez));
  }

  /** The name by which people are told of it. */
  public String nom() {
    return nom;
  }

  /** Its name without its folders. */
  public String nomDeFichier() {
    return nomDeFichier;
  }

  /** The ending of its name, in lower case, without its dot; empty without one. */
  String terminaison() {
    int point = nomDeFichier.lastIndexOf('.');
    return point < 0 ? "" : nomDeFichier.substring(point + 1).toLowerCase(Locale.ROOT);
  }

  /** The file; null where it lies in none. */
  public Path chemin() {
    return chemin;
  }

  /** The same in a file; to be closed, which ends that file where it is a passing one. */
  public Source surDisque() throws IOException {
    return surDisque(null);
  }

  /**
   * The same in a file of a folder; to be closed, which ends that file where it is a passing one.
   *
   * @param dossier where a passing file lies; null for where this machine puts such files
   */
  public Source surDisque(Path dossier) throws IOException {
    if (chemin != null) {
      return new Source(nom, nomDeFichier, chemin, null, false);
    }
    Path fichier =
        dossier == null
            ? Files.createTempFile("verifqis", ".xlsx")
            : Files.createTempFile(dossier, "verifqis", ".xlsx");
    try {
      Files.write(fichier, octets);
    } catch (IOException e) {
      Files.deleteIfExists(fichier);
      throw e;
    }
    return new Source(nom, nomDeFichier, fichier, null, true);
  }

  /**
   * How many bytes its parts promise to hold together, by which it is told how much memory reading
   * it may want; its own bytes where it has no parts, 0 where it lies in no file.
   */
  long deployee() {
    if (chemin == null || !Files.isRegularFile(chemin)) {
      return 0;
    }
    try (ZipFile archive = new ZipFile(chemin.toFile())) {
      return archive.stream()
          .mapToLong(ZipEntry::getSize)
          .map(taille -> Math.max(0, Math.min(taille, PLUS_QU_ON_NE_LIT)))
          .sum();
    } catch (IOException | RuntimeException e) {
      // An .xls has none; reading will tell what is wrong with others.
      return Math.min(chemin.toFile().length(), PLUS_QU_ON_NE_LIT);
    }
  }

  @Override
  public void close() throws IOException {
    if (passagere) {
      Files.deleteIfExists(chemin);
    }
  }
}
