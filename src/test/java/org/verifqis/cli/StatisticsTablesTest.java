package org.verifqis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.fixtures.EcritureXlsx;
import org.verifqis.fixtures.LigneFactice;
import org.verifqis.fixtures.RedditionFactice;
import org.verifqis.rapport.RedacteurJson;

/** Every table of the statistics; the figures expected here were counted by hand. */
class StatisticsTablesTest {
  private static final String UNREADABLE = "à préciser";

  @TempDir private Path temp;
  private Path folder;

  /** Gaspésie says much, Îles-de-la-Madeleine, of the same region, little; Laval as version 1. */
  @BeforeEach
  void files() throws IOException {
    folder = Files.createDirectories(temp.resolve("redditions"));
    RedditionFactice gaspesie = reddition("ALL-11G", 2021);
    gaspesie
        .champ("mandataireType", "MRC")
        .champ("mandataireNeq", "8811111111")
        .champ("gestion", "PARTAGEE")
        .champ("enveloppe", money(1000))
        .champ("enveloppeRegionale", money(200));
    finances(gaspesie, 300, 10, 60, 20, 100, 110, 10, 100);
    gaspesie
        .versements()
        .ajoute()
        .valeur("numero", "1")
        .valeur("type", "PREMIER")
        .valeur("date", LocalDate.of(2021, 5, 3))
        .valeur("montant", money(300));
    gaspesie.priorites().ajoute("R1 | Manger à sa faim | REGIONAL | SECURITE_ALIMENTAIRE");
    gaspesie.priorites().ajoute("R2 | Se loger | REGIONAL | HABITATION");
    gaspesie.priorites().ajoute("R3 | Bouger | REGIONAL | TRANSPORT");
    gaspesie.priorites().ajoute("L1 | Jouer | LOCAL | LOISIRS");
    project(gaspesie, "P1", "REGIONALE", "R1", "Avignon; Bonaventure")
        .valeur("neq", "8811111111")
        .valeur("categorie", "MRC")
        .valeur("aideAccordee", money(100))
        .valeur("autresAidesPubliques", money(40))
        .valeur("contributionMilieu", money(10))
        .valeur("bailleurs", "QUEBEC; CENTRAIDE")
        .valeur("clienteles", "JEUNES; FAMILLES")
        .valeur("niveauParticipation", "DISCUSSION")
        .valeur("pspesImpliquees", 4L)
        .valeur("personnesRejointes", 30L);
    project(gaspesie, "P2", "LOCALE", "R2", "Avignon")
        .valeur("neq", "1144444444")
        .valeur("categorie", "OBNL")
        .valeur("aideAccordee", money(50))
        .valeur("autresAidesPubliques", UNREADABLE)
        .valeur("contributionMilieu", money(5))
        .valeur("clienteles", "JEUNES")
        .valeur("niveauParticipation", "INFORMATION")
        .valeur("pspesImpliquees", 0L)
        .valeur("personnesRejointes", UNREADABLE);
    project(gaspesie, "P3", "LOCALE", "R1", "Bonaventure").valeur("statut", "ANNULE");
    gaspesie.territoires().ajoute("Avignon | | APPEL");
    gaspesie.territoires().ajoute("Bonaventure | | CONTINU");
    gaspesie.territoires().ajoute("La Haute-Gaspésie | |");
    body(gaspesie, "Table", "REGIONAL", "DECISIONNELLE", 3, 2, 6)
        .valeur("typeInstance", "TABLE_PREFETS")
        .valeur("familles", "CDC; SANTE");
    body(gaspesie, "Comité", "LOCAL", "CONSULTATIVE", 0, 1, 2);
    involvement(gaspesie, "Table", "REGIONAL", "PRIORITES", "INSTANCE", 2, true, 300, 6L, "OUTILS");
    involvement(gaspesie, "Comité", "LOCAL", "PLAN", "COMITE_AVEC", 1, false, 0, 2L, null);
    involvement(gaspesie, "Forum", "LOCAL", "PORTRAIT", "CONSULTATION", 40, false, 0, null, null);
    write(gaspesie, "gaspesie.xlsx");

    RedditionFactice islands = reddition("ALL-11I", 2021).champ("enveloppe", UNREADABLE);
    finances(islands, 100, 0, 20, 0, 0, 30, 0, 50);
    islands.priorites().ajoute("R1 | Panier bleu | REGIONAL | SECURITE_ALIMENTAIRE");
    involvement(islands, "Forum", "LOCAL", "PORTRAIT", "CONSULTATION", 9, false, 0, null, null);
    write(islands, "iles.xlsx");

    RedditionFactice laval = reddition("ALL-13", 2021).champ("versionGabarit", "1");
    project(laval, "P1", "LOCALE", null, "Laval").valeur("categorie", "MUNICIPAL");
    involvement(laval, "Comité", "LOCAL", "PLAN", "INSTANCE", 3, true, 100, null, null)
        .valeur("personnes", UNREADABLE);
    write(laval.sansFeuille("Territoires", "Gouvernance", "Priorités"), "laval.xlsx");
    write(reddition("ALL-14", 2020), "lanaudiere.xlsx");
  }

