package org.verifqis.service.depot;

/**
 * What somebody says of a finding: whoever files explains it, staff ask that it be mended.
 *
 * @param constat key of the finding ({@link CleConstat})
 * @param regle id of its rule
 * @param lieu where it stood, {@code Projets!E12}
 * @param message what the report said of it, in the words of whoever read it; empty where that is
 *     told by the report itself
 * @param texte what is said
 */
public record Commentaire(
    String constat, String regle, String lieu, String message, String texte) {}
