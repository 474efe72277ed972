package org.verifqis.donnees;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Regime;
import org.verifqis.modele.Region;
import org.verifqis.modele.Reprise;
import org.verifqis.modele.TypeValeur;

/** Reads the template's description, {@code rules/gabarit.yaml}, that travels with the program. */
public final class LecteurGabarit {
  private static final String LISTE_REGIONS = "regions";
  private static final String LISTE_ENTENTES = "ententes";

  private LecteurGabarit() {}

  /** The template. */
  public static Gabarit charge() {
    return gabarit(Donnees.lis("gabarit"));
  }

  private static Gabarit gabarit(JsonNode racine) {
    List<FeuilleVoulue> feuilles = new ArrayList<>();
    racine.get("formulaires").forEach(f -> feuilles.add(feuille(f, false, f.get("champs"))));
    racine.get("tableaux").forEach(f -> feuilles.add(feuille(f, true, f.get("colonnes"))));
    JsonNode donnees = racine.get("listes");
    Map<String, Region> regions = new LinkedHashMap<>();
    donnees
        .get(LISTE_REGIONS)
        .properties()
        .forEach(r -> regions.put(r.getKey(), new Region(r.getKey(), r.getValue().asText())));
    Map<String, Entente> ententes = new LinkedHashMap<>();
    donnees
        .get(LISTE_ENTENTES)
        .properties()
        .forEach(e -> ententes.put(e.getKey(), entente(e.getKey(), e.getValue(), regions)));
    Map<String, Map<String, String>> listes = new LinkedHashMap<>();
    donnees.properties().forEach(liste -> listes.put(liste.getKey(), libelles(liste.getValue())));
    Map<String, Map<String, List<String>>> aussi = new LinkedHashMap<>();
    donnees.properties().forEach(liste -> aussi.put(liste.getKey(), aussi(liste.getValue())));
    return new Gabarit(
        racine.get("version").asText(), List.copyOf(feuilles), listes, aussi, regions, ententes);
  }

  /** Labels by code; an agreement's label is its name. */
  private static Map<String, String> libelles(JsonNode liste) {
    Map<String, String> libelles = new LinkedHashMap<>();
    liste
        .properties()
        .forEach(
            c -> {
              JsonNode code = c.getValue();
              String libelle = code.path("libelle").asText(code.asText());
              libelles.put(c.getKey(), code.path("nom").asText(libelle));
            });
    return libelles;
  }

  /** The other accepted labels by code; a code without any has none. */
  private static Map<String, List<String>> aussi(JsonNode liste) {
    Map<String, List<String>> aussi = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> code : liste.properties()) {
      List<String> autres = new ArrayList<>();
      code.getValue().path("aussi").forEach(autre -> autres.add(autre.asText()));
      aussi.put(code.getKey(), List.copyOf(autres));
    }
    return aussi;
  }

  private static FeuilleVoulue feuille(JsonNode feuille, boolean tableau, JsonNode champs) {
    List<Champ> liste = new ArrayList<>();
    champs.forEach(champ -> liste.add(champ(champ)));
    return new FeuilleVoulue(
        feuille.get("feuille").asText(),
        tableau,
        List.copyOf(liste),
        !feuille.has("jugeePar") && !feuille.path("facultative").asBoolean(),
        feuille.path("facultative").asBoolean(),
        feuille.path("cleUnique").asText(null),
        feuille.has("reprise") ? reprise(feuille.get("reprise"), liste) : null);
  }

  private static Reprise reprise(JsonNode reprise, List<Champ> champs) {
    Set<String> repris = new LinkedHashSet<>();
    if (reprise.has("champs")) {
      reprise.get("champs").forEach(cle -> repris.add(cle.asText()));
    } else {
      champs.forEach(champ -> repris.add(champ.cle()));
    }
    reprise.path("sauf").forEach(cle -> repris.remove(cle.asText()));
    Map<String, String> si = new LinkedHashMap<>();
    reprise.path("si").properties().forEach(c -> si.put(c.getKey(), c.getValue().asText()));
    Map<String, List<String>> sommes = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> somme : reprise.path("sommes").properties()) {
      List<String> termes = new ArrayList<>();
      somme.getValue().forEach(terme -> termes.add(terme.asText()));
      sommes.put(somme.getKey(), termes);
      repris.remove(somme.getKey());
    }
    Set<String> deLEntente = new LinkedHashSet<>();
    reprise.path("deLEntente").forEach(cle -> deLEntente.add(cle.asText()));
    return new Reprise(repris, si, sommes, deLEntente);
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

  private static Entente entente(String code, JsonNode donnees, Map<String, Region> regions) {
    return new Entente(
        code,
        donnees.get("nom").asText(),
        regions.get(donnees.path("region").asText()),
        Regime.valueOf(donnees.path("regime").asText(Regime.ORDINAIRE.name())));
  }
}
