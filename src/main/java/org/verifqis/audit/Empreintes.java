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
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
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
  /**
   * Parts of the program on which a judgement may depend; of the libraries, the file that names
   * them.
   */
  private static final List<String> PARTIES =
      List.of("org/verifqis/", "rules/", "META-INF/kie/", "META-INF/maven/org.verifqis/");

  /** Parts of them that write what was judged, or ask for it. */
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
    List<String> sommes = new ArrayList<>();
    try (ZipFile archive = new ZipFile(jar.toFile())) {
      Enumeration<? extends ZipEntry> entrees = archive.entries();
      while (entrees.hasMoreElements()) {
        ZipEntry entree = entrees.nextElement();
        if (compte(entree.getName())) {
          sommes.add(entree.getName() + entree.getCrc());
        }
      }
    }
    Collections.sort(sommes);
    return String.join("\n", sommes);
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
        || commence(nom, PARTIES) && !commence(nom, SANS_EFFET);
  }

  private static boolean commence(String nom, List<String> debuts) {
    for (String debut : debuts) {
      if (nom.startsWith(debut)) {
        return true;
      }
    }
    return false;
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
