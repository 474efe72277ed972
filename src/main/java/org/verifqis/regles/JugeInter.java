package org.verifqis.regles;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kie.api.KieBase;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Jumeaux;
import org.verifqis.modele.Resume;
import org.verifqis.modele.Succession;

/** Judges redditions together: family INT of the register. */
public final class JugeInter {
  private final Registre registre;
  private final Parametres parametres;
  private final Supplier<KieBase> compilees;
  private final List<Regle> regles;

  /** Which reddition of which agreement, by its code. */
  private record Place(String entente, int annee) {
    static Place de(Entente entente, Exercice exercice) {
      return new Place(entente.code(), exercice.annee());
    }

    static Place de(Resume reddition) {
      return de(reddition.entente(), reddition.exercice());
    }
  }

  JugeInter(Registre registre, Parametres parametres, Supplier<KieBase> compilees) {
    this.registre = registre;
    this.parametres = parametres;
    this.compilees = compilees;
    this.regles = registre.regles().stream().filter(Regle::estInter).toList();
  }

  /**
   * Judges redditions together.
   *
   * @param redditions all of them
   * @param ententes the agreements that owe one every year
   * @param jour the day on which it is asked what is missing
   * @param demandes the years for which it is asked; empty for those from the earliest to the
   *     latest found
   */
  public Ensemble juge(
      List<Resume> redditions,
      Collection<Entente> ententes,
      LocalDate jour,
      List<Exercice> demandes) {
    return ensemble(
        redditions, suites(redditions), manquantes(redditions, ententes, jour, demandes), demandes);
  }

  /** What the rules say of each reddition among the others, in their order. */
  public List<Ensemble.Suite> suites(List<Resume> redditions) {
    Map<Place, Depots> depots = depots(redditions);
    List<Resume> retenues =
        depots.values().stream()
            .map(Depots::retenu)
            .filter(Resume::recevable)
            .sorted(
                Comparator.comparing((Resume r) -> r.entente().code())
                    .thenComparing(Resume::exercice))
            .toList();
    Map<Entente, List<Resume>> annees =
        retenues.stream().collect(Collectors.groupingBy(Resume::entente));
    Map<Exercice, Jumeaux> jumeaux = new HashMap<>();
    retenues.stream()
        .collect(Collectors.groupingBy(Resume::exercice))
        .forEach((exercice, memes) -> jumeaux.put(exercice, new Jumeaux(memes)));
    return IntStream.range(0, redditions.size())
        .parallel()
        .mapToObj(i -> suite(redditions.get(i), depots, annees, jumeaux))
        .toList();
  }

  /**
   * The findings about redditions that are missing (INT-01); the years are those of juge.
   *
   * @throws IllegalStateException if the rule could not be run: it belongs to no reddition whose
   *     status would tell
   */
  public List<Constat> manquantes(
      List<Resume> redditions,
      Collection<Entente> ententes,
      LocalDate jour,
      List<Exercice> demandes) {
    Set<Place> deposees = depots(redditions).keySet();
    return manquantes(redditions, ententes, exercices(redditions, demandes), deposees, jour);
  }

  /** Puts together what was said of each and of those that are missing. */
  public Ensemble ensemble(
      List<Resume> redditions,
      List<Ensemble.Suite> suites,
      List<Constat> manquantes,
      List<Exercice> demandes) {
    Map<Place, Depots> depots = depots(redditions);
    List<Constat> constats = new ArrayList<>(manquantes);
    constats.addAll(dEnsemble(suites));
    constats.sort(ORDRE);
    List<Ensemble.Ecartee> ecartees =
        redditions.stream()
            .filter(r -> r.situee() && depots.get(Place.de(r)).ecarte(r))
            .map(r -> new Ensemble.Ecartee(r, depots.get(Place.de(r)).retenu()))
            .toList();
    return new Ensemble(exercices(redditions, demandes), List.copyOf(constats), ecartees, suites);
  }

  private static Map<Place, Depots> depots(List<Resume> redditions) {
    Map<Place, Depots> depots = new HashMap<>();
    Depots.tous(redditions).forEach(memes -> depots.put(Place.de(memes.retenu()), memes));
    return depots;
  }

