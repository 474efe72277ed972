package org.verifqis.rapport;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Part;
import org.verifqis.modele.Region;
import org.verifqis.modele.statistiques.Apport;
import org.verifqis.modele.statistiques.Chiffres;
import org.verifqis.modele.statistiques.Effectif;
import org.verifqis.modele.statistiques.Rubrique;
import org.verifqis.modele.statistiques.Rubrique.Groupe;
import org.verifqis.modele.statistiques.Statistiques;
import org.verifqis.modele.statistiques.Statistiques.Compilee;
import org.verifqis.modele.statistiques.Statistiques.Territoire;

/** Writes statistics for programs ({@code statistiques.schema.json}). */
final class StatistiquesJson {
  private final JsonGenerator json;
  private final Mots mots;

  private StatistiquesJson(JsonGenerator json, Mots mots) {
    this.json = json;
    this.mots = mots;
  }

  /** Writes them as JSON; the stream is flushed, not closed. */
  static void ecris(BilanStatistique bilan, List<Tableau> tableaux, Mots mots, OutputStream sortie)
      throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(Sortie.utf8(sortie))) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.useDefaultPrettyPrinter();
      new StatistiquesJson(json, mots).ecris(bilan, tableaux);
      json.writeRaw('\n');
    }
  }

  private void ecris(BilanStatistique bilan, List<Tableau> tableaux) throws IOException {
    Statistiques statistiques = bilan.statistiques();
    json.writeStartObject();
    json.writeObjectFieldStart("outil");
    json.writeStringField("nom", bilan.outil().nom());
    json.writeStringField("version", bilan.outil().version());
    json.writeEndObject();
    json.writeStringField("genereLe", mots.format().iso(bilan.genereLe()));
    json.writeArrayFieldStart("exercices");
    for (Exercice exercice : statistiques.exercices()) {
      json.writeString(exercice.nom());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("ententes");
    for (Entente entente : statistiques.ententes()) {
      json.writeString(entente.code());
    }
    json.writeEndArray();
    new TableauxJson(json).ecris(tableaux, bilan.detail());
    json.writeObjectFieldStart("total");
    chiffres(statistiques.total());
    json.writeEndObject();
    json.writeArrayFieldStart("regions");
    for (Territoire territoire : statistiques.territoires()) {
      json.writeStartObject();
      region(territoire.region());
      chiffres(territoire.chiffres());
      json.writeEndObject();
    }
    json.writeEndArray();
    cible4(statistiques);
    laissees(bilan);
    if (bilan.detail()) {
      redditions(statistiques);
    }
    json.writeEndObject();
  }

  private void region(Region region) throws IOException {
    if (region == null) {
      json.writeNullField("region");
      return;
    }
    json.writeObjectFieldStart("region");
    json.writeStringField("code", region.code());
    json.writeStringField("nom", region.nom());
    json.writeEndObject();
  }

  private void cible4(Statistiques statistiques) throws IOException {
    json.writeArrayFieldStart("cible4");
    for (Compilee compilee : statistiques.redditions()) {
      json.writeStartObject();
      place(compilee.apport());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("manquantes");
    for (Entente entente : statistiques.ententes()) {
      for (Exercice exercice : statistiques.exercices()) {
        if (statistiques.reddition(entente, exercice) == null) {
          json.writeStartObject();
          json.writeStringField("entente", entente.code());
          json.writeStringField("exercice", exercice.nom());
          json.writeEndObject();
        }
      }
    }
    json.writeEndArray();
  }

  private void place(Apport apport) throws IOException {
    json.writeStringField("entente", apport.entente().code());
    json.writeStringField("exercice", apport.exercice().nom());
    json.writeStringField(
        "niveau", apport.niveau() == null ? Cible4.INDETERMINE : apport.niveau().name());
  }

  private void laissees(BilanStatistique bilan) throws IOException {
    json.writeArrayFieldStart("laissees");
    for (BilanStatistique.Laissee laissee : bilan.laissees()) {
      json.writeStartObject();
      json.writeStringField("fichier", laissee.fichier());
      json.writeStringField("motif", laissee.motif().name());
      json.writeStringField(
          "precision",
          laissee.refus() == null
              ? laissee.retenu()
              : new PhrasesRefus(mots).cause(laissee.refus()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("autresExercices", bilan.autresExercices());
    json.writeNumberField("autresEntentes", bilan.autresEntentes());
  }

  private void redditions(Statistiques statistiques) throws IOException {
    json.writeArrayFieldStart("redditions");
    for (Compilee compilee : statistiques.redditions()) {
      json.writeStartObject();
      json.writeStringField("fichier", compilee.apport().fichier().nom());
      json.writeStringField("sha256", compilee.apport().fichier().sha256());
      place(compilee.apport());
      json.writeBooleanField("projetsLus", compilee.apport().projetsLus());
      chiffres(compilee.chiffres());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void chiffres(Chiffres c) throws IOException {
    json.writeNumberField("nombreRedditions", c.redditions());
    json.writeObjectFieldStart("projets");
    effectif(c.effectif());
    part("partRegionale", c.effectif().partRegionale());
    json.writeEndObject();
    json.writeArrayFieldStart("themes");
    for (Map.Entry<Rubrique, Effectif> entree : c.projets().entrySet()) {
      Rubrique rubrique = entree.getKey();
      json.writeStartObject();
      json.writeStringField("groupe", rubrique.groupe().name());
      json.writeStringField("objet", rubrique.objet().name());
      json.writeStringField("theme", rubrique.theme() == null ? null : rubrique.theme().name());
      effectif(entree.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("alignement");
    json.writeNumberField("alignes", c.effectif(Groupe.PRIORITES_REGIONALES).total());
    json.writeNumberField("autres", c.effectif(Groupe.AUTRES).total());
    json.writeNumberField("inconnus", c.effectif(Groupe.ALIGNEMENT_INCONNU).total());
    part("part", c.partAlignee());
    json.writeEndObject();
    json.writeObjectFieldStart("aide");
    montant("regionale", c.aide().regionale());
    montant("locale", c.aide().locale());
    part("partRegionale", c.aide().partRegionale());
    json.writeNumberField("inconnus", c.aide().inconnus());
    json.writeEndObject();
    json.writeObjectFieldStart("promoteurs");
    json.writeNumberField("municipaux", c.promoteurs().municipaux());
    json.writeNumberField("mrc", c.promoteurs().mrc());
    json.writeNumberField("autres", c.promoteurs().autres());
    part("partMunicipale", c.promoteurs().partMunicipale());
    json.writeNumberField("inconnus", c.promoteurs().inconnus());
    json.writeEndObject();
    json.writeObjectFieldStart("personnes");
    json.writeNumberField("rejointes", c.personnes().rejointes());
    json.writeNumberField("inconnus", c.personnes().inconnus());
    json.writeEndObject();
    json.writeObjectFieldStart("levier");
    montant("aide", c.levier().aide());
    montant("autresAidesPubliques", c.levier().publiques());
    montant("contributionMilieu", c.levier().milieu());
    montant("parDollar", c.levier().parDollar());
    json.writeNumberField("inconnus", c.levier().inconnus());
    json.writeEndObject();
    json.writeObjectFieldStart("exclus");
    json.writeNumberField("annules", c.exclus().annules());
    json.writeNumberField("statutInconnu", c.exclus().statutInconnu());
    json.writeNumberField("repris", c.exclus().repris());
    json.writeEndObject();
  }

  private void effectif(Effectif effectif) throws IOException {
    json.writeNumberField("total", effectif.total());
    json.writeNumberField("regionaux", effectif.regionaux());
    json.writeNumberField("locaux", effectif.locaux());
    json.writeNumberField("porteeInconnue", effectif.inconnus());
  }

  private void montant(String nom, Montant montant) throws IOException {
    json.writeStringField(nom, montant == null ? null : montant.toString());
  }

  private void part(String nom, Part part) throws IOException {
    json.writeStringField(nom, part == null ? null : part.fraction().toPlainString());
  }
}