  private static BigDecimal money(int dollars) {
    return BigDecimal.valueOf(dollars);
  }

  private static RedditionFactice reddition(String agreement, int year) {
    return new RedditionFactice()
        .champ("codeEntente", agreement)
        .champ("exerciceDebut", LocalDate.of(year, 4, 1))
        .champ("exerciceFin", LocalDate.of(year + 1, 3, 31))
        .champ("dateDepot", LocalDate.of(year + 1, 6, 1));
  }

  private static void finances(
      RedditionFactice r,
      int payments,
      int interest,
      int coordination,
      int participation,
      int regional,
      int local,
      int administration,
      int closing) {
    r.champ("versementsRecus", money(payments))
        .champ("interets", money(interest))
        .champ("totalRevenus", money(payments + interest))
        .champ("depCoordination", money(coordination))
        .champ("depParticipation", money(participation))
        .champ("depProjetsRegionaux", money(regional))
        .champ("depProjetsLocaux", money(local))
        .champ("depAdministration", money(administration))
        .champ("depAutres", money(0))
        .champ(
            "totalDepenses",
            money(coordination + participation + regional + local + administration))
        .champ("soldeCloture", money(closing));
  }

  private static LigneFactice project(
      RedditionFactice r, String number, String reach, String priority, String territories) {
    return r.projets()
        .ajoute()
        .valeur("numero", number)
        .valeur("portee", reach)
        .valeur("prioriteRegionale", priority)
        .valeur("territoires", territories)
        .valeur("typeIntervention", "PREVENTION")
        .valeur("dateProtocole", LocalDate.of(2021, 6, 1))
        .valeur("statut", "EN_COURS");
  }

  private static LigneFactice body(
      RedditionFactice r,
      String name,
      String level,
      String role,
      long elected,
      long poor,
      long meetings) {
    return r.gouvernance()
        .ajoute()
        .valeur("instance", name)
        .valeur("palier", level)
        .valeur("role", role)
        .valeur("elus", elected)
        .valeur("gouvernementaux", 0L)
        .valeur("socioeconomiques", 0L)
        .valeur("communautaires", 1L)
        .valeur("pspes", poor)
        .valeur("rencontres", meetings);
  }

  private static LigneFactice involvement(
      RedditionFactice r,
      String name,
      String level,
      String stage,
      String form,
      long people,
      boolean accompanied,
      int allowance,
      Long meetings,
      String means) {
    return r.cible4()
        .ajoute()
        .valeur("mecanisme", name)
        .valeur("palier", level)
        .valeur("etape", stage)
        .valeur("forme", form)
        .valeur("personnes", people)
        .valeur("accompagnement", accompanied)
        .valeur("allocation", allowance == 0 ? null : money(allowance))
        .valeur("rencontres", meetings)
        .valeur("moyens", means);
  }

  private void write(RedditionFactice reddition, String name) throws IOException {
    EcritureXlsx.ecris(reddition, folder.resolve(name));
  }

  private JsonNode json(Object... words) throws IOException {
    List<Object> line = new ArrayList<>(List.of("statistiques", folder, "--format", "json"));
    line.addAll(List.of(words));
    Run run = Run.of(line.toArray());
    assertThat(run.status()).as(run.err()).isZero();
    JsonNode json = JsonMapper.builder().build().readTree(run.out());
    assertThat(
            JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(RedacteurJson.class.getResourceAsStream("statistiques.schema.json"))
                .validate(json))
        .isEmpty();
    return json;
  }

  private static JsonNode table(JsonNode json, String key) {
    for (JsonNode table : json.get("tables")) {
      if (table.get("cle").asText().equals(key)) {
        return table;
      }
    }
    throw new AssertionError(key);
  }

  /** The cells of a row, the unknown of each after a question mark; {@code which} is from 0. */
  private static List<String> row(JsonNode table, String key, int which) {
    int seen = 0;
    for (JsonNode row : table.get("lignes")) {
      if (row.get("cle").asText().equals(key)
          && !row.get("rang").asText().equals("GROUPE")
          && seen++ == which) {
        List<String> cells = new ArrayList<>();
        for (JsonNode cell : row.get("cases")) {
          JsonNode value = cell.get("valeur");
          String text = value.isValueNode() ? value.asText() : value.toString();
          int unknown = cell.get("inconnus").asInt();
          cells.add(unknown == 0 ? text : text + "?" + unknown);
        }
        return cells;
      }
    }
    throw new AssertionError(key);
  }

