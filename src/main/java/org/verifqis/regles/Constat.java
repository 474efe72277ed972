package org.verifqis.regles;

import java.util.List;
import java.util.Map;
import org.verifqis.modele.Emplacement;

/**
 * A finding: a case that breaks a rule.
 *
 * @param regle the rule
 * @param variante which of the rule's messages tells it; empty for the only one
 * @param emplacements where it stands, first the place to correct; empty only for what belongs to
 *     no reddition (INT-01, INT-06)
 * @param faits the values that its message tells, by name
 */
public record Constat(
    Regle regle, String variante, List<Emplacement> emplacements, Map<String, Object> faits) {}
