package org.verifqis.rapport;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Valeur;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Verdict;
import org.verifqis.regles.comparaison.Comparaison;
import org.verifqis.regles.comparaison.Comparaison.Difference;

/** Writes what differs between two redditions: for a terminal, for programs, for a browser. */
public final class RedacteurComparaison {
  private static final String DISPARUS = "comparaison.disparus";

  private final Textes textes;
  private final Mots mots;

  /** In the language of the texts. */
  public RedacteurComparaison(Textes textes) {
    this.textes = textes;
    this.mots = textes.mots();
  }

  /** What the template sees: the comparison, and this writer for its words. */
  record PageComparaison(
      Comparaison comparaison, RedacteurComparaison redacteur, Mots mots, String style) {}

  /** Writes it as text. */
  public void console(Comparaison comparaison, OutputStream sortie) throws IOException {
    Writer texte = Sortie.utf8(sortie);
    ligne(texte, 0, mots.mot("comparaison.avant", verdict(comparaison.ancienne())));
    ligne(texte, 0, mots.mot("comparaison.apres", verdict(comparaison.nouvelle())));
    texte.append('\n');
    ligne(texte, 0, titreDesChangements(comparaison));
    String feuille = "";
    for (Difference difference : comparaison.differences()) {
      if (!difference.feuille().equals(feuille)) {
        feuille = difference.feuille();
        ligne(texte, 0, feuille);
      }
      ligne(texte, 2, phrase(difference));
    }
    if (comparaison.autresDifferences() > 0) {
      ligne(texte, 2, autres(comparaison));
    }
    for (Map.Entry<String, List<Constat>> groupe : groupes(comparaison).entrySet()) {
      texte.append('\n');
      ligne(texte, 0, mots.compte(groupe.getKey(), groupe.getValue().size()));
      for (Constat constat : groupe.getValue()) {
        ligne(texte, 2, phrase(constat, fichier(comparaison, groupe.getKey())));
      }
    }
    texte.flush();
  }

  /** How many values differ, those too that are not shown. */
  String titreDesChangements(Comparaison comparaison) {
    return mots.compte(
        "comparaison.changements",
        comparaison.differences().size() + comparaison.autresDifferences());
  }

  /** How many of them are not shown. */
  String autres(Comparaison comparaison) {
    return mots.compte("comparaison.autres", comparaison.autresDifferences());
  }

  /** Writes it as one HTML page. */
  public void html(Comparaison comparaison, OutputStream sortie) throws IOException {
    PagesHtml.ecris(rendu("comparaison.jte", comparaison), sortie);
  }

  /** What a page of the server shows of it: the same, without the page around it. */
  public String corps(Comparaison comparaison) {
    return rendu("differences.jte", comparaison);
  }

  private String rendu(String gabarit, Comparaison comparaison) {
    return new PagesHtml()
        .rendu(gabarit, new PageComparaison(comparaison, this, mots, PagesHtml.style()));
  }

  /** Writes it as JSON. */
  public void json(Comparaison comparaison, OutputStream sortie) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(Sortie.utf8(sortie))) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      jugement(json, "ancienne", comparaison.ancienne());
      jugement(json, "nouvelle", comparaison.nouvelle());
      json.writeArrayFieldStart("changements");
      for (Difference difference : comparaison.differences()) {
        json.writeStartObject();
        json.writeStringField("nature", difference.nature().name());
        json.writeStringField("feuille", difference.feuille());
        json.writeStringField("fiche", difference.fiche());
        json.writeStringField("champ", difference.champ());
        valeur(json, "avant", difference.avant());
        valeur(json, "apres", difference.apres());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeNumberField("autresChangements", comparaison.autresDifferences());
      Textes anciens = textes.sous(comparaison.ancienne().fichier().origine());
      Textes siens = textes.sous(comparaison.nouvelle().fichier().origine());
      constats(json, "constatsDisparus", comparaison.disparus(), anciens);
      constats(json, "constatsNouveaux", comparaison.nouveaux(), siens);
      constats(json, "constatsQuiDemeurent", comparaison.demeurent(), siens);
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void jugement(JsonGenerator json, String nom, Jugement jugement)
      throws IOException {
    json.writeObjectFieldStart(nom);
    json.writeStringField("fichier", jugement.fichier().nom());
    json.writeStringField("sha256", jugement.fichier().sha256());
    json.writeStringField("entente", jugement.entente() == null ? null : jugement.entente().code());
    json.writeStringField(
        "exercice", jugement.exercice() == null ? null : jugement.exercice().nom());
    json.writeStringField("verdict", jugement.verdict().name());
    json.writeEndObject();
  }

  private static void valeur(JsonGenerator json, String nom, Valeur<?> valeur) throws IOException {
    json.writeObjectFieldStart(nom);
    json.writeStringField("cellule", valeur == null ? null : valeur.emplacement().reference());
    json.writeStringField("valeur", valeur == null ? null : valeur.montree());
    json.writeEndObject();
  }

  private static void constats(
      JsonGenerator json, String nom, List<Constat> constats, Textes textes) throws IOException {
    json.writeArrayFieldStart(nom);
    for (Constat constat : constats) {
      json.writeStartObject();
      json.writeStringField("regle", constat.regle().id());
      json.writeStringField("gravite", constat.regle().gravite().name());
      json.writeStringField("lieu", lieu(constat));
      json.writeStringField("message", textes.message(constat));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** The findings by what became of them: the key of the heading, and the findings. */
  Map<String, List<Constat>> groupes(Comparaison comparaison) {
    Map<String, List<Constat>> groupes = new LinkedHashMap<>();
    groupes.put("comparaison.nouveaux", comparaison.nouveaux());
    groupes.put("comparaison.demeurent", comparaison.demeurent());
    groupes.put(DISPARUS, comparaison.disparus());
    return groupes;
  }

  /** The file that the findings of a group are about. */
  static Reddition.Fichier fichier(Comparaison comparaison, String groupe) {
    return groupe.equals(DISPARUS)
        ? comparaison.ancienne().fichier()
        : comparaison.nouvelle().fichier();
  }

  String langue() {
    return textes.langue().etiquette();
  }

  private String verdict(Jugement jugement) {
    return mots.mot("comparaison.verdict", jugement.fichier().nom(), mot(jugement.verdict()));
  }

  String mot(Verdict verdict) {
    return textes.verdict(verdict);
  }

  String phrase(Difference difference) {
    if (difference.champ() == null) {
      return mots.mot("comparaison." + difference.nature(), difference.fiche());
    }
    String champ =
        difference.fiche().isEmpty()
            ? difference.champ()
            : mots.mot("comparaison.champ", difference.fiche(), difference.champ());
    return mots.mot(
        "comparaison.MODIFICATION", champ, montre(difference.avant()), montre(difference.apres()));
  }

  private String montre(Valeur<?> valeur) {
    return textes.fait(valeur.estConnue() ? valeur.contenu() : valeur.montree());
  }

  /** A finding in one sentence: its rule, its place, what it says. */
  public String phrase(Constat constat, Reddition.Fichier fichier) {
    String message = textes.sous(fichier.origine()).message(constat);
    return mots.mot("comparaison.constat", constat.regle().id(), lieu(constat), message);
  }

  private static String lieu(Constat constat) {
    Emplacement lieu = constat.emplacements().get(0);
    String feuille = lieu.feuille().nom();
    return lieu.reference() == null ? feuille : feuille + "!" + lieu.reference();
  }

  private static void ligne(Writer texte, int retrait, String contenu) throws IOException {
    texte.append(" ".repeat(retrait)).append(Inoffensif.ligne(contenu)).append('\n');
  }
}
