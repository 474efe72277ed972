package org.verifqis.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.verifqis.regles.Moteur;
import org.verifqis.regles.Parametres;

/**
 * What a judgement depends on besides the workbook.
 *
 * @param outil version of the program
 * @param regles hash of the program that reads and judges, its rules and its register
 * @param parametres hash of the parameters, those of a file included
 * @param derogations hash of the dérogations; the key leaves them out, as what the rules find does
 *     not depend on them
 */
public record Empreintes(String outil, String regles, String parametres, String derogations) {
  /** Parts of the program that write what was judged, or ask for it. */
  private static final List<String> SANS_EFFET =
      List.of("org/verifqis/rapport", "org/verifqis/cli", "org/verifqis/audit", "rules/textes");

  /** Those of this program with these parameters, and these dérogations, as text. */
  public static Empreintes de(String outil, Parametres parametres, String derogations) {
    StringBuilder valeurs = new StringBuilder();
    parametres.cles().stream()
        .sorted()
        .forEach(cle -> valeurs.append(cle).append(parametres.valeurs(cle)));
    return new Empreintes(outil, programme(outil), hache(valeurs.toString()), hache(derogations));
  }

  /** The key of what the rules found. */
  String cle() {
    return hache(outil + regles + parametres);
  }

  private static String programme(String outil) {
    try {
      Path lieu = Path.of(Moteur.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return hache(outil + (Files.isDirectory(lieu) ? classes(lieu) : archive(lieu)));
    } catch (URISyntaxException | IOException e) {
      throw new IllegalStateException("the program can't be read", e);
    }
  }

  /** The checksums that the jar holds: reading forty megabytes each time would be slow. */
  private static String archive(Path jar) throws IOException {
    StringBuilder sommes = new StringBuilder();
    try (ZipFile archive = new ZipFile(jar.toFile())) {
      archive.stream()
          .filter(entree -> compte(entree.getName()))
          .sorted(java.util.Comparator.comparing(java.util.zip.ZipEntry::getName))
          .forEach(entree -> sommes.append(entree.getName()).append(entree.getCrc()));
    }
    return sommes.toString();
  }

  private static String classes(Path dossier) throws IOException {
    StringBuilder sommes = new StringBuilder();
    try (Stream<Path> arbre = Files.walk(dossier)) {
      arbre
          .filter(Files::isRegularFile)
          .sorted()
          .filter(f -> compte(dossier.relativize(f).toString().replace('\\', '/')))
          .forEach(f -> sommes.append(dossier.relativize(f)).append(somme(f)));
    }
    return sommes.toString();
  }

  private static boolean compte(String nom) {
    return nom.startsWith("org/verifqis/audit/Codec")
        || SANS_EFFET.stream().noneMatch(nom::startsWith);
  }

  private static long somme(Path fichier) {
    try (InputStream flux = Files.newInputStream(fichier)) {
      java.util.zip.CRC32 somme = new java.util.zip.CRC32();
      somme.update(flux.readAllBytes());
      return somme.getValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String hache(String texte) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(texte.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
