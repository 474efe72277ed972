package org.verifqis.regles;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.drools.base.base.ClassObjectType;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.rule.RuleConditionElement;
import org.kie.api.KieBase;
import org.kie.api.definition.rule.Rule;

/**
 * What types of facts each rule looks at, as the compiled rules tell it: to a rule that is judged
 * alone no other fact need be shown.
 */
final class TypesVus {
  private static final Pattern ID = Pattern.compile("[A-Z]{3}-\\d{2}");

  private final Map<String, Set<Class<?>>> parRegle = new HashMap<>();
  private final Map<String, Map<Class<?>, Boolean>> vus = new ConcurrentHashMap<>();
  private final Set<String> prealables;

  /**
   * Those of the rules.
   *
   * @param prealables ids of those that are judged before any other
   */
  TypesVus(KieBase regles, Set<String> prealables) {
    this.prealables = prealables;
    regles.getKiePackages().stream()
        .flatMap(paquet -> paquet.getRules().stream())
        .forEach(this::note);
  }

  private void note(Rule regle) {
    Set<Class<?>> types = new HashSet<>();
    note(((RuleImpl) regle).getLhs(), types);
    ids(regle.getName())
        .forEach(id -> parRegle.computeIfAbsent(id, i -> new HashSet<>()).addAll(types));
  }

  /** The ids of the register in the name of a compiled rule. */
  static List<String> ids(String nom) {
    return ID.matcher(nom).results().map(trouve -> trouve.group()).toList();
  }

  private static void note(RuleConditionElement element, Set<Class<?>> types) {
    if (element instanceof org.drools.base.rule.Pattern motif
        && motif.getObjectType() instanceof ClassObjectType type) {
      types.add(type.getClassType());
    }
    element.getNestedElements().forEach(dedans -> note(dedans, types));
  }

  /** Whether a rule, or one that is judged before it, may look at a fact of that type. */
  boolean voit(String regle, Class<?> type) {
    return vus.computeIfAbsent(regle, r -> new ConcurrentHashMap<>())
        .computeIfAbsent(
            type,
            t ->
                Stream.concat(Stream.of(regle), prealables.stream())
                    .flatMap(r -> parRegle.getOrDefault(r, Set.of()).stream())
                    .anyMatch(vu -> vu.isAssignableFrom(t) || t.isAssignableFrom(vu)));
  }
}
