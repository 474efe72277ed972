package org.verifqis.regles;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kie.api.KieBase;
import org.verifqis.modele.Avis;
import org.verifqis.modele.Bilan;
import org.verifqis.modele.Couverture;
import org.verifqis.modele.Doublon;
import org.verifqis.modele.Echeancier;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Gouvernance;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.Participation;
import org.verifqis.modele.Plan;
import org.verifqis.modele.Promoteur;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.SecondsVersements;
import org.verifqis.modele.TerritoiresEnUn;
import org.verifqis.regles.Explication.CasExamine;

/**
 * Judges redditions: the rules of the register that concern each, one after the other. One engine
 * serves all threads; each reddition has its own session.
 */
public final class Moteur {
  /** Rules whose one case is the level of cible 4. */
  private static final Set<String> DU_NIVEAU = Set.of("CIB-01", "CIB-02", "CIB-03");

  /** A rule of the register that is not among the rules. */
  public static final class RegleAbsente extends IllegalStateException {
    private final String id;

    RegleAbsente(String id) {
      super("rule " + id + " of the register is in no DRL file");
      this.id = id;
    }

    /** Its id. */
    public String id() {
      return id;
    }
  }

  private final Registre registre;
  private final Parametres parametres;
  private final Supplier<ReglesCompilees> regles;
  private final Supplier<TypesVus> types;

  /** The edition by which all redditions are judged; null for that of their exercice. */
  private final Edition editionImposee;

  /** Where the cost of the rules is noted; null for nowhere. */
  private final Profil profil;

  /**
   * An engine of the rules that travel with the program. They are prepared when something is first
   * judged, which throws IllegalStateException if one of the register was not compiled with it.
   */
  public Moteur(Registre registre, Parametres parametres) {
    this(registre, parametres, ReglesCompilees::charge);
  }

  /**
   * The same with rules that may be under way; they are asked for when something is first judged.
   */
  public Moteur(Registre registre, Parametres parametres, Supplier<ReglesCompilees> regles) {
    this(registre, parametres, new Tardif<>(() -> verifiees(registre, regles.get())), null, null);
  }

  /**
   * An engine of rules that were prepared elsewhere.
   *
   * @throws RegleAbsente if one of the register is not among them
   */
  public Moteur(Registre registre, Parametres parametres, KieBase regles) {
    this(registre, parametres, regles, null, null);
  }

  Moteur(
      Registre registre,
      Parametres parametres,
      KieBase regles,
      Edition editionImposee,
      Profil profil) {
    this(registre, parametres, ReglesCompilees.de(regles), editionImposee, profil);
  }

  private Moteur(
      Registre registre,
      Parametres parametres,
      ReglesCompilees regles,
      Edition editionImposee,
      Profil profil) {
    this(registre, parametres, () -> regles, editionImposee, profil);
    verifiees(registre, regles);
  }

  private Moteur(
      Registre registre,
      Parametres parametres,
      Supplier<ReglesCompilees> regles,
      Edition editionImposee,
      Profil profil) {
    this.registre = registre;
    this.parametres = parametres;
    this.regles = regles;
    this.types =
        new Tardif<>(
            () ->
                new TypesVus(
                    regles.get().base(),
                    registre.regles().stream()
                        .filter(Regle::estBloquante)
                        .map(Regle::id)
                        .collect(Collectors.toSet())));
    this.editionImposee = editionImposee;
    this.profil = profil;
  }

  /** Rules among which is every one of the register. */
  private static ReglesCompilees verifiees(Registre registre, ReglesCompilees regles) {
    Set<String> compilees = new HashSet<>(nommees(regles.base()));
    for (Regle regle : registre.regles()) {
      if (!compilees.contains(regle.id())) {
        throw new RegleAbsente(regle.id());
      }
    }
    return regles;
  }

  /** The ids that the compiled rules name, each as often as it has rules. */
  List<String> reglesCompilees() {
    return nommees(regles.get().base());
  }

  private static List<String> nommees(KieBase regles) {
    return regles.getKiePackages().stream()
        .flatMap(paquet -> paquet.getRules().stream())
        .flatMap(regle -> TypesVus.ids(regle.getName()).stream())
        .sorted()
        .toList();
  }

