package org.verifqis.classeur.correspondance.proposition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.verifqis.classeur.Limites;
import org.verifqis.donnees.Donnees;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Normalisation;

/**
 * What a proposer makes of workbooks that nobody has learned from: the words of the lexicon that
 * stand in them and in no other are taken away. Words that the team knew before are taken away too
 * where they are met here alone, so that the true figure is rather better.
 */
public final class FirstSight {
  /** Where words come from people who may have had the workbook before their eyes. */
  private static final List<String> LEARNED = List.of("usage", "classeurs");

  private final Lexique whole;
  private final Collection<JsonNode> own;
  private final Collection<JsonNode> others;

  private FirstSight(Gabarit gabarit, Collection<JsonNode> own, Collection<JsonNode> others) {
    this.whole = Lexique.charge(gabarit);
    this.own = own;
    this.others = others;
  }

  /**
   * A proposer that has not met some workbooks.
   *
   * @param own what a careful clerk would map in them: in one, or in all of one author
   * @param others what they would in the other workbooks
   */
  public static Proposeur proposer(
      Gabarit gabarit,
      MemoireProfils memory,
      Collection<JsonNode> own,
      Collection<JsonNode> others) {
    JsonNode root = Donnees.lis("lexique").deepCopy();
    new FirstSight(gabarit, own, others).reduce(root);
    return new Proposeur(gabarit, Limites.parDefaut(), memory, Lexique.de(root, gabarit));
  }

  private void reduce(JsonNode root) {
    root.get("champs")
        .properties()
        .forEach(
            sheet ->
                sheet
                    .getValue()
                    .properties()
                    .forEach(
                        field ->
                            remove(
                                field.getValue(),
                                headers(own, sheet.getKey() + "." + field.getKey()),
                                headers(others, sheet.getKey() + "." + field.getKey()))));
    Set<String> values = values(own);
    Set<String> elsewhere = values(others);
    root.get("mots")
        .properties()
        .forEach(
            list ->
                list.getValue()
                    .properties()
                    .forEach(code -> remove(code.getValue(), values, elsewhere)));
    List<String> owns = plain(own);
    List<String> all = plain(others);
    root.get("locutions").properties().forEach(e -> phrases((ArrayNode) e.getValue(), owns, all));
  }

  private Set<String> headers(Collection<JsonNode> told, String field) {
    Set<String> keys = new HashSet<>();
    for (JsonNode one : told) {
      for (JsonNode link : one.get("correspondances")) {
        if (field.equals(link.get("vers").asText())) {
          keys.add(key(link.get("entete").asText()));
        }
      }
    }
    return keys;
  }

  private Set<String> values(Collection<JsonNode> told) {
    Set<String> keys = new HashSet<>();
    told.forEach(one -> one.get("valeurs").forEach(v -> keys.add(key(v.get("valeur").asText()))));
    return keys;
  }

  private String key(String text) {
    return String.join(" ", whole.stems(text).stream().sorted().toList());
  }

  private void remove(JsonNode bySource, Set<String> own, Set<String> others) {
    for (String source : LEARNED) {
      if (bySource.has(source)) {
        var words = bySource.get(source).iterator();
        while (words.hasNext()) {
          String key = key(words.next().asText());
          if (own.contains(key) && !others.contains(key)) {
            words.remove();
          }
        }
      }
    }
  }

  /** What stands for a word, where only headers of these workbooks have it. */
  private void phrases(ArrayNode phrases, List<String> owns, List<String> elsewhere) {
    var all = phrases.iterator();
    while (all.hasNext()) {
      String phrase = " " + Normalisation.normalise(all.next().asText()) + " ";
      if (owns.stream().anyMatch(h -> h.contains(phrase))
          && elsewhere.stream().noneMatch(h -> h.contains(phrase))) {
        all.remove();
      }
    }
  }

  private static List<String> plain(Collection<JsonNode> told) {
    Set<String> headers = new HashSet<>();
    for (JsonNode one : told) {
      for (JsonNode link : one.get("correspondances")) {
        headers.add(" " + Normalisation.normalise(link.get("entete").asText()) + " ");
      }
    }
    return List.copyOf(headers);
  }
}
