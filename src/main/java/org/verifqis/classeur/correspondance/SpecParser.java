package org.verifqis.classeur.correspondance;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.PatternSyntaxException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.verifqis.classeur.Refs;
import org.verifqis.classeur.correspondance.ColumnSpec.Measure;
import org.verifqis.classeur.correspondance.ColumnSpec.Origin;
import org.verifqis.classeur.correspondance.ColumnSpec.Place;
import org.verifqis.classeur.correspondance.ColumnSpec.Treatment;
import org.verifqis.classeur.correspondance.CorrespondanceInvalide.Defaut;
import org.verifqis.classeur.correspondance.CorrespondanceInvalide.Motif;
import org.verifqis.classeur.correspondance.TableSpec.RowTest;
import org.verifqis.classeur.correspondance.TableSpec.Section;
import org.verifqis.donnees.DocumentYaml;

/** Makes tables and columns of the nodes of a profile that fits its schema. */
final class SpecParser {
  private static final String YEAR = "{exercice}";
  private static final TextPattern ANY = TextPattern.of("");
  private static final List<String> PIVOTED_HEADERS = List.of("rubrique", "titreColonne");

  private final DocumentYaml document;
  private final List<Defaut> faults;
  private final String year;
  private final Map<String, String> tablesUsed = new LinkedHashMap<>();

  SpecParser(DocumentYaml document, List<Defaut> faults) {
    this.document = document;
    this.faults = faults;
    this.year = document.racine().path("exercice").asText(null);
  }

  static String escape(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }

  String year() {
    return year;
  }

  /** The names of the tables that columns ask, by where they do. */
  Map<String, String> tablesUsed() {
    return tablesUsed;
  }

  private void fault(String path, Motif why, String... details) {
    faults.add(new Defaut(document.ligne(path), why, List.of(details)));
  }

  /** A text, the year standing in it. */
  String text(JsonNode node) {
    String text = node.asText();
    return year == null ? text : text.replace(YEAR, year);
  }