  /** A judgement with what was said of its reddition among the others. */
  public static Jugement complete(Jugement jugement, Ensemble.Suite suite) {
    Map<String, ResultatRegle> inter =
        suite.resultats().stream().collect(Collectors.toMap(r -> r.regle().id(), r -> r));
    List<ResultatRegle> resultats =
        jugement.resultats().stream().map(r -> inter.getOrDefault(r.regle().id(), r)).toList();
    return jugement.avec(Verdict.de(resultats), resultats, tous(jugement, suite));
  }

  private static List<Constat> tous(Jugement jugement, Ensemble.Suite suite) {
    return Stream.concat(jugement.constats().stream(), suite.constats().stream()).toList();
  }

  private Ensemble.Suite suite(
      Resume reddition,
      Map<Place, Depots> depots,
      Map<Entente, List<Resume>> annees,
      Map<Exercice, Jumeaux> jumeaux) {
    Depots memes = reddition.situee() ? depots.get(Place.de(reddition)) : null;
    Succession succession =
        memes != null && reddition.recevable()
            ? succession(reddition, memes, annees.getOrDefault(reddition.entente(), List.of()))
            : null;
    List<Object> faits = new ArrayList<>();
    if (memes != null) {
      faits.add(memes);
    }
    if (succession != null) {
      faits.add(succession);
      faits.add(jumeaux.getOrDefault(reddition.exercice(), new Jumeaux(List.of())));
    }
    List<ResultatRegle> resultats = new ArrayList<>();
    List<Constat> constats = new ArrayList<>();
    try (Seance seance = new Seance(compilees.get(), faits, Sujets.aucuns())) {
      for (Regle regle : regles) {
        resultats.add(
            juge(regle.dans(reddition.edition()), reddition, memes, succession, seance, constats));
      }
    }
    Map<Boolean, List<Constat>> partages =
        constats.stream().collect(Collectors.partitioningBy(c -> c.regle().estDEnsemble()));
    return new Ensemble.Suite(
        List.copyOf(resultats), List.copyOf(partages.get(false)), List.copyOf(partages.get(true)));
  }

  private ResultatRegle juge(
      Regle regle,
      Resume reddition,
      Depots memes,
      Succession succession,
      Seance seance,
      List<Constat> constats) {
    Application application = new Application(regle.id(), null);
    if (regle.regard() == Regard.MANQUANTES) {
      return ResultatRegle.sans(regle, StatutRegle.NON_APPLICABLE);
    }
    boolean ecartee = memes != null && memes.ecarte(reddition);
    if (regle.regard() == Regard.DEPOTS && memes != null && memes.plusieurs().isVrai()) {
      ResultatRegle resultat = seance.juge(regle, application, constats);
      return ecartee ? resultat.sansPoids() : resultat;
    }
    if (ecartee) {
      return ResultatRegle.sans(regle, StatutRegle.NON_APPLICABLE);
    }
    if (succession == null) {
      return ResultatRegle.sans(regle, StatutRegle.INDETERMINE);
    }
    boolean sansAvant = regle.regard() == Regard.REPORT && !succession.isComplete();
    return sansAvant || !concerne(regle, reddition)
        ? ResultatRegle.sans(regle, StatutRegle.NON_APPLICABLE)
        : seance.juge(regle, application, constats);
  }

  private static boolean concerne(Regle regle, Resume reddition) {
    return regle.editions().contains(reddition.edition())
        && regle.regimes().contains(reddition.entente().regime());
  }

  /** A reddition and the earlier ones that count, of the same edition. */
  private static Succession succession(Resume reddition, Depots memes, List<Resume> annees) {
    // A copy of the file that counts stands for it, so that it is not taken for its own twin.
    Resume actuelle = memes.estRetenu(reddition) ? memes.retenu() : reddition;
    return Succession.de(
        actuelle,
        annees.stream()
            .filter(r -> r.exercice().compareTo(reddition.exercice()) < 0)
            .filter(r -> Objects.equals(r.edition(), reddition.edition()))
            .toList());
  }

  /** A reddition whose agreement can't be read still tells that its year was due. */
  private List<Exercice> exercices(List<Resume> redditions, List<Exercice> demandes) {
    if (!demandes.isEmpty()) {
      return demandes;
    }
    List<Exercice> connus =
        redditions.stream()
            .map(Resume::exercice)
            .filter(Objects::nonNull)
            .filter(e -> registre.edition(e).isPresent())
            .sorted()
            .toList();
    return connus.isEmpty()
        ? List.of()
        : IntStream.rangeClosed(connus.get(0).annee(), connus.get(connus.size() - 1).annee())
            .mapToObj(Exercice::new)
            .toList();
  }

