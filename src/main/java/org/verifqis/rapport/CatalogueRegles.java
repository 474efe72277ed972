package org.verifqis.rapport;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.verifqis.regles.Parametres;
import org.verifqis.regles.Parametres.ValeurDatee;
import org.verifqis.regles.Regle;

/**
 * The catalogue of rules: what each norm asks, where it stands, how grave a breach is and when it
 * is one.
 */
public final class CatalogueRegles {
  /** Formats of the catalogue. */
  public enum FormatCatalogue {
    CONSOLE,
    JSON,
    MD
  }

  private final Textes textes;
  private final Mots mots;
  private final Parametres parametres;

  /** A catalogue in the language of the texts. */
  public CatalogueRegles(Textes textes, Parametres parametres) {
    this.textes = textes;
    this.mots = textes.mots();
    this.parametres = parametres;
  }

  /**
   * Writes rules.
   *
   * @param entieres whether each is told whole on the console; otherwise a line each
   */
  public void ecris(
      List<Regle> regles, boolean entieres, FormatCatalogue format, OutputStream sortie)
      throws IOException {
    Writer redaction = Sortie.utf8(sortie);
    switch (format) {
      case CONSOLE -> redaction.write(entieres ? entieres(regles) : liste(regles));
      case MD -> redaction.write(markdown(regles));
      case JSON -> json(regles, redaction);
    }
    redaction.flush();
  }

  private String liste(List<Regle> regles) {
    StringBuilder texte = new StringBuilder();
    String famille = "";
    for (Regle regle : regles) {
      if (!regle.famille().equals(famille)) {
        famille = regle.famille();
        texte.append(texte.isEmpty() ? "" : "\n").append(textes.famille(famille)).append('\n');
      }
      texte.append(
          "  %s  %-16s  %s\n"
              .formatted(regle.id(), textes.gravite(regle.gravite()), textes.titre(regle)));
    }
    return texte.toString();
  }

  private String entieres(List<Regle> regles) {
    return regles.stream().map(this::entiere).collect(Collectors.joining("\n"));
  }

  private String entiere(Regle regle) {
    StringBuilder texte = new StringBuilder(regle.id() + "  " + textes.titre(regle) + "\n");
    fiche(regle).forEach((cle, valeur) -> texte.append("  ").append(ligne(cle, valeur)));
    valeurs(regle).forEach(valeur -> texte.append("    ").append(valeur(valeur)));
    return texte.toString();
  }

  private String markdown(List<Regle> regles) {
    StringBuilder texte = new StringBuilder("# " + mots.mot("catalogue.titre") + "\n\n");
    texte.append(mots.mot("catalogue.intro")).append('\n');
    String famille = "";
    for (Regle regle : regles) {
      if (!regle.famille().equals(famille)) {
        famille = regle.famille();
        texte.append("\n## %s – %s\n".formatted(famille, textes.famille(famille)));
      }
      texte.append("\n### %s – %s\n\n".formatted(regle.id(), textes.titre(regle)));
      fiche(regle)
          .forEach((cle, valeur) -> texte.append("- ").append(ligne("**" + cle + "**", valeur)));
      valeurs(regle).forEach(valeur -> texte.append("  - ").append(valeur(valeur)));
    }
    return texte.toString();
  }

  private String ligne(String cle, String valeur) {
    return mots.mot("catalogue.ligne", cle, valeur) + "\n";
  }

  /** What is told of a rule, by its label, in order. */
  public Map<String, String> fiche(Regle regle) {
    Map<String, String> fiche = new LinkedHashMap<>();
    fiche.put(mots.mot("catalogue.gravite"), parEdition(regle, r -> textes.gravite(r.gravite())));
    fiche.put(mots.mot("catalogue.norme"), textes.norme(regle));
    fiche.put(mots.mot("catalogue.reference"), textes.reference(regle));
    fiche.put(mots.mot("catalogue.surete"), parEdition(regle, textes::surete));
    fiche.put(mots.mot("catalogue.condition"), textes.condition(regle));
    fiche.put(mots.mot("catalogue.par"), regle.par());
    fiche.put(mots.mot("catalogue.editions"), String.join(", ", regle.editions()));
    fiche.put(
        mots.mot("catalogue.regimes"),
        regle.regimes().stream()
            .sorted()
            .map(regime -> mots.mot("regime." + regime))
            .collect(Collectors.joining(", ")));
    if (regle.parametre() != null) {
      fiche.put(mots.mot("catalogue.parametre"), regle.parametre());
    }
    return fiche;
  }