  /** One text or several; none where nothing is. */
  List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(n -> texts.add(text(n)));
    } else if (node.isValueNode() && !node.isNull()) {
      texts.add(text(node));
    }
    return texts;
  }

  /** A value that is declared: texts, or a list of them. */
  Object value(JsonNode node) {
    if (node.isObject()) {
      return value(node.path("valeur"));
    }
    return node.isArray() ? String.join(";", texts(node)) : text(node);
  }

  TextPattern pattern(JsonNode node, String path) {
    String text = node.isObject() ? text(node.path("motif")) : text(node);
    if (text.length() > TextPattern.LONGEST) {
      fault(path, Motif.MOTIF, text.substring(0, 40) + "…", "");
      return ANY;
    }
    try {
      return TextPattern.of(text);
    } catch (PatternSyntaxException e) {
      fault(path, Motif.MOTIF, text, e.getDescription());
      return ANY;
    }
  }

  private TextTest test(JsonNode node, String path) {
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    if (node.isObject()) {
      return node.has("motif")
          ? new TextTest(null, pattern(node.get("motif"), path + "/motif"))
          : new TextTest(text(node.path("texte")), null);
    }
    return new TextTest(text(node), null);
  }

  TableSpec table(JsonNode node, String path) {
    JsonNode header = node.path("entete");
    JsonNode stop = node.path("arret");
    RowTest end = null;
    boolean atBlank = stop.path("vide").asBoolean(false);
    if (stop.isTextual() || stop.has("motif") || stop.has("texte")) {
      end = rowTest(stop, path + "/arret");
      atBlank |= end.column() == null && end.pattern().find("") && !end.pattern().find("a");
    }
    List<RowTest> skip = new ArrayList<>();
    JsonNode skipped = node.path("sauter");
    if (skipped.isArray()) {
      for (int i = 0; i < skipped.size(); i++) {
        skip.add(rowTest(skipped.get(i), path + "/sauter/" + i));
      }
    } else if (!skipped.isMissingNode()) {
      skip.add(rowTest(skipped, path + "/sauter"));
    }
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < node.path("sections").size(); i++) {
      JsonNode section = node.path("sections").get(i);
      String own = path + "/sections/" + i + "/motif";
      sections.add(
          new Section(pattern(section.path("motif"), own), section.path("nom").asText("section")));
    }
    boolean plain = header.isArray() || header.isTextual();
    return new TableSpec(
        sheets(node, path),
        plain ? texts(header) : texts(header.path("contient")),
        header.path("rangees").asInt(1),
        header.path("contigu").asBoolean(false),
        header.path("repete").asBoolean(false),
        test(header.path("apres"), path + "/entete/apres"),
        test(node.path("ancre"), path + "/ancre"),
        zone(node.path("zone"), path + "/zone"),
        sections,
        skip,
        end,
        atBlank,
        texts(node.path("reporter")),
        conditions(node.path("filtre"), path + "/filtre"));
  }

  private RowTest rowTest(JsonNode node, String path) {
    if (node.has("texte")) {
      String quoted = com.google.re2j.Pattern.quote(text(node.get("texte")));
      return new RowTest(TextPattern.of("^\\s*" + quoted + "\\s*$"), column(node));
    }
    return new RowTest(pattern(node, path), column(node));
  }

  private String column(JsonNode node) {
    return node.has("colonne") ? text(node.get("colonne")) : null;
  }

  private SheetChoice sheets(JsonNode node, String path) {
    JsonNode sheet = node.has("feuille") ? node.get("feuille") : node.path("feuilles");
    String own = path + (node.has("feuille") ? "/feuille" : "/feuilles");
    JsonNode without = sheet.has("sauf") ? sheet.get("sauf") : node.path("sauf");
    List<TextTest> except = new ArrayList<>();
    if (without.isArray()) {
      without.forEach(n -> except.add(test(n, path + "/sauf")));
    } else if (!without.isMissingNode()) {
      except.add(test(without, path + "/sauf"));
    }
    if (sheet.has("motif")) {
      return new SheetChoice(List.of(), pattern(sheet.get("motif"), own + "/motif"), except);
    }
    List<String> names = sheet.has("noms") ? texts(sheet.get("noms")) : texts(sheet);
    boolean all = names.isEmpty() || names.contains("*");
    return new SheetChoice(all ? List.of() : names, all ? ANY : null, except);
  }

  private Zone zone(JsonNode node, String path) {
    if (node.isMissingNode()) {
      return Zone.ALL;
    }
    if (node.isObject() && (node.has("de") || node.has("a"))) {
      return zone(node.path("de").asText("A") + ":" + node.path("a").asText("XFD"), path);
    }
    if (node.isObject()) {
      Zone columns = zone(node.path("colonnes").asText("A:XFD"), path);
      Zone rows = zone(node.path("lignes").asText("1:1048576"), path);
      return new Zone(rows.firstRow(), columns.firstColumn(), rows.lastRow(), columns.lastColumn());
    }
    return zone(text(node), path);
  }

  private Zone zone(String text, String path) {
    String[] ends = text.replace("$", "").replace('-', ':').split(":", -1);
    String last = ends[ends.length - 1];
    Zone zone =
        new Zone(
            Math.max(1, Refs.row(ends[0])),
            Math.max(1, Refs.column(ends[0])),
            Refs.row(last) == 0 ? Integer.MAX_VALUE : Refs.row(last),
            Refs.column(last) == 0 ? Integer.MAX_VALUE : Refs.column(last));
    boolean told = ends.length <= 2 && !text.isBlank() && text.matches("[$A-Za-z0-9:-]+");
    if (!told || zone.lastRow() < zone.firstRow() || zone.lastColumn() < zone.firstColumn()) {
      fault(path, Motif.FORME, text, "zone");
      return Zone.ALL;
    }
    return zone;
  }

  Map<String, Condition> conditions(JsonNode node, String path) {
    Map<String, Condition> conditions = new LinkedHashMap<>();
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        conditions.putAll(conditions(node.get(i), path + "/" + i));
      }
      return conditions;
    }
    if (node.has("colonne")) {
      conditions.put(text(node.get("colonne")), condition(node, path));
      return conditions;
    }
    node.properties()
        .forEach(
            e -> {
              String own = path + "/" + escape(e.getKey());
              String header = year == null ? e.getKey() : e.getKey().replace(YEAR, year);
              conditions.put(header, condition(e.getValue(), own));
            });
    return conditions;
  }

  private Condition condition(JsonNode node, String path) {
    if (!node.isObject()) {
      return new Condition(texts(node), null, null, null, null, null, null);
    }
    JsonNode among = node.has("parmi") ? node.get("parmi") : node.path("egal");
    return new Condition(
        among.isMissingNode() ? null : texts(among),
        node.has("motif") ? pattern(node.get("motif"), path + "/motif") : null,
        node.has("vide") ? (Boolean) node.get("vide").asBoolean() : null,
        bound(node, "avant", path),
        bound(node, "apres", path),
        bound(node, "du", path),
        bound(node, "au", path));
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
  ColumnSpec column(JsonNode node, String path) {
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
    return new ColumnSpec(origin(node, path), treatment(node, path));
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

  private static final List<String> OWN = List.of("entete", "colonne");

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
    return new ColumnSpec.Label(labels, place, column(node), test(node.path("apres"), path));
  }

  private Origin crossing(JsonNode node, String path) {
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
      node.properties().forEach(e -> values.put(header(e.getKey()), text(e.getValue())));
    } else {
      texts(node).forEach(t -> values.put(t, t));
    }
    return new ColumnSpec.Crosses(values, null, several);
  }

  private String header(String text) {
    return year == null ? text : text.replace(YEAR, year);
  }

  private Origin joined(JsonNode node, String path) {
    String table = node.path("table").asText();
    tablesUsed.put(path + "/table", table);
    return new ColumnSpec.Joined(
        table,
        column(node.path("par"), path + "/par"),
        text(node.has("cle") ? node.get("cle") : node.path("par")),
        column(node.path("colonne"), path + "/colonne"));
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
      JsonNode told =
          own.isTextual() ? document.racine().path("dictionnaires").path(own.asText()) : own;
      if (own.isTextual() && told.isMissingNode()) {
        fault(path + "/" + key, Motif.TABLE, own.asText());
      }
      if (told.isObject()) {
        words = words == null ? new LinkedHashMap<>() : words;
        for (Map.Entry<String, JsonNode> e : told.properties()) {
          String word = e.getValue().isNull() ? null : value(e.getValue()).toString();
          words.put(Headers.key(header(e.getKey())), word);
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