  /** What judges redditions together, with the same rules. */
  public JugeInter inter() {
    return new JugeInter(registre, parametres, () -> regles.get().base());
  }

  /** Sessions that were not closed: each would keep a whole reddition in memory. */
  int seancesOuvertes() {
    return regles.get().base().getKieSessions().size();
  }

  /**
   * The same rules under other figures, and under an edition that is imposed on every reddition;
   * null leaves to each that of its exercice.
   */
  public Moteur avec(Parametres autres, Edition imposee) {
    return new Moteur(registre, autres, regles, imposee, profil);
  }

  /** The same rules, which note what each of them costs. */
  public Moteur profile(Profil ou) {
    return new Moteur(registre, parametres, regles, editionImposee, ou);
  }

  /** Judges a reddition. Never throws: a rule that crashes is INDETERMINE, with the cause. */
  public Jugement juge(Reddition reddition) {
    try (Seance seance = seance()) {
      return juge(reddition, Sujets.de(reddition), null, seance);
    }
  }

  /** Tells how one rule of the register comes to its status. */
  public Explication explique(Reddition reddition, String id) {
    try (Epreuve epreuve = epreuve(reddition)) {
      return epreuve.explique(id);
    }
  }

  /** Puts a reddition to the test of one rule after another; to be closed. */
  public Epreuve epreuve(Reddition reddition) {
    return new Epreuve(this, reddition, seance());
  }

  private Seance seance() {
    return seance(Seance.BEAUCOUP);
  }

  /** A session that shows more facts than so many to one rule at a time. */
  Seance seance(int beaucoup) {
    return new Seance(regles.get(), types, profil, beaucoup);
  }

  /** What a rule took, to be told with how it came to its status. */
  Explication explication(Reddition reddition, Jugement jugement, String id, List<CasExamine> cas) {
    ResultatRegle resultat =
        jugement.resultats().stream()
            .filter(r -> r.regle().id().equals(id))
            .findFirst()
            .orElseThrow();
    Regle regle = resultat.regle();
    Parametre parametre =
        regle.parametre() == null || jugement.edition() == null
            ? null
            : parametres
                .enVigueur(regle.parametre(), jugement.edition(), reddition.identification())
                .orElse(null);
    return new Explication(
        resultat, parametre, cas, DU_NIVEAU.contains(id) ? reddition.implications() : List.of());
  }

  /**
   * Judges by all rules, or only by the one that is wanted and those that come before any other.
   *
   * @param seule the id of the one; null for all
   */
  Jugement juge(Reddition reddition, Sujets sujets, String seule, Seance seance) {
    Exercice exercice =
        Optional.ofNullable(reddition.identification().exerciceDebut().contenu())
            .map(Exercice::contenant)
            .orElse(null);
    Optional<Edition> edition =
        Optional.ofNullable(exercice)
            .flatMap(registre::edition)
            .map(sienne -> editionImposee == null ? sienne : editionImposee);
    Entente entente = reddition.identification().codeEntente().contenu();
    Participation participation = new Participation(reddition.implications());

    List<ResultatRegle> resultats = new ArrayList<>();
    List<Constat> constats = new ArrayList<>();
    boolean recevable = true;
    Predicate<Class<?>> vus = seule == null ? type -> true : type -> types.get().voit(seule, type);
    seance.change(faits(reddition, participation, entente, exercice, vus), sujets);
    for (Regle toute : registre.regles()) {
      Regle regle = toute.dans(edition.map(Edition::nom).orElse(null));
      if (seule != null && !seule.equals(regle.id()) && !regle.estBloquante()) {
        continue;
      }
      if (regle.estInter()) {
        resultats.add(ResultatRegle.sans(regle, StatutRegle.NON_APPLICABLE));
        continue;
      }
      boolean prealable = regle.estLecture() || regle.estBloquante();
      if (!recevable && !prealable) {
        resultats.add(ResultatRegle.sans(regle, StatutRegle.INDETERMINE));
        continue;
      }
      ResultatRegle resultat =
          prealable
              ? seance.juge(regle, new Application(regle.id(), null), constats)
              : juge(regle, reddition, edition.orElseThrow(), entente, seance, constats);
      resultats.add(resultat);
      if (regle.estBloquante() && resultat.statut() != StatutRegle.RESPECTEE) {
        recevable = false;
      }
    }
    Feuille cible4 = reddition.feuille(Onglet.CIBLE_4);
    return new Jugement(
        reddition.fichier(),
        reddition.projets().size(),
        edition.map(Edition::nom).orElse(null),
        exercice,
        entente,
        Verdict.de(resultats),
        recevable && cible4.estLue() ? participation.synthese() : null,
        List.copyOf(resultats),
        List.copyOf(constats),
        seule == null ? avis(reddition) : List.of());
  }

