package org.verifqis.rapport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.verifqis.modele.CategorieOrganisme;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Part;
import org.verifqis.modele.TypeValeur;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.ResultatRegle;
import org.verifqis.regles.StatutRegle;
import org.verifqis.regles.Verdict;

class RedacteurJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Emplacement LIEU =
      Emplacement.cellule(Fabrique.PROJETS, 12, 5, "Entreprise à but lucratif");

  private final RedacteurJson redacteur = new RedacteurJson(Fabrique.textes());
  private final JsonSchema schema =
      JsonSchemaFactory.getInstance(VersionFlag.V202012)
          .getSchema(
              RedacteurJson.class.getResourceAsStream("rapport.schema.json"),
              SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());

  @Test
  void writesTheContract() throws IOException {
    Constat constat =
        new Constat(
            Fabrique.regle("ORG-01"),
            "",
            List.of(
                LIEU,
                Emplacement.plage(Fabrique.FINANCES, 4, 4, 9, 4),
                Emplacement.feuille(Fabrique.PROJETS)),
            Fabrique.constat(
                    "ORG-01",
                    "",
                    LIEU,
                    "numero",
                    "P-009",
                    "categorie",
                    CategorieOrganisme.ENTREPRISE)
                .faits());
    JsonNode rapport =
        conforme(Fabrique.rapport(Fabrique.jugement(Verdict.NON_CONFORME, List.of(constat))));

    assertThat(cles(rapport)).containsExactly("outil", "genereLe", "redditions", "erreurs");
    assertThat(rapport.get("genereLe").asText()).isEqualTo("2022-07-02T02:15:00-04:00");
    JsonNode reddition = rapport.at("/redditions/0");
    assertThat(cles(reddition))
        .containsExactly(
            "edition",
            "fichier",
            "entente",
            "exercice",
            "verdict",
            "cible4",
            "sommaire",
            "regles",
            "constats",
            "avis");
    assertThat(reddition.get("exercice").asText()).isEqualTo("2021-2022");
    assertThat(reddition.at("/entente/nom").asText()).isEqualTo("Lanaudière");
    assertThat(reddition.at("/cible4/niveau").asText()).isEqualTo("AMORCEE");
    assertThat(reddition.at("/sommaire/nonConformites").asInt()).isEqualTo(1);
    assertThat(reddition.at("/regles/1"))
        .isEqualTo(
            JSON.readTree(
                """
                {"id": "ORG-01", "statut": "ENFREINTE", "gravite": "NON_CONFORMITE",
                 "surete": "V", "examines": 48, "enfreints": 1, "inconnus": 0}
                """));
    assertThat(reddition.at("/constats/0"))
        .isEqualTo(
            JSON.readTree(
                """
                {
                  "regle": "ORG-01", "gravite": "NON_CONFORMITE", "famille": "ORG",
                  "message": "Projet P-009\u00A0: Entreprise à but lucratif n’est pas admissible",
                  "correction": "Retirez le projet P-009",
                  "norme": {"document": "Orientations et normes",
                            "section": "organismes admissibles (RAPPORT 2.3.7)",
                            "resume": "Le promoteur est un organisme admissible."},
                  "emplacements": [
                    {"feuille": "Projets", "cellule": "E12", "valeur": "Entreprise à but lucratif"},
                    {"feuille": "Rapport financier", "cellule": "D4:D9", "valeur": null},
                    {"feuille": "Projets", "cellule": null, "valeur": null}],
                  "faits": {"numero": "P-009", "categorie": "ENTREPRISE"}
                }
                """));
  }

  @Test
  void writesFactsForPrograms() throws IOException {
    Constat constat =
        Fabrique.constat(
            "FIN-02",
            "",
            LIEU,
            "declare",
            Montant.de("1234.5"),
            "date",
            LocalDate.of(2022, 6, 30),
            "nombre",
            12L,
            "joint",
            true,
            "part",
            new Part(new BigDecimal("0.10")),
            "exercice",
            new Exercice(2021),
            "entente",
            Fabrique.entente(),
            "attendu",
            TypeValeur.MONTANT,
            "categories",
            List.of(CategorieOrganisme.OBNL, CategorieOrganisme.MRC));
    JsonNode rapport =
        conforme(Fabrique.rapport(Fabrique.jugement(Verdict.NON_CONFORME, List.of(constat))));
    assertThat(rapport.at("/redditions/0/constats/0/faits"))
        .isEqualTo(
            JSON.readTree(
                """
                {"declare": "1234.50", "date": "2022-06-30", "nombre": 12, "joint": true, "part": "0.10",
                 "exercice": "2021-2022", "entente": "ALL-14", "attendu": "MONTANT", "categories": ["OBNL", "MRC"]}
                """));
  }

  @Test
  void writesWhatIsUnknown() throws IOException {
    Jugement jugement = Fabrique.jugement("vide.xlsx", Verdict.IRRECEVABLE, null, List.of());
    JsonNode rapport =
        conforme(Fabrique.avecErreur(Fabrique.rapport(jugement), "x.xls", "Ancien format"));
    JsonNode reddition = rapport.at("/redditions/0");
    assertThat(reddition.get("edition").isNull()).isTrue();
    assertThat(reddition.get("entente").isNull()).isTrue();
    assertThat(reddition.get("exercice").isNull()).isTrue();
    assertThat(reddition.at("/cible4/niveau").isNull()).isTrue();
    assertThat(rapport.at("/erreurs/0/motif").asText()).isEqualTo("INTERNE");
    assertThat(rapport.at("/erreurs/0/cause").asText())
        .isEqualTo("Erreur interne\u00A0: Ancien format");
  }

  @Test
  void levelIsUnknownWithoutItsSheet() throws IOException {
    Jugement jugement = Fabrique.jugement("x.xlsx", Verdict.NON_CONFORME, null, List.of());
    assertThat(conforme(Fabrique.rapport(jugement)).at("/redditions/0/cible4/niveau").asText())
        .isEqualTo("INDETERMINE");
  }

  @Test
  void saysWhyARuleCouldNotBeRun() throws IOException {
    Jugement jugement = Fabrique.jugement(Verdict.INDETERMINE, List.of());
    List<ResultatRegle> resultats = new ArrayList<>(jugement.resultats());
    resultats.set(
        0,
        new ResultatRegle(Fabrique.regle("LEC-03"), StatutRegle.INDETERMINE, 0, 0, 1, "en panne"));
    JsonNode rapport =
        conforme(
            Fabrique.rapport(
                new Jugement(
                    jugement.fichier(),
                    jugement.projets(),
                    jugement.edition(),
                    jugement.exercice(),
                    jugement.entente(),
                    jugement.verdict(),
                    jugement.participation(),
                    resultats,
                    jugement.constats(),
                    List.of())));
    assertThat(rapport.at("/redditions/0/regles/0/cause").asText()).isEqualTo("en panne");
    assertThat(rapport.at("/redditions/0/regles/1").has("cause")).isFalse();
  }

  @Test
  void writesValuesForPrograms() throws IOException {
    Emplacement lieu = Emplacement.cellule(Fabrique.PROJETS, 2, 15, Montant.de("1234.5"));
    Constat constat = Fabrique.constat("ORG-01", "", lieu);
    JsonNode rapport =
        conforme(Fabrique.rapport(Fabrique.jugement(Verdict.NON_CONFORME, List.of(constat))));
    assertThat(rapport.at("/redditions/0/constats/0/emplacements/0/valeur").asText())
        .isEqualTo("1234.50");
  }

  @Test
  void replacesHalfACharacter() throws IOException {
    Emplacement lieu =
        Emplacement.cellule(Fabrique.PROJETS, 2, 5, "a\uD800b \uD83D\uDE00 \u0000\u001B");
    Constat constat = Fabrique.constat("ORG-01", "", lieu);
    JsonNode rapport =
        conforme(Fabrique.rapport(Fabrique.jugement(Verdict.NON_CONFORME, List.of(constat))));
    assertThat(rapport.at("/redditions/0/constats/0/emplacements/0/valeur").asText())
        .isEqualTo("a\uFFFDb \uD83D\uDE00 \u0000\u001B");
  }

  @Test
  void theSchemaIsStrict() throws IOException {
    ObjectNode rapport =
        (ObjectNode) conforme(Fabrique.rapport(Fabrique.jugement(Verdict.CONFORME, List.of())));
    assertThat(schema.validate(rapport.deepCopy().put("autre", 1))).hasSize(1);
    ObjectNode sansVerdict = rapport.deepCopy();
    ((ObjectNode) sansVerdict.at("/redditions/0")).remove("verdict");
    assertThat(schema.validate(sansVerdict)).hasSize(1);
    ObjectNode mauvaiseDate = rapport.deepCopy().put("genereLe", "hier");
    assertThat(schema.validate(mauvaiseDate)).hasSize(1);
  }

  @Test
  void theSchemaDescribesTheAudit() throws IOException {
    ObjectNode rapport = (ObjectNode) conforme(Fabrique.rapport());
    rapport.set(
        "audit",
        JSON.readTree(
            """
            {"date": "2022-09-01", "exercices": ["2018-2019", "2019-2020"],
             "constats": [{"regle": "INT-01", "gravite": "NON_CONFORMITE", "message": "m", "entente": "ALL-09",
                           "exercice": "2020-2021", "fichiers": [], "emplacements": []}],
             "ecartes": [{"fichier": "a.xlsx", "motif": "m"}]}
            """));
    assertThat(schema.validate(rapport)).isEmpty();
  }

  @Test
  void writesTheSameTwice() {
    Rapport rapport =
        Fabrique.rapport(Fabrique.jugement(Verdict.NON_CONFORME, Fabrique.constats(3)));
    String premier = Fabrique.ecrit(redacteur, rapport);
    assertThat(Fabrique.ecrit(new RedacteurJson(Fabrique.textes()), rapport)).isEqualTo(premier);
    assertThat(premier).endsWith("}\n").doesNotContain("\r");
  }

  private JsonNode conforme(Rapport rapport) throws IOException {
    JsonNode json = JSON.readTree(Fabrique.ecrit(redacteur, rapport));
    Set<ValidationMessage> ecarts = schema.validate(json);
    assertThat(ecarts).isEmpty();
    return json;
  }

  private static List<String> cles(JsonNode objet) {
    List<String> cles = new ArrayList<>();
    objet.fieldNames().forEachRemaining(cles::add);
    return cles;
  }
}
