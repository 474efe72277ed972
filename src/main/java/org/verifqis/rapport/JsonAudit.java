package org.verifqis.rapport;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.verifqis.modele.Exercice;
import org.verifqis.regles.Constat;
import org.verifqis.regles.comparaison.Changement;

/** What an audit found of all redditions together, as JSON. */
final class JsonAudit {
  private final JsonGenerator json;
  private final Textes textes;
  private final JsonConstats constats;

  JsonAudit(JsonGenerator json, Textes textes, JsonConstats constats) {
    this.json = json;
    this.textes = textes;
    this.constats = constats;
  }

  /** Writes it. */
  void ecris(PartieAudit audit) throws IOException {
    json.writeStartObject();
    json.writeStringField("date", audit.date().toString());
    json.writeArrayFieldStart("exercices");
    for (Exercice exercice : audit.exercices()) {
      json.writeString(exercice.nom());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("constats");
    Illisibles illisibles = new Illisibles(audit, textes);
    for (Constat constat : audit.constats()) {
      constats.dEnsemble(constat, illisibles);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("ecartes");
    for (PartieAudit.Ecarte ecarte : audit.ecartes()) {
      json.writeStartObject();
      json.writeStringField("fichier", ecarte.fichier());
      json.writeStringField("motif", textes.mots().mot("audit.ecarte", ecarte.retenu()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("reutilisees", audit.reutilisees());
    json.writeArrayFieldStart("changements");
    for (Changement changement : audit.changements()) {
      changement(changement);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void changement(Changement changement) throws IOException {
    json.writeStartObject();
    json.writeStringField("genre", changement.genre().name());
    json.writeArrayFieldStart("causes");
    for (Changement.Cause cause : changement.causes()) {
      json.writeString(cause.name());
    }
    json.writeEndArray();
    json.writeStringField("entente", changement.entente());
    json.writeStringField("exercice", changement.exercice());
    json.writeStringField("fichier", changement.fichier());
    json.writeStringField("avant", changement.avant() == null ? null : changement.avant().name());
    json.writeStringField("apres", changement.apres() == null ? null : changement.apres().name());
    constats.bref("nouveaux", changement.nouveaux());
    constats.bref("disparus", changement.disparus());
    json.writeEndObject();
  }
}
