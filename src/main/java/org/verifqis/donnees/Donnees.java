package org.verifqis.donnees;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The data of {@code rules/} that travel with the program. The build turns their YAML into JSON,
 * which is read in a small part of the time: every command starts by reading them.
 */
public final class Donnees {
  private static final String YAML = ".yaml";
  private static final String JSON = ".json";

  private static final ObjectMapper LECTEUR = JsonMapper.builder().build();

  private Donnees() {}

  /** A file of {@code rules/}, by its name without ending. */
  public static JsonNode lis(String nom) {
    try (InputStream flux = Donnees.class.getResourceAsStream("/rules/" + nom + JSON)) {
      if (flux == null) {
        throw new IllegalStateException("rules/" + nom + JSON + " is missing: see the build");
      }
      return LECTEUR.readTree(flux);
    } catch (IOException e) {
      throw new UncheckedIOException("rules/" + nom + " can't be read", e);
    }
  }

  /**
   * Called by the build.
   *
   * @param dossiers folders in which the JSON is written beside each file of YAML
   */
  public static void main(String[] dossiers) throws IOException {
    ObjectMapper yaml = new YAMLMapper();
    for (String dossier : dossiers) {
      try (DirectoryStream<Path> fichiers =
          Files.newDirectoryStream(Path.of(dossier), "*" + YAML)) {
        for (Path fichier : fichiers) {
          String nom = fichier.getFileName().toString();
          Path cible =
              fichier.resolveSibling(nom.substring(0, nom.length() - YAML.length()) + JSON);
          Files.write(cible, LECTEUR.writeValueAsBytes(yaml.readTree(fichier.toFile())));
        }
      }
    }
  }
}
