package org.verifqis.classeur.correspondance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.verifqis.classeur.Limites;
import org.verifqis.classeur.Source;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Code;
import org.verifqis.modele.Contenu;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Region;
import org.verifqis.modele.Valeur;

/** What a workbook of others holds, as the JSON beside it tells, read through its true profile. */
public final class GivenFacts {
  private static final Gabarit GABARIT = LecteurGabarit.charge();

  private GivenFacts() {}

  /** Fails unless all of the facts that a JSON tells are read exactly; what was read. */
  public static Reddition check(Path folder, Path file) throws IOException {
    JsonNode told = new ObjectMapper().readTree(Files.readString(file));
    Correspondance profile =
        new LecteurProfil(GABARIT).lis("profil", "profil.json", told.get("profil").toString());
    Source workbook = Source.de(folder.resolve(told.get("classeur").asText()));
    Reddition read =
        new LecteurCorrespondance(GABARIT, Limites.parDefaut(), List.of(profile)).lis(workbook);
    for (Map.Entry<String, JsonNode> sheet : told.get("faits").properties()) {
      JsonNode facts = sheet.getValue();
      List<Map<String, String>> wanted = new ArrayList<>();
      (facts.isArray() ? facts : List.of(facts)).forEach(fact -> wanted.add(texts(fact)));
      List<? extends Record> records = read.fiches().get(Onglet.de(sheet.getKey()));
      // Their order is that of another workbook, from which theirs was made.
      List<Map<String, String>> own =
          records.stream().map(r -> texts(r, wanted.get(0).keySet())).toList();
      assertThat(own).containsExactlyInAnyOrderElementsOf(wanted);
    }
    return read;
  }

  private static Map<String, String> texts(JsonNode fact) {
    Map<String, String> texts = new TreeMap<>();
    fact.properties().forEach(e -> texts.put(e.getKey(), text(e.getValue())));
    return texts;
  }

  private static Map<String, String> texts(Record record, Set<String> keys) {
    Map<String, String> texts = new TreeMap<>();
    Map<String, Valeur<?>> values = Contenu.valeurs(record);
    keys.forEach(key -> texts.put(key, text(values.get(key).contenu())));
    return texts;
  }

  private static String text(JsonNode fact) {
    if (fact.isNull()) {
      return null;
    }
    if (fact.isArray()) {
      List<String> items = new ArrayList<>();
      fact.forEach(item -> items.add(text(item)));
      return items.isEmpty() ? null : items.toString();
    }
    return fact.asText();
  }

  private static String text(Object content) {
    if (content instanceof Entente entente) {
      return entente.code();
    }
    if (content instanceof Region region) {
      return region.code();
    }
    if (content instanceof Code code) {
      return code.name();
    }
    if (content instanceof Collection<?> items) {
      return items.stream().map(GivenFacts::text).toList().toString();
    }
    return content == null ? null : content.toString();
  }
}
