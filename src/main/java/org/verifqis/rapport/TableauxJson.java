package org.verifqis.rapport;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.verifqis.modele.statistiques.Chiffre.Nature;
import org.verifqis.modele.statistiques.Exclus;
import org.verifqis.rapport.Tableau.Case;
import org.verifqis.rapport.Tableau.Entete;
import org.verifqis.rapport.Tableau.Ligne;
import org.verifqis.rapport.Tableau.Source;

/** Writes tables for programs, whichever they are. */
final class TableauxJson {
  private final JsonGenerator json;

  TableauxJson(JsonGenerator json) {
    this.json = json;
  }

  /** Writes those that are made of redditions. */
  void ecris(List<Tableau> tableaux, boolean detail) throws IOException {
    json.writeArrayFieldStart("tables");
    for (Tableau tableau : tableaux) {
      if (tableau.composition() != null) {
        tableau(tableau, detail);
      }
    }
    json.writeEndArray();
  }

  private void tableau(Tableau tableau, boolean detail) throws IOException {
    json.writeStartObject();
    json.writeStringField("cle", tableau.cle());
    json.writeStringField("titre", tableau.titre());
    json.writeStringField("legende", tableau.legende());
    sources("sources", tableau.composition().sources());
    sources("muettes", tableau.composition().muettes());
    exclus(tableau.composition().exclus());
    json.writeArrayFieldStart("colonnes");
    for (Entete entete : tableau.entetes()) {
      json.writeStartObject();
      json.writeStringField("cle", entete.cle());
      json.writeStringField("titre", entete.texte());
      json.writeStringField("exercice", entete.exercice());
      json.writeEndObject();
    }
    json.writeEndArray();
    lignes(tableau.lignes());
    if (detail) {
      json.writeArrayFieldStart("provenances");
      for (Tableau.Provenance provenance : tableau.provenances()) {
        json.writeStartObject();
        source(provenance.source());
        lignes(provenance.lignes());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void exclus(Exclus exclus) throws IOException {
    if (exclus == null) {
      json.writeNullField("exclus");
      return;
    }
    json.writeObjectFieldStart("exclus");
    json.writeNumberField("annules", exclus.annules());
    json.writeNumberField("statutInconnu", exclus.statutInconnu());
    json.writeNumberField("repris", exclus.repris());
    json.writeEndObject();
  }

  private void sources(String nom, List<Source> sources) throws IOException {
    json.writeArrayFieldStart(nom);
    for (Source source : sources) {
      json.writeStartObject();
      source(source);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void source(Source source) throws IOException {
    json.writeStringField("fichier", source.fichier());
    json.writeStringField("sha256", source.sha256());
    json.writeStringField("entente", source.entente());
    json.writeStringField("exercice", source.exercice());
  }

  private void lignes(List<Ligne> lignes) throws IOException {
    json.writeArrayFieldStart("lignes");
    for (Ligne ligne : lignes) {
      json.writeStartObject();
      json.writeStringField("rang", ligne.rang().name());
      json.writeStringField("cle", ligne.cle());
      json.writeStringField("titre", ligne.titre());
      json.writeStringField("exercice", ligne.exercice());
      json.writeArrayFieldStart("cases");
      for (Case une : ligne.cases()) {
        cellule(une);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void cellule(Case une) throws IOException {
    json.writeStartObject();
    json.writeStringField("nature", une.nature().name());
    if (une.nature() == Nature.TEXTE) {
      json.writeArrayFieldStart("valeur");
      for (String cle : une.cles()) {
        json.writeString(cle);
      }
      json.writeEndArray();
    } else if (une.nombre() == null) {
      json.writeNullField("valeur");
    } else if (une.nature() == Nature.NOMBRE) {
      json.writeNumberField("valeur", une.nombre());
    } else {
      json.writeStringField("valeur", une.nombre().toPlainString());
    }
    if (une.dont() != null) {
      json.writeNumberField("dont", une.dont());
    }
    json.writeNumberField("inconnus", une.inconnus());
    json.writeEndObject();
  }
}
