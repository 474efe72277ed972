package org.verifqis.rapport;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import org.verifqis.modele.Erreur;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Parametres.Superposee;
import org.verifqis.regles.Parametres.ValeurDatee;
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
    JsonConstats constats = new JsonConstats(json, textes, derogations);
    JsonReddition reddition = new JsonReddition(json, textes, constats, derogations);
    return new Ouvrage() {
      @Override
      public void ajoute(Jugement jugement) throws IOException {
        reddition.ecris(jugement);
      }

      @Override
      public void acheve(List<Erreur> erreurs, List<UsageDerogation> usages, PartieAudit audit)
          throws IOException {
        json.writeEndArray();
        erreurs(json, erreurs, textes);
        if (derogations) {
          JsonDerogations.usages(json, usages);
        }
        if (!rapport.chiffres().isEmpty()) {
          chiffres(json, rapport.chiffres());
        }
        if (audit != null) {
          json.writeFieldName("audit");
          new JsonAudit(json, textes, constats).ecris(audit);
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

  /** The files that could not be judged. */
  static void erreurs(JsonGenerator json, List<Erreur> erreurs, Textes textes) throws IOException {
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
}
