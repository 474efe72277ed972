package org.verifqis;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What two sessions share can't change: every static field is final, and what it holds is
 * unchangeable all the way down. Classes that the build generates are the generators' business.
 */
class StatiquesTest {
  /** Libraries' objects that don't change, or that their makers say threads may share. */
  private static final List<String> PARTAGEABLES =
      List.of(
          "java.lang.",
          "java.math.",
          "java.time.",
          "java.util.Locale",
          "java.util.Optional",
          "java.util.regex.Pattern",
          "java.util.Comparator",
          "java.util.Collections$ReverseComparator",
          "java.util.Collections$EmptyMap",
          "java.nio.charset.",
          "sun.nio.",
          "org.slf4j.",
          "com.fasterxml.jackson.",
          "com.google.re2j.Pattern",
          "org.apache.commons.csv.CSVFormat",
          "org.apache.commons.text.");

  @Test
  void rienDeStatiqueNeChange() throws Exception {
    List<String> fautes = new ArrayList<>();
    int vus = 0;
    for (JavaClass classe : classes()) {
      for (Field champ : classe.reflect().getDeclaredFields()) {
        if (!Modifier.isStatic(champ.getModifiers()) || champ.isSynthetic()) {
          continue;
        }
        vus++;
        String nom = classe.getName() + "." + champ.getName();
        champ.setAccessible(true);
        if (!Modifier.isFinal(champ.getModifiers())) {
          fautes.add(nom + " is not final");
        } else if (!litteral(champ) && changeable(champ.get(null))) {
          fautes.add(nom + " can change: " + champ.get(null).getClass());
        }
      }
    }
    assertThat(fautes).isEmpty();
    assertThat(vus).isGreaterThan(100);
  }

  /** A primitive, or a private array of them: what libraries want as an array is written so. */
  private static boolean litteral(Field champ) {
    return champ.getType().isPrimitive()
        || Modifier.isPrivate(champ.getModifiers())
            && champ.getType().isArray()
            && champ.getType().getComponentType().isPrimitive();
  }

  private static Iterable<JavaClass> classes() {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .withImportOption(
            lieu ->
                !lieu.contains("/regles/drl/")
                    && !lieu.contains("/rapport/Jte")
                    && !lieu.contains("/web/pages/"))
        .importPackages("org.verifqis");
  }

  @Test
  void reconnaitCeQuiChange() throws Exception {
    assertThat(changeable(new HashMap<>())).isTrue();
    assertThat(changeable(EnumSet.of(Thread.State.NEW))).isTrue();
    assertThat(changeable(List.of(new ArrayList<>()))).isTrue();
    assertThat(changeable(new int[1])).isTrue();
    assertThat(changeable(List.of("a", 1))).isFalse();
  }

  private static boolean changeable(Object valeur) throws IllegalAccessException {
    if (valeur == null || valeur instanceof Enum<?>) {
      return false;
    }
    Class<?> type = valeur.getClass();
    if (type.isArray()) {
      return Array.getLength(valeur) > 0;
    }
    if (valeur instanceof Collection<?> elements) {
      return !figee(type) || unChangeable(elements);
    }
    if (valeur instanceof Map<?, ?> table) {
      return !figee(type) || unChangeable(table.keySet()) || unChangeable(table.values());
    }
    if (type.isSynthetic() || PARTAGEABLES.stream().anyMatch(type.getName()::startsWith)) {
      return false;
    }
    return !type.getName().startsWith("org.verifqis.") || champsChangeables(valeur);
  }

  private static boolean figee(Class<?> type) {
    return type.getName().startsWith("java.util.ImmutableCollections$")
        || type.getName().startsWith("java.util.Collections$Unmodifiable");
  }

  private static boolean unChangeable(Collection<?> elements) throws IllegalAccessException {
    for (Object element : elements) {
      if (changeable(element)) {
        return true;
      }
    }
    return false;
  }

  private static boolean champsChangeables(Object valeur) throws IllegalAccessException {
    for (Field champ : valeur.getClass().getDeclaredFields()) {
      if (Modifier.isStatic(champ.getModifiers())) {
        continue;
      }
      champ.setAccessible(true);
      boolean fige = Modifier.isFinal(champ.getModifiers());
      if (!fige || !champ.getType().isPrimitive() && changeable(champ.get(valeur))) {
        return true;
      }
    }
    return false;
  }
}
