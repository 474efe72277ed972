package org.verifqis.regles.derogations;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.verifqis.donnees.DocumentYaml;
import org.verifqis.donnees.DocumentYaml.Faute;
import org.verifqis.donnees.DocumentYaml.Genre;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Normalisation;
import org.verifqis.regles.Derogation;
import org.verifqis.regles.Noeuds;
import org.verifqis.regles.Registre;
import org.verifqis.regles.Regle;
import org.verifqis.regles.derogations.DerogationsInvalides.Defaut;
import org.verifqis.regles.derogations.DerogationsInvalides.Motif;

/** Reads files of dérogations, and says in which line something is wrong. */
final class LecteurDerogations {
  private static final String LISTE = "derogations";
  private static final String UNE = "derogation";
  private static final Pattern ENTREE_SEULE = Pattern.compile("/" + LISTE + "/\\d+");
  private static final Pattern ENTREE = Pattern.compile("/" + LISTE + "/(\\d+)(/.*)?");

  private final Registre registre;
  private final Gabarit gabarit;
  private final List<Defaut> defauts = new ArrayList<>();
  private DocumentYaml document;

  LecteurDerogations(Registre registre, Gabarit gabarit) {
    this.registre = registre;
    this.gabarit = gabarit;
  }

  List<Derogation> lis(Path fichier) {
    try {
      document = DocumentYaml.lis(Files.readString(fichier));
    } catch (DocumentYaml.Illisible e) {
      throw refuse(e.ligne(), Motif.ILLISIBLE, e);
    } catch (CharacterCodingException e) {
      throw refuse(0, Motif.ILLISIBLE, e);
    } catch (IOException e) {
      throw refuse(0, Motif.INACCESSIBLE, e);
    }
    document
        .ecarts(LecteurDerogations.class.getResourceAsStream("derogations.schema.json"))
        .forEach(this::note);
    finis();
    List<Derogation> derogations = new ArrayList<>();
    for (JsonNode entree : document.racine().required(LISTE)) {
      derogations.add(derogation(entree, derogations.size()));
    }
    finis();
    return derogations;
  }

  private static DerogationsInvalides refuse(int ligne, Motif motif, Exception cause) {
    Defaut defaut = new Defaut(Math.max(0, ligne), 0, motif, List.of());
    return new DerogationsInvalides(List.of(defaut), cause);
  }

  private void finis() {
    if (!defauts.isEmpty()) {
      defauts.sort(Comparator.comparingInt(Defaut::ligne).thenComparing(Defaut::motif));
      throw new DerogationsInvalides(defauts, null);
    }
  }

  /** The list and what it holds have names of their own. */
  private void note(Faute faute) {
    List<String> details = new ArrayList<>(faute.details());
    boolean uneEntree = ENTREE_SEULE.matcher(faute.chemin()).matches();
    if (faute.genre() == Genre.FORME && (uneEntree || faute.chemin().isEmpty())) {
      details.set(1, uneEntree ? UNE : LISTE);
    }
    Motif motif =
        faute.genre() == Genre.ALIAS ? Motif.ILLISIBLE : Motif.valueOf(faute.genre().name());
    note(faute.chemin(), motif, details.toArray(String[]::new));
  }

  private void note(String chemin, Motif motif, String... details) {
    Matcher entree = ENTREE.matcher(chemin);
    int numero = entree.matches() ? Integer.parseInt(entree.group(1)) + 1 : 0;
    defauts.add(new Defaut(document.ligne(chemin), numero, motif, List.of(details)));
  }

  private Derogation derogation(JsonNode entree, int rang) {
    String chemin = "/" + LISTE + "/" + rang;
    String annees = entree.required("exercice").asText();
    Exercice exercice = new Exercice(Integer.parseInt(annees.substring(0, 4)));
    if (!exercice.nom().equals(annees)) {
      note(chemin + "/exercice", Motif.FORME, annees, "exercice");
    }
    Entente entente = gabarit.ententes().get(entree.required("entente").asText());
    if (entente == null) {
      String codes = String.join(", ", gabarit.ententes().keySet());
      note(chemin + "/entente", Motif.ENTENTE, entree.required("entente").asText(), codes);
    }
    Optional<Regle> regle =
        registre.regles().stream()
            .filter(r -> r.id().equals(entree.required("regle").asText()))
            .findFirst();
    if (regle.isEmpty()) {
      note(chemin + "/regle", Motif.REGLE, entree.required("regle").asText());
    }
    String feuille = feuille(chemin, Noeuds.texte(entree.get("feuille")));
    Derogation.Vise vise =
        new Derogation.Vise(
            entente,
            exercice,
            regle.orElse(null),
            feuille,
            Noeuds.texte(entree.get("fiche")),
            entree.path("rang").asInt(),
            champs(chemin, feuille, Noeuds.texte(entree.get("champ"))));
    return new Derogation(
        rang + 1,
        vise,
        entree.required("par").asText(),
        entree.required("autorite").asText(),
        entree.required("motif").asText(),
        LocalDate.parse(entree.required("jusquAu").asText()));
  }

  private String feuille(String chemin, String nom) {
    if (nom == null) {
      return null;
    }
    Optional<String> sienne =
        gabarit.feuilles().stream()
            .map(Gabarit.FeuilleVoulue::nom)
            .filter(voulue -> memes(voulue, nom))
            .findFirst();
    if (sienne.isEmpty()) {
      note(chemin + "/feuille", Motif.FEUILLE, nom);
    }
    return sienne.orElse(null);
  }

  /** The labels of the fields that have that label or that key. */
  private Set<String> champs(String chemin, String feuille, String nom) {
    if (nom == null) {
      return Set.of();
    }
    Set<String> siens =
        gabarit.feuilles().stream()
            .filter(voulue -> feuille == null || voulue.nom().equals(feuille))
            .flatMap(voulue -> voulue.champs().stream())
            .filter(champ -> memes(champ.cle(), nom) || memes(champ.libelle(), nom))
            .map(Champ::libelle)
            .collect(Collectors.toCollection(java.util.TreeSet::new));
    if (siens.isEmpty()) {
      note(chemin + "/champ", Motif.CHAMP, nom);
    }
    return siens;
  }

  private static boolean memes(String un, String autre) {
    return Normalisation.normalise(un).equals(Normalisation.normalise(autre));
  }
}