  private List<Constat> manquantes(
      List<Resume> redditions,
      Collection<Entente> ententes,
      List<Exercice> exercices,
      Set<Place> deposees,
      LocalDate jour) {
    Regle regle =
        regles.stream().filter(r -> r.regard() == Regard.MANQUANTES).findFirst().orElseThrow();
    Map<Entente, List<Resume>> parEntente =
        redditions.stream()
            .filter(r -> r.entente() != null)
            .collect(Collectors.groupingBy(Resume::entente));
    List<Object> faits = new ArrayList<>(List.of(jour));
    for (Entente entente : ententes) {
      List<Resume> siennes = parEntente.getOrDefault(entente, List.of());
      for (Exercice exercice : exercices) {
        Optional<Edition> edition = registre.edition(exercice);
        if (edition.isPresent()
            && regle.editions().contains(edition.get().nom())
            && couvre(siennes, exercice)) {
          LocalDate limite =
              parametres
                  .enVigueur(Parametres.DATE_LIMITE, edition.get().nom(), exercice.fin())
                  .map(p -> Exercice.prochain(p.jour(), exercice.fin()))
                  .orElse(null);
          boolean deposee = deposees.contains(Place.de(entente, exercice));
          faits.add(new Attente(entente, exercice, limite, deposee));
        }
      }
    }
    List<Constat> constats = new ArrayList<>();
    try (Seance seance = new Seance(compilees.get(), faits, Sujets.aucuns())) {
      ResultatRegle resultat = seance.juge(regle, new Application(regle.id(), null), constats);
      if (resultat.cause() != null) {
        throw new IllegalStateException(regle.id() + ": " + resultat.cause());
      }
    }
    return constats.stream().map(this::sousSonEdition).toList();
  }

  /** A missing reddition is found by the rule of no edition: it is told by that of its year. */
  private Constat sousSonEdition(Constat manquante) {
    return registre
        .edition((Exercice) manquante.faits().get("exercice"))
        .map(edition -> manquante.sous(manquante.regle().dans(edition.nom())))
        .orElse(manquante);
  }

  /** Whether a reddition of the agreement says that it runs in the year, or none says when. */
  private static boolean couvre(List<Resume> siennes, Exercice exercice) {
    List<Resume> datees =
        siennes.stream()
            .filter(r -> r.dateSignatureEntente().estConnue() && r.dateFinEntente().estConnue())
            .toList();
    return datees.isEmpty()
        || datees.stream()
            .anyMatch(
                r ->
                    !r.dateSignatureEntente().contenu().isAfter(exercice.fin())
                        && !r.dateFinEntente().contenu().isBefore(exercice.debut())
                        && !r.dateFinEntente()
                            .contenu()
                            .isBefore(r.dateSignatureEntente().contenu()));
  }

  /** Every such finding once: a pair of projects is found from both its redditions. */
  private static Collection<Constat> dEnsemble(List<Ensemble.Suite> suites) {
    Map<List<Object>, Constat> uniques = new LinkedHashMap<>();
    for (Ensemble.Suite suite : suites) {
      for (Constat constat : suite.partages()) {
        if (estPremier(constat)) {
          uniques.putIfAbsent(List.of(constat.regle().id(), constat.faits()), constat);
        }
      }
    }
    return uniques.values();
  }

  private static boolean estPremier(Constat constat) {
    return !(constat.faits().get("autreEntente") instanceof Entente autre)
        || ((Entente) constat.faits().get("entente")).code().compareTo(autre.code()) < 0;
  }

  private static String fait(Constat constat, String nom) {
    return String.valueOf(constat.faits().get(nom));
  }

  private static final Comparator<Constat> ORDRE =
      Comparator.comparing((Constat c) -> c.regle().id())
          .thenComparing(c -> fait(c, "entente"))
          .thenComparing(c -> fait(c, "exercice"))
          .thenComparing(c -> fait(c, "numero"))
          .thenComparing(c -> fait(c, "autreEntente"))
          .thenComparing(c -> fait(c, "autreNumero"));
}