  private static List<String> row(JsonNode table, String key) {
    return row(table, key, 0);
  }

  private JsonNode table(String key) throws IOException {
    return table(json("--exercice", "2021-2022"), key);
  }

  @Test
  void coverageTellsWhatIsMissing() throws IOException {
    JsonNode table = table("couverture");
    assertThat(row(table, "comptees")).containsExactly("3");
    assertThat(row(table, "couverture.manquantes")).containsExactly("18");
    assertThat(row(table, "regionsCouvertes")).containsExactly("2");
    assertThat(row(table, "regionsEnTout")).containsExactly("17");
    assertThat(row(table, "ALL-13")).containsExactly("[\"etat.comptee\"]");
    assertThat(row(table, "ALL-14")).containsExactly("[\"etat.manquante\"]");
  }

  @Test
  void aRegionStandsAtTheBestLevelOfItsAgreements() throws IOException {
    JsonNode table = table("niveaux");
    assertThat(row(table, "EN_VOIE")).containsExactly("1", "1");
    assertThat(row(table, "CONSULTATION")).containsExactly("1", "0");
    assertThat(row(table, "niveaux.indetermines")).containsExactly("1", "1");
    assertThat(row(table, "manquantes")).containsExactly("18", "15");
  }

  @Test
  void fundingIsNotKnownWhereALineIsNot() throws IOException {
    JsonNode table = table("financement");
    assertThat(row(table, "versementsRecus")).containsExactly("400.00?1");
    assertThat(row(table, "depCoordination", 0)).containsExactly("80.00?1");
    // 80 of the 300 that Gaspésie spent and the 50 of the islands.
    assertThat(row(table, "depCoordination", 1)).containsExactly("0.2286");
    assertThat(row(table, "enveloppe")).containsExactly("1000.00?2");
    assertThat(row(table, "financement.verse")).containsExactly("0.3000?2");
    assertThat(row(table, "financement.depense"))
        .as("nothing was received before the year, so that all that was spent is known")
        .containsExactly("0.3000?2");
    assertThat(row(table, "financement.actifs")).containsExactly("3");
    assertThat(row(table, "financement.nouveaux")).containsExactly("3");
    assertThat(row(table, "financement.moyenne")).containsExactly("1.0");
  }

  @Test
  void prioritiesAreToldInTheirWords() throws IOException {
    JsonNode table = table("priorites");
    assertThat(row(table, "SECURITE_ALIMENTAIRE"))
        .containsExactly("2", "1", "[\"Manger à sa faim\"]", "[\"Panier bleu\"]");
    assertThat(row(table, "HABITATION")).containsExactly("1", "1", "[\"Se loger\"]", "[]");
    assertThat(row(table, "priorites.nombre")).containsExactly("2", "1", "3", "1");
    assertThat(row(table, "priorites.sansProjet")).containsExactly("2", "1", "1", "1");
    assertThat(row(table, "priorites.sansRegional")).containsExactly("1", "1", "1", "0");
    assertThat(row(table, "priorites.locales")).containsExactly("1", "1", "1", "0");
    assertThat(table.get("muettes").findValuesAsText("entente")).containsExactly("ALL-13");
  }

  @Test
  void territoriesAreReachedByActiveProjectsOnly() throws IOException {
    assertThat(row(table("territoires"), "ALL-11G"))
        .containsExactly("3", "2", "1", "3", "1.0", "1", "0", "1", "1");
  }

  @Test
  void moneyFromElsewhereIsComparedWhereAllThreeAreKnown() throws IOException {
    JsonNode table = table("levier");
    assertThat(row(table, "ALL-11G").subList(0, 8))
        .containsExactly("2", "100.00?1", "40.00?1", "10.00?1", "0.50?1", "0", "1", "0");
    assertThat(row(table, "ALL-13").subList(1, 5))
        .as("nothing is known of its project")
        .containsExactly("null?1", "null?1", "null?1", "null?1");
  }

  @Test
  void promotersByCategory() throws IOException {
    // Projects, OBNL, municipal, MRC, unknown, share, promoter is mandataire.
    assertThat(row(table("promoteurs"), "ALL-11G"))
        .containsExactly("2", "1", "0", "1", "0", "0.5000", "1");
    assertThat(row(table("promoteurs"), "total"))
        .containsExactly("3", "1", "1", "1", "0", "0.6667", "1?1");
    assertThat(row(table("promoteursAide"), "ALL-11G").subList(0, 2))
        .containsExactly("150.00", "50.00");
  }

  @Test
  void initiativesAndClienteles() throws IOException {
    JsonNode table = table("interventions");
    assertThat(row(table, "PREVENTION")).containsExactly("3", "150.00?1", "30?2");
    assertThat(row(table, "JEUNES")).containsExactly("2", "150.00", "30?1");
    assertThat(row(table, "FAMILLES")).containsExactly("1", "100.00", "30");
    assertThat(row(table, "interventions.sansClientele")).containsExactly("1", "null?1", "0?1");
  }

