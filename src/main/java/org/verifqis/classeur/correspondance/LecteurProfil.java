package org.verifqis.classeur.correspondance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.verifqis.classeur.NumberText;
import org.verifqis.classeur.ValueParser;
import org.verifqis.classeur.correspondance.CorrespondanceInvalide.Defaut;
import org.verifqis.classeur.correspondance.CorrespondanceInvalide.Motif;
import org.verifqis.donnees.DocumentYaml;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Normalisation;
import org.verifqis.modele.Onglet;

/** Reads correspondances, and says in which line something is wrong. */
public final class LecteurProfil {
  private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");
  private static final String EVERYTHING = "*";

  /** The longest one that is known has 40 KB. */
  private static final int LONGEST = 1 << 20;

  private final Gabarit gabarit;
  private final ValueParser parser;
  private final boolean toTry;

  /** A reader of profiles that lead to a template; what has yet to be confirmed is a fault. */
  public LecteurProfil(Gabarit gabarit) {
    this(gabarit, false);
  }

  private LecteurProfil(Gabarit gabarit, boolean toTry) {
    this.gabarit = gabarit;
    this.parser = new ValueParser(gabarit);
    this.toTry = toTry;
  }

  /**
   * One that takes what has yet to be confirmed as it is: to try a profile, never to judge by it.
   */
  public static LecteurProfil aEssayer(Gabarit gabarit) {
    return new LecteurProfil(gabarit, true);
  }

  /**
   * Reads a file, or all those of a folder.
   *
   * @throws CorrespondanceInvalide if one can't be used
   */
  public List<Correspondance> lis(Path chemin) {
    if (!Files.isDirectory(chemin)) {
      return List.of(fichier(chemin));
    }
    try (Stream<Path> files = Files.list(chemin)) {
      List<Path> profiles =
          files
              .filter(f -> ENDINGS.stream().anyMatch(e -> f.getFileName().toString().endsWith(e)))
              .sorted()
              .toList();
      if (profiles.isEmpty()) {
        throw invalid(chemin, 0, Motif.AUCUNE);
      }
      return profiles.stream().map(this::fichier).toList();
    } catch (IOException e) {
      throw invalid(chemin, 0, Motif.INACCESSIBLE);
    }
  }

  private Correspondance fichier(Path file) {
    try {
      return lis(file.toString(), file.getFileName().toString(), Files.readString(file));
    } catch (CharacterCodingException e) {
      throw invalid(file, 0, Motif.ILLISIBLE);
    } catch (IOException e) {
      throw invalid(file, 0, Motif.INACCESSIBLE);
    }
  }

  private static CorrespondanceInvalide invalid(Path file, int line, Motif why) {
    return new CorrespondanceInvalide(file.toString(), List.of(new Defaut(line, why, List.of())));
  }

