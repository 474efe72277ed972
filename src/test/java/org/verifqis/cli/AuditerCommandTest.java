package org.verifqis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.audit.PetiteReddition;
import org.verifqis.rapport.RedacteurJson;

class AuditerCommandTest {
  @TempDir private Path temp;

  private Path folder() throws IOException {
    Path folder = temp.resolve("redditions");
    PetiteReddition.de("ALL-14", 2019).ecris(folder.resolve("2019/lanaudiere.xlsx"));
    PetiteReddition.de("ALL-14", 2020)
        .avec("soldeOuverture", "90,00")
        .ecris(folder.resolve("2020/lanaudiere.xlsx"));
    PetiteReddition.de("ALL-13", 2020).ecris(folder.resolve("2020/laval.xlsx"));
    PetiteReddition.de("ALL-13", 2020)
        .avec("dateDepot", "2021-06-20")
        .ecris(folder.resolve("2020/laval-2.xlsx"));
    Files.writeString(folder.resolve("2020/brise.xlsx"), "PK?");
    return folder;
  }

  private static JsonNode json(String report) throws IOException {
    JsonNode json = JsonMapper.builder().build().readTree(report);
    assertThat(
            JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(RedacteurJson.class.getResourceAsStream("rapport.schema.json"))
                .validate(json))
        .isEmpty();
    return json;
  }

  private static JsonNode rule(JsonNode reddition, String id) {
    for (JsonNode rule : reddition.get("regles")) {
      if (rule.get("id").asText().equals(id)) {
        return rule;
      }
    }
    throw new AssertionError(id);
  }

  private static List<String> texts(JsonNode array, String key) {
    List<String> texts = new ArrayList<>();
    array.forEach(element -> texts.add(element.get(key).asText()));
    return texts;
  }

  @Test
  void judgesEachAndAllTogether() throws IOException {
    Run run = Run.of("auditer", folder(), "--date", "2022-09-01", "--format", "json");
    assertThat(run.status()).isEqualTo(3);
    JsonNode report = json(run.out());
    assertThat(report.at("/erreurs/0/fichier").asText()).isEqualTo("2020/brise.xlsx");
    assertThat(report.get("redditions")).hasSize(4);
    JsonNode lanaudiere = report.at("/redditions/1");
    assertThat(rule(lanaudiere, "INT-02").get("statut").asText()).isEqualTo("ENFREINTE");
    assertThat(texts(lanaudiere.get("constats"), "regle")).contains("INT-02");
    assertThat(rule(report.at("/redditions/2"), "INT-06").get("statut").asText())
        .isEqualTo("ENFREINTE");

    JsonNode audit = report.get("audit");
    assertThat(audit.get("date").asText()).isEqualTo("2022-09-01");
    assertThat(audit.get("exercices"))
        .extracting(JsonNode::asText)
        .containsExactly("2019-2020", "2020-2021");
    assertThat(texts(audit.get("ecartes"), "fichier")).containsExactly("laval.xlsx");
    assertThat(texts(audit.get("constats"), "regle")).contains("INT-01", "INT-06");
    assertThat(texts(audit.get("constats"), "entente")).contains("ALL-13").doesNotContain("ALL-14");
  }

  @Test
  void oneOrSeveralWorkersSayTheSame() throws IOException {
    Path folder = folder();
    String one = Run.of("audit", folder, "--format", "json", "--workers", 1).out();
    assertThat(Run.of("audit", folder, "--format", "json", "--workers", 3).out()).isEqualTo(one);
  }

  @Test
  void writesItsReportsIntoAFolder() throws IOException {
    Path output = temp.resolve("audit");
    Run run = Run.of("auditer", folder(), "-o", output, "--lang", "en");
    assertThat(run.out()).contains("Audit of July 2, 2022");
    assertThat(run.err()).contains("Share of time");
    json(Files.readString(output.resolve("audit.json")));
    String dashboard = Files.readString(output.resolve("audit.html"));
    assertThat(dashboard).contains("Missing", "Commonest findings").doesNotContain("<script");
    Matcher links = Pattern.compile("href=\"(redditions/[^\"]+)\"").matcher(dashboard);
    List<String> pages = links.results().map(m -> m.group(1)).toList();
    assertThat(pages)
        .as("three in the table, and the one that another file replaces")
        .hasSize(4)
        .doesNotHaveDuplicates()
        .allMatch(page -> Files.exists(output.resolve(page)));
    assertThat(Files.readString(output.resolve("audit.csv"), StandardCharsets.UTF_8))
        .contains("INT-01")
        .contains("INT-06");
  }

