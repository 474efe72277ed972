package org.verifqis.audit;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.verifqis.modele.Valeur;
import org.verifqis.modele.statistiques.Chiffre;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Derogation;
import org.verifqis.regles.Registre;
import org.verifqis.regles.Regle;

/**
 * The two forms in which records are kept. Both write them as they are: one more component of them
 * needs nothing here. Only what stands for something else is told by its name: rules, agreements,
 * fields, sheets.
 */
final class CodecFormes {
  /** The sheets that were told before, among what a text is written or read with. */
  static final String FEUILLES = "feuilles";

  /** The file that was judged, among what a text is read with. */
  static final String FICHIER = "fichier";

  /** By what a file was read. */
  record Lu(Origine origine) {}

  private final boolean rangs;

  private CodecFormes(boolean rangs) {
    this.rangs = rangs;
  }

  /** Each component with its name: another program, earlier or later, can read it. */
  static ObjectMapper parNom(Gabarit gabarit, Registre registre) {
    return new CodecFormes(false).forme(gabarit, registre).build();
  }

  /**
   * Components and codes by their ranks: half as long, and read in half the time, by this very
   * program.
   */
  static ObjectMapper parRang(Gabarit gabarit, Registre registre) {
    return new CodecFormes(true)
        .forme(gabarit, registre)
        .annotationIntrospector(new SansNoms())
        .enable(SerializationFeature.WRITE_ENUMS_USING_INDEX)
        .build();
  }

