package org.verifqis.regles.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.Results;
import org.verifqis.regles.Moteur;
import org.verifqis.regles.Parametres;
import org.verifqis.regles.Registre;

/**
 * A folder of rules other than those that the build compiled: DRL files, and where it has them a
 * register and parameters of its own. It is code, and runs as such: never one that was uploaded.
 *
 * @param racine the folder
 */
public record DossierRegles(Path racine) {
  private static final String DRL = ".drl";
  private static final String REGISTRE = "registre.yaml";
  private static final String PARAMETRES = "parametres.yaml";

  /** Where the build stages rules; Drools derives names from it. */
  private static final String MISE_EN_PLACE = "src/main/resources/org/verifqis/regles/";

  /** A folder of rules that can't be used, and why. */
  public static final class DossierInvalide extends RuntimeException {
    /** Reasons; each has a message in each language. */
    public enum Motif {
      /** It can't be read, or has no DRL file. */
      SANS_REGLES,
      /** A rule is not written right: what the compiler says, line by line. */
      COMPILATION,
      /** A data file is not of its form: its name. */
      DONNEES,
      /** A rule of the register is in no DRL file: its id. */
      REGLE
    }

    private final Motif motif;
    private final String detail;

    DossierInvalide(Motif motif, String detail, Throwable cause) {
      super(motif + ": " + detail, cause);
      this.motif = motif;
      this.detail = detail;
    }

    /** Why it can't be used. */
    public Motif motif() {
      return motif;
    }

    /** What is wrong; null where that is the whole folder. */
    public String detail() {
      return detail;
    }
  }

  /** Its register; the program's own where it has none. */
  public Registre registre() {
    return donnees(REGISTRE, Registre::de, Registre::charge);
  }

  /** Its parameters; the program's own where it has none. */
  public Parametres parametres() {
    return donnees(PARAMETRES, Parametres::de, Parametres::charge);
  }

  private <T> T donnees(String nom, Function<JsonNode, T> lecture, Supplier<T> propres) {
    Path fichier = racine.resolve(nom);
    if (!Files.exists(fichier)) {
      return propres.get();
    }
    try {
      return lecture.apply(new YAMLMapper().readTree(Files.readString(fichier)));
    } catch (IOException | RuntimeException e) {
      throw new DossierInvalide(DossierInvalide.Motif.DONNEES, nom, e);
    }
  }

  /**
   * An engine of its rules, with a register and parameters; preparing it takes seconds.
   *
   * @throws DossierInvalide if that can't be done
   */
  public Moteur moteur(Registre registre, Parametres parametres) {
    try {
      return new Moteur(registre, parametres, compile());
    } catch (Moteur.RegleAbsente e) {
      throw new DossierInvalide(DossierInvalide.Motif.REGLE, e.id(), e);
    }
  }

  private KieBase compile() {
    KieServices services = KieServices.get();
    KieFileSystem fichiers = services.newKieFileSystem();
    for (Path fichier : drl()) {
      try {
        fichiers.write(MISE_EN_PLACE + fichier.getFileName(), Files.readAllBytes(fichier));
      } catch (IOException e) {
        throw new DossierInvalide(DossierInvalide.Motif.SANS_REGLES, null, e);
      }
    }
    try {
      KieBuilder constructeur =
          services.newKieBuilder(fichiers).buildAll(ExecutableModelProject.class);
      Results resultats = constructeur.getResults();
      if (resultats.hasMessages(Message.Level.ERROR)) {
        throw new DossierInvalide(DossierInvalide.Motif.COMPILATION, dit(resultats), null);
      }
      return services.newKieContainer(constructeur.getKieModule().getReleaseId()).getKieBase();
    } catch (DossierInvalide e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      throw new DossierInvalide(DossierInvalide.Motif.COMPILATION, e.toString(), e);
    }
  }

  private List<Path> drl() {
    List<Path> trouves;
    try (Stream<Path> tous = Files.list(racine)) {
      trouves = tous.filter(f -> f.toString().endsWith(DRL)).sorted().toList();
    } catch (IOException e) {
      throw new DossierInvalide(DossierInvalide.Motif.SANS_REGLES, null, e);
    }
    if (trouves.isEmpty()) {
      throw new DossierInvalide(DossierInvalide.Motif.SANS_REGLES, null, null);
    }
    return trouves;
  }

  private static String dit(Results resultats) {
    return resultats.getMessages(Message.Level.ERROR).stream()
        .map(m -> lieu(m) + m.getText().strip())
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  private static String lieu(Message message) {
    if (message.getPath() == null) {
      return "";
    }
    String fichier = message.getPath().substring(message.getPath().lastIndexOf('/') + 1);
    return fichier + (message.getLine() > 0 ? ":" + message.getLine() : "") + " – ";
  }
}
