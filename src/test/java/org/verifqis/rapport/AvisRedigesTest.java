package org.verifqis.rapport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Avis;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.TypeValeur;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Verdict;

/** What breaks no rule, in every form of report; and texts that look the same in one message. */
class AvisRedigesTest {
  private static final Gabarit GABARIT = LecteurGabarit.charge();
  private static final String DIT =
      "La feuille « Projets (2) » porte les mêmes en-têtes que « Projets »";

  private static Textes textes(Langue langue) {
    return Textes.charge(langue, GABARIT);
  }

  private static Jugement jugement() {
    Jugement sans = Fabrique.jugement(Verdict.CONFORME, List.of());
    Avis avis =
        new Avis(
            Avis.Nature.FEUILLE_EN_DOUBLE,
            Emplacement.feuille(Fabrique.PROJETS),
            Map.of("feuille", "Projets", "autre", "Projets (2)"));
    return new Jugement(
        sans.fichier(),
        sans.projets(),
        sans.edition(),
        sans.exercice(),
        sans.entente(),
        sans.verdict(),
        sans.participation(),
        sans.resultats(),
        sans.constats(),
        List.of(avis));
  }

  private static String ecrit(RedacteurRapport redacteur) {
    return Fabrique.ecrit(redacteur, Fabrique.rapport(jugement())).replace('\u00A0', ' ');
  }

  @Test
  void peopleReadIt() {
    Textes textes = textes(Langue.FR);
    assertThat(ecrit(new RedacteurConsole(textes, false, 0, StandardCharsets.UTF_8)))
        .contains("À remarquer " + DIT, "→ Assurez-vous que « Projets » est la bonne");
    assertThat(ecrit(new RedacteurHtml(textes)).replace("&nbsp;", " "))
        .contains("À remarquer", DIT, "Assurez-vous");
    assertThat(new Annotations(textes).de(jugement()).sommaire())
        .anyMatch(ligne -> ligne.replace('\u00A0', ' ').contains(DIT));
    assertThat(ecrit(new RedacteurCsv(textes))).doesNotContain("Projets (2)");
  }

  @Test
  void programsReadItUnderItsKey() throws IOException {
    JsonNode rapport =
        JsonMapper.builder().build().readTree(ecrit(new RedacteurJson(textes(Langue.EN))));
    JsonNode avis = rapport.at("/redditions/0/avis/0");
    assertThat(avis.get("nature").asText()).isEqualTo("FEUILLE_EN_DOUBLE");
    assertThat(avis.get("message").asText())
        .isEqualTo(
            "Sheet “Projets (2)” has the same headers as “Projets”; only “Projets” was read.");
    assertThat(avis.at("/emplacements/0/feuille").asText()).isEqualTo("Projets");
    assertThat(avis.at("/faits/autre").asText()).isEqualTo("Projets (2)");
    assertThat(
            JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(RedacteurJson.class.getResourceAsStream("rapport.schema.json"))
                .validate(rapport))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyKindHasItsTexts(Avis.Nature nature) {
    Avis avis = new Avis(nature, Emplacement.feuille(Fabrique.PROJETS), Map.of());
    for (Langue langue : Langue.values()) {
      assertThat(textes(langue).message(avis)).isNotBlank();
      assertThat(textes(langue).conseil(avis)).isNotBlank();
    }
  }

  private static String message(Langue langue, String valeur) {
    Constat constat =
        Fabrique.constat(
            "LEC-06",
            "suggestion",
            Emplacement.cellule(Fabrique.PROJETS, 2, 3, valeur),
            "feuille",
            "Identification",
            "champ",
            "Code de l’entente",
            "valeur",
            valeur,
            "suggestion",
            "ALL-14",
            "suggestionLibelle",
            "Lanaudière");
    return textes(langue).message(constat).replace('\u00A0', ' ');
  }

  @Test
  void textsThatLookTheSameAreToldApart() {
    assertThat(message(Langue.FR, "\u0410LL-14"))
        .endsWith(
            "Attention : dans « \u0410LL-14 », le caractère 1 (U+0410) n’est pas la lettre « A », mais une"
                + " lettre cyrillique qui lui ressemble.");
    assertThat(message(Langue.EN, "AL\u3164L-14"))
        .endsWith("Note: in “AL\u3164L-14”, character 3 (U+3164) is invisible.");
    assertThat(message(Langue.EN, "\u13AALL-14"))
        .endsWith("is not the letter “A”, but another character that looks like it.");
    assertThat(message(Langue.FR, "ALL-l4"))
        .endsWith(
            "Attention : « ALL-l4 » et « ALL-14 » se ressemblent, mais le caractère 5 est la lettre"
                + " « l » dans le premier et le chiffre « 1 » dans le second.");
    assertThat(message(Langue.EN, "ALL-l4"))
        .endsWith("character 5 is the letter “l” in the first and the digit “1” in the second.");
    assertThat(message(Langue.FR, "ALL-144")).doesNotContain("Attention");
  }

  @Test
  void aLetterInANumberIsNamed() {
    Constat constat =
        Fabrique.constat(
            "LEC-03",
            "",
            Emplacement.cellule(Fabrique.PROJETS, 2, 5, "1O0"),
            "feuille",
            "Projets",
            "champ",
            "PSPES impliquées",
            "valeur",
            "1O0",
            "attendu",
            TypeValeur.ENTIER);
    assertThat(textes(Langue.FR).message(constat).replace('\u00A0', ' '))
        .endsWith(
            "Attention : dans « 1O0 », le caractère 2 est la lettre « O », et non le chiffre « 0 ».");
    assertThat(textes(Langue.EN).message(constat))
        .endsWith("Note: in “1O0”, character 2 is the letter “O”, not the digit “0”.");
  }

  @Test
  void severalThingsOneOfWhichHoldsACommaAreToldApart() {
    assertThat(textes(Langue.FR).fait(List.of("Santé, État", "Autre")))
        .isEqualTo("Santé, État\u00A0; Autre");
    assertThat(textes(Langue.FR).fait(List.of("Un", "Deux"))).isEqualTo("Un, Deux");
  }
}
