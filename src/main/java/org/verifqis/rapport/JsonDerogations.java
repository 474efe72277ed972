package org.verifqis.rapport;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Derogation;
import org.verifqis.regles.Sujet;
import org.verifqis.regles.derogations.UsageDerogation;

/** The parts of the JSON that there are only where dérogations were looked at. */
final class JsonDerogations {
  private JsonDerogations() {}

  /** What a finding is about, as a dérogation would name it, and the one that accepts it. */
  static void deroge(JsonGenerator json, Constat constat) throws IOException {
    Sujet sujet = constat.sujet();
    json.writeObjectFieldStart("sujet");
    json.writeStringField(
        "feuille",
        constat.emplacements().isEmpty() ? null : constat.emplacements().get(0).feuille().cle());
    json.writeStringField("fiche", sujet.fiche());
    rang(json, sujet.rang());
    json.writeStringField("champ", sujet.champ());
    json.writeEndObject();
    if (!constat.estDeroge()) {
      json.writeNullField("deroge");
      return;
    }
    json.writeObjectFieldStart("deroge");
    json.writeNumberField("numero", constat.derogation().numero());
    acte(json, constat.derogation());
    json.writeEndObject();
  }

  /** What became of each dérogation. */
  static void usages(JsonGenerator json, List<UsageDerogation> usages) throws IOException {
    json.writeArrayFieldStart("derogations");
    for (UsageDerogation usage : usages) {
      Derogation.Vise vise = usage.derogation().vise();
      json.writeStartObject();
      json.writeNumberField("numero", usage.derogation().numero());
      json.writeStringField("statut", usage.statut().name());
      json.writeStringField("raison", usage.raison() == null ? null : usage.raison().name());
      json.writeNumberField("constats", usage.constats());
      json.writeStringField("entente", vise.entente().code());
      json.writeStringField("exercice", vise.exercice().nom());
      json.writeStringField("regle", vise.regle().id());
      json.writeStringField("feuille", vise.feuille());
      json.writeStringField("fiche", vise.fiche());
      rang(json, vise.rang());
      json.writeArrayFieldStart("champs");
      for (String champ : vise.champs()) {
        json.writeString(champ);
      }
      json.writeEndArray();
      acte(json, usage.derogation());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void rang(JsonGenerator json, int rang) throws IOException {
    json.writeFieldName("rang");
    if (rang == 0) {
      json.writeNull();
    } else {
      json.writeNumber(rang);
    }
  }

  private static void acte(JsonGenerator json, Derogation derogation) throws IOException {
    json.writeStringField("par", derogation.par());
    json.writeStringField("autorite", derogation.autorite());
    json.writeStringField("motif", derogation.motif());
    json.writeStringField("jusquAu", derogation.jusquAu().toString());
  }
}
