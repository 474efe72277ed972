package org.verifqis.rapport;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.verifqis.modele.Avis;
import org.verifqis.modele.Code;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Part;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Regle;

/** The findings and remarks of a report, as JSON. */
final class JsonConstats {
  private final JsonGenerator json;
  private final Textes communs;
  private final boolean derogations;

  JsonConstats(JsonGenerator json, Textes textes, boolean derogations) {
    this.json = json;
    this.communs = textes;
    this.derogations = derogations;
  }

  /** Of one reddition. */
  void deReddition(Constat constat, Textes textes) throws IOException {
    Regle regle = constat.regle();
    json.writeStartObject();
    json.writeStringField("regle", regle.id());
    json.writeStringField("gravite", regle.gravite().name());
    json.writeStringField("famille", regle.famille());
    json.writeStringField("message", textes.message(constat));
    json.writeStringField("correction", textes.correction(constat));
    json.writeObjectFieldStart("norme");
    json.writeStringField("document", textes.document(regle));
    json.writeStringField("section", regle.section());
    json.writeStringField("resume", textes.norme(regle));
    json.writeEndObject();
    reconduction(regle);
    emplacements(constat.emplacements());
    faits(constat.faits());
    if (derogations) {
      JsonDerogations.deroge(json, constat);
    }
    json.writeEndObject();
  }

  /** Of redditions that are seen together. */
  void dEnsemble(Constat constat, Illisibles illisibles) throws IOException {
    json.writeStartObject();
    json.writeStringField("regle", constat.regle().id());
    json.writeStringField("gravite", constat.regle().gravite().name());
    json.writeStringField("message", communs.message(constat));
    json.writeStringField("correction", communs.correction(constat));
    reconduction(constat.regle());
    json.writeStringField("entente", PartieAudit.entente(constat).code());
    json.writeStringField("exercice", PartieAudit.exercice(constat).nom());
    json.writeArrayFieldStart("fichiers");
    for (String fichier : PartieAudit.fichiers(constat)) {
      json.writeString(fichier);
    }
    json.writeEndArray();
    List<String> lesSiens = illisibles.de(constat);
    if (!lesSiens.isEmpty()) {
      json.writeArrayFieldStart("fichiersIllisibles");
      for (String fichier : lesSiens) {
        json.writeString(fichier);
      }
      json.writeEndArray();
    }
    emplacements(constat.emplacements());
    faits(constat.faits());
    if (derogations) {
      JsonDerogations.deroge(json, constat);
    }
    json.writeEndObject();
  }

  /** Those that an earlier report has not, or that this one has no more. */
  void bref(String nom, List<Constat> constats) throws IOException {
    json.writeArrayFieldStart(nom);
    for (Constat constat : constats) {
      json.writeStartObject();
      json.writeStringField("regle", constat.regle().id());
      json.writeStringField("message", communs.message(constat));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** What is told beside the findings. */
  void avis(Avis avis) throws IOException {
    json.writeStartObject();
    json.writeStringField("nature", avis.nature().name());
    json.writeStringField("message", communs.message(avis));
    json.writeStringField("conseil", communs.conseil(avis));
    emplacements(List.of(avis.lieu()));
    faits(avis.faits());
    json.writeEndObject();
  }

  private void reconduction(Regle regle) throws IOException {
    if (!regle.reconductionVerifiee()) {
      json.writeBooleanField("reconductionVerifiee", false);
    }
  }

  private void emplacements(List<Emplacement> emplacements) throws IOException {
    json.writeArrayFieldStart("emplacements");
    for (Emplacement emplacement : emplacements) {
      json.writeStartObject();
      if (emplacement.fichier() != null) {
        json.writeStringField("fichier", emplacement.fichier());
      }
      json.writeStringField("feuille", emplacement.feuille().nom());
      json.writeStringField("cellule", emplacement.reference());
      json.writeStringField("valeur", Objects.toString(emplacement.valeur(), null));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void faits(Map<String, Object> faits) throws IOException {
    json.writeObjectFieldStart("faits");
    // Sorted, so that the bytes are the same whatever kind of map a rule told its facts in.
    for (Map.Entry<String, Object> fait : new TreeMap<>(faits).entrySet()) {
      json.writeFieldName(fait.getKey());
      fait(fait.getValue());
    }
    json.writeEndObject();
  }

  /**
   * Numbers and booleans as such; everything else as text that programs understand, never as people
   * read it.
   */
  private void fait(Object fait) throws IOException {
    if (fait instanceof Boolean oui) {
      json.writeBoolean(oui);
    } else if (fait instanceof Long || fait instanceof Integer || fait instanceof BigInteger) {
      json.writeNumber(fait.toString());
    } else if (fait instanceof Collection<?> plusieurs) {
      json.writeStartArray();
      for (Object element : plusieurs) {
        fait(element);
      }
      json.writeEndArray();
    } else if (fait instanceof Code code) {
      json.writeString(code.name());
    } else if (fait instanceof Part part) {
      json.writeString(part.fraction().toPlainString());
    } else {
      json.writeString(fait.toString());
    }
  }
}
