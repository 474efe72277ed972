package org.verifqis.rapport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.verifqis.modele.CategorieOrganisme;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Niveau;
import org.verifqis.modele.Part;
import org.verifqis.modele.TypeMandataire;
import org.verifqis.modele.TypeValeur;
import org.verifqis.regles.Constat;

class TextesTest {
  private static final Emplacement LIEU =
      Emplacement.cellule(Fabrique.VERSEMENTS, 2, 3, "2018-05-01");

  private final Textes textes = Fabrique.textes();

  @Test
  void englishHasOneWordForOneThing() throws IOException {
    List<String> texts = new ArrayList<>(Files.readAllLines(Path.of("rules/textes.en.yaml")));
    for (String room : List.of("rapport", "cli", "web")) {
      Path words = Path.of("src/main/resources/org/verifqis", room, "messages_en.properties");
      Files.readAllLines(words).stream()
          .map(l -> l.replaceFirst("^[^=]*=", ""))
          .forEach(texts::add);
    }
    // The name of a sheet stays what it is in the workbook.
    assertThat(texts)
        .noneMatch(
            text -> text.replace("“Cible 4”", "").toLowerCase(Locale.ROOT).contains("cible 4"));
  }

  @Test
  void fillsTheMessage() {
    Constat constat =
        Fabrique.constat(
            "VER-02",
            "",
            LIEU,
            "numero",
            "V-1",
            "date",
            LocalDate.of(2018, 5, 1),
            "dateSignatureEntente",
            LocalDate.of(2018, 6, 12));
    assertThat(textes.message(constat))
        .isEqualTo("Versement V-1 daté du 1er mai 2018, signature le 12 juin 2018");
    assertThat(Fabrique.textes(Langue.EN).message(constat))
        .isEqualTo("Payment V-1 dated May 1, 2018, signed June 12, 2018");
  }

  @Test
  void bindsPunctuation() {
    Constat constat =
        Fabrique.constat(
            "FIN-02",
            "",
            LIEU,
            "declare",
            Montant.de("120500"),
            "calcule",
            Montant.de("120050"),
            "ecart",
            Montant.de("450"));
    assertThat(textes.message(constat))
        .isEqualTo(
            "Total\u00A0: 120\u00A0500,00\u00A0$ déclarés, 120\u00A0050,00\u00A0$ calculés, écart de 450,00\u00A0$");
    assertThat(Fabrique.textes(Langue.EN).message(constat))
        .isEqualTo("Total: $120,500.00 declared, $120,050.00 calculated, difference of $450.00");
  }

  @Test
  void choosesTheVariant() {
    Constat incertain = Fabrique.constat("FIN-02", "incertain", LIEU, "declare", Montant.de("1"));
    assertThat(textes.message(incertain)).endsWith("somme incertaine");
    assertThat(textes.correction(incertain)).isEqualTo("Corrigez le total");
  }

  @Test
  void tellsTheMissingValue() {
    assertThat(textes.message(Fabrique.constat("ORG-01", "", LIEU, "numero", "P-1")))
        .isEqualTo("Projet P-1\u00A0: (vide) n’est pas admissible");
  }

  @Test
  void replacesNothingInValues() {
    Constat constat =
        Fabrique.constat(
            "ORG-01",
            "",
            LIEU,
            "numero",
            "{categorie} ${numero} {x:-y}",
            "categorie",
            CategorieOrganisme.PERSONNE);
    assertThat(textes.message(constat))
        .isEqualTo(
            "Projet {categorie} ${numero} {x:-y}\u00A0: Personne physique n’est pas admissible");
  }

  @Test
  void writesEveryKindOfFact() {
    assertThat(textes.fait(12_345L)).isEqualTo("12\u00A0345");
    assertThat(textes.fait(true)).isEqualTo("Oui");
    assertThat(textes.fait(false)).isEqualTo("Non");
    assertThat(textes.fait(null)).isEqualTo("(vide)");
    assertThat(textes.fait(Fabrique.entente())).isEqualTo("Lanaudière (ALL-14)");
    assertThat(textes.fait(new Exercice(2021))).isEqualTo("2021-2022");
    assertThat(textes.fait(new Part(new BigDecimal("0.1")))).isEqualTo("10\u00A0%");
    assertThat(textes.fait(TypeValeur.LISTE_TEXTE)).isEqualTo("des textes");
    assertThat(textes.fait(Niveau.EN_VOIE)).isEqualTo("En voie");
    assertThat(textes.fait(EnumSet.of(TypeMandataire.MRC, TypeMandataire.FIDUCIAIRE)))
        .isEqualTo("MRC, Organisme fiduciaire désigné");
    assertThat(textes.fait(List.of("a", "b"))).isEqualTo("a, b");
    assertThat(Fabrique.textes(Langue.EN).fait(List.of())).isEmpty();
  }

  @Test
  void placesTheNorm() {
    assertThat(textes.reference(Fabrique.regle("VER-02")))
        .isEqualTo("Rapport d’évaluation, 2.3.3, étapes 3-4");
    assertThat(textes.reference(Fabrique.regle("LEC-03"))).isEqualTo("Gabarit");
  }

  @Test
  void countsInSingularAndPlural() {
    assertThat(textes.mots().compte("projets", 0)).isEqualTo("0 projet");
    assertThat(textes.mots().compte("projets", 1)).isEqualTo("1 projet");
    assertThat(textes.mots().compte("projets", 1200)).isEqualTo("1\u00A0200 projets");
    assertThat(Fabrique.textes(Langue.EN).mots().compte("projets", 0)).isEqualTo("0 projects");
  }

  @Test
  void refusesAnUnknownWord() {
    assertThatIllegalArgumentException().isThrownBy(() -> textes.mots().mot("inconnu"));
  }

  @Test
  void bothLanguagesHaveTheSameWords() throws IOException {
    Properties francais = mots(Langue.FR);
    Properties anglais = mots(Langue.EN);
    assertThat(anglais.keySet()).isEqualTo(francais.keySet());
    for (String cle : francais.stringPropertyNames()) {
      assertThat(accolades(anglais.getProperty(cle)))
          .as(cle)
          .isEqualTo(accolades(francais.getProperty(cle)));
    }
  }

  private static List<String> accolades(String texte) {
    return Arrays.stream(texte.split("(?=\\{)|(?<=})"))
        .filter(t -> t.startsWith("{"))
        .sorted()
        .toList();
  }

  private static Properties mots(Langue langue) throws IOException {
    Properties mots = new Properties();
    String nom = "messages_" + langue.code() + ".properties";
    try (Reader lecteur =
        new InputStreamReader(Mots.class.getResourceAsStream(nom), StandardCharsets.UTF_8)) {
      mots.load(lecteur);
    }
    return mots;
  }
}