  @Test
  void participationInProjects() throws IOException {
    JsonNode table = table("participation");
    assertThat(row(table, "DISCUSSION")).containsExactly("1", "0.5000", "1", "1.0000", "4");
    assertThat(row(table, "INFORMATION")).containsExactly("1", "0.5000", "0", "0.0000", "0");
    assertThat(row(table, "participation.nonDit"))
        .containsExactly("1", "null", "0?1", "null", "0?1");
    assertThat(row(table, "participation.active")).startsWith("1", "0.5000");
  }

  @Test
  void formsAndStagesOfCible4() throws IOException {
    JsonNode table = table("formes");
    // Agreements, regions, people: of all levels, regional, local.
    assertThat(row(table, "INSTANCE"))
        .containsExactly("2", "2", "2?1", "1", "1", "2", "1", "1", "0?1");
    assertThat(row(table, "CONSULTATION"))
        .containsExactly("2", "1", "49", "0", "0", "0", "2", "1", "49");
    assertThat(row(table, "formes.consultation")).startsWith("1", "1");
  }

  @Test
  void supportOfThoseWhoTakePart() throws IOException {
    JsonNode table = table("soutien");
    assertThat(row(table, "soutien.directes")).containsExactly("2", "1");
    assertThat(row(table, "soutien.accompagnees")).containsExactly("1", "1");
    assertThat(row(table, "soutien.deux")).containsExactly("1", "1");
    assertThat(row(table, "soutien.somme").get(0)).isEqualTo("300.00?1");
    assertThat(row(table, "soutien.parPersonne").get(0)).isEqualTo("150.00?1");
    assertThat(row(table, "OUTILS")).containsExactly("1?1", "1");
    assertThat(row(table, "soutien.minimum").get(0)).isEqualTo("2");
    assertThat(row(table, "mediane").get(0)).isEqualTo("4.0");
    assertThat(row(table, "soutien.maximum").get(0)).isEqualTo("6");
  }

  @Test
  void governance() throws IOException {
    assertThat(row(table("gouvernance"), "ALL-11G"))
        .containsExactly(
            "[\"MRC\"]",
            "[\"PARTAGEE\"]",
            "0.2000",
            "1",
            "0",
            "0",
            "1",
            "[\"fait.oui\"]",
            "[\"elus\",\"communautaires\",\"pspes\"]",
            "[\"CDC\",\"SANTE\"]",
            "3",
            "4.0");
    JsonNode dimensions = table("dimensions");
    assertThat(row(dimensions, "TABLE_PREFETS", 1)).containsExactly("1?2", "1?1");
    assertThat(row(dimensions, "pspes")).containsExactly("1?2", "1?1");
    assertThat(row(dimensions, "PARTAGEE")).containsExactly("1?2", "1?1");
  }

  @Test
  void yearsStandBesideEachOtherAndAgreementsAreChosen() throws IOException {
    JsonNode json =
        json(
            "--exercices",
            "2020-2021..2021-2022",
            "--par-exercice",
            "--ententes",
            "all-11g, ALL-14",
            "--detail");
    assertThat(json.get("ententes")).hasSize(2);
    assertThat(json.get("autresEntentes").asInt()).isEqualTo(2);
    JsonNode table = table(json, "participation");
    assertThat(table.get("colonnes").get(1).get("exercice").asText()).isEqualTo("2020-2021");
    assertThat(row(table, "DISCUSSION").subList(0, 2)).containsExactly("0", "1");
    assertThat(table.at("/provenances/0/fichier").asText()).isEqualTo("gaspesie.xlsx");
    assertThat(table.at("/provenances/0/lignes/0/cle").asText()).isEqualTo("INFORMATION");
    assertThat(table.at("/provenances/0/lignes/0/cases/1/valeur").asInt()).isEqualTo(1);
  }

  @Test
  void whatWasNotFilledInIsSaidInOneLineAndNotDrawn() throws IOException {
    Object[] line = {"statistiques", folder, "--exercice", "2021-2022", "--ententes", "ALL-13"};
    String out = Run.of(line).out();
    assertThat(out)
        .contains(
            "Territoires\nRien n’est rempli pour ce tableau dans la seule reddition comptée.\n");
    JsonNode json = json("--exercice", "2021-2022", "--ententes", "ALL-13");
    assertThat(table(json, "territoires").get("lignes").size()).isZero();
    line[5] = "ALL-99";
    assertThat(Run.of(line).status()).isEqualTo(2);
    assertThat(Run.of(line).err()).contains("ALL-99", "ALL-CSSSPNQL");
  }
}