  private static List<Avis> avis(Reddition reddition) {
    return Stream.concat(reddition.avis().stream(), TerritoiresEnUn.de(reddition).stream())
        .toList();
  }

  private ResultatRegle juge(
      Regle regle,
      Reddition reddition,
      Edition edition,
      Entente entente,
      Seance seance,
      List<Constat> constats) {
    if (!regle.editions().contains(edition.nom()) || !regle.regimes().contains(entente.regime())) {
      return ResultatRegle.sans(regle, StatutRegle.NON_APPLICABLE);
    }
    boolean lues = true;
    for (String nom : regle.feuilles()) {
      Feuille feuille = reddition.feuilles().get(nom);
      if (feuille.etat() == Feuille.Etat.SANS_OBJET) {
        return ResultatRegle.sans(regle, StatutRegle.NON_APPLICABLE);
      }
      lues &= feuille.estLue();
    }
    Parametre parametre = enVigueur(regle.parametre(), edition, reddition);
    if (regle.parametre() != null && parametre == null) {
      return ResultatRegle.sans(regle, StatutRegle.NON_PARAMETREE);
    }
    if (!lues) {
      return ResultatRegle.sans(regle, StatutRegle.INDETERMINE);
    }
    Parametre complement = enVigueur(regle.complement(), edition, reddition);
    return seance.juge(regle, new Application(regle.id(), parametre, complement), constats);
  }

  /** The value of a parameter for a reddition; null where none is set, or none asked for. */
  private Parametre enVigueur(String cle, Edition edition, Reddition reddition) {
    return cle == null
        ? null
        : parametres.enVigueur(cle, edition.nom(), reddition.identification()).orElse(null);
  }

  /** What the rules see of a reddition, as far as it is of types that they look at. */
  List<Object> faits(
      Reddition reddition,
      Participation participation,
      Entente entente,
      Exercice exercice,
      Predicate<Class<?>> vus) {
    List<Object> faits = new ArrayList<>();
    faits.add(new Editions(registre.editions()));
    faits.add(reddition);
    faits.addAll(reddition.feuilles().values());
    faits.add(reddition.identification());
    faits.add(reddition.rapportFinancier());
    reddition.tables().values().forEach(faits::addAll);
    faits.addAll(reddition.totaux());
    faits.addAll(reddition.releves());
    faits.add(participation);
    if (entente != null) {
      faits.add(entente);
    }
    if (exercice != null) {
      faits.add(exercice);
    }
    faits.removeIf(fait -> !vus.test(fait.getClass()));
    // Those that are made of all of a sheet are made only where they are looked at.
    Map<Class<?>, Supplier<List<?>>> tires = new LinkedHashMap<>();
    tires.put(Echeancier.class, () -> List.of(new Echeancier(reddition.versements())));
    tires.put(
        SecondsVersements.class, () -> List.of(new SecondsVersements(reddition.versements())));
    tires.put(Gouvernance.class, () -> List.of(new Gouvernance(reddition.instances())));
    tires.put(
        Bilan.class, () -> List.of(new Bilan(reddition.feuille(Onglet.BILAN), reddition.volets())));
    tires.put(Plan.class, () -> List.of(Plan.de(reddition)));
    tires.put(Couverture.class, () -> List.of(Couverture.de(reddition)));
    tires.put(Promoteur.class, () -> Promoteur.de(reddition.projets()));
    tires.put(Doublon.class, () -> Doublon.de(reddition.projets()));
    tires.forEach(
        (type, fabrique) -> {
          if (vus.test(type)) {
            faits.addAll(fabrique.get());
          }
        });
    return faits;
  }
}
