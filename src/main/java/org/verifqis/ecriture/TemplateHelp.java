package org.verifqis.ecriture;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.verifqis.donnees.Donnees;
import org.verifqis.modele.Champ;

/**
 * What the official workbook tells people beside its labels ({@code rules/gabarit-aide.yaml}).
 * Texts are typed with plain blanks and apostrophes; they are given with those of Québec's
 * typography.
 */
final class TemplateHelp {
  private static final Pattern BLANKS_TO_TIE = Pattern.compile(" (?=[:;!?%$»])|(?<=«) ");

  private final JsonNode root;

  private TemplateHelp(JsonNode root) {
    this.root = root;
  }

  static TemplateHelp load() {
    return new TemplateHelp(Donnees.lis("gabarit-aide"));
  }

  /**
   * A part of the instructions.
   *
   * @param title its heading
   * @param lines its sentences
   */
  record Section(String title, List<String> lines) {}

  String title() {
    return text(root.required("instructions").required("titre"));
  }

  String subtitle() {
    return text(root.required("instructions").required("sousTitre"));
  }

  List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    for (JsonNode section : root.required("instructions").required("sections")) {
      List<String> lines = new ArrayList<>();
      section.required("lignes").forEach(line -> lines.add(text(line)));
      sections.add(new Section(text(section.required("titre")), lines));
    }
    return sections;
  }

  /** The title and the text of a validation's message. */
  String[] message(String kind) {
    JsonNode message = root.required("messages").required(kind);
    return new String[] {text(message.required("titre")), text(message.required("texte"))};
  }

  String word(String key) {
    return text(root.required("mots").required(key));
  }

  String explanation(String sheet) {
    return text(sheet(sheet).required("explication"));
  }

  String help(String sheet, Champ champ) {
    return text(sheet(sheet).required("aide").required(champ.cle()));
  }

  /** For how many records a table has room. */
  int rows(String sheet) {
    return sheet(sheet).required("lignes").asInt();
  }

  /** In how many rows of a table formulas are written that nobody has used yet. */
  int calculatedRows(String sheet) {
    return sheet(sheet).path("lignesCalculees").asInt(rows(sheet));
  }

  /** Whether a column holds names or sentences, and wants room for them. */
  boolean isProse(String sheet, Champ champ) {
    for (JsonNode key : sheet(sheet).path("larges")) {
      if (key.asText().equals(champ.cle())) {
        return true;
      }
    }
    return false;
  }

  /** The formula that a cell holds; null if people fill it in. */
  String formula(String sheet, Champ champ) {
    return sheet(sheet).path("formules").path(champ.cle()).asText(null);
  }

  /** The formula beside a field that tells what other sheets say of it; null without one. */
  String control(String sheet, Champ champ) {
    return sheet(sheet).path("controles").path(champ.cle()).asText(null);
  }

  private JsonNode sheet(String name) {
    return root.required("feuilles").required(name);
  }

  private static String text(JsonNode node) {
    return BLANKS_TO_TIE.matcher(node.asText()).replaceAll("\u00A0").replace('\'', '\u2019');
  }
}
