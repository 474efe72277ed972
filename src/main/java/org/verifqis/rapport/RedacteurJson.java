package org.verifqis.rapport;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.verifqis.modele.Avis;
import org.verifqis.modele.Code;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Erreur;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Origine;
import org.verifqis.modele.Part;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Gravite;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Parametres.Superposee;
import org.verifqis.regles.Parametres.ValeurDatee;
import org.verifqis.regles.Regle;
import org.verifqis.regles.ResultatRegle;
import org.verifqis.regles.comparaison.Changement;
import org.verifqis.regles.derogations.UsageDerogation;

/** Writes reports for programs: JSON, as {@code rapport.schema.json} describes it. */
public final class RedacteurJson implements RedacteurContinu {
  private final Textes textes;

  /** A writer in the language of the texts. */
  public RedacteurJson(Textes textes) {
    this.textes = textes;
  }

  @Override
  public Ouvrage commence(Rapport rapport, OutputStream sortie) throws IOException {
    JsonGenerator json = new Utf8(new JsonFactory().createGenerator(sortie));
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.setPrettyPrinter(miseEnPage());
    json.writeStartObject();
    json.writeObjectFieldStart("outil");
    json.writeStringField("nom", rapport.outil().nom());
    json.writeStringField("version", rapport.outil().version());
    json.writeEndObject();
    json.writeStringField("genereLe", textes.format().iso(rapport.genereLe()));
    json.writeArrayFieldStart("redditions");
    boolean derogations = rapport.avecDerogations();
    return new Ouvrage() {
      @Override
      public void ajoute(Jugement jugement) throws IOException {
        reddition(json, jugement, derogations);
      }

      @Override
      public void acheve(List<Erreur> erreurs, List<UsageDerogation> usages, PartieAudit audit)
          throws IOException {
        json.writeEndArray();
        erreurs(json, erreurs);
        if (derogations) {
          JsonDerogations.usages(json, usages);
        }
        if (!rapport.chiffres().isEmpty()) {
          chiffres(json, rapport.chiffres());
        }
        if (audit != null) {
          json.writeFieldName("audit");
          audit(json, audit, derogations);
        }
        json.writeEndObject();
        json.writeRaw('\n');
        json.close();
      }
    };
  }