  /** Has every record written without the names of its components. */
  private static final class SansNoms extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public JsonFormat.Value findFormat(Annotated element) {
      return element instanceof AnnotatedClass classe && classe.getRawType().isRecord()
          ? JsonFormat.Value.forShape(JsonFormat.Shape.ARRAY)
          : super.findFormat(element);
    }
  }

  private abstract static class AvecValeur {
    @JsonSerialize(using = CodecFaits.Ecrits.class)
    @JsonDeserialize(using = CodecFaits.Lus.class)
    Object valeur;
  }

  private abstract static class AvecFaits {
    @JsonSerialize(contentUsing = CodecFaits.Ecrits.class)
    @JsonDeserialize(contentUsing = CodecFaits.Lus.class)
    Map<String, Object> faits;
  }

  private JsonMapper.Builder forme(Gabarit gabarit, Registre registre) {
    SimpleModule module = new SimpleModule();
    fichiers(module);
    module.addSerializer(Derogation.class, ecrit((d, g, p) -> g.writeNull()));
    parNom(module, Entente.class, Entente::code, gabarit.ententes()::get);
    parNom(module, Region.class, Region::code, gabarit.regions()::get);
    parNom(module, Montant.class, CodecFormes::ecrit, Montant::de);
    parNom(module, Period.class, Period::toString, Period::parse);
    jours(module);
    regles(module, registre);
    feuilles(module, gabarit);
    valeurs(module, gabarit);
    // In the order in which it was written.
    module.addAbstractTypeMapping(Set.class, LinkedHashSet.class);
    return JsonMapper.builder()
        .addModule(module)
        .visibility(PropertyAccessor.ALL, Visibility.NONE)
        .visibility(PropertyAccessor.FIELD, Visibility.ANY)
        .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .addMixIn(Emplacement.class, AvecValeur.class)
        .addMixIn(Chiffre.class, AvecValeur.class)
        .addMixIn(Constat.class, AvecFaits.class)
        .addMixIn(Avis.class, AvecFaits.class);
  }

  private static void fichiers(SimpleModule module) {
    module.addSerializer(
        Reddition.Fichier.class,
        ecrit((fichier, g, p) -> p.defaultSerializeValue(new Lu(fichier.origine()), g)));
    module.addDeserializer(
        Reddition.Fichier.class,
        lu(
            (p, c) -> {
              Origine origine = c.readValue(p, Lu.class).origine();
              Reddition.Fichier fichier = (Reddition.Fichier) c.getAttribute(FICHIER);
              return new Reddition.Fichier(
                  fichier.nom(), fichier.sha256(), fichier.octets(), origine);
            }));
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

  private void jours(SimpleModule module) {
    module.addSerializer(
        LocalDate.class,
        ecrit(
            (jour, g, p) -> {
              if (rangs) {
                g.writeNumber(jour.toEpochDay());
              } else {
                g.writeString(jour.toString());
              }
            }));
    module.addDeserializer(
        LocalDate.class,
        lu(
            (p, c) ->
                p.currentToken() == JsonToken.VALUE_NUMBER_INT
                    ? LocalDate.ofEpochDay(p.getLongValue())
                    : LocalDate.parse(p.getText())));
  }

  /**
   * By its id, and the edition by which its severity goes; null where the register has it no more.
   */
  private static void regles(SimpleModule module, Registre registre) {
    Map<String, Regle> regles = new HashMap<>();
    registre.regles().forEach(regle -> regles.put(regle.id(), regle));
    Function<Regle, String> nom = r -> r.edition() == null ? r.id() : r.id() + "@" + r.edition();
    // Each is made once and not for every reddition that names it.
    Map<String, Regle> nommees = new ConcurrentHashMap<>();
    parNom(
        module,
        Regle.class,
        nom,
        texte -> nommees.computeIfAbsent(texte, t -> regle(regles, t.split("@"))));
  }

  private static Regle regle(Map<String, Regle> regles, String[] mots) {
    Regle regle = regles.get(mots[0]);
    return regle == null || mots.length == 1 ? regle : regle.dans(mots[1]);
  }

  /** Each sheet is told once, then by its number. */
  private static void feuilles(SimpleModule module, Gabarit gabarit) {
    List<String> rangs = gabarit.feuilles().stream().map(Gabarit.FeuilleVoulue::nom).toList();
    module.addSerializer(
        Feuille.class,
        ecrit(
            (feuille, g, p) -> {
              List<Object> dites = liste(p.getAttribute(FEUILLES));
              int place = dites.indexOf(feuille);
              if (place >= 0) {
                g.writeNumber(place);
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
  }

  /** The fields of a sheet, by their ranks and by their keys. */
  private record Champs(List<Champ> tous, Map<String, Integer> rangs) {
    static Champs de(Gabarit.FeuilleVoulue feuille) {
      List<Champ> tous = feuille.champs();
      return new Champs(
          tous,
          IntStream.range(0, tous.size())
              .boxed()
              .collect(Collectors.toMap(i -> tous.get(i).cle(), i -> i)));
    }

    Champ lu(JsonParser p) throws IOException {
      return tous.get(
          p.nextToken() == JsonToken.VALUE_NUMBER_INT ? p.getIntValue() : rangs.get(p.getText()));
    }
  }

  /** Its sheet, field and cell, then its content, and what the cell shows where that differs. */
  private void valeurs(SimpleModule module, Gabarit gabarit) {
    Map<String, Champs> champs =
        gabarit.feuilles().stream()
            .collect(Collectors.toMap(Gabarit.FeuilleVoulue::nom, Champs::de));
    module.addSerializer(
        Valeur.class,
        ecrit(
            (v, g, p) -> {
              Feuille feuille = v.emplacement().feuille();
              g.writeStartArray();
              p.defaultSerializeValue(feuille, g);
              if (rangs) {
                g.writeNumber(champs.get(feuille.cle()).rangs().get(v.champ().cle()));
              } else {
                g.writeString(v.champ().cle());
              }
              g.writeNumber(v.ligne());
              g.writeNumber(v.colonne());
              Object contenu = v.contenu();
              CodecFaits.Ecrits.ecris(contenu, g, p);
              boolean pareille = contenu != null && contenu.toString().equals(v.montree());
              if (!rangs || !pareille || v.estComposee()) {
                g.writeString(pareille ? null : v.montree());
                g.writeBoolean(v.estIllisible());
              }
              if (v.estComposee()) {
                g.writeStartArray();
                for (Object lieu : v.emplacements()) {
                  p.defaultSerializeValue(lieu, g);
                }
                g.writeEndArray();
              }
              g.writeEndArray();
            }));
    CodecFaits.Lus faits = new CodecFaits.Lus();
    module.addDeserializer(
        Valeur.class,
        lu(
            (p, c) -> {
              p.nextToken();
              Feuille feuille = (Feuille) faits.lis(p, c, Feuille.class);
              Champ champ = champs.get(feuille.cle()).lu(p);
              int ligne = p.nextIntValue(0);
              int colonne = p.nextIntValue(0);
              p.nextToken();
              Object contenu = faits.deserialize(p, c);
              if (p.nextToken() == JsonToken.END_ARRAY) {
                return Valeur.connue(contenu, null, feuille, champ, ligne, colonne);
              }
              String montree = p.getValueAsString();
              boolean illisible = p.nextBooleanValue();
              Valeur<?> valeur = Valeur.vide(feuille, champ, ligne, colonne);
              if (contenu != null) {
                valeur = Valeur.connue(contenu, montree, feuille, champ, ligne, colonne);
              } else if (illisible) {
                valeur = Valeur.illisible(montree, feuille, champ, ligne, colonne);
              }
              return p.nextToken() == JsonToken.START_ARRAY ? compose(valeur, faits, p, c) : valeur;
            }));
  }

  private static Valeur<?> compose(
      Valeur<?> valeur, CodecFaits.Lus faits, JsonParser p, DeserializationContext c)
      throws IOException {
    List<Emplacement> lieux = new ArrayList<>();
    while (p.nextToken() != JsonToken.END_ARRAY) {
      lieux.add((Emplacement) faits.lis(p, c, Emplacement.class));
    }
    p.nextToken();
    return valeur.de(lieux);
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
}
