package org.verifqis.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.verifqis.modele.Codes;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Niveau;
import org.verifqis.modele.Part;
import org.verifqis.modele.Region;
import org.verifqis.modele.TypeValeur;

/** What values and facts of findings are in the database: each with a letter for its type. */
final class CodecFaits {
  private static final Map<String, Class<?>> CODES =
      Stream.concat(Codes.CLASSES.stream(), Stream.of(Niveau.class, TypeValeur.class))
          .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

  private final Gabarit gabarit;

  CodecFaits(Gabarit gabarit) {
    this.gabarit = gabarit;
  }

  /** Throws IllegalArgumentException for a type that it does not know. */
  JsonNode ecris(Object fait) {
    if (fait == null) {
      return NullNode.instance;
    }
    ArrayNode noeud = JsonNodeFactory.instance.arrayNode(2);
    if (fait instanceof String texte) {
      noeud.add("S").add(texte);
    } else if (fait instanceof Boolean oui) {
      noeud.add("B").add(oui);
    } else if (fait instanceof Integer || fait instanceof Long) {
      noeud.add("I").add(((Number) fait).longValue());
    } else if (fait instanceof BigInteger entier) {
      noeud.add("G").add(entier.toString());
    } else if (fait instanceof BigDecimal decimal) {
      noeud.add("N").add(decimal.toPlainString());
    } else if (fait instanceof Montant montant) {
      noeud.add("M").add(montant.toString());
    } else if (fait instanceof LocalDate date) {
      noeud.add("D").add(date.toString());
    } else if (fait instanceof Period duree) {
      noeud.add("Y").add(duree.toString());
    } else if (fait instanceof Part part) {
      noeud.add("P").add(part.fraction().toPlainString());
    } else if (fait instanceof Entente entente) {
      noeud.add("E").add(entente.code());
    } else if (fait instanceof Region region) {
      noeud.add("R").add(region.code());
    } else if (fait instanceof Exercice exercice) {
      noeud.add("X").add(exercice.annee());
    } else if (fait instanceof Enum<?> code
        && CODES.containsKey(code.getDeclaringClass().getSimpleName())) {
      noeud.add("C").add(code.getDeclaringClass().getSimpleName() + ":" + code.name());
    } else if (fait instanceof Collection<?> plusieurs) {
      ArrayNode liste = noeud.add("L").addArray();
      plusieurs.forEach(element -> liste.add(ecris(element)));
    } else {
      throw new IllegalArgumentException("no letter for " + fait.getClass());
    }
    return noeud;
  }

  Object lis(JsonNode noeud) {
    if (noeud.isNull()) {
      return null;
    }
    JsonNode valeur = noeud.get(1);
    String texte = valeur.asText();
    return switch (noeud.get(0).asText()) {
      case "S" -> texte;
      case "B" -> valeur.asBoolean();
      case "I" -> valeur.asLong();
      case "G" -> new BigInteger(texte);
      case "N" -> new BigDecimal(texte);
      case "M" -> Montant.de(texte);
      case "D" -> LocalDate.parse(texte);
      case "Y" -> Period.parse(texte);
      case "P" -> new Part(new BigDecimal(texte));
      case "E" -> gabarit.ententes().get(texte);
      case "R" -> gabarit.regions().get(texte);
      case "X" -> new Exercice(valeur.asInt());
      case "C" -> code(texte);
      case "L" -> liste(valeur);
      default -> throw new IllegalArgumentException("no such letter: " + noeud);
    };
  }

  private static Object code(String texte) {
    String[] parties = texte.split(":", 2);
    for (Object code : CODES.get(parties[0]).getEnumConstants()) {
      if (((Enum<?>) code).name().equals(parties[1])) {
        return code;
      }
    }
    throw new IllegalArgumentException("no such code: " + texte);
  }

  private List<Object> liste(JsonNode noeuds) {
    List<Object> liste = new ArrayList<>();
    noeuds.forEach(noeud -> liste.add(lis(noeud)));
    return liste;
  }
}
