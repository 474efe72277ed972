package org.verifqis.classeur;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Regime;
import org.verifqis.modele.TypeValeur;

/** Reads the template's description, {@code rules/gabarit.yaml}, that travels with the program. */
public final class GabaritYaml {
  private static final String LISTE_ENTENTES = "ententes";

  private GabaritYaml() {}

  /** The template. */
  public static Gabarit charge() {
    try (InputStream flux = GabaritYaml.class.getResourceAsStream("/rules/gabarit.yaml")) {
      return gabarit(new YAMLMapper().readTree(flux));
    } catch (IOException e) {
      throw new UncheckedIOException("rules/gabarit.yaml can't be read", e);
    }
  }

  private static Gabarit gabarit(JsonNode racine) {
    List<FeuilleVoulue> feuilles = new ArrayList<>();
    racine.get("formulaires").forEach(f -> feuilles.add(feuille(f, false, f.get("champs"))));
    racine.get("tableaux").forEach(f -> feuilles.add(feuille(f, true, f.get("colonnes"))));
    Map<String, Map<String, String>> listes = new LinkedHashMap<>();
    Map<String, Entente> ententes = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> liste : racine.get("listes").properties()) {
      Map<String, String> libelles = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> code : liste.getValue().properties()) {
        if (liste.getKey().equals(LISTE_ENTENTES)) {
          Entente entente = entente(code.getKey(), code.getValue());
          ententes.put(entente.code(), entente);
          libelles.put(entente.code(), entente.nom());
        } else {
          libelles.put(code.getKey(), code.getValue().asText());
        }
      }
      listes.put(liste.getKey(), libelles);
    }
    return new Gabarit(List.copyOf(feuilles), listes, ententes);
  }

  private static FeuilleVoulue feuille(JsonNode feuille, boolean tableau, JsonNode champs) {
    List<Champ> liste = new ArrayList<>();
    champs.forEach(champ -> liste.add(champ(champ)));
    return new FeuilleVoulue(feuille.get("feuille").asText(), tableau, List.copyOf(liste));
  }

  private static Champ champ(JsonNode champ) {
    String type = champ.get("type").asText().replace('-', '_').toUpperCase(Locale.ROOT);
    return new Champ(
        champ.get("cle").asText(),
        champ.get("libelle").asText(),
        TypeValeur.valueOf(type),
        champ.path("liste").asText(null),
        champ.get("requis").asBoolean(),
        champ.path("negatif").asBoolean());
  }

  private static Entente entente(String code, JsonNode donnees) {
    return new Entente(
        code,
        donnees.get("nom").asText(),
        donnees.path("region").asText(null),
        Regime.valueOf(donnees.path("regime").asText(Regime.ORDINAIRE.name())));
  }
}
