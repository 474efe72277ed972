package org.verifqis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.fixtures.EcritureXlsx;
import org.verifqis.fixtures.LigneFactice;
import org.verifqis.fixtures.RedditionFactice;
import org.verifqis.rapport.RedacteurJson;

/** The figures expected here were added up by hand. */
class StatistiquesCommandTest {
  private static final String UNREADABLE = "à préciser";

  @TempDir private Path temp;
  private Path folder;

  @BeforeEach
  void files() throws IOException {
    folder = temp.resolve("redditions");
    RedditionFactice lanaudiere = reddition("ALL-14", 2021, "2022-06-01");
    priority(lanaudiere, "R1", "REGIONAL", "SECURITE_ALIMENTAIRE");
    priority(lanaudiere, "R2", "REGIONAL", "EMPLOI");
    priority(lanaudiere, "R3", UNREADABLE, "TRANSPORT");
    priority(lanaudiere, "L1", "LOCAL", "LOISIRS");
    lanaudiere.cible4().ajoute("Atelier | LOCAL | PLAN | APPRENTISSAGE | 4 | Oui | |");
    project(lanaudiere, "P1", "REGIONALE", "R1", "", "MUNICIPAL", 1000, 500, 250, 10);
    project(lanaudiere, "P2", "LOCALE", "R1", "", "MRC", 3000, 0, 0, 20)
        .valeur("statut", "TERMINE");
    project(lanaudiere, "P3", "LOCALE", "R2", "L1", "OBNL", 1000, 500, 0, 30);
    project(lanaudiere, "P4", "LOCALE", "", "L1", "OBNL", 2000, 0, 100, 40)
        .valeur("autresAidesPubliques", UNREADABLE);
    project(lanaudiere, "P5", "LOCALE", "", "", "OBNL", 500, 0, 0, 0)
        .valeur("personnesRejointes", UNREADABLE);
    project(lanaudiere, "P6", UNREADABLE, "R1", "", UNREADABLE, 4000, 0, 0, 5);
    project(lanaudiere, "P7", "REGIONALE", "R3", "", "OBNL", 2500, 0, 1000, 7);
    project(lanaudiere, "P8", "LOCALE", "R1", "", "OBNL", 9000, 9, 9, 9).valeur("statut", "ANNULE");
    project(lanaudiere, "P9", "LOCALE", "R1", "", "OBNL", 9000, 9, 9, 9)
        .valeur("statut", UNREADABLE);
    project(lanaudiere, "P10", "LOCALE", "R9", "", "OBNL", 1000, 0, 0, 1);
    write(lanaudiere, "lanaudiere.xlsx");

    RedditionFactice before = reddition("ALL-14", 2020, "2021-06-01");
    priority(before, "R1", "REGIONAL", "TRANSPORT");
    project(before, " p1", "LOCALE", "R1", "", "OBNL", 800, 0, 0, 3);
    project(before, "P0", "LOCALE", "R1", "", "MRC", 700, 0, 0, 9);
    project(before, "P2", "LOCALE", "R1", "", "MRC", 700, 0, 0, 9).valeur("statut", "ANNULE");
    write(before, "avant.xlsx");

    RedditionFactice first = reddition("ALL-13", 2021, "2022-06-01");
    project(first, "P1", "LOCALE", "", "", "OBNL", 5, 5, 5, 5);
    write(first, "laval-1.xlsx");
    RedditionFactice last = reddition("ALL-13", 2021, "2022-06-20");
    priority(last, "R1", "REGIONAL", "HABITATION");
    project(last, "P1", "REGIONALE", "R1", "", "OBNL", 1000, 1000, 1000, 100);
    write(last, "laval-2.xlsx");

    RedditionFactice withoutRegion = reddition("ALL-CSSSPNQL", 2021, "2022-06-01");
    project(withoutRegion, "P1", "LOCALE", "", "", "OBNL", 100, 0, 0, 1);
    write(withoutRegion, "cssspnql.xlsx");
    write(
        reddition("ALL-16", 2021, "2022-06-01").sansFeuille("Projets", "Cible 4"),
        "sans-projets.xlsx");
    write(reddition("ALL-05", 2018, "2019-06-01"), "autre-annee.xlsx");
    write(reddition(null, 2021, "2022-06-01"), "irrecevable.xlsx");
    Files.writeString(folder.resolve("brise.xlsx"), "PK?");
  }