  @Test
  void theDashboardDrawsVerdictsAndLevelsOverTheYears() throws IOException {
    String[] pages = new String[2];
    Path folder = folder();
    for (int i = 0; i < pages.length; i++) {
      Path output = temp.resolve("dessin" + i);
      Run.of("auditer", folder, "-o", output, "--date", "2021-09-01", "--format", "html");
      pages[i] = Files.readString(output.resolve("audit.html"));
    }
    assertThat(pages[1]).isEqualTo(pages[0]);
    List<String> charts =
        Pattern.compile("(?s)<svg.*?</svg\\s*>")
            .matcher(pages[0])
            .results()
            .map(MatchResult::group)
            .toList();
    assertThat(charts).hasSize(2).allMatch(c -> c.contains("role=\"img\""));
    assertThat(charts.get(0))
        .contains("aria-label=\"Nombre d’ententes", ">2020-2021<", ">Manquante<");
    assertThat(charts.get(1)).contains(">Non documentée<");
    List<String> ids =
        Pattern.compile(" id=\"([^\"]+)\"")
            .matcher(pages[0])
            .results()
            .map(m -> m.group(1))
            .toList();
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void theDashboardLinksToWhatHasNoPlaceInItsTable() throws IOException {
    Path folder = folder();
    PetiteReddition.de("ALL-15", 2020)
        .avec("codeEntente", "ALL-99")
        .ecris(folder.resolve("perdue.xlsx"));
    Path output = temp.resolve("hors");
    Run.of("auditer", folder, "-o", output, "--exercices", "2020-2021", "--date", "2021-09-01");
    String dashboard = Files.readString(output.resolve("audit.html"));
    assertThat(dashboard.substring(dashboard.indexOf("id=\"hors\""), dashboard.indexOf("id=\"man")))
        .containsPattern("(?s)perdue.xlsx</th>.*entente inconnue.*2020-2021.*>Irrecevable</a>")
        .contains("laval-2.xlsx", "L’exercice n’est pas de ceux de cet audit");
  }

  @Test
  void anEmptyFolderIsNotTakenForOneWhereNothingIsMissing() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("vide"));
    Run.of("auditer", folder, "-o", temp.resolve("rien"), "--date", "2021-09-01");
    assertThat(Files.readString(temp.resolve("rien/audit.html")))
        .contains("Rien n’a été cherché")
        .doesNotContain("Aucune reddition attendue ne manque");
  }

  @Test
  void theDashboardTellsWhatWasFiledLate() throws IOException {
    Path folder = temp.resolve("tard");
    PetiteReddition.de("ALL-14", 2020).ecris(folder.resolve("a.xlsx"));
    PetiteReddition.de("ALL-13", 2020)
        .avec("dateDepot", "2021-07-20")
        .ecris(folder.resolve("b.xlsx"));
    Run.of("auditer", folder, "-o", temp.resolve("sortie"), "--date", "2021-09-01");
    assertThat(Files.readString(temp.resolve("sortie/audit.html")))
        .containsPattern(
            "(?s)en retard</h3>.*1 reddition<.*Laval \\(ALL-13\\), 2020-2021</a> – La reddition"
                + " est déposée le 20 juillet 2021");
  }

  @Test
  void saysWhatIsWrongWithTheCommand() throws IOException {
    Path folder = folder();
    assertThat(Run.of("auditer", temp.resolve("nulle-part")).status()).isEqualTo(2);
    assertThat(Run.of("auditer", folder, "--date", "hier").err()).contains("hier");
    assertThat(Run.of("auditer", folder, "--exercices", "2020-2022").err()).contains("2020-2022");
    assertThat(Run.of("auditer", folder, "--workers", "0").status()).isEqualTo(2);
    assertThat(Run.of("auditer", folder, "--delai", "0").status()).isEqualTo(2);
  }

  @Test
  void aFileThatCannotBeReadIsFiledAndNotMissing() throws IOException {
    Path folder = folder();
    Files.writeString(folder.resolve("ALL-13 2019-20.xls"), "?");
    Files.createDirectory(folder.resolve("2020-2021"));
    Files.writeString(folder.resolve("2020-2021/Saguenay_Lac-Saint-Jean.xlsx"), "?");
    Path output = temp.resolve("illisibles");
    Run run = Run.of("auditer", folder, "-o", output, "--date", "2022-09-01");

    JsonNode audit = json(Files.readString(output.resolve("audit.json"))).get("audit");
    assertThat(missing(audit, "ALL-13", "2019-2020").get("fichiersIllisibles"))
        .extracting(JsonNode::asText)
        .containsExactly("ALL-13 2019-20.xls");
    assertThat(missing(audit, "ALL-02", "2020-2021").at("/fichiersIllisibles/0").asText())
        .isEqualTo("2020-2021/Saguenay_Lac-Saint-Jean.xlsx");
    assertThat(missing(audit, "ALL-02", "2019-2020").has("fichiersIllisibles")).isFalse();

    String dashboard = Files.readString(output.resolve("audit.html"));
    assertThat(dashboard.split(">Déposée, illisible</a>", -1)).hasSize(3);
    assertThat(dashboard)
        .contains("semble être cette reddition, d’après son nom\u00A0: ALL-13 2019-20.xls.")
        .contains("l’une des redditions manquantes\u00A0: 2020/brise.xlsx.");
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains(
            "d’après son nom\u00A0: ALL-13 2019-20.xls.", "manquantes\u00A0: 2020/brise.xlsx.");

    List<String> table = Files.readAllLines(output.resolve("audit.csv"));
    assertThat(table)
        .filteredOn(row -> row.startsWith("ALL-13 2019-20.xls;Laval (ALL-13);2019-2020;;INT-01;"))
        .singleElement()
        .asString()
        .contains("Ne la redemandez pas");
    assertThat(table)
        .filteredOn(row -> row.contains("(ALL-09);2019-2020;;INT-01;"))
        .singleElement()
        .asString()
        .contains("manquantes\u00A0: 2020/brise.xlsx.", "demandez-la");
  }

  private static JsonNode missing(JsonNode audit, String agreement, String year) {
    for (JsonNode finding : audit.get("constats")) {
      if (finding.get("regle").asText().equals("INT-01")
          && finding.get("entente").asText().equals(agreement)
          && finding.get("exercice").asText().equals(year)) {
        return finding;
      }
    }
    throw new AssertionError(agreement + " " + year);
  }

  @Test
  void breachesMayLeaveTheExitStatusAloneButNotWhatIsNotRead() throws IOException {
    Path folder = temp.resolve("etat");
    PetiteReddition.de("ALL-14", 2020).ecris(folder.resolve("a.xlsx"));
    assertThat(Run.of("auditer", folder).status()).isEqualTo(1);
    assertThat(Run.of("auditer", folder, "--etat-zero").status()).isZero();
    assertThat(Run.of("check", folder, "--exit-zero", "--strict").status()).isZero();
    Files.writeString(folder.resolve("b.xlsx"), "?");
    assertThat(Run.of("auditer", folder, "--etat-zero").status()).isEqualTo(3);
    assertThat(Run.of("verifier", folder, "--etat-zero").status()).isEqualTo(3);
  }

  @Test
  void anEmptyFolderIsAFileThatCouldNotBeReadForEveryCommand() throws IOException {
    Path empty = Files.createDirectory(temp.resolve("vide"));
    Run run = Run.of("auditer", empty, "--format", "json");
    assertThat(run.status()).isEqualTo(3);
    JsonNode report = json(run.out());
    assertThat(report.at("/audit/constats")).isEmpty();
    assertThat(report.at("/erreurs/0/motif").asText()).isEqualTo("DOSSIER");
    assertThat(report.at("/erreurs/0/fichier").asText()).isEqualTo(empty.toString());
    assertThat(Run.of("auditer", empty, "--etat-zero").out()).contains("aucun classeur n’a été lu");
    Run counted = Run.of("statistics", empty, "--year", "2021-2022", "--lang", "en");
    assertThat(counted.status()).isEqualTo(3);
    assertThat(counted.out()).contains("no workbook was read");
    for (Run other :
        List.of(
            Run.of("annoter", empty, "-o", temp.resolve("vide.xlsx")),
            Run.of("expliquer", "VER-01", empty),
            Run.of("verifier", folder(), empty),
            Run.of("simuler", empty, "--edition", "2024-2029"))) {
      assertThat(other.status()).isEqualTo(3);
      assertThat(other.out() + other.err()).contains("aucun classeur n’a été lu");
    }
  }

  @Test
  void manyMissingRedditionsAreToldTogetherAtATerminal() throws IOException {
    Path folder = temp.resolve("peu");
    PetiteReddition.de("ALL-14", 2019).ecris(folder.resolve("a.xlsx"));
    PetiteReddition.de("ALL-14", 2020).ecris(folder.resolve("b.xlsx"));
    PetiteReddition.de("ALL-13", 2020).ecris(folder.resolve("c.xlsx"));
    Files.writeString(folder.resolve("ALL-12 2020-2021.xls"), "?");
    String out = Run.of("auditer", folder, "--date", "2022-09-01").out().replace('\u00A0', ' ');
    assertThat(out)
        .contains(
            "INT-01  38 redditions manquent :",
            "\n  2019-2020 : Chaudière-Appalaches (ALL-12), Laval (ALL-13)\n")
        .contains("2019-2020 à 2020-2021 : Bas-Saint-Laurent (ALL-01), ")
        .containsPattern("INT-01  Entente Chaudière-Appalaches(?s:.{0,300})ALL-12 2020-2021.xls");
    assertThat(out.lines().filter(line -> line.contains("INT-01"))).hasSize(2);

    Path output = temp.resolve("tableau");
    Run.of("auditer", folder, "-o", output, "--date", "2020-06-01");
    Run.of("auditer", folder, "-o", output, "--date", "2022-09-01");
    String page = Files.readString(output.resolve("audit.html")).replace('\u00A0', ' ');
    assertThat(page.replace("&nbsp;", " "))
        .contains("<li>Nouveau : INT-01  38 redditions manquent :\n")
        .contains("<li>2019-2020 : Chaudière-Appalaches (ALL-12), Laval (ALL-13)</li>")
        .doesNotContain("<span class=\"id\">INT-01</span> Entente Bas-Saint-Laurent");
  }
}
