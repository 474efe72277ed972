package org.verifqis.classeur.correspondance;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.verifqis.classeur.correspondance.CorrespondanceInvalide.Defaut;
import org.verifqis.classeur.correspondance.CorrespondanceInvalide.Motif;
import org.verifqis.donnees.DocumentYaml;

/** Texts and patterns of a profile that fits its schema. */
class ProfileTexts {
  static final TextPattern ANY = TextPattern.of("");

  private final DocumentYaml document;
  private final List<Defaut> faults;
  private final String year;

  ProfileTexts(DocumentYaml document, List<Defaut> faults) {
    this.document = document;
    this.faults = faults;
    this.year = document.racine().path("exercice").asText(null);
  }

  final JsonNode root() {
    return document.racine();
  }

  static String escape(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }

  final String year() {
    return year;
  }

  final void fault(String path, Motif why, String... details) {
    faults.add(new Defaut(document.ligne(path), why, List.of(details)));
  }

  /** A text, the year standing in it. */
  final String text(JsonNode node) {
    return text(node.asText());
  }

  final String text(String told) {
    return YearForms.in(told, year);
  }

  /** One text or several; none where nothing is. */
  final List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(n -> texts.add(text(n)));
    } else if (node.isValueNode() && !node.isNull()) {
      texts.add(text(node));
    }
    return texts;
  }

  /** A value that is declared: texts, or a list of them. */
  final Object value(JsonNode node) {
    if (node.isObject()) {
      return value(node.path("valeur"));
    }
    return node.isArray() ? String.join(";", texts(node)) : text(node);
  }

  final TextPattern pattern(JsonNode node, String path) {
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

  final TextTest test(JsonNode node, String path) {
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
}