  private static RedditionFactice reddition(String agreement, int year, String filed) {
    return new RedditionFactice()
        .champ("codeEntente", agreement)
        .champ("exerciceDebut", LocalDate.of(year, 4, 1))
        .champ("exerciceFin", LocalDate.of(year + 1, 3, 31))
        .champ("dateDepot", LocalDate.parse(filed));
  }

  private static void priority(RedditionFactice r, String code, String level, String theme) {
    r.priorites()
        .ajoute()
        .valeur("code", code)
        .valeur("libelle", "Priorité " + code)
        .valeur("palier", level)
        .valeur("theme", theme);
  }

  private static LigneFactice project(
      RedditionFactice r,
      String number,
      String reach,
      String regional,
      String local,
      String body,
      int granted,
      int publicMoney,
      int milieu,
      long people) {
    return r.projets()
        .ajoute()
        .valeur("numero", number)
        .valeur("portee", reach)
        .valeur("prioriteRegionale", regional.isEmpty() ? null : regional)
        .valeur("prioriteLocale", local.isEmpty() ? null : local)
        .valeur("categorie", body)
        .valeur("statut", "EN_COURS")
        .valeur("aideAccordee", BigDecimal.valueOf(granted))
        .valeur("autresAidesPubliques", BigDecimal.valueOf(publicMoney))
        .valeur("contributionMilieu", BigDecimal.valueOf(milieu))
        .valeur("personnesRejointes", people);
  }

  private void write(RedditionFactice reddition, String name) throws IOException {
    Files.createDirectories(folder);
    EcritureXlsx.ecris(reddition, folder.resolve(name));
  }

  private JsonNode json(Object... words) throws IOException {
    List<Object> line = new ArrayList<>(List.of("statistiques", folder, "--format", "json"));
    line.addAll(List.of(words));
    Run run = Run.of(line.toArray());
    assertThat(run.status()).as(run.err()).isEqualTo(3);
    JsonNode json = JsonMapper.builder().build().readTree(run.out());
    assertThat(
            JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(RedacteurJson.class.getResourceAsStream("statistiques.schema.json"))
                .validate(json))
        .isEmpty();
    return json;
  }

  private static JsonNode region(JsonNode json, String code) {
    for (JsonNode region : json.get("regions")) {
      if (region.at("/region/code").asText("").equals(code)) {
        return region;
      }
    }
    throw new AssertionError(code);
  }

  @Test
  void addsUpWhatIsKnownAndSaysWhatIsNot() throws IOException {
    JsonNode lanaudiere = region(json("--exercice", "2021-2022"), "14");
    assertThat(lanaudiere.get("projets"))
        .hasToString(
            "{\"total\":8,\"regionaux\":2,\"locaux\":5,\"porteeInconnue\":1,"
                + "\"partRegionale\":\"0.2857\"}");
    assertThat(lanaudiere.get("themes"))
        .extracting(JsonNode::toString)
        .containsExactly(
            theme("PRIORITES_REGIONALES", "THEME", "\"SECURITE_ALIMENTAIRE\"", 3, 1, 1, 1),
            theme("PRIORITES_REGIONALES", "THEME", "\"EMPLOI\"", 1, 0, 1, 0),
            theme("AUTRES", "THEME", "\"LOISIRS\"", 1, 0, 1, 0),
            theme("AUTRES", "SANS_PRIORITE", "null", 2, 0, 2, 0),
            theme("ALIGNEMENT_INCONNU", "THEME_INCONNU", "null", 1, 1, 0, 0));
    assertThat(lanaudiere.get("alignement"))
        .hasToString("{\"alignes\":4,\"autres\":3,\"inconnus\":1,\"part\":\"0.5714\"}");
    assertThat(lanaudiere.get("aide"))
        .hasToString(
            "{\"regionale\":\"3500.00\",\"locale\":\"7500.00\",\"partRegionale\":\"0.3182\","
                + "\"inconnus\":1}");
    assertThat(lanaudiere.get("promoteurs"))
        .hasToString(
            "{\"municipaux\":1,\"mrc\":1,\"autres\":5,\"partMunicipale\":\"0.2857\","
                + "\"inconnus\":1}");
    assertThat(lanaudiere.get("personnes")).hasToString("{\"rejointes\":113,\"inconnus\":1}");
    assertThat(lanaudiere.get("levier"))
        .hasToString(
            "{\"aide\":\"13000.00\",\"autresAidesPubliques\":\"1000.00\","
                + "\"contributionMilieu\":\"1250.00\",\"parDollar\":\"0.17\",\"inconnus\":1}");
    assertThat(lanaudiere.get("exclus"))
        .hasToString("{\"annules\":1,\"statutInconnu\":1,\"repris\":0}");
  }

