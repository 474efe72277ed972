package org.verifqis.classeur.correspondance.proposition;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.verifqis.classeur.correspondance.Correspondance;
import org.verifqis.classeur.correspondance.CorrespondanceInvalide;
import org.verifqis.classeur.correspondance.LecteurProfil;
import org.verifqis.classeur.correspondance.YearForms;
import org.verifqis.donnees.DocumentYaml;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Normalisation;
import org.verifqis.modele.Onglet;

/** What confirmed profiles say of headers and words. */
public final class MemoireProfils {
  private static final int INITIALS = 2;
  private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

  /** A field that a profile reads under a header. */
  record Recall(String key, String profile, String agreement) {}

  /** A code that a profile takes a word for. */
  record Word(String code, String profile, String agreement) {}

  /** By the headers as profiles write them, the year standing in them as one of its forms. */
  private final Map<Onglet, Map<String, List<Recall>>> written = new HashMap<>();

  /** By the headers as they are compared. */
  private final Map<Onglet, Map<String, List<Recall>>> headers = new HashMap<>();

  private final Map<Onglet, Map<String, Map<String, List<Word>>>> words = new HashMap<>();
  private final List<CorrespondanceInvalide> unusable = new ArrayList<>();

  private MemoireProfils() {}

  /** One without any profile. */
  public static MemoireProfils vide() {
    return new MemoireProfils();
  }

  /**
   * The profiles of a folder; one that can't be used, or has yet to be confirmed, is left out and
   * told by {@link #inutilisables()}.
   *
   * @throws IOException if the folder can't be read
   */
  public static MemoireProfils lis(Path dossier, Gabarit gabarit) throws IOException {
    MemoireProfils memory = new MemoireProfils();
    List<Path> files;
    try (Stream<Path> all = Files.list(dossier)) {
      files =
          all.filter(f -> ENDINGS.stream().anyMatch(e -> f.getFileName().toString().endsWith(e)))
              .sorted()
              .toList();
    }
    LecteurProfil reader = new LecteurProfil(gabarit);
    for (Path file : files) {
      try {
        Correspondance profile = reader.lis(file).get(0);
        memory.add(profile, DocumentYaml.lis(Files.readString(file)).racine());
      } catch (CorrespondanceInvalide e) {
        memory.unusable.add(e);
      } catch (DocumentYaml.Illisible e) {
        throw new IllegalStateException(file + " was read before", e);
      }
    }
    return memory;
  }

  /**
   * What they say of a workbook of a year: what was last year's column then is this year's now.
   *
   * @param year null where it is not known: then nothing is said of headers that tell a year
   */
  MemoireProfils of(Exercice year) {
    MemoireProfils own = new MemoireProfils();
    own.words.putAll(words);
    written.forEach(
        (onglet, all) ->
            all.forEach(
                (text, recalls) -> {
                  if (year != null || YearForms.first(text) == null) {
                    String header = YearForms.in(text, year == null ? null : year.nom());
                    own.headers
                        .computeIfAbsent(onglet, o -> new HashMap<>())
                        .computeIfAbsent(Normalisation.normalise(header), t -> new ArrayList<>())
                        .addAll(recalls);
                  }
                }));
    return own;
  }

  /** Why profiles of the folder were left out. */
  public List<CorrespondanceInvalide> inutilisables() {
    return List.copyOf(unusable);
  }

  /** Takes up a profile that was read, told as the tree of its file. */
  public void add(Correspondance profile, JsonNode root) {
    for (JsonNode block : root.path("blocs")) {
      Onglet onglet = onglet(block.path("vers").asText());
      if (onglet != null) {
        block
            .path("colonnes")
            .properties()
            .forEach(e -> column(profile, onglet, e.getKey(), e.getValue(), year(root)));
      }
    }
  }

  /** The year of a profile; null where it tells none. */
  private static String year(JsonNode root) {
    return root.path("exercice").asText(null);
  }

  private static Onglet onglet(String name) {
    for (Onglet onglet : Onglet.values()) {
      if (Normalisation.normalise(onglet.nom()).equals(Normalisation.normalise(name))) {
        return onglet;
      }
    }
    return null;
  }

  private void column(
      Correspondance profile, Onglet onglet, String key, JsonNode spec, String year) {
    for (String header : plain(spec)) {
      String text = year == null ? header : header.replace(year, YearForms.YEAR);
      written
          .computeIfAbsent(onglet, o -> new LinkedHashMap<>())
          .computeIfAbsent(text, t -> new ArrayList<>())
          .add(new Recall(key, profile.nom(), profile.entente()));
    }
    for (String name : List.of("valeurs", "dictionnaire")) {
      spec.path(name)
          .properties()
          .forEach(
              w -> {
                String code = w.getValue().path("valeur").asText(w.getValue().asText());
                words
                    .computeIfAbsent(onglet, o -> new HashMap<>())
                    .computeIfAbsent(key, k -> new HashMap<>())
                    .computeIfAbsent(Normalisation.normalise(w.getKey()), k -> new ArrayList<>())
                    .add(new Word(code, profile.nom(), profile.entente()));
              });
    }
  }

  /** The headers of a column that is no more than what stands below them. */
  private static List<String> plain(JsonNode spec) {
    if (spec.isTextual()) {
      return List.of(spec.asText());
    }
    boolean whole = !spec.has("extraire") && !spec.has("si");
    JsonNode told = spec.has("etiquette") ? spec.get("etiquette") : spec.path("entete");
    if (!whole || told.isMissingNode()) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    if (told.isArray()) {
      told.forEach(t -> texts.add(t.asText()));
    } else {
      texts.add(told.asText());
    }
    return texts;
  }

  /**
   * What profiles say of a header; those of the same agreement first, the others after them.
   *
   * @param agreement whose workbook it is; null where that is not known
   */
  List<Recall> header(Onglet onglet, String key, String agreement) {
    List<Recall> all =
        new ArrayList<>(headers.getOrDefault(onglet, Map.of()).getOrDefault(key, List.of()));
    all.sort((a, b) -> Boolean.compare(isOwn(b, agreement), isOwn(a, agreement)));
    return all;
  }

  static boolean isOwn(Recall recall, String agreement) {
    return isOwn(recall.agreement(), agreement);
  }

  private static boolean isOwn(String theirs, String agreement) {
    return agreement != null && agreement.equals(theirs);
  }

  /**
   * The code that profiles take a word for; null where none does, or not all for the same. What a
   * word stands for is each office's own affair, unless two others agree; what one or two letters
   * do, always.
   *
   * @param agreement whose workbook it is; null where that is not known
   */
  Word word(Onglet onglet, String key, String word, String agreement) {
    List<Word> all =
        words
            .getOrDefault(onglet, Map.of())
            .getOrDefault(key, Map.of())
            .getOrDefault(Normalisation.normalise(word), List.of())
            .stream()
            .filter(w -> word.strip().length() > INITIALS || isOwn(w.agreement(), agreement))
            .toList();
    boolean same = all.stream().map(Word::code).distinct().count() == 1;
    boolean told =
        all.stream().anyMatch(w -> isOwn(w.agreement(), agreement))
            || all.stream().map(Word::profile).distinct().count() > 1;
    return same && told ? all.get(0) : null;
  }
}