  /** The dated figures of a rule, each with its source; empty where it takes none. */
  public List<String> chiffres(Regle regle) {
    return valeurs(regle).stream().map(new PhrasesChiffre(textes)::phrase).toList();
  }

  /** What is told of a rule; in each of its editions, where that goes by them. */
  private String parEdition(Regle regle, Function<Regle, String> dit) {
    Map<String, String> parEdition = new LinkedHashMap<>();
    for (String edition : regle.parEdition().keySet()) {
      parEdition.put(edition, dit.apply(regle.dans(edition)));
    }
    if (parEdition.values().stream().distinct().count() <= 1) {
      return dit.apply(regle);
    }
    return parEdition.entrySet().stream()
        .map(e -> mots.mot("catalogue.parEdition", e.getValue(), e.getKey()))
        .collect(Collectors.joining(", "));
  }

  private List<ValeurDatee> valeurs(Regle regle) {
    return regle.parametre() == null ? List.of() : parametres.valeurs(regle.parametre());
  }

  private String valeur(ValeurDatee valeur) {
    return new PhrasesChiffre(textes).phrase(valeur) + "\n";
  }

  private String source(ValeurDatee valeur) {
    return valeur.source(textes.langue().code());
  }

  private void json(List<Regle> regles, Writer sortie) throws IOException {
    try (JsonGenerator json = generateur(sortie)) {
      json.writeStartArray();
      for (Regle regle : regles) {
        regle(json, regle);
      }
      json.writeEndArray();
    }
    sortie.write('\n');
  }

  private static JsonGenerator generateur(Writer sortie) throws IOException {
    DefaultPrettyPrinter mise = new DefaultPrettyPrinter();
    mise.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
    mise.indentObjectsWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
    JsonGenerator json = JsonMapper.builder().build().createGenerator(sortie);
    json.setPrettyPrinter(mise);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    return json;
  }

  private void regle(JsonGenerator json, Regle regle) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", regle.id());
    json.writeStringField("titre", textes.titre(regle));
    json.writeStringField("gravite", regle.gravite().name());
    json.writeStringField("famille", regle.famille());
    json.writeArrayFieldStart("parEdition");
    for (String edition : regle.parEdition().keySet()) {
      Regle sienne = regle.dans(edition);
      json.writeStartObject();
      json.writeStringField("edition", edition);
      json.writeStringField("gravite", sienne.gravite().name());
      json.writeStringField("surete", sienne.surete());
      json.writeBooleanField("reconductionVerifiee", sienne.reconductionVerifiee());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("norme");
    json.writeStringField("document", textes.document(regle));
    json.writeStringField("section", regle.section());
    json.writeStringField("resume", textes.norme(regle));
    json.writeStringField("surete", regle.surete());
    json.writeEndObject();
    json.writeStringField("condition", textes.condition(regle));
    json.writeStringField("par", regle.par());
    textes(json, "editions", regle.editions());
    textes(json, "regimes", regle.regimes().stream().sorted().map(Enum::name).toList());
    json.writeStringField("parametre", regle.parametre());
    json.writeArrayFieldStart("valeurs");
    for (ValeurDatee valeur : valeurs(regle)) {
      json.writeStartObject();
      json.writeStringField("edition", valeur.edition());
      json.writeStringField("depuis", valeur.depuis() == null ? null : valeur.depuis().toString());
      textes(json, "valeur", valeur.textes());
      json.writeStringField("lisible", new PhrasesChiffre(textes).chiffre(valeur));
      json.writeStringField("surete", valeur.surete());
      json.writeStringField("source", source(valeur));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void textes(JsonGenerator json, String nom, List<String> valeurs)
      throws IOException {
    json.writeArrayFieldStart(nom);
    for (String valeur : valeurs) {
      json.writeString(valeur);
    }
    json.writeEndArray();
  }
}
