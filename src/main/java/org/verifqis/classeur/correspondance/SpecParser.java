package org.verifqis.classeur.correspondance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.verifqis.classeur.Refs;
import org.verifqis.classeur.correspondance.CorrespondanceInvalide.Defaut;
import org.verifqis.classeur.correspondance.CorrespondanceInvalide.Motif;
import org.verifqis.classeur.correspondance.TableSpec.RowTest;
import org.verifqis.classeur.correspondance.TableSpec.Section;
import org.verifqis.donnees.DocumentYaml;

/** Makes tables of the nodes of a profile that fits its schema, and of their columns. */
final class SpecParser extends ColumnParser {
  private static final TextPattern BLANK = TextPattern.of("^\\s*$");
  private static final TextPattern FILLED = TextPattern.of("\\S");

  SpecParser(DocumentYaml document, List<Defaut> faults) {
    super(document, faults);
  }

  TableSpec table(JsonNode node, String path) {
    JsonNode header = node.path("entete");
    List<RowTest> stop = rowTests(node.path("arret"), path + "/arret");
    boolean atBlank = stop.stream().anyMatch(SpecParser::asksForBlank);
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
        rowTests(node.path("sauter"), path + "/sauter"),
        stop,
        atBlank,
        texts(node.path("reporter")),
        conditions(node.path("filtre"), path + "/filtre"));
  }

  /** Whether it asks for a row in which nothing stands. */
  private static boolean asksForBlank(RowTest test) {
    return test.column() == null && test.what().fits("") && !test.what().fits("a");
  }

  private List<RowTest> rowTests(JsonNode node, String path) {
    List<RowTest> tests = new ArrayList<>();
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        tests.add(rowTest(node.get(i), path + "/" + i));
      }
    } else if (!node.isMissingNode()) {
      tests.add(rowTest(node, path));
    }
    return tests;
  }

  private RowTest rowTest(JsonNode node, String path) {
    String column = node.has("colonne") ? text(node.get("colonne")) : null;
    if (node.has("vide")) {
      TextPattern blank = node.get("vide").asBoolean() ? BLANK : FILLED;
      return new RowTest(new TextTest(null, blank), column);
    }
    TextTest what =
        node.has("texte")
            ? new TextTest(text(node.get("texte")), null)
            : new TextTest(null, pattern(node, node.isObject() ? path + "/motif" : path));
    return new RowTest(what, column);
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
      Zone columns = node.has("colonnes") ? zone(ends(node.get("colonnes")), path) : Zone.ALL;
      Zone rows = node.has("lignes") ? zone(ends(node.get("lignes")), path) : Zone.ALL;
      return new Zone(rows.firstRow(), columns.firstColumn(), rows.lastRow(), columns.lastColumn());
    }
    return zone(ends(node), path);
  }

  /** Where it begins and ends, told as one text or as two. */
  private String ends(JsonNode node) {
    return String.join(":", texts(node));
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
}
