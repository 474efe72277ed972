package org.verifqis.mutants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A rule as its DRL file writes it.
 *
 * @param entete what the file says before its first rule, without its package
 * @param nom the name of the rule, which begins with the ids that it serves
 * @param conditions what stands between {@code when} and {@code then}
 * @param consequence what stands between {@code then} and {@code end}
 */
record RegleDrl(String entete, String nom, String conditions, String consequence) {
  private static final Pattern REGLE =
      Pattern.compile("(?ms)^rule \"([^\"]+)\"\\nwhen\\n(.*?)^then\\n(.*?)^end$");
  private static final Pattern DEBUT = Pattern.compile("(?m)^rule ");
  private static final Pattern ID = Pattern.compile("[A-Z]{3}-\\d{2}");

  /** The rules of a folder, file by file. */
  static List<RegleDrl> duDossier(Path dossier) throws IOException {
    List<Path> fichiers;
    try (Stream<Path> trouves = Files.list(dossier)) {
      fichiers = trouves.filter(f -> f.toString().endsWith(".drl")).sorted().toList();
    }
    List<RegleDrl> regles = new ArrayList<>();
    for (Path fichier : fichiers) {
      String texte = Files.readString(fichier);
      List<RegleDrl> trouvees = duTexte(texte);
      if (trouvees.size() != DEBUT.matcher(texte).results().count()) {
        throw new IllegalStateException(fichier + " holds a rule that is not written as others");
      }
      regles.addAll(trouvees);
    }
    return regles;
  }

  private static List<RegleDrl> duTexte(String texte) {
    List<RegleDrl> regles = new ArrayList<>();
    String entete = null;
    for (Matcher m = REGLE.matcher(texte); m.find(); ) {
      if (entete == null) {
        entete = texte.substring(0, m.start()).replaceAll("(?m)^package .*$|^//.*$", "");
      }
      regles.add(new RegleDrl(entete, m.group(1), m.group(2), m.group(3)));
    }
    return regles;
  }

  /** The ids of the register that it serves. */
  List<String> ids() {
    return Stream.of(nom.split("[ ,]+")).filter(mot -> ID.matcher(mot).matches()).toList();
  }

  /** The same with other conditions. */
  RegleDrl sous(String autres) {
    return new RegleDrl(entete, nom, autres, consequence);
  }

  /** The rule alone, without what its file says first. */
  String texte() {
    return "rule \"" + nom + "\"\nwhen\n" + conditions + "then\n" + consequence + "end\n";
  }
}
