package org.verifqis.rapport;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import org.verifqis.modele.Avis;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Origine;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Gravite;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.ResultatRegle;

/** A judged reddition of a report, as JSON. */
final class JsonReddition {
  private final JsonGenerator json;
  private final Textes textes;
  private final JsonConstats constats;
  private final boolean derogations;

  JsonReddition(JsonGenerator json, Textes textes, JsonConstats constats, boolean derogations) {
    this.json = json;
    this.textes = textes;
    this.constats = constats;
    this.derogations = derogations;
  }

  /** Writes it. */
  void ecris(Jugement jugement) throws IOException {
    json.writeStartObject();
    json.writeStringField("edition", jugement.edition());
    json.writeObjectFieldStart("fichier");
    json.writeStringField("nom", jugement.fichier().nom());
    json.writeStringField("sha256", jugement.fichier().sha256());
    json.writeNumberField("octets", jugement.fichier().octets());
    json.writeEndObject();
    if (jugement.fichier().origine() != null) {
      origine(jugement.fichier().origine());
    }
    json.writeFieldName("entente");
    entente(jugement.entente());
    json.writeStringField(
        "exercice", jugement.exercice() == null ? null : jugement.exercice().nom());
    json.writeStringField("verdict", jugement.verdict().name());
    if (derogations) {
      json.writeStringField("verdictSansDerogation", jugement.verdictSansDerogation().name());
    }
    Textes siens = textes.sous(jugement.fichier().origine());
    Cible4 cible4 = new Cible4(jugement, siens);
    json.writeObjectFieldStart("cible4");
    json.writeStringField("niveau", cible4.niveau());
    json.writeStringField("classe", cible4.classe());
    json.writeArrayFieldStart("motifs");
    for (String motif : cible4.motifs()) {
      json.writeString(motif);
    }
    json.writeEndArray();
    json.writeEndObject();
    sommaire(jugement);
    json.writeArrayFieldStart("regles");
    for (ResultatRegle resultat : jugement.resultats()) {
      regle(resultat);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("constats");
    for (Constat constat : jugement.constats()) {
      constats.deReddition(constat, siens);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("avis");
    for (Avis avis : jugement.avis()) {
      constats.avis(avis);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void origine(Origine origine) throws IOException {
    json.writeObjectFieldStart("correspondance");
    json.writeStringField("nom", origine.correspondance());
    json.writeStringField("fichier", origine.fichier());
    json.writeArrayFieldStart("declarations");
    for (Origine.Declaration declaration : origine.declarations()) {
      json.writeStartObject();
      json.writeStringField("feuille", declaration.feuille());
      json.writeStringField("champ", declaration.champ());
      json.writeStringField("valeur", declaration.valeur());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void entente(Entente entente) throws IOException {
    if (entente == null) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeStringField("code", entente.code());
    json.writeStringField("nom", entente.nom());
    json.writeEndObject();
  }

  private void sommaire(Jugement jugement) throws IOException {
    json.writeObjectFieldStart("sommaire");
    json.writeNumberField("projets", jugement.projets());
    json.writeNumberField("bloquantes", jugement.constats(Gravite.BLOQUANTE));
    json.writeNumberField("nonConformites", jugement.constats(Gravite.NON_CONFORMITE));
    json.writeNumberField("avertissements", jugement.constats(Gravite.AVERTISSEMENT));
    json.writeNumberField("informations", jugement.constats(Gravite.INFORMATION));
    if (derogations) {
      json.writeNumberField("deroges", jugement.deroges());
    }
    json.writeEndObject();
  }

  /** As raw text: these are most of a report, and nothing in them but a cause needs escaping. */
  private void regle(ResultatRegle resultat) throws IOException {
    String cause =
        resultat.cause() == null ? "" : ",\n          \"cause\": " + cite(resultat.cause());
    json.writeRawValue(
        "{\n          \"id\": \""
            + resultat.regle().id()
            + "\",\n          \"statut\": \""
            + resultat.statut().name()
            + "\",\n          \"gravite\": \""
            + resultat.regle().gravite().name()
            + "\",\n          \"surete\": \""
            + resultat.regle().surete()
            + "\",\n          \"examines\": "
            + resultat.examines()
            + ",\n          \"enfreints\": "
            + resultat.enfreints()
            + ",\n          \"inconnus\": "
            + resultat.inconnus()
            + cause
            + "\n        }");
  }

  private static String cite(String texte) {
    return TextNode.valueOf(Sortie.sansDemiCaractere(texte)).toString();
  }
}
