package org.verifqis.rapport;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.List;
import org.verifqis.modele.Erreur;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Regle;
import org.verifqis.regles.ResultatRegle;
import org.verifqis.regles.simulation.Simulation;
import org.verifqis.regles.simulation.Simulation.Ecart;

/** Writes who would change verdict, and by which rules. */
public final class RedacteurSimulation {
  private final Textes textes;
  private final Mots mots;

  /** In the language of the texts. */
  public RedacteurSimulation(Textes textes) {
    this.textes = textes;
    this.mots = textes.mots();
  }

  /** Writes simulations as text: those that change something, then how many there are. */
  public void console(List<Simulation> simulations, List<Erreur> erreurs, OutputStream sortie)
      throws IOException {
    StringBuilder texte = new StringBuilder();
    for (Simulation simulation : simulations) {
      List<Ecart> ecarts = simulation.ecarts();
      if (ecarts.isEmpty() && !simulation.changeDeVerdict()) {
        continue;
      }
      Jugement avant = simulation.actuel();
      String cle = simulation.changeDeVerdict() ? "simulation.change" : "simulation.meme";
      ligne(
          texte,
          0,
          mots.mot(
              cle,
              avant.fichier().nom(),
              textes.verdict(avant.verdict()),
              textes.verdict(simulation.simule().verdict())));
      for (Ecart ecart : ecarts) {
        Regle juge = ecart.actuel().regle();
        String regle =
            mots.mot(
                "simulation.regle",
                juge.id(),
                textes.connait(juge) ? textes.titre(juge) : "",
                statut(ecart.actuel(), ecart),
                statut(ecart.simule(), ecart));
        ligne(texte, 2, regle);
      }
      texte.append('\n');
    }
    long changees = simulations.stream().filter(Simulation::changeDeVerdict).count();
    ligne(
        texte,
        0,
        mots.mot(
            "simulation.total",
            mots.compte("redditions", simulations.size()),
            mots.compte("simulation.changees", changees)));
    for (Erreur erreur : erreurs) {
      ligne(
          texte,
          0,
          mots.mot(
              "console.erreur",
              mots.mot("erreur.nonVerifie"),
              erreur.fichier(),
              textes.cause(erreur.refus())));
    }
    Writer redaction = Sortie.utf8(sortie);
    redaction.write(texte.toString());
    redaction.flush();
  }

  private String statut(ResultatRegle resultat, Ecart ecart) {
    String statut = textes.statut(resultat.statut());
    if (ecart.autreGravite()) {
      statut += ", " + textes.gravite(resultat.regle().gravite());
    }
    return resultat.enfreints() == 0
        ? statut
        : mots.mot("entente", statut, mots.compte("constats", resultat.enfreints()));
  }

  /** Writes all simulations as JSON. */
  public void json(List<Simulation> simulations, List<Erreur> erreurs, OutputStream sortie)
      throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(Sortie.utf8(sortie))) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeArrayFieldStart("simulations");
      for (Simulation simulation : simulations) {
        json.writeStartObject();
        json.writeStringField("fichier", simulation.actuel().fichier().nom());
        json.writeStringField("sha256", simulation.actuel().fichier().sha256());
        json.writeStringField("verdict", simulation.actuel().verdict().name());
        json.writeStringField("verdictSimule", simulation.simule().verdict().name());
        json.writeArrayFieldStart("regles");
        for (Ecart ecart : simulation.ecarts()) {
          json.writeStartObject();
          json.writeStringField("id", ecart.actuel().regle().id());
          json.writeStringField("gravite", ecart.actuel().regle().gravite().name());
          json.writeStringField("statut", ecart.actuel().statut().name());
          json.writeNumberField("enfreints", ecart.actuel().enfreints());
          json.writeStringField("graviteSimulee", ecart.simule().regle().gravite().name());
          json.writeStringField("statutSimule", ecart.simule().statut().name());
          json.writeNumberField("enfreintsSimules", ecart.simule().enfreints());
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      RedacteurJson.erreurs(json, erreurs, textes);
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void ligne(StringBuilder texte, int retrait, String contenu) {
    texte.append(" ".repeat(retrait)).append(Inoffensif.ligne(contenu)).append('\n');
  }
}
