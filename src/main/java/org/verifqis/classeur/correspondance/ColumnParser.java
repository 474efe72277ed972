package org.verifqis.classeur.correspondance;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.verifqis.classeur.Refs;
import org.verifqis.classeur.correspondance.ColumnSpec.Measure;
import org.verifqis.classeur.correspondance.ColumnSpec.Origin;
import org.verifqis.classeur.correspondance.ColumnSpec.Place;
import org.verifqis.classeur.correspondance.ColumnSpec.Treatment;
import org.verifqis.classeur.correspondance.CorrespondanceInvalide.Defaut;
import org.verifqis.classeur.correspondance.CorrespondanceInvalide.Motif;
import org.verifqis.donnees.DocumentYaml;

/** Makes columns and conditions of the nodes of a profile that fits its schema. */
class ColumnParser extends ProfileTexts {
  private static final List<String> PIVOTED_HEADERS = List.of("rubrique", "titreColonne");
  private static final List<String> OWN = List.of("entete", "colonne");

  /** What a condition may ask. */
  private static final List<String> ASKING =
      List.of("egal", "parmi", "motif", "vide", "avant", "apres", "du", "au");

  private static final List<String> ASKED =
      Stream.concat(ASKING.stream(), Stream.of("colonne")).toList();

  private final Map<String, String> tablesUsed = new LinkedHashMap<>();

  ColumnParser(DocumentYaml document, List<Defaut> faults) {
    super(document, faults);
  }

  /** The names of the tables that columns ask, by where they do. */
  final Map<String, String> tablesUsed() {
    return tablesUsed;
  }