  private static String theme(
      String part, String what, String theme, int all, int regional, int local, int unknown) {
    return ("{\"groupe\":\"%s\",\"objet\":\"%s\",\"theme\":%s,\"total\":%d,\"regionaux\":%d,"
            + "\"locaux\":%d,\"porteeInconnue\":%d}")
        .formatted(part, what, theme, all, regional, local, unknown);
  }

  @Test
  void leavesNothingOutInSilence() throws IOException {
    JsonNode json = json("--exercice", "2021-2022");
    assertThat(json.get("laissees").findValuesAsText("fichier"))
        .containsExactly("brise.xlsx", "irrecevable.xlsx", "laval-1.xlsx", "sans-projets.xlsx");
    assertThat(json.get("laissees").findValuesAsText("motif"))
        .containsExactly("ILLISIBLE", "IRRECEVABLE", "REMPLACEE", "SANS_PROJETS");
    assertThat(json.at("/laissees/2/precision").asText()).isEqualTo("laval-2.xlsx");
    assertThat(json.get("autresExercices").asInt()).isEqualTo(2);
    assertThat(json.get("manquantes")).hasSize(17);
    assertThat(json.get("cible4").findValuesAsText("niveau"))
        .containsExactly("NON_DOCUMENTEE", "APPRENTISSAGE", "INDETERMINE", "NON_DOCUMENTEE");
  }

  /** A file takes another one's place where one counts; here none does, and each says so itself. */
  @Test
  void amongFilesThatCannotBeAssessedNoneTakesAnothersPlace() throws IOException {
    write(reddition("ALL-05", 2021, "2022-06-01").champ("exerciceFin", null), "estrie-1.xlsx");
    write(reddition("ALL-05", 2021, "2022-06-20").champ("exerciceFin", null), "estrie-2.xlsx");
    JsonNode json = json("--exercice", "2021-2022");
    assertThat(json.get("laissees").findValuesAsText("fichier"))
        .containsExactly(
            "brise.xlsx",
            "estrie-1.xlsx",
            "estrie-2.xlsx",
            "irrecevable.xlsx",
            "laval-1.xlsx",
            "sans-projets.xlsx");
    assertThat(json.get("laissees").findValuesAsText("motif"))
        .containsExactly(
            "ILLISIBLE", "IRRECEVABLE", "IRRECEVABLE", "IRRECEVABLE", "REMPLACEE", "SANS_PROJETS");
  }

  @Test
  void totalsAreTheSumsOfRegionsAndOfRedditions() throws IOException {
    JsonNode json = json("--exercices", "2020-2021..2021-2022", "--detail");
    assertThat(json.get("regions")).hasSize(4);
    assertThat(json.get("redditions")).hasSize(5);
    List<String> figures =
        List.of(
            "/nombreRedditions",
            "/projets/total",
            "/projets/regionaux",
            "/projets/locaux",
            "/projets/porteeInconnue",
            "/alignement/alignes",
            "/alignement/autres",
            "/alignement/inconnus",
            "/aide/regionale",
            "/aide/locale",
            "/aide/inconnus",
            "/promoteurs/municipaux",
            "/promoteurs/mrc",
            "/promoteurs/autres",
            "/promoteurs/inconnus",
            "/personnes/rejointes",
            "/personnes/inconnus",
            "/levier/aide",
            "/levier/autresAidesPubliques",
            "/levier/contributionMilieu",
            "/levier/inconnus",
            "/exclus/annules",
            "/exclus/statutInconnu",
            "/exclus/repris");
    for (String figure : figures) {
      BigDecimal total = new BigDecimal(json.get("total").at(figure).asText());
      assertThat(sum(json.get("regions"), figure)).as(figure).isEqualByComparingTo(total);
      assertThat(sum(json.get("redditions"), figure)).as(figure).isEqualByComparingTo(total);
    }
    assertThat(sum(json.at("/total/themes"), "/total"))
        .isEqualByComparingTo(json.at("/total/projets/total").asText());
  }

