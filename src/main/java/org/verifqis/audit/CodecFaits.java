package org.verifqis.audit;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Values whose type their place does not tell, as the history keeps them: it is told with them, but
 * for text and the like.
 */
final class CodecFaits {
  private CodecFaits() {}

  /** Writes them. */
  static final class Ecrits extends JsonSerializer<Object> {
    @Override
    public void serialize(Object fait, JsonGenerator g, SerializerProvider p) throws IOException {
      ecris(fait, g, p);
    }

    static void ecris(Object fait, JsonGenerator g, SerializerProvider p) throws IOException {
      if (fait == null || fait instanceof String || fait instanceof Boolean) {
        p.defaultSerializeValue(fait, g);
      } else if (fait instanceof Integer || fait instanceof Long) {
        g.writeNumber(((Number) fait).longValue());
      } else if (fait instanceof Iterable<?> plusieurs) {
        g.writeStartArray();
        for (Object element : plusieurs) {
          ecris(element, g, p);
        }
        g.writeEndArray();
      } else {
        g.writeStartObject();
        Class<?> classe = fait instanceof Enum<?> code ? code.getDeclaringClass() : fait.getClass();
        g.writeFieldName(Lus.nom(classe));
        p.defaultSerializeValue(fait, g);
        g.writeEndObject();
      }
    }
  }

  /** Reads them. */
  static final class Lus extends JsonDeserializer<Object> {
    /** No other class is ever made from what stands in the database. */
    private static final List<String> ROOMS =
        List.of("java.math.", "java.time.", "org.verifqis.modele.");

    static String nom(Class<?> classe) {
      String nom = classe.getName();
      return ROOMS.stream()
          .filter(room -> nom.startsWith(room) && nom.indexOf('.', room.length()) < 0)
          .map(room -> nom.substring(room.length()))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no fact is a " + nom));
    }

    private final Map<String, Class<?>> classes = new ConcurrentHashMap<>();
    private final Map<Class<?>, JsonDeserializer<Object>> lecteurs = new ConcurrentHashMap<>();

    private static Class<?> classe(String nom) {
      for (String room : ROOMS) {
        try {
          return Class.forName(room + nom);
        } catch (ClassNotFoundException e) {
          // It is of another one.
        }
      }
      throw new IllegalArgumentException("no fact is a " + nom);
    }

    /** The value that begins here. Whoever asks the context for it each time waits for that. */
    Object lis(JsonParser p, DeserializationContext c, Class<?> classe) throws IOException {
      JsonDeserializer<Object> lecteur = lecteurs.get(classe);
      if (lecteur == null) {
        lecteur = c.findRootValueDeserializer(c.constructType(classe));
        lecteurs.put(classe, lecteur);
      }
      return lecteur.deserialize(p, c);
    }

    @Override
    public boolean isCachable() {
      return true;
    }

    @Override
    public Object deserialize(JsonParser p, DeserializationContext c) throws IOException {
      return switch (p.currentToken()) {
        case VALUE_NULL -> null;
        case VALUE_STRING -> p.getText();
        case VALUE_TRUE, VALUE_FALSE -> p.getBooleanValue();
        case VALUE_NUMBER_INT -> p.getLongValue();
        case START_ARRAY -> {
          List<Object> plusieurs = new ArrayList<>();
          while (p.nextToken() != JsonToken.END_ARRAY) {
            plusieurs.add(deserialize(p, c));
          }
          yield plusieurs;
        }
        default -> {
          Class<?> classe = classes.computeIfAbsent(p.nextFieldName(), Lus::classe);
          p.nextToken();
          Object fait = lis(p, c, classe);
          p.nextToken();
          yield fait;
        }
      };
    }
  }
}