  /** Reads a file that somebody sent: what is not UTF-8, or is endless, is no profile. */
  public Correspondance lis(String nom, byte[] octets) {
    try {
      if (octets.length > LONGEST) {
        throw new CharacterCodingException();
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
      return lis(nom, nom, text);
    } catch (CharacterCodingException e) {
      throw new CorrespondanceInvalide(nom, List.of(new Defaut(0, Motif.ILLISIBLE, List.of())));
    }
  }

  /**
   * Reads a text.
   *
   * @param chemin where it lies, by which faults are told
   * @param nom the name of the file
   */
  public Correspondance lis(String chemin, String nom, String texte) {
    DocumentYaml document;
    try {
      document = DocumentYaml.lis(texte);
    } catch (DocumentYaml.Illisible e) {
      throw new CorrespondanceInvalide(
          chemin, List.of(new Defaut(e.ligne(), Motif.ILLISIBLE, List.of())));
    }
    List<Defaut> faults = new ArrayList<>();
    document
        .ecarts(LecteurProfil.class.getResourceAsStream("correspondance.schema.json"))
        .forEach(
            f -> faults.add(new Defaut(f.ligne(), Motif.valueOf(f.genre().name()), f.details())));
    if (!toTry) {
      unconfirmed(document, document.racine(), "", faults);
    }
    finish(chemin, faults);
    Correspondance read = new Parsing(document, faults).profile(nom, DigestUtils.sha256Hex(texte));
    finish(chemin, faults);
    return read;
  }

  private static void finish(String file, List<Defaut> faults) {
    if (!faults.isEmpty()) {
      Set<Defaut> once = new LinkedHashSet<>(faults);
      throw new CorrespondanceInvalide(
          file,
          once.stream()
              .sorted(Comparator.comparingInt(Defaut::ligne).thenComparing(Defaut::motif))
              .toList());
    }
  }

  /** What a person has yet to confirm is never applied. */
  private static void unconfirmed(
      DocumentYaml document, JsonNode node, String path, List<Defaut> faults) {
    if (node.path("aConfirmer").asBoolean(false)) {
      String name = node.path("vers").asText(node.path("nom").asText(""));
      String what = name.isEmpty() ? path.substring(path.lastIndexOf('/') + 1) : name;
      faults.add(
          new Defaut(document.ligne(path + "/aConfirmer"), Motif.A_CONFIRMER, List.of(what)));
    }
    if (node.isObject()) {
      node.properties()
          .forEach(
              e ->
                  unconfirmed(
                      document, e.getValue(), path + "/" + SpecParser.escape(e.getKey()), faults));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        unconfirmed(document, node.get(i), path + "/" + i, faults);
      }
    }
  }

  /** The parsing of one file. */
  private final class Parsing {
    private final DocumentYaml document;
    private final List<Defaut> faults;
    private final JsonNode root;
    private final SpecParser specs;
    private final ProfileChecks checks;

    Parsing(DocumentYaml document, List<Defaut> faults) {
      this.document = document;
      this.faults = faults;
      this.root = document.racine();
      this.specs = new SpecParser(document, faults);
      this.checks = new ProfileChecks(specs, parser);
    }

    Correspondance profile(String file, String hash) {
      String template = root.path("gabarit").asText("");
      if (!template.isEmpty() && !isKnown(template)) {
        fault("/gabarit", Motif.GABARIT, template);
      }
      checks.year();
      Map<String, TableSpec> tables = new LinkedHashMap<>();
      root.path("tables")
          .properties()
          .forEach(
              e -> {
                String path = "/tables/" + SpecParser.escape(e.getKey());
                tables.put(e.getKey(), specs.table(e.getValue(), path));
              });
      List<BlockSpec> blocks = new ArrayList<>();
      for (int i = 0; i < root.path("blocs").size(); i++) {
        block(root.path("blocs").get(i), "/blocs/" + i).ifPresent(blocks::add);
      }
      specs
          .tablesUsed()
          .forEach(
              (path, table) -> {
                if (!tables.containsKey(table)) {
                  fault(path, Motif.TABLE, table);
                }
              });
      Set<String> ignored = new HashSet<>();
      root.path("ignorer").forEach(i -> ignored.add(Headers.key(specs.text(i))));
      return new Correspondance(
          root.path("nom").asText(file),
          file,
          hash,
          specs.year(),
          constants(),
          tables,
          blocks,
          absent(),
          ignored);
    }

    /** Whether it is a version of the template, up to that which is led to. */
    private boolean isKnown(String version) {
      BigDecimal told = NumberText.amount(version);
      return told != null
          && told.signum() > 0
          && told.compareTo(new BigDecimal(gabarit.version())) <= 0;
    }

    private void fault(String path, Motif why, String... details) {
      faults.add(new Defaut(document.ligne(path), why, List.of(details)));
    }

    private Optional<FeuilleVoulue> sheet(String name, String path) {
      Optional<FeuilleVoulue> own =
          gabarit.feuilles().stream()
              .filter(f -> Normalisation.normalise(f.nom()).equals(Normalisation.normalise(name)))
              .findFirst();
      if (own.isEmpty()) {
        List<String> all = gabarit.feuilles().stream().map(FeuilleVoulue::nom).toList();
        fault(path, Motif.FEUILLE, name, String.join(", ", all));
      }
      return own;
    }

