package org.verifqis.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.verifqis.classeur.Limites;
import org.verifqis.classeur.Source;
import org.verifqis.classeur.correspondance.Correspondance;
import org.verifqis.classeur.correspondance.GivenFacts;
import org.verifqis.classeur.correspondance.LecteurProfil;
import org.verifqis.classeur.correspondance.proposition.FirstSight;
import org.verifqis.classeur.correspondance.proposition.MemoireProfils;
import org.verifqis.classeur.correspondance.proposition.Proposeur;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Normalisation;
import org.verifqis.modele.proposition.Proposition;
import org.verifqis.modele.proposition.Proposition.Bloc;
import org.verifqis.modele.proposition.Proposition.Intitule;
import org.verifqis.modele.proposition.Proposition.Ligne;
import org.verifqis.modele.proposition.Proposition.Mot;

/**
 * Counts what {@code correspondance proposer} finds in workbooks of which a JSON tells what a
 * careful clerk would map (bench/correspondance tells how it is counted).
 */
public final class CorrespondanceBench {
  private static final Gabarit GABARIT = LecteurGabarit.charge();
  private static final double SURE = 0.9;
  private static final double PRECISION = 0.92;
  private static final double RECALL = 0.6;
  private static final double SURE_PRECISION = 0.98;

  /** What one workbook gave; sums of several are told alike. */
  private static final class Count {
    int wanted;
    int proposed;
    int right;
    int sure;
    int sureRight;
    int absent;
    int unannounced;
    int words;
    int wrongWords;

    void add(Count other) {
      wanted += other.wanted;
      proposed += other.proposed;
      right += other.right;
      sure += other.sure;
      sureRight += other.sureRight;
      absent += other.absent;
      unannounced += other.unannounced;
      words += other.words;
      wrongWords += other.wrongWords;
    }

    String row(String name) {
      return String.format(
          Locale.ROOT,
          "| %s | %d | %d | %d | %s | %s | %d | %s | %d/%d | %d/%d |",
          name,
          wanted,
          proposed,
          right,
          share(right, proposed),
          share(right, wanted),
          sure,
          share(sureRight, sure),
          absent - unannounced,
          absent,
          wrongWords,
          words);
    }

    private static String share(int part, int all) {
      return all == 0 ? "–" : String.format(Locale.ROOT, "%.3f", (double) part / all);
    }
  }

  /** A header of theirs taken for a field of ours. */
  private record Link(String sheet, String header, String cell, String field) {
    boolean is(Link other) {
      boolean cells = cell == null || other.cell == null || cell.equals(other.cell);
      // Of several storeys, one is the header as well as all of them.
      boolean headers = header.equals(other.header);
      boolean storeys = header.contains(other.header) || other.header.contains(header);
      return sheet.equals(other.sheet)
          && (headers || storeys && cell != null && cell.equals(other.cell))
          && field.equals(other.field)
          && cells;
    }
  }

  private record Told(Path file, JsonNode json) {
    Path workbook() {
      return file.resolveSibling(json.get("classeur").asText());
    }
  }

  /** Which workbooks count as never met while one is proposed. */
  private enum Sight {
    TODAY("Aujourd’hui"),
    FIRST("À première vue, sans les mots de ce seul classeur"),
    OF_AUTHOR("D’un auteur inconnu, sans les mots d’aucun de ses classeurs");

    private final String title;

    Sight(String title) {
      this.title = title;
    }

    boolean isUnmet(Told one, Told other) {
      return this == OF_AUTHOR ? author(one).equals(author(other)) : this == FIRST && one == other;
    }

    /** Fixtures begin with a letter for each author; those of a folder without it are of one. */
    private static String author(Told told) {
      String name = told.file().getFileName().toString();
      return Character.isLetter(name.charAt(0))
          ? name.substring(0, 1)
          : told.file().getParent().toString();
    }
  }

  private CorrespondanceBench() {}

