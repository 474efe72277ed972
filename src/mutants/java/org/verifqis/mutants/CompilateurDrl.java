package org.verifqis.mutants;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.Model;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/** Compiles DRL texts while the program runs, each into a model of its own, as the build would. */
final class CompilateurDrl {
  private static final Pattern PAQUET = Pattern.compile("mutants[./](m\\d+)");

  private int suivant;

  /** The models of texts, by text; those that don't compile are left out. */
  Map<String, Model> compile(List<String> textes) {
    Map<String, Model> modeles = new HashMap<>();
    Map<String, String> parPaquet = new LinkedHashMap<>();
    textes.forEach(texte -> parPaquet.put("m" + suivant++, texte));
    essaie(parPaquet, modeles);
    return modeles;
  }

  private void essaie(Map<String, String> parPaquet, Map<String, Model> modeles) {
    Map<String, String> restants = new LinkedHashMap<>(parPaquet);
    while (!restants.isEmpty()) {
      KieBuilder constructeur;
      try {
        constructeur = construis(restants);
      } catch (RuntimeException e) {
        // Some that can't be compiled make the compiler itself fail, which names none of them.
        unParUn(restants, modeles);
        return;
      }
      List<Message> erreurs = constructeur.getResults().getMessages(Message.Level.ERROR);
      if (erreurs.isEmpty()) {
        charge((InternalKieModule) constructeur.getKieModule(), restants, modeles);
        return;
      }
      Set<String> fautifs = fautifs(erreurs, restants.keySet());
      if (fautifs.isEmpty()) {
        unParUn(restants, modeles);
        return;
      }
      restants.keySet().removeAll(fautifs);
    }
  }

  private void unParUn(Map<String, String> textes, Map<String, Model> modeles) {
    if (textes.size() > 1) {
      textes.forEach((paquet, texte) -> essaie(Map.of(paquet, texte), modeles));
    }
  }

  private static Set<String> fautifs(List<Message> erreurs, Set<String> paquets) {
    Set<String> fautifs = new HashSet<>();
    for (Message erreur : erreurs) {
      Matcher m = PAQUET.matcher(erreur.getPath() + " " + erreur.getText());
      while (m.find()) {
        fautifs.add(m.group(1));
      }
    }
    fautifs.retainAll(paquets);
    return fautifs;
  }

  private static KieBuilder construis(Map<String, String> textes) {
    KieServices services = KieServices.get();
    ReleaseId version = services.newReleaseId("org.verifqis", "mutants", "1");
    KieFileSystem fichiers = services.newKieFileSystem();
    fichiers.generateAndWritePomXML(version);
    textes.forEach(
        (paquet, texte) ->
            fichiers.write(
                "src/main/resources/org/verifqis/mutants/" + paquet + "/regles.drl",
                "package org.verifqis.mutants." + paquet + "\n" + texte));
    KieBuilder constructeur = services.newKieBuilder(fichiers);
    constructeur.buildAll(ExecutableModelProject.class);
    return constructeur;
  }

  private static void charge(
      InternalKieModule module, Map<String, String> textes, Map<String, Model> modeles) {
    Map<String, byte[]> classes = new HashMap<>();
    List<String> noms = new ArrayList<>();
    for (String fichier : module.getFileNames()) {
      if (fichier.endsWith(".class")) {
        String nom = fichier.substring(0, fichier.length() - 6).replace('/', '.');
        classes.put(nom, module.getBytes(fichier));
      }
    }
    module.getFileNames().stream()
        .filter(f -> f.endsWith("drools-model"))
        .forEach(
            liste ->
                new String(module.getBytes(liste), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> classes.containsKey(l))
                    .forEach(noms::add));
    ClassLoader chargeur = new EnMemoire(classes);
    for (String nom : noms) {
      Matcher m = PAQUET.matcher(nom);
      if (m.find()) {
        modeles.put(textes.get(m.group(1)), modele(chargeur, nom));
      }
    }
  }

  private static Model modele(ClassLoader chargeur, String nom) {
    try {
      return (Model) Class.forName(nom, true, chargeur).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("compiled rules " + nom + " can't be loaded", e);
    }
  }

  /** Classes that are in no file. */
  private static final class EnMemoire extends ClassLoader {
    private final Map<String, byte[]> classes;

    EnMemoire(Map<String, byte[]> classes) {
      super(CompilateurDrl.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String nom) throws ClassNotFoundException {
      byte[] octets = classes.get(nom);
      if (octets == null) {
        throw new ClassNotFoundException(nom);
      }
      return defineClass(nom, octets, 0, octets.length);
    }
  }
}