    private Optional<Champ> field(FeuilleVoulue sheet, String key, String path) {
      Optional<Champ> own = Optional.ofNullable(sheet.champ(key));
      if (own.isEmpty()) {
        fault(path, Motif.CHAMP, key, sheet.nom());
      }
      return own;
    }

    private Optional<BlockSpec> block(JsonNode node, String path) {
      Optional<FeuilleVoulue> sheet = sheet(node.path("vers").asText(), path + "/vers");
      ProfileChecks.Where where = ProfileChecks.Where.of(node.path("genre").asText());
      Map<String, ColumnSpec> columns = new LinkedHashMap<>();
      node.path("colonnes")
          .properties()
          .forEach(
              e -> {
                String own = path + "/colonnes/" + SpecParser.escape(e.getKey());
                sheet
                    .flatMap(s -> field(s, e.getKey(), own))
                    .ifPresent(
                        champ -> {
                          columns.put(e.getKey(), specs.column(e.getValue(), own));
                          checks.column(e.getValue(), champ, where, own);
                        });
              });
      TableSpec table = specs.table(node, path);
      List<String> groupBy = specs.texts(node.path("regrouper"));
      TextPattern unpivot =
          node.has("depivoter") ? specs.pattern(node.get("depivoter"), path + "/depivoter") : null;
      if (unpivot == null && node.path("genre").asText().equals("croise")) {
        fault(path + "/genre", Motif.MANQUANTE, "depivoter");
      }
      checks.block(node, where, path);
      String genre = node.path("genre").asText("tableau");
      if (!genre.equals("formulaire") && sheet.isPresent() && !sheet.get().tableau()) {
        // It has no records, so none can be made of rows.
        fault(path + "/vers", Motif.SANS_EFFET, "genre: " + genre, "FICHES");
      }
      String kind = genre.toUpperCase(Locale.ROOT);
      return sheet.map(
          s ->
              new BlockSpec(
                  Onglet.de(s.nom()),
                  BlockSpec.Kind.valueOf(kind),
                  table,
                  groupBy,
                  unpivot,
                  columns));
    }

    private Map<Onglet, Map<String, Object>> constants() {
      Map<Onglet, Map<String, Object>> constants = new LinkedHashMap<>();
      if (root.has("gabarit")) {
        // What leads to a version of the template is read as that version.
        constants
            .computeIfAbsent(Onglet.IDENTIFICATION, o -> new LinkedHashMap<>())
            .put("versionGabarit", root.get("gabarit").asText());
      }
      root.path("constantes")
          .properties()
          .forEach(
              e -> {
                String path = "/constantes/" + SpecParser.escape(e.getKey());
                sheet(e.getKey(), path)
                    .ifPresent(
                        sheet ->
                            e.getValue()
                                .properties()
                                .forEach(
                                    v -> {
                                      String own = path + "/" + SpecParser.escape(v.getKey());
                                      field(sheet, v.getKey(), own)
                                          .ifPresent(
                                              c -> {
                                                checks.value(v.getValue(), c, own);
                                                constants
                                                    .computeIfAbsent(
                                                        Onglet.de(sheet.nom()),
                                                        o -> new LinkedHashMap<>())
                                                    .put(c.cle(), specs.value(v.getValue()));
                                              });
                                    }));
              });
      return constants;
    }

    private Map<Onglet, Set<String>> absent() {
      Map<Onglet, Set<String>> absent = new LinkedHashMap<>();
      root.path("absents")
          .properties()
          .forEach(
              e -> {
                String path = "/absents/" + SpecParser.escape(e.getKey());
                sheet(e.getKey(), path)
                    .ifPresent(
                        sheet -> {
                          Set<String> keys = new LinkedHashSet<>();
                          JsonNode told = e.getValue().path("cles");
                          JsonNode own = told.isMissingNode() ? e.getValue() : told;
                          for (String key : specs.texts(own)) {
                            if (key.equals(EVERYTHING)) {
                              sheet.champs().forEach(c -> keys.add(c.cle()));
                            } else {
                              field(sheet, key, path).ifPresent(c -> keys.add(c.cle()));
                            }
                          }
                          absent.put(Onglet.de(sheet.nom()), keys);
                        });
              });
      return absent;
    }
  }
}