  /**
   * Prints the tables; ends with 1 where a bar is missed.
   *
   * @param arguments the folders of workbooks and JSON; then, if wanted, {@code --sans-memoire},
   *     {@code --par-auteur}, {@code --details}, and {@code --lecture} with a large workbook of the
   *     template
   */
  public static void main(String[] arguments) throws IOException {
    List<String> options = List.of(arguments);
    List<Told> all = new ArrayList<>();
    for (String folder : options.stream().takeWhile(o -> !o.startsWith("--")).toList()) {
      all.addAll(told(Path.of(folder)));
    }
    boolean met = proposals(all, options, Sight.TODAY) & proposals(all, options, Sight.FIRST);
    if (options.contains("--par-auteur")) {
      met &= proposals(all, options, Sight.OF_AUTHOR);
    }
    met &= facts(all);
    int reading = options.indexOf("--lecture");
    if (reading > 0) {
      met &= ReadingRatio.print(Path.of(options.get(reading + 1)));
    }
    System.exit(met ? 0 : 1);
  }

  private static boolean proposals(List<Told> all, List<String> options, Sight sight) {
    boolean details = options.contains("--details");
    System.out.println("\n### " + sight.title + "\n");
    boolean alone = options.contains("--sans-memoire");
    System.out.println(
        "| classeur | à trouver | proposées | justes | précision | rappel | sûres | précision des"
            + " sûres | absents annoncés | mots faux |");
    System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    Count sum = new Count();
    List<Count> each = new ArrayList<>();
    for (Told one : all) {
      List<Told> own = all.stream().filter(o -> sight.isUnmet(one, o)).toList();
      List<Told> others = all.stream().filter(o -> !own.contains(o)).toList();
      MemoireProfils memory =
          alone ? MemoireProfils.vide() : memory(one, own.isEmpty() ? all : others);
      Proposeur proposer =
          own.isEmpty()
              ? new Proposeur(GABARIT, Limites.parDefaut(), memory)
              : FirstSight.proposer(GABARIT, memory, json(own), json(others));
      Proposition proposed = proposer.propose(Source.de(one.workbook()), null);
      Count count = count(proposed, one.json(), details);
      System.out.println(count.row(one.file().getFileName().toString().replace(".json", "")));
      sum.add(count);
      each.add(count);
    }
    System.out.println(sum.row("**ensemble**"));
    double precision =
        each.stream()
            .filter(c -> c.proposed > 0)
            .mapToDouble(c -> (double) c.right / c.proposed)
            .average()
            .orElse(0);
    double recall = each.stream().mapToDouble(c -> (double) c.right / c.wanted).average().orElse(0);
    System.out.printf(
        Locale.ROOT,
        "%nMoyenne des classeurs : précision %.3f, rappel %.3f%n%n",
        precision,
        recall);
    return bar("précision", (double) sum.right / sum.proposed, PRECISION)
        & bar("rappel", (double) sum.right / sum.wanted, RECALL)
        & bar("précision des sûres", (double) sum.sureRight / sum.sure, SURE_PRECISION)
        & bar("absents annoncés", 1 - (double) sum.unannounced / Math.max(1, sum.absent), 1)
        & bar("mots justes", 1 - (double) sum.wrongWords / Math.max(1, sum.words), 1);
  }

  private static List<JsonNode> json(List<Told> all) {
    return all.stream().map(Told::json).toList();
  }

  static boolean bar(String name, double value, double least) {
    boolean met = value >= least;
    System.out.printf(
        Locale.ROOT, "%s : %.3f (barre : %.2f) %s%n", name, value, least, met ? "ok" : "MANQUÉE");
    return met;
  }

  /** Whether the true profiles read all facts exactly. */
  private static boolean facts(List<Told> all) throws IOException {
    int exact = 0;
    for (Told one : all) {
      try {
        GivenFacts.check(one.file().getParent(), one.file());
        exact++;
      } catch (AssertionError e) {
        System.out.println("faits inexacts : " + one.file().getFileName());
      }
    }
    return bar("faits exacts par les vrais profils", (double) exact / all.size(), 1);
  }

