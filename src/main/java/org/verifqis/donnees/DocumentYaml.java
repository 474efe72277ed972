package org.verifqis.donnees;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;

/** A YAML file that people write, checked against a schema; it knows the line of everything. */
public final class DocumentYaml {
  /** No file that people write is longer. */
  private static final int PLUS_LONG = 4 << 20;

  private static final int PLUS_PROFOND = 40;

  /** What is wrong. */
  public enum Genre {
    /** It is not YAML. */
    ILLISIBLE,
    /** An alias, which stands for what is written elsewhere: its name. */
    ALIAS,
    /** A key is missing: its name. */
    MANQUANTE,
    /** A key that there is not: its name. */
    CLE,
    /** A value that is not of its key's form: the value, the name of the key. */
    FORME
  }

  /**
   * Something wrong.
   *
   * @param ligne its line, from 1; 0 where that is not known
   * @param chemin where it stands, as a JSON pointer
   * @param genre what
   * @param details what its message names
   */
  public record Faute(int ligne, String chemin, Genre genre, List<String> details) {
    /** Whether it says no more than that something within it, which another tells, is wrong. */
    private boolean cache(Faute autre) {
      return genre == Genre.FORME
          && (autre.genre != Genre.FORME || autre.chemin.length() > chemin.length())
          && autre.chemin.startsWith(chemin);
    }
  }

  /** A text that is not YAML. */
  public static final class Illisible extends Exception {
    private final int ligne;

    Illisible(int ligne, Exception cause) {
      super(cause.getMessage(), cause);
      this.ligne = ligne;
    }

    /** Its line, from 1; 0 where that is not known. */
    public int ligne() {
      return ligne;
    }
  }

  private final JsonNode racine;
  private final Map<String, Integer> lignes = new HashMap<>();
  private final List<Faute> alias = new ArrayList<>();

  private DocumentYaml(JsonNode racine) {
    this.racine = racine;
  }

  /** Reads a text; JSON is YAML too. */
  public static DocumentYaml lis(String texte) throws Illisible {
    LoaderOptions bornes = new LoaderOptions();
    bornes.setNestingDepthLimit(PLUS_PROFOND);
    bornes.setCodePointLimit(PLUS_LONG);
    bornes.setAllowDuplicateKeys(false);
    YAMLMapper yaml =
        YAMLMapper.builder(YAMLFactory.builder().loaderOptions(bornes).build())
            // A column is often called "No".
            .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    try {
      String net = texte.replaceFirst("^\uFEFF", "");
      DocumentYaml document = new DocumentYaml(yaml.readTree(net));
      document.situe(yaml, net);
      return document;
    } catch (JsonProcessingException e) {
      JsonLocation lieu = e.getLocation();
      throw new Illisible(lieu == null ? 0 : Math.max(0, lieu.getLineNr()), e);
    } catch (IOException | RuntimeException e) {
      throw new Illisible(0, e);
    }
  }

  /** Takes note of the line in which each value begins, by its pointer, and of aliases. */
  private void situe(YAMLMapper yaml, String texte) throws IOException {
    try (YAMLParser parser = yaml.getFactory().createParser(texte)) {
      while (parser.nextToken() != null) {
        String chemin = parser.getParsingContext().pathAsPointer().toString();
        int ligne = parser.currentTokenLocation().getLineNr();
        lignes.putIfAbsent(chemin, ligne);
        if (parser.isCurrentAlias()) {
          alias.add(new Faute(ligne, chemin, Genre.ALIAS, List.of(parser.getText())));
        }
      }
    }
  }

  /** All of it. */
  public JsonNode racine() {
    return racine;
  }

  /** In which line something stands, or what holds it. */
  public int ligne(String chemin) {
    String connu = chemin;
    while (!lignes.containsKey(connu) && !connu.isEmpty()) {
      connu = connu.substring(0, connu.lastIndexOf('/'));
    }
    return lignes.getOrDefault(connu, 1);
  }

  /** What does not fit a schema; what stands under an alias is not known. */
  public List<Faute> ecarts(InputStream schema) {
    if (!alias.isEmpty()) {
      return List.copyOf(alias);
    }
    JsonSchema voulu =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(
                schema,
                SchemaValidatorsConfig.builder()
                    .formatAssertionsEnabled(true)
                    .pathType(PathType.JSON_POINTER)
                    .build());
    List<Faute> fautes = new ArrayList<>();
    voulu.validate(racine).forEach(ecart -> fautes.add(faute(ecart)));
    return fautes.stream()
        .filter(une -> fautes.stream().noneMatch(autre -> autre != une && une.cache(autre)))
        .distinct()
        .toList();
  }

  private Faute faute(ValidationMessage ecart) {
    String chemin = ecart.getInstanceLocation().toString();
    String cle = ecart.getProperty();
    return switch (ecart.getType()) {
      case "required" -> new Faute(ligne(chemin), chemin, Genre.MANQUANTE, List.of(cle));
      case "additionalProperties", "unevaluatedProperties" ->
          new Faute(
              ligne(chemin + "/" + cle),
              chemin + "/" + cle,
              Genre.CLE,
              List.of(String.valueOf(cle)));
      default -> {
        JsonNode valeur = ecart.getInstanceNode();
        String montree = valeur != null && valeur.isValueNode() ? valeur.asText() : "…";
        yield new Faute(ligne(chemin), chemin, Genre.FORME, List.of(montree, dernier(chemin)));
      }
    };
  }

  private static String dernier(String chemin) {
    return chemin.isEmpty() ? "/" : chemin.substring(chemin.lastIndexOf('/') + 1);
  }
}
