package org.verifqis.regles;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.verifqis.donnees.Donnees;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Regime;
import org.verifqis.regles.Regle.Poids;

/**
 * The register: every rule in its fixed order, and the editions of the agreements ({@code
 * rules/registre.yaml}).
 *
 * @param editions oldest first
 * @param regles in the order in which reports list them
 */
public record Registre(List<Edition> editions, List<Regle> regles) {

  /** The certainty of what is our interpretation. */
  private static final String INTERPRETATION = "I";

  /** The register that travels with the program. */
  public static Registre charge() {
    return de(Donnees.lis("registre"));
  }

  /** The register of a data file. */
  public static Registre de(JsonNode racine) {
    List<Edition> editions = new ArrayList<>();
    for (JsonNode edition : racine.get("editions")) {
      editions.add(
          new Edition(
              edition.get("nom").asText(),
              exercice(edition.get("premier").asText()),
              exercice(edition.get("dernier").asText())));
    }
    List<String> toutes = editions.stream().map(Edition::nom).toList();
    List<Regle> regles = new ArrayList<>();
    racine
        .get("regles")
        .properties()
        .forEach(regle -> regles.add(regle(regle.getKey(), regle.getValue(), toutes)));
    return new Registre(List.copyOf(editions), List.copyOf(regles));
  }

  private static Exercice exercice(String nom) {
    return new Exercice(Integer.parseInt(nom.substring(0, 4)));
  }

  private static Regle regle(String id, JsonNode donnees, List<String> toutesLesEditions) {
    List<String> editions = Noeuds.textes(donnees.get("editions"));
    List<Regime> regimes =
        Noeuds.textes(donnees.get("regimes")).stream().map(Regime::valueOf).toList();
    Map<String, Poids> parEdition = parEdition(donnees, toutesLesEditions);
    List<Poids> poids = List.copyOf(parEdition.values());
    Gravite gravite =
        poids.isEmpty()
            ? Gravite.valueOf(donnees.get("gravite").asText())
            : poids.stream().map(Poids::gravite).min(Comparator.naturalOrder()).orElseThrow();
    return new Regle(
        id,
        gravite,
        donnees.get("document").asText(),
        Noeuds.texte(donnees.get("section")),
        poids.isEmpty() ? donnees.get("surete").asText() : poids.get(0).surete(),
        donnees.get("par").asText(),
        Regard.valueOf(donnees.path("regard").asText(Regard.SEULE.name())),
        editions.isEmpty() ? toutesLesEditions : editions,
        regimes.isEmpty() ? EnumSet.allOf(Regime.class) : Set.copyOf(regimes),
        Noeuds.texte(donnees.get("parametre")),
        Noeuds.texte(donnees.get("complement")),
        Noeuds.textes(donnees.get("feuilles")),
        parEdition,
        null);
  }

  /** What goes by the edition; in the order of the editions, and empty where nothing does. */
  private static Map<String, Poids> parEdition(JsonNode donnees, List<String> editions) {
    JsonNode gravites = donnees.get("gravite");
    JsonNode suretes = donnees.get("surete");
    Map<String, Poids> parEdition = new LinkedHashMap<>();
    if (!gravites.isObject() && !suretes.isObject()) {
      return parEdition;
    }
    for (String edition : editions) {
      String surete = pour(edition, suretes);
      // A norm whose certainty goes by the edition was read for some of them only.
      boolean verifiee = !suretes.isObject() || !surete.equals(INTERPRETATION);
      parEdition.put(
          edition, new Poids(Gravite.valueOf(pour(edition, gravites)), surete, verifiee));
    }
    return parEdition;
  }

  private static String pour(String edition, JsonNode valeur) {
    return (valeur.isObject() ? valeur.required(edition) : valeur).asText();
  }

  /**
   * A rule by its id.
   *
   * @throws NoSuchElementException if the register has none of that id
   */
  public Regle regle(String id) {
    return regles.stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
  }

  /** The edition that holds an exercice. */
  public Optional<Edition> edition(Exercice exercice) {
    return editions.stream().filter(e -> e.contient(exercice.debut())).findFirst();
  }

  /** Families of rules, in the register's order. */
  public List<String> familles() {
    return regles.stream().map(Regle::famille).distinct().toList();
  }
}
