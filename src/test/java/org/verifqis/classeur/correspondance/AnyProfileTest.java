package org.verifqis.classeur.correspondance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.verifqis.classeur.correspondance.Classeur.r;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.PatternSyntaxException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.classeur.FichierRefuse;
import org.verifqis.classeur.Limites;
import org.verifqis.classeur.Source;
import org.verifqis.classeur.Transcription;
import org.verifqis.classeur.correspondance.proposition.MemoireProfils;
import org.verifqis.classeur.correspondance.proposition.Proposeur;
import org.verifqis.donnees.DocumentYaml;
import org.verifqis.modele.Reddition;

/** Whatever a profile says: it is refused with a reason or it reads, and it ends. */
class AnyProfileTest {
  private static final int PROFILES = 1_000;
  private static final int PATTERNS = 10_000;
  private static final int MUTANTS = 150;

  private static final List<String> OTHERS =
      List.of(
          "x01-grand-livre",
          "x02-un-onglet-par-mrc",
          "x08-tout-a-la-verticale",
          "v03-fiches-empilees",
          "w13-croix-a-compter",
          "u11-format-long");

  @TempDir private Path folder;

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  /** What patterns are made of; those that make others slow come often. */
  private static final List<String> PIECES =
      List.of(
          "a",
          "b",
          ".",
          "\\d",
          "\\w",
          "\\s",
          "[ab]",
          "[^a]",
          "(",
          ")",
          "(?:",
          "|",
          "*",
          "+",
          "?",
          "{2,9}",
          "{999}",
          "{1000}",
          "*?",
          "^",
          "$",
          "\\b",
          "(a+)+",
          "(a|a)*",
          "(.*)*",
          "(?i)",
          "(?!",
          "(?=",
          "\\1",
          "\\",
          "é",
          "[",
          "]",
          "\\p{L}",
          "{exercice}",
          "(?P<n>",
          "\\Q",
          "0");

