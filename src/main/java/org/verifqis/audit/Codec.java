package org.verifqis.audit;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.verifqis.classeur.Sha256;
import org.verifqis.modele.Avis;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Origine;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Region;
import org.verifqis.modele.Resume;
import org.verifqis.modele.Valeur;
import org.verifqis.modele.statistiques.Apport;
import org.verifqis.modele.statistiques.Chiffre;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Derogation;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Registre;
import org.verifqis.regles.Regle;
import org.verifqis.regles.ResultatRegle;

/**
 * What was judged as JSON, so that it need not be read and judged again. Records are written as
 * they are: one more component of them needs nothing here. Only what stands for something else is
 * told by its name: rules, agreements, fields, sheets.
 */
final class Codec {
  /** What is kept of a judged reddition. */
  record Garde(Jugement jugement, Resume resume) {}

  /** By what a file was read. */
  record Lu(Origine origine) {}

  private static final String FICHIER = "fichier";
  private static final String FEUILLES = "feuilles";
  private static final TypeReference<List<Constat>> CONSTATS = new TypeReference<>() {};

  private final ObjectMapper json;

  Codec(Gabarit gabarit, Registre registre) {
    SimpleModule module = new SimpleModule();
    module.addSerializer(
        Reddition.Fichier.class,
        ecrit((fichier, g, p) -> p.defaultSerializeValue(new Lu(fichier.origine()), g)));
    module.addDeserializer(
        Reddition.Fichier.class,
        lu(
            (p, c) -> {
              // What kept no more than that there is a file was read as the template.
              boolean ancien = p.currentToken() == JsonToken.VALUE_TRUE;
              Origine origine = ancien ? null : c.readValue(p, Lu.class).origine();
              Reddition.Fichier fichier = (Reddition.Fichier) c.getAttribute(FICHIER);
              return new Reddition.Fichier(
                  fichier.nom(), fichier.sha256(), fichier.octets(), origine);
            }));
    module.addSerializer(Derogation.class, ecrit((d, g, p) -> g.writeNull()));
    parNom(module, Entente.class, Entente::code, gabarit.ententes()::get);
    parNom(module, Region.class, Region::code, gabarit.regions()::get);
    parNom(module, Montant.class, Codec::ecrit, Montant::de);
    parNom(module, LocalDate.class, LocalDate::toString, LocalDate::parse);
    parNom(module, Period.class, Period::toString, Period::parse);
    regles(module, registre);
    feuilles(module, gabarit);
    // In the order in which it was written.
    module.addAbstractTypeMapping(Set.class, LinkedHashSet.class);
    this.json =
        JsonMapper.builder()
            .addModule(module)
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .defaultPropertyInclusion(
                JsonInclude.Value.construct(
                    JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(Emplacement.class, AvecValeur.class)
            .addMixIn(Chiffre.class, AvecValeur.class)
            .addMixIn(Constat.class, AvecFaits.class)
            .addMixIn(Avis.class, AvecFaits.class)
            .build();
  }

  private abstract static class AvecValeur {
    @JsonSerialize(using = FaitsGardes.Ecrits.class)
    @JsonDeserialize(using = FaitsGardes.Lus.class)
    Object valeur;
  }

  private abstract static class AvecFaits {
    @JsonSerialize(contentUsing = FaitsGardes.Ecrits.class)
    @JsonDeserialize(contentUsing = FaitsGardes.Lus.class)
    Map<String, Object> faits;
  }

  /** As it is kept, where rounding that gives it back. */
  private static String ecrit(Montant montant) {
    boolean rendu = new Montant(montant.garde()).equals(montant);
    return rendu ? montant.garde().toPlainString() : montant.toString();
  }

  private static <T> void parNom(
      SimpleModule module, Class<T> classe, Function<T, String> nom, Function<String, T> de) {
    module.addSerializer(classe, ecrit((valeur, g, p) -> g.writeString(nom.apply(valeur))));
    module.addDeserializer(classe, lu((p, c) -> de.apply(p.getText())));
  }

  /**
   * By its id, and the edition by which its severity goes; null where the register has it no more.
   */
  private static void regles(SimpleModule module, Registre registre) {
    Map<String, Regle> regles = new HashMap<>();
    registre.regles().forEach(regle -> regles.put(regle.id(), regle));
    Function<Regle, String> nom = r -> r.edition() == null ? r.id() : r.id() + "@" + r.edition();
    parNom(
        module,
        Regle.class,
        nom,
        texte -> {
          String[] mots = texte.split("@");
          Regle regle = regles.get(mots[0]);
          return regle == null || mots.length == 1 ? regle : regle.dans(mots[1]);
        });
  }

  /** Each sheet is told once, then by its number; a field by its key in its sheet. */
  private static void feuilles(SimpleModule module, Gabarit gabarit) {
    List<String> rangs = gabarit.feuilles().stream().map(Gabarit.FeuilleVoulue::nom).toList();
    Map<String, Map<String, Champ>> champs =
        gabarit.feuilles().stream()
            .collect(
                Collectors.toMap(
                    Gabarit.FeuilleVoulue::nom,
                    f -> f.champs().stream().collect(Collectors.toMap(Champ::cle, c -> c))));
    module.addSerializer(
        Feuille.class,
        ecrit(
            (feuille, g, p) -> {
              List<Object> dites = liste(p.getAttribute(FEUILLES));
              if (dites.contains(feuille)) {
                g.writeNumber(dites.indexOf(feuille));
              } else {
                dites.add(feuille);
                g.writeArray(
                    new String[] {feuille.cle(), feuille.nom(), feuille.etat().name()}, 0, 3);
              }
            }));
    module.addDeserializer(
        Feuille.class,
        lu(
            (p, c) -> {
              List<Object> dites = liste(c.getAttribute(FEUILLES));
              if (p.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                return (Feuille) dites.get(p.getIntValue());
              }
              String cle = p.nextTextValue();
              String nom = p.nextTextValue();
              Feuille.Etat etat = Feuille.Etat.valueOf(p.nextTextValue());
              p.nextToken();
              Feuille feuille = new Feuille(cle, nom, rangs.indexOf(cle), etat);
              dites.add(feuille);
              return feuille;
            }));
    module.addSerializer(
        Valeur.class,
        ecrit(
            (v, g, p) -> {
              g.writeStartArray();
              p.defaultSerializeValue(v.emplacement().feuille(), g);
              g.writeString(v.champ().cle());
              g.writeNumber(v.ligne());
              g.writeNumber(v.colonne());
              Object contenu = v.contenu();
              FaitsGardes.Ecrits.ecris(contenu, g, p);
              g.writeString(
                  contenu != null && contenu.toString().equals(v.montree()) ? null : v.montree());
              g.writeBoolean(v.estIllisible());
              if (v.estComposee()) {
                g.writeStartArray();
                for (Object lieu : v.emplacements()) {
                  p.defaultSerializeValue(lieu, g);
                }
                g.writeEndArray();
              }
              g.writeEndArray();
            }));
    FaitsGardes.Lus faits = new FaitsGardes.Lus();
    module.addDeserializer(
        Valeur.class,
        lu(
            (p, c) -> {
              p.nextToken();
              Feuille feuille = lis(p, c, Feuille.class);
              Champ champ = champs.get(feuille.cle()).get(p.nextTextValue());
              int ligne = p.nextIntValue(0);
              int colonne = p.nextIntValue(0);
              p.nextToken();
              Object contenu = faits.deserialize(p, c);
              String montree = p.nextTextValue();
              boolean illisible = p.nextBooleanValue();
              List<Emplacement> lieux = new ArrayList<>();
              boolean composee = p.nextToken() == JsonToken.START_ARRAY;
              if (composee) {
                while (p.nextToken() != JsonToken.END_ARRAY) {
                  lieux.add(lis(p, c, Emplacement.class));
                }
                p.nextToken();
              }
              Valeur<?> valeur = Valeur.vide(feuille, champ, ligne, colonne);
              if (contenu != null) {
                valeur = Valeur.connue(contenu, montree, feuille, champ, ligne, colonne);
              } else if (illisible) {
                valeur = Valeur.illisible(montree, feuille, champ, ligne, colonne);
              }
              return composee ? valeur.de(lieux) : valeur;
            }));
  }

  /** The value that begins here. Asking the context for a whole value looks at its class anew. */
  static <T> T lis(JsonParser p, DeserializationContext c, Class<T> classe) throws IOException {
    return classe.cast(
        c.findNonContextualValueDeserializer(c.constructType(classe)).deserialize(p, c));
  }

  @SuppressWarnings("unchecked")
  private static List<Object> liste(Object attribut) {
    return (List<Object>) attribut;
  }

  private interface Ecriture<T> {
    void fais(T valeur, JsonGenerator g, SerializerProvider p) throws IOException;
  }

  private interface Lecture<T> {
    T fais(JsonParser p, DeserializationContext c) throws IOException;
  }

  private static <T> JsonSerializer<T> ecrit(Ecriture<T> ecriture) {
    return new JsonSerializer<>() {
      @Override
      public void serialize(T valeur, JsonGenerator g, SerializerProvider p) throws IOException {
        ecriture.fais(valeur, g, p);
      }
    };
  }

  private static <T> JsonDeserializer<T> lu(Lecture<T> lecture) {
    return new JsonDeserializer<>() {
      @Override
      public T deserialize(JsonParser p, DeserializationContext c) throws IOException {
        return lecture.fais(p, c);
      }

      @Override
      public boolean isCachable() {
        return true;
      }
    };
  }

  /** A judged reddition, compressed. */
  byte[] ecris(Garde garde) {
    return comprime(garde);
  }

  /** What it brings to the statistics, compressed; null for nothing. */
  byte[] ecris(Apport apport) {
    return apport == null ? null : comprime(apport);
  }

  private byte[] comprime(Object garde) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (OutputStream flux = new DeflaterOutputStream(octets, new Deflater(Deflater.BEST_SPEED))) {
      json.writer().withAttribute(FEUILLES, new ArrayList<>()).writeValue(flux, garde);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return octets.toByteArray();
  }

  /** The same, for a file of the same content. */
  Garde lis(byte[] octets, Reddition.Fichier fichier) {
    return lis(octets, fichier, Garde.class);
  }

  /** What it brings to the statistics; null for nothing. */
  Apport apport(byte[] octets, Reddition.Fichier fichier) {
    return octets == null ? null : lis(octets, fichier, Apport.class);
  }

  private <T> T lis(byte[] octets, Reddition.Fichier fichier, Class<T> classe) {
    try (InputStream flux = new InflaterInputStream(new ByteArrayInputStream(octets))) {
      return json.readerFor(classe)
          .withAttribute(FEUILLES, new ArrayList<>())
          .withAttribute(FICHIER, fichier)
          .readValue(flux);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Findings as text; the same findings are the same text. */
  String constats(List<Constat> constats) {
    try {
      return json.writer()
          .withAttribute(FEUILLES, new ArrayList<>())
          .forType(CONSTATS)
          .writeValueAsString(constats);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The findings of such a text; a rule that the register has no more is left out. */
  List<Constat> constats(String texte) {
    try {
      List<Constat> constats =
          json.readerFor(CONSTATS).withAttribute(FEUILLES, new ArrayList<>()).readValue(texte);
      return constats.stream().filter(c -> c.regle() != null).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How the rules ended, as text. */
  static String statuts(Jugement jugement) {
    return jugement.resultats().stream().map(Codec::statut).collect(Collectors.joining(" "));
  }

  private static String statut(ResultatRegle r) {
    return r.regle().id()
        + "="
        + r.statut()
        + ":"
        + r.examines()
        + "/"
        + r.enfreints()
        + "/"
        + r.inconnus();
  }

  /** A hash that stands for the statuses and findings of a judgement. */
  String trace(Jugement jugement) {
    return Sha256.de(statuts(jugement) + constats(jugement.constats()));
  }
}
