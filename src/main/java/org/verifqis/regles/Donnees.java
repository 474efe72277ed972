package org.verifqis.regles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The YAML files of {@code rules/} that travel with the program. */
final class Donnees {
  private Donnees() {}

  /** A file of {@code rules/}. */
  static JsonNode lis(String nom) {
    try (InputStream flux = Donnees.class.getResourceAsStream("/rules/" + nom)) {
      return new YAMLMapper().readTree(flux);
    } catch (IOException e) {
      throw new UncheckedIOException("rules/" + nom + " can't be read", e);
    }
  }

  /** The text of a scalar; null where there is none. */
  static String texte(JsonNode noeud) {
    return noeud == null || noeud.isNull() ? null : noeud.asText();
  }

  /** The texts of a list, or of a single scalar; empty where there is none. */
  static List<String> textes(JsonNode noeud) {
    List<String> textes = new ArrayList<>();
    if (noeud != null && noeud.isArray()) {
      noeud.forEach(element -> textes.add(element.asText()));
    } else if (noeud != null && !noeud.isNull()) {
      textes.add(noeud.asText());
    }
    return List.copyOf(textes);
  }
}
