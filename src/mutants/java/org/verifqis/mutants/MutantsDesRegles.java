package org.verifqis.mutants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.drools.model.Model;
import org.verifqis.fixtures.CasLus;
import org.verifqis.regles.Mutees;
import org.verifqis.regles.Parametres;
import org.verifqis.regles.Registre;

/**
 * Alters each rule in each place, and asks whether a test turns red: {@code fixtures/mutants}.
 * Arguments: the folder of the rules, that of the cases as {@code fixtures/generer --cas} writes
 * them, the page that argues for the mutants that may survive, then ids of rules for those alone.
 */
final class MutantsDesRegles {
  /** When they change, so does what all the others say. */
  private static final Set<String> PREALABLES = Set.of("LEC-01", "DEP-00");

  private static final String INTER = "INT-";

  private final Registre registre = Registre.charge();
  private final Parametres parametres = Parametres.charge();
  private final CompilateurDrl compilateur = new CompilateurDrl();
  private final List<RegleDrl> regles;
  private final Map<String, Model> ecrites;
  private final CasLus cas;

  /** What became of the mutants of a family. */
  private static final class Compte {
    private int incompiles;
    private int tues;
    private int survivants;

    private static String titres() {
      return "%-8s %8s %12s %8s %12s".formatted("", "mutants", "incompilés", "tués", "survivants");
    }

    private void ajoute(Compte autre) {
      incompiles += autre.incompiles;
      tues += autre.tues;
      survivants += autre.survivants;
    }

    private String ligne(String nom) {
      return "%-8s %8d %12d %8d %12d"
          .formatted(nom, incompiles + tues + survivants, incompiles, tues, survivants);
    }
  }

  private MutantsDesRegles(List<RegleDrl> regles, Path cas) throws IOException {
    this.regles = regles;
    this.ecrites = compilateur.compile(regles.stream().map(MutantsDesRegles::source).toList());
    this.cas = CasLus.lis(cas, registre);
  }

  public static void main(String[] args) throws IOException {
    // Mutants make rules crash by the thousand.
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "off");
    String arguments = Files.readString(Path.of(args[2]));
    List<String> ids = List.of(args).subList(3, args.length);
    List<RegleDrl> regles = RegleDrl.duDossier(Path.of(args[0]));
    List<Mutant> survivants =
        new MutantsDesRegles(regles, Path.of(args[1]))
            .compte(r -> ids.isEmpty() || r.ids().stream().anyMatch(ids::contains));
    List<String> sansArgument =
        survivants.stream()
            .map(m -> "`" + m.nom() + "`")
            .filter(nom -> !arguments.contains(nom))
            .toList();
    System.out.printf("%nSurvivants sans argument dans %s : %d%n", args[2], sansArgument.size());
    sansArgument.forEach(nom -> System.out.println("- " + nom));
    System.exit(sansArgument.isEmpty() ? 0 : 1);
  }

  private static String source(RegleDrl regle) {
    return regle.entete() + regle.texte();
  }

  /** Prints the table; gives those that survive. */
  private List<Mutant> compte(Predicate<RegleDrl> voulues) {
    Map<String, Compte> familles = new LinkedHashMap<>();
    List<Mutant> survivants = new ArrayList<>();
    System.out.printf("%d règles DRL, %d cas%n", regles.size(), cas.nombre());
    for (RegleDrl regle : regles.stream().filter(voulues).toList()) {
      Compte compte = new Compte();
      survivants.addAll(eprouve(Mutations.de(regle), compte));
      String famille = regle.ids().get(0).substring(0, 3);
      familles.computeIfAbsent(famille, f -> new Compte()).ajoute(compte);
      System.out.printf("%s, %d survivants%n", regle.nom(), compte.survivants);
    }
    Compte total = new Compte();
    familles.values().forEach(total::ajoute);
    System.out.printf("%n%s%n", Compte.titres());
    familles.forEach((famille, compte) -> System.out.println(compte.ligne(famille)));
    System.out.println(total.ligne("total"));
    return survivants;
  }

  private List<Mutant> eprouve(List<Mutant> mutants, Compte compte) {
    Map<String, Model> alteres =
        compilateur.compile(
            mutants.stream()
                .map(Mutant::regle)
                .filter(Objects::nonNull)
                .map(MutantsDesRegles::source)
                .toList());
    List<Mutant> survivants = new ArrayList<>();
    for (Mutant mutant : mutants) {
      boolean compile = mutant.regle() == null || alteres.containsKey(source(mutant.regle()));
      if (!compile) {
        compte.incompiles++;
      } else if (estTue(mutant, alteres)) {
        compte.tues++;
      } else {
        compte.survivants++;
        survivants.add(mutant);
        System.out.println("survit : `" + mutant.nom() + "`");
      }
    }
    return survivants;
  }

  private boolean estTue(Mutant mutant, Map<String, Model> alteres) {
    List<Model> programme = new ArrayList<>();
    for (RegleDrl regle : regles) {
      if (regle != mutant.origine()) {
        programme.add(ecrites.get(source(regle)));
      } else if (mutant.regle() != null) {
        programme.add(alteres.get(source(mutant.regle())));
      }
    }
    Mutees mutees;
    try {
      mutees = Mutees.de(registre, parametres, programme);
    } catch (IllegalStateException e) {
      // A rule of the register has no rule left: the program does not start.
      return true;
    }
    List<String> ids = mutant.origine().ids();
    boolean ailleurs = ailleurs(mutant) || ids.stream().anyMatch(PREALABLES::contains);
    if (ids.get(0).startsWith(INTER)) {
      return mutees.rougeInter().isPresent()
          || ailleurs && cas.rouge(mutees, ids, false).isPresent();
    }
    return cas.rouge(mutees, ids, !ailleurs).isPresent();
  }

  /** Whether what calls for the rule was altered, so that it may be judged where others are. */
  private static boolean ailleurs(Mutant mutant) {
    return mutant.regle() != null
        && !application(mutant.regle()).equals(application(mutant.origine()));
  }

  private static String application(RegleDrl regle) {
    return regle.conditions().lines().limit(1).collect(Collectors.joining());
  }
}
