package org.verifqis.mutants;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.verifqis.modele.Valeur;
import org.verifqis.modele.Verite;

/** What the words of a rule stand for: the types of its variables, what may stand for what. */
final class Vocabulaire {
  private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:\\w+ )?([\\w.]+)$");
  private static final Pattern VARIABLE = Pattern.compile("(\\$\\w+) : (\\w+)\\(");
  private static final List<String> PAQUETS =
      List.of("org.verifqis.modele.", "org.verifqis.regles.", "java.math.", "java.util.");

  /** How many others stand in for one. */
  private static final int REMPLACANTS = 1;

  private final List<String> imports;
  private final Map<String, Class<?>> variables = new HashMap<>();

  Vocabulaire(RegleDrl regle) {
    imports = IMPORT.matcher(regle.entete()).results().map(m -> m.group(1)).toList();
    for (Matcher m = VARIABLE.matcher(regle.conditions()); m.find(); ) {
      classe(m.group(2)).ifPresent(classe -> variables.put(m.group(1), classe));
    }
  }

  /** The class that a simple name stands for. */
  Optional<Class<?>> classe(String nom) {
    Stream<String> importees = imports.stream().filter(i -> i.endsWith("." + nom));
    return Stream.concat(importees, PAQUETS.stream().map(paquet -> paquet + nom))
        .map(Vocabulaire::charge)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Class<?>> charge(String nom) {
    try {
      return Optional.of(Class.forName(nom));
    } catch (ClassNotFoundException e) {
      int point = nom.lastIndexOf('.');
      boolean interne = Character.isUpperCase(nom.charAt(nom.lastIndexOf('.', point - 1) + 1));
      return interne
          ? charge(nom.substring(0, point) + "$" + nom.substring(point + 1))
          : Optional.empty();
    }
  }

  /** The type of a variable. */
  Optional<Class<?>> type(String variable) {
    return Optional.ofNullable(variables.get(variable));
  }

  /** Other properties of a class that hold the same type, so that they may be taken for it. */
  static List<String> semblables(Class<?> classe, String propriete) {
    Map<String, Type> proprietes = proprietes(classe);
    List<String> noms = new ArrayList<>(proprietes.keySet());
    int rang = noms.indexOf(propriete);
    if (rang < 0) {
      return List.of();
    }
    return Stream.concat(noms.stream().skip(rang + 1), noms.stream().limit(rang))
        .filter(nom -> proprietes.get(nom).equals(proprietes.get(propriete)))
        .limit(REMPLACANTS)
        .toList();
  }

  private static Map<String, Type> proprietes(Class<?> classe) {
    Map<String, Type> proprietes = new java.util.LinkedHashMap<>();
    if (classe.isRecord()) {
      for (RecordComponent composant : classe.getRecordComponents()) {
        proprietes.put(composant.getName(), composant.getGenericType());
      }
    }
    Arrays.stream(classe.getDeclaredMethods())
        .filter(m -> Modifier.isPublic(m.getModifiers()) && !Modifier.isStatic(m.getModifiers()))
        .filter(m -> m.getParameterCount() == 0 && m.getDeclaringClass() != Object.class)
        .filter(m -> !List.of("toString", "hashCode").contains(m.getName()))
        .sorted(Comparator.comparing(Method::getName))
        .forEach(m -> proprietes.putIfAbsent(m.getName(), m.getGenericReturnType()));
    return proprietes;
  }

  /** Whether a property holds a value that was read. */
  static boolean estValeur(Class<?> classe, String propriete) {
    return Arrays.stream(classe.getMethods())
        .filter(m -> m.getName().equals(propriete) && m.getParameterCount() == 0)
        .anyMatch(m -> m.getReturnType() == Valeur.class);
  }

  /** Whether it is a statement that may be unknown. */
  static boolean estVerite(Class<?> classe, String methode) {
    return Arrays.stream(classe.getMethods())
        .anyMatch(m -> m.getName().equals(methode) && m.getReturnType() == Verite.class);
  }

  /** What may stand for a constant, as the DRL files would write it. */
  List<String> autresConstantes(String classe, String constante) {
    Class<?> type = classe(classe).orElse(null);
    if (type == null) {
      return List.of();
    }
    if (type.isEnum() && rang(type, constante) >= 0) {
      List<String> autres =
          Arrays.stream(type.getEnumConstants())
              .map(c -> ((Enum<?>) c).name())
              .filter(nom -> !nom.equals(constante))
              .toList();
      int rang = Math.min(autres.size() - 1, rang(type, constante));
      return type == Verite.class || autres.size() <= REMPLACANTS
          ? autres.stream().map(nom -> classe + "." + nom).toList()
          : List.of(classe + "." + autres.get(rang));
    }
    return Arrays.stream(type.getFields())
            .filter(f -> f.getName().equals(constante))
            .map(Field::getType)
            .anyMatch(Collection.class::isAssignableFrom)
        ? List.of("java.util.Set.of()")
        : List.of();
  }

  private static int rang(Class<?> type, String constante) {
    return Arrays.stream(type.getEnumConstants())
        .map(c -> ((Enum<?>) c).name())
        .toList()
        .indexOf(constante);
  }
}
