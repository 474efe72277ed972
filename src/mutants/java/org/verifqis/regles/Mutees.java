package org.verifqis.regles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Verite;
import org.verifqis.regles.Explication.CasExamine;

/** Judges by rules that are not those that the build compiled. */
public final class Mutees {
  /** The tests of family INT; all judge by the engine of the first. */
  private static final List<Class<?>> INTER =
      List.of(
          JugeInterTest.class,
          InterSuiteTest.class,
          InterInconnusTest.class,
          InterMondesTest.class);

  private final Moteur moteur;

  private Mutees(Moteur moteur) {
    this.moteur = moteur;
  }

  /**
   * Prepares rules.
   *
   * @throws IllegalStateException if a rule of the register is missing
   */
  public static Mutees de(Registre registre, Parametres parametres, List<Model> modeles) {
    KieBase base =
        KieBaseBuilder.createKieBaseFromModel(modeles, KieServices.get().newKieBaseConfiguration());
    return new Mutees(new Moteur(registre, parametres, base));
  }

  /** The same under other figures. */
  public Mutees avec(Parametres parametres) {
    return new Mutees(moteur.avec(parametres, null));
  }

  /** The first tests of family INT that these rules turn red. */
  public Optional<String> rougeInter() {
    Moteur avant = JugeInterTest.moteur;
    JugeInterTest.moteur = moteur;
    try {
      return INTER.stream().filter(Mutees::estRouge).map(Class::getSimpleName).findFirst();
    } finally {
      JugeInterTest.moteur = avant;
    }
  }

  private static boolean estRouge(Class<?> tests) {
    SummaryGeneratingListener ecoute = new SummaryGeneratingListener();
    LauncherDiscoveryRequest demande =
        LauncherDiscoveryRequestBuilder.request()
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
            .selectors(DiscoverySelectors.selectClass(tests))
            .build();
    LauncherFactory.create().execute(demande, ecoute);
    if (ecoute.getSummary().getTestsStartedCount() == 0) {
      throw new IllegalStateException("tests not run: " + tests);
    }
    return ecoute.getSummary().getTotalFailureCount() > 0;
  }

  /** Judges by all the rules. */
  public Jugement juge(Reddition reddition) {
    return moteur.juge(reddition);
  }

  /** A judgement in which some rules alone are judged anew. */
  public Jugement juge(Reddition reddition, Jugement connu, List<String> ids) {
    List<ResultatRegle> resultats = new ArrayList<>(connu.resultats());
    List<Constat> constats =
        new ArrayList<>(
            connu.constats().stream().filter(c -> !ids.contains(c.regle().id())).toList());
    for (String id : ids) {
      Explication explication = moteur.explique(reddition, id);
      resultats.replaceAll(r -> r.regle().id().equals(id) ? explication.resultat() : r);
      explication.cas().stream()
          .filter(cas -> cas.enfreint() == Verite.VRAI)
          .map(CasExamine::vu)
          .forEach(constats::add);
    }
    List<Regle> ordre = resultats.stream().map(ResultatRegle::regle).toList();
    constats.sort(Comparator.comparing(c -> ordre.indexOf(c.regle())));
    return connu.avec(Verdict.de(resultats), resultats, constats);
  }
}
