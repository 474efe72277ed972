package org.verifqis.rapport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Erreur;
import org.verifqis.modele.Refus;
import org.verifqis.modele.Refus.Motif;
import org.verifqis.regles.Parametres;
import org.verifqis.regles.ParametresInvalides;
import org.verifqis.regles.Registre;
import org.verifqis.regles.derogations.Derogations;
import org.verifqis.regles.derogations.DerogationsInvalides;

/** Reasons in the words of both languages. */
class PhrasesRefusTest {
  @TempDir private Path dossier;

  private static PhrasesRefus phrases(Langue langue) {
    return new PhrasesRefus(Mots.de(langue));
  }

  @ParameterizedTest
  @EnumSource(Motif.class)
  void eachReasonHasItsSentence(Motif motif) {
    for (Langue langue : Langue.values()) {
      Refus refus = Refus.de(motif, "x", 5_000);
      assertThat(phrases(langue).cause(refus)).isNotBlank().doesNotContain("{", "5000");
      // Whoever looks at a page can give the program neither an option nor memory.
      assertThat(PhrasesRefus.pourUnePage(Mots.de(langue)).cause(refus))
          .isNotBlank()
          .doesNotContain("{", "--", "VERIFQIS", "verifqis ");
    }
  }

  @Test
  void detailsAreWrittenAsTheLanguageDoesAndDoNoHarm() {
    Refus refus = Refus.de(Motif.TROP_DE_LIGNES, "Projets\u001B[31m", 200_000);
    assertThat(phrases(Langue.FR).cause(refus))
        .startsWith(
            "La feuille «\u00A0Projets\uFFFD[31m\u00A0» compte plus de 200\u00A0000 lignes");
    assertThat(phrases(Langue.EN).cause(refus))
        .startsWith("Sheet “Projets\uFFFD[31m” has more than 200,000 rows");
    assertThat(phrases(Langue.EN).ligne(new Erreur("a\n/b.xlsx", Refus.de(Motif.VIDE))))
        .startsWith("a")
        .contains("b.xlsx : The file is empty")
        .doesNotContain("\n");
  }

  @Test
  void theSchemaNamesEveryReason() throws IOException {
    JsonNode schema =
        new ObjectMapper().readTree(Rapport.class.getResourceAsStream("rapport.schema.json"));
    List<String> nommes = new ArrayList<>();
    schema
        .at("/properties/erreurs/items/properties/motif/enum")
        .forEach(motif -> nommes.add(motif.asText()));
    assertThat(nommes).isEqualTo(Arrays.stream(Motif.values()).map(Motif::name).toList());
  }

  @Test
  void aFileOfParametersIsToldWhatIsWrong() throws IOException {
    Path fichier = Files.writeString(dossier.resolve("p.yaml"), "inconnu: {valeurs: []}");
    try {
      Parametres.charge().avec(fichier);
      throw new AssertionError("it was taken");
    } catch (ParametresInvalides e) {
      assertThat(phrases(Langue.FR).cause(fichier, e)).contains("paramètre inconnu", "inconnu");
      assertThat(phrases(Langue.EN).cause(fichier, e)).contains("unknown parameter", "inconnu");
    }
    try {
      Parametres.charge().avec(dossier.resolve("nulle-part.yaml"));
      throw new AssertionError("it was found");
    } catch (ParametresInvalides e) {
      assertThat(phrases(Langue.FR).cause(fichier, e)).contains("introuvable");
    }
    for (Langue langue : Langue.values()) {
      for (ParametresInvalides.Motif motif : ParametresInvalides.Motif.values()) {
        assertThat(Mots.de(langue).mot("defaut.parametres." + motif, "x", "y", "z", "w", "v"))
            .isNotBlank();
      }
    }
  }

  @Test
  void aFigureThatWillNotDoIsToldWithTheFormExpected() throws IOException {
    Path fichier =
        Files.writeString(
            dossier.resolve("plafond.yaml"),
            "administration.plafond: {valeurs: [{edition: 2017-2024, valeur: \"10\"}]}");
    ParametresInvalides refusee =
        catchThrowableOfType(ParametresInvalides.class, () -> Parametres.charge().avec(fichier));
    assertThat(phrases(Langue.FR).cause(fichier, refusee).replace('\u00A0', ' '))
        .endsWith(
            "« administration.plafond » : la valeur « 10 » ne convient pas ; la forme attendue est une part"
                + " entre 0 et 1, avec un point, par exemple 0.10 pour 10 %.");
    assertThat(phrases(Langue.EN).cause(fichier, refusee)).contains("a share between 0 and 1");
  }

  @Test
  void aFileOfDerogationsIsToldEachFault() throws IOException {
    StringBuilder fautes = new StringBuilder("derogations:\n");
    for (int i = 0; i < 25; i++) {
      fautes.append("  - {entente: ALL-14, exercice: 2021-2022, regle: PRO-99, par: x,");
      fautes.append(" autorite: y, motif: z, jusquAu: 2024-03-31}\n");
    }
    Path fichier = Files.writeString(dossier.resolve("d.yaml"), fautes);
    try {
      Derogations.charge(fichier, Registre.charge(), LecteurGabarit.charge());
      throw new AssertionError("it was taken");
    } catch (DerogationsInvalides e) {
      assertThat(phrases(Langue.FR).cause(fichier, e).lines())
          .hasSize(22)
          .contains(
              "  ligne 2, dérogation 1\u00A0: règle inconnue «\u00A0PRO-99\u00A0»."
                  + " La liste\u00A0: verifqis regles.",
              "  … et 5 autres.");
      assertThat(phrases(Langue.EN).cause(fichier, e)).contains("PRO-99", "5");
    }
    for (Langue langue : Langue.values()) {
      for (DerogationsInvalides.Motif motif : DerogationsInvalides.Motif.values()) {
        assertThat(Mots.de(langue).mot("defaut." + motif, "x", "y", "z")).isNotBlank();
      }
    }
  }
}
