package org.verifqis.regles;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What nodes of the data of {@code rules/} hold. */
public final class Noeuds {
  private Noeuds() {}

  /** The text of a scalar; null where there is none. */
  public static String texte(JsonNode noeud) {
    return noeud == null || noeud.isNull() ? null : noeud.asText();
  }

  /** The texts of a list, or of a single scalar; empty where there is none. */
  public static List<String> textes(JsonNode noeud) {
    List<String> textes = new ArrayList<>();
    if (noeud != null && noeud.isArray()) {
      noeud.forEach(element -> textes.add(element.asText()));
    } else if (noeud != null && !noeud.isNull()) {
      textes.add(noeud.asText());
    }
    return List.copyOf(textes);
  }
}
