package org.verifqis.regles;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;

/**
 * The knowledge base of the rules that the build compiled. The model is handed to the engine
 * directly: a KieContainer would scan the class path, for twice the time (design, mesures.md).
 */
public final class ReglesCompilees {
  /**
   * Written by kie-maven-plugin: the class names of the model, after a line that tells its version.
   */
  private static final String LISTE = "/META-INF/kie/org.verifqis/verifqis/drools-model";

  private static final String VERSION = "Drools-Model-Version";

  private final KieBase base;

  /** What the base was built of; empty where it was built elsewhere. */
  private final List<Model> modeles;

  private ReglesCompilees(KieBase base, List<Model> modeles) {
    this.base = base;
    this.modeles = modeles;
  }

  /** Those of a base that was built elsewhere. */
  static ReglesCompilees de(KieBase base) {
    return new ReglesCompilees(base, List.of());
  }

  /**
   * Builds the knowledge base, which takes a while: it can be done beside something else.
   *
   * @throws IllegalStateException if the program was built without its rules
   */
  public static ReglesCompilees charge() {
    List<Model> modeles = classes().stream().map(ReglesCompilees::modele).toList();
    KieBase base = base(modeles);
    // The first session of all is the slow one.
    base.newKieSession().dispose();
    return new ReglesCompilees(base, modeles);
  }

  private static KieBase base(List<Model> modeles) {
    KieBaseConfiguration configuration = KieServices.get().newKieBaseConfiguration();
    return KieBaseBuilder.createKieBaseFromModel(modeles, configuration);
  }

  /** All the rules. */
  KieBase base() {
    return base;
  }

  /**
   * Only the rules of an id, built anew at each call: a session of all the rules keeps a tuple of
   * each fact for each of them, whichever is judged. All the rules where they were built elsewhere.
   */
  KieBase seule(String id) {
    return modeles.isEmpty() ? base : base(modeles.stream().map(m -> seule(m, id)).toList());
  }

  private static Model seule(Model modele, String id) {
    List<Rule> siennes =
        modele.getRules().stream()
            .filter(regle -> TypesVus.ids(regle.getName()).contains(id))
            .toList();
    return new ModelImpl(modele.getName()).withGlobals(modele.getGlobals()).withRules(siennes);
  }

  private static List<String> classes() {
    try (InputStream flux = ReglesCompilees.class.getResourceAsStream(LISTE)) {
      if (flux == null) {
        throw new IllegalStateException("no compiled rules: " + LISTE + " is missing");
      }
      BufferedReader lecteur =
          new BufferedReader(new InputStreamReader(flux, StandardCharsets.UTF_8));
      return lecteur.lines().filter(l -> !l.isBlank() && !l.startsWith(VERSION)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Model modele(String classe) {
    try {
      return (Model) Class.forName(classe).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("compiled rules " + classe + " can't be loaded", e);
    }
  }
}
