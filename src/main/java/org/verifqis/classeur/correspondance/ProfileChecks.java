package org.verifqis.classeur.correspondance;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.verifqis.classeur.ValueParser;
import org.verifqis.classeur.correspondance.CorrespondanceInvalide.Motif;
import org.verifqis.modele.Champ;
import org.verifqis.modele.TypeValeur;

/**
 * Finds what of a column fits the schema of a profile and could never give what is meant: places
 * that exclude one another, values that are none of the field's type, keys that do nothing there.
 */
final class ProfileChecks {
  /** What tells where a value stands: one of them does. */
  private static final List<String> ORIGINS =
      List.of(
          "entete",
          "colonne",
          "etiquette",
          "croisement",
          "section",
          "cellule",
          "nomFeuille",
          "constante",
          "somme",
          "premier",
          "x",
          "xListe",
          "joindre",
          "agreger");

  /** What asks for something that only one of those tells. */
  private static final List<String> OF_LABELS = List.of("ou", "apres");

  private static final Set<String> PIVOTED = Set.of("valeur", "rubrique", "titreColonne");
  private static final Set<String> COUNTING = Set.of("compte", "distincts");

  /** What no count can be read as. */
  private static final Set<TypeValeur> NOT_COUNTED =
      Set.of(
          TypeValeur.DATE,
          TypeValeur.CODE,
          TypeValeur.LISTE_CODE,
          TypeValeur.NEQ,
          TypeValeur.COURRIEL,
          TypeValeur.OUINON);

  /** What only rows have. */
  private static final List<String> OF_ROWS =
      List.of("sections", "sauter", "arret", "reporter", "filtre", "regrouper");

  private static final String YEAR = "exercice";

  private final ProfileTexts texts;
  private final ValueParser parser;

  /** How the rows lie that a column is read from. */
  enum Where {
    ROWS,
    FORM,
    CROSSED;

    static Where of(String kind) {
      return switch (kind) {
        case "formulaire", "fiche" -> FORM;
        case "croise" -> CROSSED;
        default -> ROWS;
      };
    }
  }

  ProfileChecks(ProfileTexts texts, ValueParser parser) {
    this.texts = texts;
    this.parser = parser;
  }

  /** A year that is to stand in texts is told, and is one. */
  void year() {
    String told = texts.year();
    if (told != null
        && Integer.parseInt(told.substring(5)) - Integer.parseInt(told.substring(0, 4)) != 1) {
      texts.fault("/" + YEAR, Motif.FORME, told, YEAR);
    }
    year(texts.root(), "");
  }

  /** A form of the year that none is told for, or that there is not. */
  private void year(String text, String path) {
    String form = YearForms.first(texts.text(text));
    if (form != null && texts.year() == null) {
      texts.fault(path, Motif.MANQUANTE, YEAR);
    } else if (form != null) {
      texts.fault(path, Motif.FORME, form, YEAR);
    }
  }

  private void year(JsonNode node, String path) {
    if (node.isTextual()) {
      year(node.asText(), path);
    } else if (node.isObject()) {
      for (Map.Entry<String, JsonNode> one : node.properties()) {
        String own = path + "/" + ProfileTexts.escape(one.getKey());
        year(one.getKey(), own);
        year(one.getValue(), own);
      }
    } else {
      for (int i = 0; i < node.size(); i++) {
        year(node.get(i), path + "/" + i);
      }
    }
  }

  /** What of a block would do nothing: rows would be read that are not meant. */
  void block(JsonNode node, Where where, String path) {
    if (where == Where.FORM) {
      OF_ROWS.forEach(key -> only(node, key, "RANGEES", path));
    }
    if (where == Where.CROSSED) {
      only(node, "regrouper", "TABLEAU", path);
    } else {
      only(node, "depivoter", "CROISE", path);
    }
    for (Map.Entry<String, JsonNode> column : node.path("colonnes").properties()) {
      JsonNode section = column.getValue().path("section");
      if (!section.isMissingNode() && !isTold(section.asText(), node.path("sections"))) {
        String own = path + "/colonnes/" + ProfileTexts.escape(column.getKey()) + "/section";
        texts.fault(own, Motif.SECTION, section.asText());
      }
    }
  }