  private static List<Told> told(Path folder) throws IOException {
    List<Told> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        all.add(new Told(file, new ObjectMapper().readTree(Files.readString(file))));
      }
    }
    return all;
  }

  /** The profiles of the others, and of those none that declares the same agreement. */
  private static MemoireProfils memory(Told own, List<Told> all) {
    MemoireProfils memory = MemoireProfils.vide();
    LecteurProfil reader = new LecteurProfil(GABARIT);
    String agreement = agreement(own.json());
    for (Told other : all) {
      boolean same = agreement != null && agreement.equals(agreement(other.json()));
      if (other != own && !same) {
        JsonNode profile = other.json().get("profil");
        Correspondance read = reader.lis("profil", "profil.json", profile.toString());
        memory.add(read, profile);
      }
    }
    return memory;
  }

  private static String agreement(JsonNode told) {
    return told.path("profil")
        .path("constantes")
        .path("Identification")
        .path("codeEntente")
        .asText(null);
  }

  private static Count count(Proposition proposed, JsonNode told, boolean details) {
    Set<Link> wanted = new LinkedHashSet<>();
    told.get("correspondances")
        .forEach(
            c ->
                wanted.add(
                    new Link(
                        c.get("feuille").asText(),
                        Normalisation.normalise(c.get("entete").asText()),
                        c.path("cellule").asText(null),
                        c.get("vers").asText())));
    Map<Link, Double> links = new LinkedHashMap<>();
    Count count = new Count();
    Set<String> announced = new LinkedHashSet<>();
    proposed.manques().forEach(m -> announced.add(m.onglet().nom() + "." + m.champ().cle()));
    proposed.questions().forEach(q -> announced.add(q.onglet().nom() + "." + q.champ().cle()));
    proposed.constantes().forEach(c -> announced.add(c.onglet().nom() + "." + c.champ().cle()));
    for (Bloc block : proposed.blocs()) {
      for (Ligne line : block.lignes()) {
        String field = block.onglet().nom() + "." + line.champ().cle();
        List<Link> all = line.intitules().stream().map(t -> link(t, field)).toList();
        all.stream()
            .filter(l -> !isAgain(l, all, wanted))
            .forEach(l -> links.put(l, line.confiance()));
        words(line, field, told, count, details);
      }
    }
    count.wanted = wanted.size();
    links.forEach(
        (link, confidence) -> {
          boolean right = wanted.stream().anyMatch(w -> w.is(link));
          count.proposed++;
          count.right += right ? 1 : 0;
          count.sure += confidence >= SURE ? 1 : 0;
          count.sureRight += right && confidence >= SURE ? 1 : 0;
          if (details && !right) {
            System.out.println("  FAUX " + link + " " + confidence);
          }
        });
    if (details) {
      wanted.stream()
          .filter(w -> links.keySet().stream().noneMatch(w::is))
          .forEach(w -> System.out.println("  MANQUE " + w));
      proposed
          .questions()
          .forEach(q -> System.out.println("  QUESTION " + q.champ().cle() + q.candidats()));
    }
    told.get("absents_requis")
        .properties()
        .forEach(
            sheet ->
                sheet
                    .getValue()
                    .forEach(
                        key -> {
                          count.absent++;
                          boolean said = announced.contains(sheet.getKey() + "." + key.asText());
                          count.unannounced += said ? 0 : 1;
                          if (details && !said) {
                            System.out.println("  TU " + sheet.getKey() + "." + key.asText());
                          }
                        }));
    return count;
  }

  /**
   * Whether a header is one of several sheets alike of which the JSON tells another for all of
   * them, and nothing of this one: the same association once more.
   */
  private static boolean isAgain(Link link, List<Link> line, Set<Link> wanted) {
    boolean told = wanted.stream().anyMatch(w -> w.sheet().equals(link.sheet()));
    return !told
        && line.stream()
            .filter(l -> l.header().equals(link.header()))
            .anyMatch(l -> wanted.stream().anyMatch(w -> w.sheet().equals(l.sheet())));
  }

  private static Link link(Intitule title, String field) {
    String header = title.texte();
    return new Link(
        title.lieu().feuille(), Normalisation.normalise(header), title.lieu().cellule(), field);
  }

  private static void words(Ligne line, String field, JsonNode told, Count count, boolean details) {
    for (Mot word : line.mots()) {
      if (word.code() == null) {
        continue;
      }
      count.words++;
      boolean right = false;
      for (JsonNode value : told.get("valeurs")) {
        right |=
            value.get("vers").asText().equals(field)
                && Normalisation.normalise(value.get("valeur").asText())
                    .equals(Normalisation.normalise(word.mot()))
                && value.get("code").asText().equals(word.code());
      }
      count.wrongWords += right ? 0 : 1;
      if (details && !right) {
        System.out.println("  MOT FAUX " + field + " " + word);
      }
    }
  }
}