  private void chiffres(JsonGenerator json, List<Superposee> chiffres) throws IOException {
    json.writeArrayFieldStart("parametres");
    for (Superposee chiffre : chiffres) {
      ValeurDatee valeur = chiffre.valeur();
      json.writeStartObject();
      json.writeStringField("cle", chiffre.cle());
      json.writeStringField("entente", valeur.entente());
      json.writeStringField("edition", valeur.edition());
      json.writeStringField("depuis", Objects.toString(valeur.depuis(), null));
      json.writeArrayFieldStart("valeur");
      for (String texte : valeur.textes()) {
        json.writeString(texte);
      }
      json.writeEndArray();
      json.writeStringField("source", valeur.source(textes.langue().code()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void erreurs(JsonGenerator json, List<Erreur> erreurs) throws IOException {
    json.writeArrayFieldStart("erreurs");
    for (Erreur erreur : erreurs) {
      json.writeStartObject();
      json.writeStringField("fichier", erreur.fichier());
      json.writeStringField("motif", erreur.refus().motif().name());
      json.writeStringField("cause", textes.cause(erreur.refus()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Half a character becomes U+FFFD: a workbook may hold one, no encoding does. */
  private static final class Utf8 extends JsonGeneratorDelegate {
    Utf8(JsonGenerator json) {
      super(json);
    }

    @Override
    public void writeString(String texte) throws IOException {
      super.writeString(texte == null ? null : Sortie.sansDemiCaractere(texte));
    }
  }

  private static PrettyPrinter miseEnPage() {
    DefaultIndenter retrait = new DefaultIndenter("  ", "\n");
    Separators separateurs =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withArrayEmptySeparator("")
            .withObjectEmptySeparator("");
    return new DefaultPrettyPrinter(separateurs)
        .withObjectIndenter(retrait)
        .withArrayIndenter(retrait);
  }

  private void reddition(JsonGenerator json, Jugement jugement, boolean derogations)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("edition", jugement.edition());
    json.writeObjectFieldStart("fichier");
    json.writeStringField("nom", jugement.fichier().nom());
    json.writeStringField("sha256", jugement.fichier().sha256());
    json.writeNumberField("octets", jugement.fichier().octets());
    json.writeEndObject();
    if (jugement.fichier().origine() != null) {
      origine(json, jugement.fichier().origine());
    }
    json.writeFieldName("entente");
    entente(json, jugement.entente());
    json.writeStringField(
        "exercice", jugement.exercice() == null ? null : jugement.exercice().nom());
    json.writeStringField("verdict", jugement.verdict().name());
    if (derogations) {
      json.writeStringField("verdictSansDerogation", jugement.verdictSansDerogation().name());
    }
    Cible4 cible4 = new Cible4(jugement, textes);
    json.writeObjectFieldStart("cible4");
    json.writeStringField("niveau", cible4.niveau());
    json.writeStringField("classe", cible4.classe());
    json.writeArrayFieldStart("motifs");
    for (String motif : cible4.motifs()) {
      json.writeString(motif);
    }
    json.writeEndArray();
    json.writeEndObject();
    sommaire(json, jugement, derogations);
    json.writeArrayFieldStart("regles");
    for (ResultatRegle resultat : jugement.resultats()) {
      regle(json, resultat);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("constats");
    for (Constat constat : jugement.constats()) {
      constat(json, constat, derogations);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("avis");
    for (Avis avis : jugement.avis()) {
      avis(json, avis);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void avis(JsonGenerator json, Avis avis) throws IOException {
    json.writeStartObject();
    json.writeStringField("nature", avis.nature().name());
    json.writeStringField("message", textes.message(avis));
    json.writeStringField("conseil", textes.conseil(avis));
    emplacements(json, List.of(avis.lieu()));
    faits(json, avis.faits());
    json.writeEndObject();
  }

  private static void origine(JsonGenerator json, Origine origine) throws IOException {
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

  private void audit(JsonGenerator json, PartieAudit audit, boolean derogations)
      throws IOException {
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
      constatDEnsemble(json, constat, illisibles, derogations);
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
      changement(json, changement);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void changement(JsonGenerator json, Changement changement) throws IOException {
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
    changes(json, "nouveaux", changement.nouveaux());
    changes(json, "disparus", changement.disparus());
    json.writeEndObject();
  }

  private void changes(JsonGenerator json, String nom, List<Constat> constats) throws IOException {
    json.writeArrayFieldStart(nom);
    for (Constat constat : constats) {
      json.writeStartObject();
      json.writeStringField("regle", constat.regle().id());
      json.writeStringField("message", textes.message(constat));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void constatDEnsemble(
      JsonGenerator json, Constat constat, Illisibles illisibles, boolean derogations)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("regle", constat.regle().id());
    json.writeStringField("gravite", constat.regle().gravite().name());
    json.writeStringField("message", textes.message(constat));
    json.writeStringField("correction", textes.correction(constat));
    reconduction(json, constat.regle());
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
    emplacements(json, constat.emplacements());
    faits(json, constat.faits());
    if (derogations) {
      JsonDerogations.deroge(json, constat);
    }
    json.writeEndObject();
  }

  private static void entente(JsonGenerator json, Entente entente) throws IOException {
    if (entente == null) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeStringField("code", entente.code());
    json.writeStringField("nom", entente.nom());
    json.writeEndObject();
  }

  private static void sommaire(JsonGenerator json, Jugement jugement, boolean derogations)
      throws IOException {
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
  private static void regle(JsonGenerator json, ResultatRegle resultat) throws IOException {
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

  private void constat(JsonGenerator json, Constat constat, boolean derogations)
      throws IOException {
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
    reconduction(json, regle);
    emplacements(json, constat.emplacements());
    faits(json, constat.faits());
    if (derogations) {
      JsonDerogations.deroge(json, constat);
    }
    json.writeEndObject();
  }

  private static void reconduction(JsonGenerator json, Regle regle) throws IOException {
    if (!regle.reconductionVerifiee()) {
      json.writeBooleanField("reconductionVerifiee", false);
    }
  }

  private static void emplacements(JsonGenerator json, List<Emplacement> emplacements)
      throws IOException {
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

  private static void faits(JsonGenerator json, Map<String, Object> faits) throws IOException {
    json.writeObjectFieldStart("faits");
    // Sorted, so that the bytes are the same whatever kind of map a rule told its facts in.
    for (Map.Entry<String, Object> fait : new TreeMap<>(faits).entrySet()) {
      json.writeFieldName(fait.getKey());
      fait(json, fait.getValue());
    }
    json.writeEndObject();
  }

  /**
   * Numbers and booleans as such; everything else as text that programs understand, never as people
   * read it.
   */
  private static void fait(JsonGenerator json, Object fait) throws IOException {
    if (fait instanceof Boolean oui) {
      json.writeBoolean(oui);
    } else if (fait instanceof Long || fait instanceof Integer || fait instanceof BigInteger) {
      json.writeNumber(fait.toString());
    } else if (fait instanceof Collection<?> plusieurs) {
      json.writeStartArray();
      for (Object element : plusieurs) {
        fait(json, element);
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
