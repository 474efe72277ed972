package org.verifqis.mutants;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.drools.model.Model;
import org.slf4j.LoggerFactory;
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
  private final List<RegleDrl> regles;
  private final CasLus cas;
  private final Map<String, Model> modeles;

  private MutantsDesRegles(List<RegleDrl> regles, CasLus cas, Map<String, Model> modeles) {
    this.regles = regles;
    this.cas = cas;
    this.modeles = modeles;
  }

  public static void main(String[] args) throws IOException {
    // Mutants make rules crash by the thousand.
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
    List<RegleDrl> regles = RegleDrl.duDossier(Path.of(args[0]));
    String arguments = Files.readString(Path.of(args[2]));
    List<String> ids = List.of(args).subList(3, args.length);
    List<Mutant> mutants =
        regles.stream()
            .filter(r -> ids.isEmpty() || r.ids().stream().anyMatch(ids::contains))
            .flatMap(r -> Mutations.de(r).stream())
            .toList();
    Set<String> textes =
        new LinkedHashSet<>(regles.stream().map(MutantsDesRegles::source).toList());
    mutants.stream()
        .map(Mutant::regle)
        .filter(Objects::nonNull)
        .map(MutantsDesRegles::source)
        .forEach(textes::add);
    Map<String, Model> modeles = new Compilateur().compile(List.copyOf(textes));
    CasLus cas = CasLus.lis(Path.of(args[1]), Registre.charge());
    System.out.printf(
        "%d règles DRL, %d cas, %d mutants%n", regles.size(), cas.nombre(), mutants.size());
    List<Mutant> survivants = new MutantsDesRegles(regles, cas, modeles).compte(mutants);
    List<Mutant> sansArgument =
        survivants.stream().filter(m -> !arguments.contains("`" + m.nom() + "`")).toList();
    System.out.printf(
        "%n%d survivants, dont %d sans argument dans %s%n",
        survivants.size(), sansArgument.size(), args[2]);
    sansArgument.forEach(m -> System.out.println("- `" + m.nom() + "`"));
    System.exit(sansArgument.isEmpty() ? 0 : 1);
  }

  private static String source(RegleDrl regle) {
    return regle.entete() + regle.texte();
  }

  /** Prints the table; gives those that survive. */
  private List<Mutant> compte(List<Mutant> mutants) {
    Map<String, int[]> parFamille = new TreeMap<>();
    List<Mutant> survivants = new ArrayList<>();
    for (Mutant mutant : mutants) {
      String famille = mutant.origine().ids().get(0).substring(0, 3) + " " + mutant.partie();
      int[] comptes = parFamille.computeIfAbsent(famille, f -> new int[4]);
      comptes[0]++;
      if (mutant.regle() != null && !modeles.containsKey(source(mutant.regle()))) {
        comptes[1]++;
      } else if (rouge(mutant).isPresent()) {
        comptes[2]++;
      } else {
        comptes[3]++;
        System.out.println("survit : " + mutant.nom());
        survivants.add(mutant);
      }
    }
    System.out.printf(
        "%n%-16s %8s %12s %8s %10s%n", "", "mutants", "incompilés", "tués", "survivants");
    int[] totaux = new int[4];
    parFamille.forEach(
        (famille, c) -> {
          System.out.printf("%-16s %8d %12d %8d %10d%n", famille, c[0], c[1], c[2], c[3]);
          for (int i = 0; i < c.length; i++) {
            totaux[i] += c[i];
          }
        });
    System.out.printf(
        "%-16s %8d %12d %8d %10d%n", "total", totaux[0], totaux[1], totaux[2], totaux[3]);
    return survivants;
  }

  /** The test that a mutant turns red. */
  private Optional<String> rouge(Mutant mutant) {
    List<Model> programme = new ArrayList<>();
    for (RegleDrl regle : regles) {
      RegleDrl siennes = regle == mutant.origine() ? mutant.regle() : regle;
      if (siennes != null) {
        programme.add(modeles.get(source(siennes)));
      }
    }
    Mutees mutees;
    try {
      mutees = Mutees.de(registre, parametres, programme);
    } catch (IllegalStateException e) {
      return Optional.of(e.getMessage());
    }
    List<String> ids = mutant.origine().ids();
    if (ids.get(0).startsWith(INTER)) {
      return mutees
          .rougeInter()
          .or(() -> surDautres(mutant) ? cas.rouge(mutees, ids, false) : Optional.empty());
    }
    boolean seules = !surDautres(mutant) && ids.stream().noneMatch(PREALABLES::contains);
    return cas.rouge(mutees, ids, seules);
  }

  /** Whether what calls for the rule was altered, so that it may be judged where others are. */
  private static boolean surDautres(Mutant mutant) {
    return mutant.regle() != null
        && !application(mutant.regle()).equals(application(mutant.origine()));
  }

  private static String application(RegleDrl regle) {
    return regle.conditions().lines().limit(1).collect(Collectors.joining());
  }
}