  final Map<String, Condition> conditions(JsonNode node, String path) {
    Map<String, Condition> conditions = new LinkedHashMap<>();
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        conditions.putAll(conditions(node.get(i), path + "/" + i));
      }
      return conditions;
    }
    if (node.has("colonne")) {
      conditions.put(text(node.get("colonne")), asked(node, path));
      return conditions;
    }
    node.properties()
        .forEach(
            e -> {
              String own = path + "/" + escape(e.getKey());
              conditions.put(text(e.getKey()), asked(e.getValue(), own));
            });
    return conditions;
  }

  private Condition condition(JsonNode node, String path) {
    if (!node.isObject()) {
      return new Condition(texts(node), null, null, null, null, null, null);
    }
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!ASKED.contains(key)) {
                fault(path + "/" + escape(key), Motif.CLE, key);
              }
            });
    JsonNode among = node.has("parmi") ? node.get("parmi") : node.path("egal");
    Condition read =
        new Condition(
            among.isMissingNode() ? null : texts(among),
            node.has("motif") ? pattern(node.get("motif"), path + "/motif") : null,
            node.has("vide") ? (Boolean) node.get("vide").asBoolean() : null,
            bound(node, "avant", path),
            bound(node, "apres", path),
            bound(node, "du", path),
            bound(node, "au", path));
    if (read.isVain()) {
      String key = node.has("du") ? "du" : "apres";
      fault(path + "/" + key, Motif.FORME, text(node.get(key)), key);
    }
    return read;
  }

  /** A condition that asks for something. */
  private Condition asked(JsonNode node, String path) {
    boolean none = node.isObject() && ASKING.stream().noneMatch(node::has);
    if (none) {
      fault(path, Motif.MANQUANTE, String.join(", ", ASKING));
    }
    return condition(node, path);
  }

  private Object bound(JsonNode node, String key, String path) {
    if (!node.has(key)) {
      return null;
    }
    Object bound = Condition.bound(text(node.get(key)));
    if (bound == null) {
      fault(path + "/" + key, Motif.FORME, text(node.get(key)), key);
      return BigDecimal.ZERO;
    }
    return bound;
  }

  /** What makes a value. */
  final ColumnSpec column(JsonNode node, String path) {
    if (node.isValueNode()) {
      String text = text(node);
      if (text.equals("valeur") || PIVOTED_HEADERS.contains(text)) {
        return new ColumnSpec(new ColumnSpec.Pivoted(!text.equals("valeur")), Treatment.NONE);
      }
      return ColumnSpec.header(text);
    }
    if (node.isArray()) {
      return new ColumnSpec(new ColumnSpec.Header(texts(node)), Treatment.NONE);
    }
    ColumnSpec read = new ColumnSpec(origin(node, path), treatment(node, path));
    return isTable(node.path("dictionnaire")) ? translated(read, node, path) : read;
  }

  /** Whether the words of a column stand in a table of the workbook. */
  private boolean isTable(JsonNode dictionary) {
    return root().path("tables").has(dictionary.path("table").asText(""));
  }

  /** What the table says of a word, before anything else is done with it. */
  private ColumnSpec translated(ColumnSpec read, JsonNode node, String path) {
    JsonNode words = node.get("dictionnaire");
    JsonNode said = words.has("valeur") ? words.get("valeur") : words.path("colonne");
    ColumnSpec word = new ColumnSpec(read.origin(), Treatment.NONE);
    Origin found =
        new ColumnSpec.Joined(
            words.get("table").asText(),
            word,
            text(words.path("cle")),
            column(said, path + "/dictionnaire"),
            texts(node.path("separateur")));
    List<ColumnSpec> either = List.of(new ColumnSpec(found, Treatment.NONE), word);
    return new ColumnSpec(new ColumnSpec.FirstOf(either), read.treatment());
  }

  private List<ColumnSpec> columns(JsonNode node, String path) {
    List<ColumnSpec> columns = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      columns.add(column(node.get(i), path + "/" + i));
    }
    return columns;
  }

  private Origin origin(JsonNode node, String path) {
    if (node.has("etiquette")) {
      return label(node, texts(node.get("etiquette")), path);
    }
    if (node.has("croisement")) {
      return crossing(node.get("croisement"), path + "/croisement");
    }
    if (node.has("section")) {
      return new ColumnSpec.SectionName(node.get("section").asText());
    }
    if (node.has("cellule")) {
      return cell(text(node.get("cellule")), path + "/cellule");
    }
    if (node.has("nomFeuille")) {
      JsonNode name = node.get("nomFeuille");
      boolean all = name.isBoolean();
      return new ColumnSpec.SheetName(all ? null : pattern(name, path + "/nomFeuille"));
    }
    if (node.has("constante")) {
      return new ColumnSpec.Constant(value(node.get("constante")));
    }
    if (node.has("somme")) {
      return sum(node.get("somme"), path + "/somme");
    }
    if (node.has("premier")) {
      return new ColumnSpec.FirstOf(columns(node.get("premier"), path + "/premier"));
    }
    if (node.has("x") || node.has("xListe")) {
      String key = node.has("x") ? "x" : "xListe";
      return crosses(node.get(key), key.equals("xListe"), path + "/" + key);
    }
    if (node.has("joindre")) {
      return joined(node.get("joindre"), path + "/joindre");
    }
    if (node.has("agreger")) {
      return aggregated(node.get("agreger"), path + "/agreger");
    }
    return header(node);
  }

  private Origin header(JsonNode node) {
    for (String key : OWN) {
      if (node.has(key)) {
        return new ColumnSpec.Header(texts(node.get(key)));
      }
    }
    return new ColumnSpec.Pivoted(false);
  }

  private Origin label(JsonNode node, List<String> labels, String path) {
    String where = node.path("ou").asText("droite");
    Place place =
        switch (where) {
          case "dessous" -> Place.BELOW;
          case "dedans" -> Place.INSIDE;
          default -> Place.BESIDE;
        };
    return new ColumnSpec.Label(
        labels,
        place,
        node.has("colonne") ? text(node.get("colonne")) : null,
        test(node.path("apres"), path));
  }

  private Origin crossing(JsonNode node, String path) {
    if (node.isArray()) {
      return new ColumnSpec.Label(texts(node.path(0)), Place.BESIDE, text(node.path(1)), null);
    }
    if (node.isObject()) {
      return label(node, texts(node.path("ligne")), path);
    }
    return new ColumnSpec.Pivoted(!text(node).equals("valeur"));
  }

  private Origin cell(String text, String path) {
    int mark = text.lastIndexOf('!');
    String reference = text.substring(mark + 1).replace("$", "");
    String sheet = mark < 0 ? null : text.substring(0, mark).replace("'", "");
    if (Refs.row(reference) == 0 || Refs.column(reference) == 0) {
      fault(path, Motif.FORME, text, "cellule");
    }
    return new ColumnSpec.CellAt(sheet, Refs.row(reference), Refs.column(reference));
  }

  private Origin sum(JsonNode node, String path) {
    if (node.isObject() && node.has("motif")) {
      return new ColumnSpec.SumOfHeaders(
          pattern(node.get("motif"), path + "/motif"), condition(without(node, "motif"), path));
    }
    return new ColumnSpec.Sum(node.isArray() ? columns(node, path) : List.of(column(node, path)));
  }

  private static JsonNode without(JsonNode node, String key) {
    com.fasterxml.jackson.databind.node.ObjectNode copy = node.deepCopy();
    copy.remove(key);
    return copy;
  }

  private Origin crosses(JsonNode node, boolean several, String path) {
    Map<String, String> values = new LinkedHashMap<>();
    if (node.isObject() && node.has("motif")) {
      return new ColumnSpec.Crosses(values, pattern(node, path), several);
    }
    if (node.isObject()) {
      node.properties().forEach(e -> values.put(text(e.getKey()), text(e.getValue())));
    } else {
      texts(node).forEach(t -> values.put(t, t));
    }
    return new ColumnSpec.Crosses(values, null, several);
  }

  private Origin joined(JsonNode node, String path) {
    String table = node.path("table").asText();
    tablesUsed.put(path + "/table", table);
    return new ColumnSpec.Joined(
        table,
        column(node.path("par"), path + "/par"),
        text(node.has("cle") ? node.get("cle") : node.path("par")),
        column(node.path("colonne"), path + "/colonne"),
        null);
  }

  private Origin aggregated(JsonNode node, String path) {
    String table = node.path("table").asText();
    tablesUsed.put(path + "/table", table);
    boolean keyed = node.has("par");
    return new ColumnSpec.Aggregated(
        table,
        keyed ? column(node.get("par"), path + "/par") : null,
        keyed ? text(node.has("cle") ? node.get("cle") : node.get("par")) : null,
        measure(node.path("quoi").asText("somme")),
        node.has("colonne") ? column(node.get("colonne"), path + "/colonne") : null,
        conditions(node.path("si"), path + "/si"));
  }

  private static Measure measure(String name) {
    return Measure.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private Treatment treatment(JsonNode node, String path) {
    Map<String, String> words = null;
    for (String key : List.of("valeurs", "dictionnaire")) {
      JsonNode own = node.path(key);
      JsonNode told = own.isTextual() ? root().path("dictionnaires").path(own.asText()) : own;
      if (own.isTextual() && told.isMissingNode()) {
        fault(path + "/" + key, Motif.TABLE, own.asText());
      }
      if (own.has("table") && own.has("cle") && !isTable(own)) {
        fault(path + "/" + key, Motif.TABLE, own.get("table").asText());
      } else if (told.isObject() && !isTable(own)) {
        words = words == null ? new LinkedHashMap<>() : words;
        for (Map.Entry<String, JsonNode> e : told.properties()) {
          String word = e.getValue().isNull() ? null : value(e.getValue()).toString();
          boolean again = words.containsKey(Headers.key(text(e.getKey())));
          String before = words.put(Headers.key(text(e.getKey())), word);
          if (again && !Objects.equals(before, word)) {
            fault(path + "/" + key + "/" + escape(e.getKey()), Motif.MOT_REPETE, e.getKey());
          }
        }
      }
    }
    JsonNode blank = node.path("vide");
    boolean valued = blank.isNumber();
    Object otherwise = null;
    if (node.hasNonNull("sinon")) {
      otherwise = value(node.get("sinon"));
    } else if (valued) {
      otherwise = text(blank);
    }
    return new Treatment(
        words,
        node.path("souple").asBoolean(false),
        unit(node.path("unite"), path + "/unite"),
        node.path("format").asText(null),
        texts(node.path("separateur")),
        node.has("extraire") ? pattern(node.get("extraire"), path + "/extraire") : null,
        conditions(node.path("si"), path + "/si"),
        otherwise,
        valued ? List.of() : texts(blank).stream().map(Headers::key).toList(),
        node.has("quoi") ? measure(node.get("quoi").asText()) : null);
  }

  private BigDecimal unit(JsonNode node, String path) {
    if (node.isMissingNode()) {
      return null;
    }
    if (node.isNumber()) {
      return node.decimalValue();
    }
    return switch (node.asText().replaceAll("[\\s$]", "").toLowerCase(Locale.ROOT)) {
      case "k", "1000" -> BigDecimal.valueOf(1_000);
      case "m", "1000000" -> BigDecimal.valueOf(1_000_000);
      case "", "1" -> null;
      default -> {
        fault(path, Motif.FORME, node.asText(), "unite");
        yield null;
      }
    };
  }
}