  /** A profile of all that the language has. */
  private static final String PROFILE =
      """
      correspondance: "1"
      nom: essai
      exercice: 2021-2022
      tables:
        tiers: {feuille: Tiers, entete: {contient: [Id]}}
        dec: {feuille: {motif: '^D'}, entete: [Projet], sauter: {colonne: Projet, vide: true}}
      dictionnaires: {etats: {EC: EN_COURS, T: TERMINE}}
      blocs:
      - vers: Projets
        feuilles: {motif: '^Pro', sauf: [Aide]}
        entete: {contient: ['No', Aide], rangees: 2, contigu: true, apres: Suivi}
        sections: [{motif: '^MRC : (.+)$', nom: mrc}]
        sauter: ['^Total', {texte: Note}]
        arret: [{vide: true}, {motif: '^Fin'}]
        reporter: ['No']
        regrouper: ['No']
        filtre: {Statut: {parmi: [EC, T]}}
        colonnes:
          numero: 'No'
          titre: {entete: [Titre, Nom], extraire: '^(.+) \\('}
          territoires: {premier: [Territoires, {section: mrc}], separateur: [',', ' / ']}
          statut: {entete: Statut, dictionnaire: etats, souple: true}
          aideAccordee: {entete: 'Aide {exercice}', unite: k$, si: {Statut: EC}, sinon: 0}
          coutTotal: {somme: [Aide, {entete: Milieu, vide: 0}]}
          contributionMilieu: {somme: {motif: '^Versé (\\d{4})', avant: 2021}}
          promoteur: {joindre: {table: tiers, par: Tiers, cle: Id, colonne: Nom}}
          aideVerseeExercice:
            agreger: {table: dec, par: 'No', cle: Projet, quoi: somme, colonne: Montant,
              si: {Date: {du: 2021-04-01, au: 2022-03-31}}}
          niveauParticipation: {x: {motif: '^N(\\d)$'}}
          dateDebut: {entete: Début, format: JJ/MM/AAAA}
      - vers: Versements
        feuille: Recus
        genre: croise
        entete: {contient: [Type], repete: true}
        depivoter: '^\\d{4}'
        colonnes: {type: Type, montant: valeur, reference: rubrique}
      - vers: Rapport financier
        feuille: Bilan
        genre: formulaire
        colonnes:
          soldeOuverture: {etiquette: [Solde, Début], ou: dessous}
          interets: {croisement: [Intérêts, Réel]}
          engagements: {cellule: Bilan!B3}
      - vers: Gouvernance
        feuille: Comites
        genre: transpose
        zone: A1:F20
        entete: [Nom]
        colonnes: {instance: Nom, elus: {x: [Élu]}, pspes: {xListe: [PSP]}}
      - vers: Territoires
        feuille: '*'
        genre: fiche
        ancre: {motif: '^FICHE'}
        colonnes: {territoire: {nomFeuille: '(\\d+)'}, instanceLocale: {etiquette: Titre}}
      absents: {Projets: [categorie]}
      ignorer: [Agent]
      """;

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  @Test
  void tenThousandPatternsEnd() {
    Random random = new Random(1610);
    List<String> texts =
        List.of(
            "", "a".repeat(1_500) + "c", "ab".repeat(700), "Versé 2021-2022 (k$)", "é\n\u200Ba");
    long start = cpu();
    int usable = 0;
    for (int i = 0; i < PATTERNS; i++) {
      StringBuilder pattern = new StringBuilder();
      for (int j = random.nextInt(12); j >= 0; j--) {
        pattern.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      try {
        TextPattern own = TextPattern.of(pattern.toString());
        String text = texts.get(random.nextInt(texts.size()));
        boolean found = own.find(text);
        assertThat(own.first(text) != null && !found).isFalse();
        own.all(text);
        usable++;
      } catch (PatternSyntaxException e) {
        assertThat(e.getDescription()).isNotBlank();
      }
    }
    assertThat(usable).isGreaterThan(PATTERNS / 20);
    assertThat(Duration.ofNanos(cpu() - start)).isLessThan(PATIENCE);
  }

  @Test
  void repetitionsOfRepetitionsAreRefusedBeforeTheyFillTheMemory() {
    for (String pattern :
        List.of(
            "(((a{100}){100}){100}){100}",
            "((((a{1,30}){1,30}){1,30}){1,30}){1,30}",
            "(a{1000}b{1000}){1000}",
            "[]{3}]{1000}[^]a]{1000}b{9}",
            "(?:\\(a{99}\\)){99}",
            "(a|b){1001}")) {
      assertThat(catchThrowableOfType(PatternSyntaxException.class, () -> TextPattern.of(pattern)))
          .as(pattern)
          .isNotNull();
    }
    for (String pattern :
        List.of("^\\d{4}-\\d{2}$", "a{1000}", "[{2}]{3}", "x{,5}", "(?:ab{3}){20}", "\\{9{9}")) {
      assertThat(TextPattern.of(pattern).text()).isEqualTo(pattern);
    }
  }

  @Test
  void theSlowestPatternEndsOnTheLongestText() {
    long start = cpu();
    assertThat(TextPattern.of("(?:(a*)*b{90}){18}").find("a".repeat(20_000))).isFalse();
    assertThat(Duration.ofNanos(cpu() - start)).isLessThan(Duration.ofSeconds(60));
  }

  private static Source workbook() {
    return Source.de(
        "suivi.xlsx",
        new Classeur()
            .feuille(
                "Projets",
                r("Suivi"),
                r("No", "Titre", "Aide", "Milieu", "Statut", "Tiers", "N1", "Versé 2019", "Début"),
                r(null, null, "2021-2022"),
                r("MRC : Un"),
                r("P-1", "Jardin (1)", 2.5, 3, "EC", 7, "x", 4, "01/05/2021"),
                r(null, "Suite", 1, null, "EC", 7, null, null, LocalDate.of(2021, 5, 1)),
                r("Total", null, 9),
                r("Fin"))
            .feuille("Tiers", r("Id", "Nom"), r(7, "Jardins"))
            .feuille("Dec", r("Projet", "Montant", "Date"), r("P-1", 5, "2021-06-01"))
            .feuille("Recus", r("Type", "2020-2021", "2021-2022"), r("AVRIL", 1, 2))
            .feuille("Bilan", r("Solde", "Réel"), r(12), r("Intérêts", 4))
            .feuille("Comites", r("Nom", "Table", "Local"), r("Élu", "x"), r("PSP", null, "x"))
            .feuille("Fiche 12", r("FICHE"), r("Titre", "t"))
            .octets());
  }

  @Test
  void profilesOfAnyMakeAreRefusedOrRead() throws Exception {
    Random random = new Random(1601);
    Source workbook = workbook();
    JsonNode base = DocumentYaml.lis(PROFILE).racine();
    assertThat(read(workbook, PROFILE)).as("the base itself").isTrue();
    long start = cpu();
    int read = 0;
    Map<String, String> bugs = new TreeMap<>();
    for (int i = 0; i < PROFILES; i++) {
      JsonNode other = base.deepCopy();
      for (int j = random.nextInt(4); j >= 0; j--) {
        mutate(other, random);
      }
      try {
        read += read(workbook, other.toString()) ? 1 : 0;
      } catch (RuntimeException | StackOverflowError e) {
        bugs.put(e + " at " + e.getStackTrace()[0] + e.getStackTrace()[2], other.toString());
      }
    }
    assertThat(bugs).isEmpty();
    assertThat(read).isBetween(PROFILES / 20, PROFILES - 1);
    assertThat(Duration.ofNanos(cpu() - start)).isLessThan(PATIENCE);
  }

  /** The true profiles of others, changed anyhow, on their own workbooks in each format. */
  @Test
  void profilesOfOthersAreRefusedOrReadInEachFormatAndRemembered() throws Exception {
    Random random = new Random(1607);
    MemoireProfils memory = MemoireProfils.vide();
    long start = cpu();
    int read = 0;
    Map<String, String> bugs = new TreeMap<>();
    for (String name : OTHERS) {
      Path own = Path.of("fixtures", "correspondance", name + ".xlsx");
      JsonNode told = new ObjectMapper().readTree(own.resolveSibling(name + ".json").toFile());
      List<Source> workbooks = formats(own);
      for (int i = 0; i < MUTANTS; i++) {
        JsonNode other = told.get("profil").deepCopy();
        for (int j = random.nextInt(4); j >= 0; j--) {
          mutate(other, random);
        }
        Source workbook = workbooks.get(i % workbooks.size());
        try {
          read += read(workbook, other.toString()) ? 1 : 0;
          if (i % 50 == 0) {
            propose(workbook, memory, other);
          }
        } catch (RuntimeException | StackOverflowError e) {
          bugs.put(e + " at " + e.getStackTrace()[0] + e.getStackTrace()[2], other.toString());
        }
      }
    }
    assertThat(bugs).isEmpty();
    assertThat(read).isBetween(OTHERS.size() * MUTANTS / 20, OTHERS.size() * MUTANTS - 1);
    assertThat(Duration.ofNanos(cpu() - start)).isLessThan(PATIENCE);
  }

  private List<Source> formats(Path own) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(own))) {
      return List.of(
          Source.de(own),
          Source.de(Transcription.xls(workbook, folder.resolve("a.xls"))),
          Source.de(Transcription.ods(workbook, folder.resolve("a.ods"))));
    }
  }

  /** Proposes with the profile in its memory, if it is one. */
  private static void propose(Source workbook, MemoireProfils memory, JsonNode profile) {
    try {
      memory.add(
          LecteurProfil.aEssayer(Classeur.GABARIT).lis("p.yaml", "p.yaml", profile.toString()),
          profile);
    } catch (CorrespondanceInvalide e) {
      assertThat(e.defauts()).isNotEmpty();
    }
    assertThat(
            new Proposeur(Classeur.GABARIT, Limites.parDefaut(), memory)
                .propose(workbook, null)
                .blocs())
        .isNotNull();
  }

  /** Whether it reads the workbook; anything but a refusal is a bug. */
  private static boolean read(Source workbook, String profile) {
    try {
      Correspondance own = new LecteurProfil(Classeur.GABARIT).lis("p.yaml", "p.yaml", profile);
      Reddition reddition =
          new LecteurCorrespondance(Classeur.GABARIT, Limites.parDefaut(), List.of(own))
              .lis(workbook);
      return reddition.releves() != null;
    } catch (CorrespondanceInvalide e) {
      assertThat(e.defauts()).isNotEmpty();
      assertThat(profile).as(e.getMessage()).isNotEqualTo(PROFILE);
      return false;
    } catch (FichierRefuse e) {
      return false;
    }
  }

  /** Puts something else somewhere. */
  private static void mutate(JsonNode root, Random random) {
    List<JsonNode> holders = new ArrayList<>();
    gather(root, holders);
    JsonNode holder = holders.get(random.nextInt(holders.size()));
    JsonNode other = other(holders, random);
    if (holder instanceof ObjectNode object && !object.isEmpty()) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = names.get(random.nextInt(names.size()));
      switch (random.nextInt(3)) {
        case 0 -> object.remove(name);
        case 1 -> object.set(name, other);
        default -> object.set(KEYS.get(random.nextInt(KEYS.size())), other);
      }
    } else if (holder instanceof ArrayNode array) {
      array.insert(random.nextInt(array.size() + 1), other);
    }
  }

  private static final List<String> KEYS =
      List.of(
          "genre", "zone", "ancre", "x", "vide", "sinon", "unite", "format", "colonne", "quoi",
          "motif", "entete", "premier", "somme", "joindre", "section", "cellule", "valeurs");

  private static JsonNode other(List<JsonNode> holders, Random random) {
    ObjectMapper json = new ObjectMapper();
    return switch (random.nextInt(7)) {
      case 0 -> json.getNodeFactory().numberNode(random.nextInt(3) - 1);
      case 1 -> json.getNodeFactory().booleanNode(random.nextBoolean());
      case 2 -> json.getNodeFactory().nullNode();
      case 3 -> json.getNodeFactory().textNode(WORDS.get(random.nextInt(WORDS.size())));
      case 4 -> json.createArrayNode().add("No").add("Aide");
      case 5 -> json.createObjectNode().put("motif", PIECES.get(random.nextInt(PIECES.size())));
      default -> holders.get(random.nextInt(holders.size())).deepCopy();
    };
  }

  private static final List<String> WORDS =
      List.of(
          "",
          "*",
          "No",
          "Aide",
          "valeur",
          "A1",
          "A1:B9",
          "Z9999999",
          "^$",
          "fiche",
          "transpose",
          "croise",
          "k$",
          "AAAA",
          "tiers",
          "2021-04-01",
          "1e999999999",
          "Projets!A1",
          "compte");

  private static void gather(JsonNode node, List<JsonNode> holders) {
    if (node.isContainerNode()) {
      holders.add(node);
      node.forEach(child -> gather(child, holders));
    }
  }
}