  private static BigDecimal sum(JsonNode each, String figure) {
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode one : each) {
      sum = sum.add(new BigDecimal(one.at(figure).asText()));
    }
    return sum;
  }

  @Test
  void countsAProjectOfSeveralYearsOnceAsItLastStood() throws IOException {
    JsonNode lanaudiere = region(json("--years", "2020-2021..2021-2022"), "14");
    assertThat(lanaudiere.at("/projets/total").asInt()).isEqualTo(9);
    assertThat(lanaudiere.at("/projets/regionaux").asInt()).isEqualTo(2);
    assertThat(lanaudiere.at("/aide/locale").asText()).isEqualTo("8200.00");
    assertThat(lanaudiere.at("/exclus/repris").asInt()).isEqualTo(2);
    assertThat(lanaudiere.at("/exclus/annules").asInt())
        .as("what was cancelled the year before is counted as it last stood")
        .isEqualTo(1);
    // People are those of each year: 113, and 3 and 9 of the year before.
    assertThat(lanaudiere.at("/personnes/rejointes").asInt()).isEqualTo(125);
  }

  @Test
  void writesTheShapeOfTable11() {
    String out = Run.of("statistics", folder, "--year", "2021-2022").out();
    assertThat(out.lines())
        .anyMatch(l -> l.matches("\\h*Sécurité alimentaire\\h+3 \\(1, 1 inc\\.\\)\\h+30\u00A0%.*"))
        .anyMatch(l -> l.matches("\\h*%\\hdu nombre total de projets\\h+50\u00A0%.*"))
        .anyMatch(l -> l.matches("\\h*Habitation\\h+1 \\(1\\)\\h+10\u00A0%.*"));
    assertThat(out)
        .contains("Statistiques de l’exercice 2021-2022", "37,19\u00A0%", "14\u00A0100,00\u00A0$")
        .contains("Sans", "irrecevable.xlsx", "17 ententes sans reddition comptée");
    assertThat(Run.of("statistics", folder, "--year", "2021-2022", "--lang", "en").out())
        .contains("Statistics of 2021-2022", "$14,100.00", "17 agreements");
  }

  @Test
  void everyFormatIsTheSameTwice() throws IOException {
    for (String format : List.of("console", "json", "csv", "html", "xlsx")) {
      byte[][] written = new byte[2][];
      for (int i = 0; i < written.length; i++) {
        Path file = temp.resolve(i + "." + format);
        Run run =
            Run.of(
                "statistiques",
                folder,
                "--exercices",
                "2020-2021..2021-2022",
                "--detail",
                "--workers",
                i + 1,
                "--format",
                format,
                "-o",
                file);
        assertThat(run.status()).as(run.err()).isEqualTo(3);
        written[i] = Files.readAllBytes(file);
      }
      assertThat(written[1]).as(format).isNotEmpty().isEqualTo(written[0]);
    }
  }

  @Test
  void spreadsheetsGetNumbers() throws IOException {
    Path file = temp.resolve("s.xlsx");
    Run.of("statistiques", folder, "--exercice", "2021-2022", "--format", "xlsx", "-o", file);
    try (InputStream stream = Files.newInputStream(file);
        XSSFWorkbook workbook = new XSSFWorkbook(stream)) {
      XSSFSheet sheet = workbook.getSheet("Projets par thème et région");
      XSSFRow last = null;
      for (Row row : sheet) {
        boolean total = row.getCell(0) != null && "Total".equals(row.getCell(0).toString());
        last = total ? (XSSFRow) row : last;
      }
      double sum = 0;
      for (int column = 1; column <= 4; column++) {
        assertThat(last.getCell(column).getCellType()).isEqualTo(CellType.NUMERIC);
        sum += last.getCell(column).getNumericCellValue();
      }
      assertThat(last.getCell(5).getNumericCellValue()).isEqualTo(sum).isEqualTo(10);
    }
    String csv = csv("fr");
    assertThat(csv).startsWith("\uFEFFTableau;Groupe;Ligne;Colonne;Exercice");
    assertThat(csv)
        .contains(
            "Indicateurs par région;Effet levier (2.3.8);Autres sommes par dollar du FQIS;"
                + "Lanaudière (14);;;;0,17;;1\r\n")
        .contains(";Sécurité alimentaire;Lanaudière (14);;;;3;1;1\r\n");
    assertThat(csv("en")).contains(";Other money per FQIS dollar;Lanaudière (14);;;;0.17;;1\r\n");
  }

  private String csv(String language) {
    return Run.of(
            "statistiques",
            folder,
            "--exercice",
            "2021-2022",
            "--format",
            "csv",
            "--lang",
            language)
        .out();
  }

  @Test
  void thePageShowsAndEscapesWhatFilesAreCalled() throws IOException {
    Files.writeString(folder.resolve("a <b> & c.xlsx"), "PK?");
    Path page = temp.resolve("page.html");
    Run.of("statistiques", folder, "--exercice", "2021-2022", "--format", "html", "-o", page);
    assertThat(Files.readString(page, StandardCharsets.UTF_8))
        .contains("<html lang=\"fr-CA\">", "a &lt;b&gt; &amp; c.xlsx", "Lanaudière")
        .doesNotContain("<b>", "<script");
  }

  private Run compiled(String database) {
    List<Object> line = new ArrayList<>(List.of("statistiques", folder));
    line.addAll(List.of("--exercices", "2020-2021..2021-2022", "--detail", "--format", "json"));
    line.addAll(database == null ? List.of() : List.of("--base", database));
    return Run.of(line.toArray());
  }

  @Test
  void whatAnAuditHasReadIsNotReadAgain() throws SQLException {
    String read = compiled(null).out();
    Path output = temp.resolve("audit");
    Run.of("auditer", folder, "-o", output, "--format", "json");
    String database = "jdbc:h2:file:" + output.resolve("historique");
    assertThat(compiled(database)).isEqualTo(new Run(3, read, ""));
    try (Connection base = DriverManager.getConnection(database);
        Statement order = base.createStatement()) {
      order.execute("update jugement set apport = (select max(apport) from jugement)");
    }
    assertThat(compiled(database).out()).as("what is kept is used").isNotEqualTo(read);
    try (Connection base = DriverManager.getConnection(database);
        Statement order = base.createStatement()) {
      order.execute("update jugement set apport = null");
    }
    assertThat(compiled(database).out()).as("what is not whole is read").isEqualTo(read);
  }

  @Test
  void whatIsReadForThemIsNotJudgedAgainByAnAudit() throws IOException {
    String database = "jdbc:h2:file:" + temp.resolve("audit");
    compiled(database);
    Run audit = Run.of("auditer", folder, "--base", database, "--format", "json");
    assertThat(JsonMapper.builder().build().readTree(audit.out()).at("/audit/reutilisees").asInt())
        .isEqualTo(8);
  }

  @Test
  void aHistoryThatCannotBeUsedCostsTimeOnly() {
    Run run = compiled("jdbc:inconnue:x");
    assertThat(run.out()).isEqualTo(compiled(null).out());
    assertThat(run.err()).contains("La base de l’historique ne peut être utilisée", "relues");
  }

  @Test
  void saysWhatIsWrongWithTheCommand() {
    assertThat(Run.of("statistiques", folder).err()).contains("--exercices");
    assertThat(Run.of("statistiques", folder, "--exercice", "2021").status()).isEqualTo(2);
    assertThat(Run.of("statistiques", temp.resolve("rien"), "--exercice", "2021-2022").status())
        .isEqualTo(2);
    assertThat(Run.of("statistiques", folder, "--exercice", "2021-2022", "--format", "xlsx").err())
        .contains("-o");
    Path reddition = folder.resolve("laval-1.xlsx");
    assertThat(Run.of("statistiques", folder, "--exercice", "2021-2022", "-o", reddition).status())
        .isEqualTo(2);
  }
}
