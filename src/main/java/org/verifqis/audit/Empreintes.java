package org.verifqis.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.verifqis.classeur.Sha256;
import org.verifqis.regles.Moteur;
import org.verifqis.regles.Parametres;
import org.verifqis.service.Guichet;

/**
 * What a judgement, with what is kept beside it, depends on besides the workbook.
 *
 * @param outil version of the program
 * @param regles hash of what reads and judges of the program, with its rules and its register
 * @param parametres hash of the parameters, those of a file included
 * @param derogations hash of the dérogations; the key leaves them out, as what the rules find does
 *     not depend on them
 */
public record Empreintes(String outil, String regles, String parametres, String derogations) {
  /** The folders whose own files read, judge or are kept; what lies deeper is told by itself. */
  private static final Set<String> DOSSIERS =
      Set.of(
          "org/verifqis/donnees",
          "org/verifqis/modele",
          "org/verifqis/modele/statistiques",
          "org/verifqis/classeur",
          "org/verifqis/regles");

  /** How other files begin on which a judgement, or how it is kept, depends. */
  private static final List<String> DEBUTS =
      List.of(
          "org/verifqis/regles/drl/",
          "org/verifqis/audit/Codec",
          "org/verifqis/audit/bibliotheques.properties",
          "rules/registre.",
          "rules/gabarit.",
          "META-INF/kmodule.xml",
          "META-INF/kie/");

  /** Those of this program with these parameters, and these dérogations, as text. */
  public static Empreintes de(String outil, Parametres parametres, String derogations) {
    return de(outil, parametres, derogations, "");
  }

  /** Those of what a counter judges; where it reads through correspondances, with those. */
  public static Empreintes de(String outil, Guichet guichet, String derogations) {
    return de(
        outil, guichet.socle().parametres(), derogations, guichet.empreinteDesCorrespondances());
  }

  private static Empreintes de(
      String outil, Parametres parametres, String derogations, String correspondances) {
    StringBuilder valeurs = new StringBuilder(correspondances);
    parametres.cles().stream()
        .sorted()
        .forEach(cle -> valeurs.append(cle).append(parametres.valeurs(cle)));
    return new Empreintes(
        outil,
        Sha256.de(outil + String.join("\n", programme())),
        Sha256.de(valeurs.toString()),
        Sha256.de(derogations));
  }

  /** Whether a judgement depends on a file of the program, told by its path in it. */
  static boolean juge(String fichier) {
    int barre = fichier.lastIndexOf('/');
    return barre >= 0 && DOSSIERS.contains(fichier.substring(0, barre))
        || DEBUTS.stream().anyMatch(fichier::startsWith);
  }

  /** Whether a judgement by one and by the other are the same. */
  boolean jugentComme(Empreintes autres) {
    return cle().equals(autres.cle()) && derogations.equals(autres.derogations);
  }

  /** The key of what the rules found. */
  String cle() {
    return Sha256.de(outil + regles + parametres);
  }

  /** The files of the program that judge, each with its checksum, in order. */
  static List<String> programme() {
    try {
      Path lieu = Path.of(Moteur.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      List<String> sommes = Files.isDirectory(lieu) ? classes(lieu) : archive(lieu);
      Collections.sort(sommes);
      return sommes;
    } catch (URISyntaxException | IOException e) {
      throw new IllegalStateException("the program can't be read", e);
    }
  }

  /** The checksums that the jar holds: reading forty megabytes each time would be slow. */
  private static List<String> archive(Path jar) throws IOException {
    List<String> sommes = new ArrayList<>();
    try (ZipFile archive = new ZipFile(jar.toFile())) {
      Enumeration<? extends ZipEntry> entrees = archive.entries();
      while (entrees.hasMoreElements()) {
        ZipEntry entree = entrees.nextElement();
        if (!entree.isDirectory() && juge(entree.getName())) {
          sommes.add(entree.getName() + entree.getCrc());
        }
      }
    }
    return sommes;
  }

  private static List<String> classes(Path dossier) throws IOException {
    List<String> sommes = new ArrayList<>();
    try (Stream<Path> arbre = Files.walk(dossier)) {
      for (Path fichier : arbre.filter(Files::isRegularFile).toList()) {
        String nom = dossier.relativize(fichier).toString().replace('\\', '/');
        if (juge(nom)) {
          sommes.add(nom + somme(fichier));
        }
      }
    }
    return sommes;
  }

  private static long somme(Path fichier) {
    try (InputStream flux = Files.newInputStream(fichier)) {
      CRC32 somme = new CRC32();
      somme.update(flux.readAllBytes());
      return somme.getValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