  /** What a section says is told by a section of the block. */
  private static boolean isTold(String name, JsonNode sections) {
    for (JsonNode one : sections) {
      if (one.path("nom").asText("section").equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** A column that makes the values of a field, or a part of one. */
  void column(JsonNode node, Champ champ, Where where, String path) {
    if (node.isObject()) {
      places(node, where, path);
      parts(node, champ, where, path);
      treatment(node, champ, path);
    } else {
      for (String text : texts.texts(node)) {
        if (text.isBlank()) {
          texts.fault(path, Motif.FORME, text, last(path));
        } else if (PIVOTED.contains(text) && !node.isArray() && where != Where.CROSSED) {
          texts.fault(path, Motif.SANS_EFFET, text, "CROISE");
        }
      }
    }
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private void places(JsonNode node, Where where, String path) {
    List<String> told = new ArrayList<>(ORIGINS.stream().filter(node::has).toList());
    boolean labelled = node.has("etiquette");
    if (labelled) {
      told.remove("colonne");
    }
    if (told.size() > 1) {
      texts.fault(path + "/" + told.get(1), Motif.ENSEMBLE, told.get(0), told.get(1));
    } else if (told.isEmpty() && where != Where.CROSSED) {
      texts.fault(path, Motif.SANS_LIEU, last(path));
    }
    for (String key : OF_LABELS) {
      if (node.has(key) && !labelled) {
        texts.fault(path + "/" + key, Motif.SANS_EFFET, key, "ETIQUETTE");
      }
    }
    for (String key : List.of("entete", "etiquette")) {
      if (node.has(key) && texts.texts(node.get(key)).stream().anyMatch(String::isBlank)) {
        texts.fault(path + "/" + key, Motif.FORME, "", key);
      }
    }
    boolean crossing = node.path("croisement").isTextual();
    if (crossing && where != Where.CROSSED) {
      texts.fault(path + "/croisement", Motif.SANS_EFFET, "croisement", "CROISE");
    } else if (where != Where.FORM) {
      only(node, "etiquette", "FORMULAIRE", path);
      if (!crossing) {
        only(node, "croisement", "FORMULAIRE", path);
      }
    } else {
      for (String key : List.of("somme", "x", "xListe")) {
        if (node.path(key).has("motif")) {
          texts.fault(path + "/" + key, Motif.SANS_EFFET, key + ": {motif}", "RANGEES");
        }
      }
    }
  }

  private void only(JsonNode node, String key, String where, String path) {
    if (node.has(key)) {
      texts.fault(path + "/" + key, Motif.SANS_EFFET, key, where);
    }
  }

  private void parts(JsonNode node, Champ champ, Where where, String path) {
    JsonNode sum = node.path("somme");
    for (int i = 0; sum.isArray() && i < sum.size(); i++) {
      column(sum.get(i), as(champ, TypeValeur.MONTANT), where, path + "/somme/" + i);
    }
    JsonNode first = node.path("premier");
    for (int i = 0; i < first.size(); i++) {
      column(first.get(i), champ, where, path + "/premier/" + i);
    }
    if (node.has("joindre")) {
      joined(node.get("joindre"), champ, where, path + "/joindre");
    }
    if (node.has("agreger")) {
      aggregated(node.get("agreger"), champ, where, path + "/agreger");
    }
    JsonNode table = node.path("dictionnaire");
    if (table.has("table") && table.has("cle") && !table.has("valeur") && !table.has("colonne")) {
      texts.fault(path + "/dictionnaire", Motif.MANQUANTE, "valeur");
    }
  }

  /** A part of the value of a field, of another type. */
  private static Champ as(Champ champ, TypeValeur type) {
    return new Champ(champ.cle(), champ.libelle(), type, null, false, true);
  }

  private void joined(JsonNode node, Champ champ, Where where, String path) {
    key(node, champ, where, path);
    column(node.path("colonne"), champ, Where.ROWS, path + "/colonne");
  }

  /** By what rows of another table are found; a key is its own name there where it is a header. */
  private void key(JsonNode node, Champ champ, Where where, String path) {
    JsonNode by = node.path("par");
    column(by, as(champ, TypeValeur.TEXTE), where, path + "/par");
    if (!by.isValueNode() && !node.has("cle")) {
      texts.fault(path, Motif.MANQUANTE, "cle");
    }
  }

  private void aggregated(JsonNode node, Champ champ, Where where, String path) {
    String measure = node.path("quoi").asText("somme");
    if (node.has("par")) {
      key(node, champ, where, path);
    } else if (node.has("cle")) {
      texts.fault(path, Motif.MANQUANTE, "par");
    }
    if (node.has("colonne")) {
      boolean counted = COUNTING.contains(measure);
      Champ own = counted ? as(champ, TypeValeur.TEXTE) : champ;
      column(node.get("colonne"), own, Where.ROWS, path + "/colonne");
    } else if (!measure.equals("compte")) {
      texts.fault(path, Motif.MANQUANTE, "colonne");
    }
    measure(measure, champ, path + (node.has("quoi") ? "/quoi" : ""));
  }

  private void measure(String measure, Champ champ, String path) {
    boolean sum = measure.equals("somme") && !champ.type().estChiffre();
    if (sum || COUNTING.contains(measure) && NOT_COUNTED.contains(champ.type())) {
      texts.fault(path, Motif.SANS_EFFET, measure, "CHIFFRE");
    }
  }

  private void treatment(JsonNode node, Champ champ, String path) {
    if (node.has("format")) {
      String format = node.get("format").asText();
      if (champ.type() != TypeValeur.DATE) {
        texts.fault(path + "/format", Motif.SANS_EFFET, "format", "DATE");
      } else if (!Dates.isForm(format)) {
        texts.fault(path + "/format", Motif.FORMAT, format);
      }
    }
    JsonNode unit = node.path("unite");
    if (node.has("unite") && !champ.type().estChiffre()) {
      texts.fault(path + "/unite", Motif.SANS_EFFET, "unite", "CHIFFRE");
    } else if (unit.isNumber() && unit.decimalValue().compareTo(BigDecimal.ZERO) == 0) {
      texts.fault(path + "/unite", Motif.FORME, unit.asText(), "unite");
    }
    if (node.has("quoi")) {
      measure(node.get("quoi").asText(), champ, path + "/quoi");
    }
    if (node.hasNonNull("sinon")) {
      value(node.get("sinon"), champ, path + "/sinon");
    }
    if (node.path("vide").isNumber()) {
      value(node.get("vide"), champ, path + "/vide");
    }
    words(node, champ, path);
    crosses(node, champ, path);
    boolean plain = List.of("valeurs", "dictionnaire", "extraire").stream().noneMatch(node::has);
    if (node.has("constante") && plain) {
      treated(node.get("constante"), node, champ, path + "/constante");
    }
  }

  /** What is read as it is told. */
  void value(JsonNode node, Champ champ, String path) {
    told(texts.value(node).toString(), champ, path);
  }

  private void told(String text, Champ champ, String path) {
    if (!parser.lit(champ, text)) {
      if (champ.liste() == null) {
        texts.fault(path, Motif.TYPE, text, champ.libelle(), champ.type().name());
      } else {
        texts.fault(path, Motif.CODE, text, champ.liste());
      }
    }
  }

  /** What is read as a cell of the column would be: a date as its form wants it. */
  private void treated(JsonNode value, JsonNode node, Champ champ, String path) {
    String text = texts.value(value).toString();
    if (champ.type() != TypeValeur.DATE) {
      told(text, champ, path);
      return;
    }
    String format = node.path("format").asText(null);
    boolean dated =
        format == null ? Dates.english(text) != null : Dates.parse(text, format) != null;
    if (format != null && !dated) {
      texts.fault(path, Motif.TYPE, text, champ.libelle(), champ.type().name());
    } else if (!dated) {
      told(text, champ, path);
    }
  }

  private void words(JsonNode node, Champ champ, String path) {
    for (String key : List.of("valeurs", "dictionnaire")) {
      JsonNode own = node.path(key);
      boolean named = own.isTextual();
      JsonNode words = named ? texts.root().path("dictionnaires").path(own.asText()) : own;
      String at = named ? "/dictionnaires/" + ProfileTexts.escape(own.asText()) : path + "/" + key;
      boolean table = words.has("table") && words.has("cle");
      if (words.isObject() && !table) {
        words
            .properties()
            .forEach(
                e -> {
                  if (!e.getValue().isNull()) {
                    String word = at + "/" + ProfileTexts.escape(e.getKey());
                    treated(e.getValue(), node, champ, word);
                  }
                });
      }
    }
  }

  private void crosses(JsonNode node, Champ champ, String path) {
    for (String key : List.of("x", "xListe")) {
      JsonNode own = node.path(key);
      boolean counted = champ.type() == TypeValeur.ENTIER;
      boolean patterned = own.has("motif");
      if (own.isMissingNode() || counted || patterned) {
        continue;
      }
      if (own.isObject()) {
        own.properties()
            .forEach(
                e -> {
                  String word = path + "/" + key + "/" + ProfileTexts.escape(e.getKey());
                  told(texts.text(e.getValue()), champ, word);
                });
      } else if (champ.type() != TypeValeur.OUINON) {
        texts.texts(own).forEach(text -> told(text, champ, path + "/" + key));
      }
    }
  }
}
