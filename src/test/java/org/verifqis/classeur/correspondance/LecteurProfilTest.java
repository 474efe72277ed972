package org.verifqis.classeur.correspondance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.verifqis.classeur.correspondance.CorrespondanceInvalide.Motif;

/** What is wrong with a profile is told with its line. */
class LecteurProfilTest {
  private static List<String> faults(String... lines) {
    CorrespondanceInvalide thrown =
        catchThrowableOfType(
            CorrespondanceInvalide.class,
            () ->
                new LecteurProfil(Classeur.GABARIT)
                    .lis("p.yaml", "p.yaml", String.join("\n", lines) + "\n"));
    return thrown == null
        ? List.of()
        : thrown.defauts().stream().map(d -> d.ligne() + " " + d.motif()).toList();
  }

  private static String[] with(String... lines) {
    String[] all = new String[lines.length + 5];
    List<String> start =
        List.of(
            "correspondance: \"1\"",
            "blocs:",
            "- vers: Projets",
            "  feuille: T",
            "  entete: {contient: ['No']}");
    for (int i = 0; i < all.length; i++) {
      all[i] = i < 5 ? start.get(i) : lines[i - 5];
    }
    return all;
  }

  @Test
  void aProfileThatIsRightHasNone() {
    assertThat(faults(with("  colonnes: {numero: 'No'}"))).isEmpty();
  }

  @Test
  void unknownKeysAndValuesOfAnotherFormAreToldWithTheirLine() {
    assertThat(faults(with("  colonnes:", "    numero: {entte: 'No'}"))).containsExactly("7 CLE");
    assertThat(faults(with("  genre: tablau", "  colonnes: {numero: 'No'}")))
        .containsExactly("6 FORME");
    assertThat(faults("correspondance: \"1\"", "bloc: []"))
        .containsExactlyInAnyOrder("1 MANQUANTE", "2 CLE");
  }

  @Test
  void fieldsSheetsAndTablesThatThereAreNotAreToldToo() {
    assertThat(faults(with("  colonnes:", "    numro: 'No'"))).containsExactly("7 CHAMP");
    assertThat(
            faults(
                with("  colonnes:", "    neq: {joindre: {table: tiers, par: ID, colonne: NEQ}}")))
        .containsExactly("7 TABLE");
    assertThat(faults(with("  colonnes: {numero: 'No'}", "constantes: {Identity: {region: '02'}}")))
        .containsExactly("7 FEUILLE");
  }

  @Test
  void aWordThatStandsForNoCodeIsTold() {
    assertThat(
            faults(
                with(
                    "  colonnes:",
                    "    statut: {entete: 'No', valeurs: {A: EN_COURS,",
                    "      B: FINI}}")))
        .containsExactly("8 CODE");
  }

  @Test
  void whatCouldNeverBeFoundIsTold() {
    assertThat(
            faults(
                "correspondance: \"1\"",
                "blocs:",
                "- vers: Projets",
                "  entete: {contient: [false]}",
                "  colonnes: {numero: 'No'}"))
        .containsExactly("4 FORME");
    assertThat(
            faults(
                with(
                    "  sections: [{motif: '^MRC', nom: mrc}]",
                    "  colonnes:",
                    "    territoires: {section: mrcs}")))
        .containsExactly("8 SECTION");
    assertThat(faults(with("  colonnes:", "    categorie: {x: {A: OBNL, B: ZUT}}")))
        .containsExactly("7 CODE");
    assertThat(faults(with("  genre: croise", "  colonnes: {aideAccordee: valeur}")))
        .containsExactly("6 MANQUANTE");
    assertThat(
            faults(
                with(
                    "  colonnes:",
                    "    titre: {entete: T, dictionnaire: {table: codes, cle: A, valeur: B}}")))
        .containsExactly("7 TABLE");
    assertThat(
            faults(
                with(
                    "  colonnes:",
                    "    titre: {entete: T, dictionnaire: {table: codes, cle: A, valeur: B}}",
                    "tables: {codes: {feuille: C, entete: {contient: [A]}}}")))
        .isEmpty();
  }

  @Test
  void whatAPersonHasYetToConfirmIsRefused() {
    assertThat(faults(with("  colonnes:", "    numero: {entete: 'No', aConfirmer: true}")))
        .containsExactly("7 A_CONFIRMER");
  }

  @Test
  void patternsAreThoseThatEnd() {
    assertThat(faults(with("  sauter: '(a'", "  colonnes: {numero: 'No'}")))
        .containsExactly("6 MOTIF");
    assertThat(faults(with("  sauter: '(?=a)'", "  colonnes: {numero: 'No'}")))
        .containsExactly("6 MOTIF");
    // Backtracking would take two to the power of thirty steps.
    TextPattern slow = TextPattern.of("^(a+)+$");
    assertThat(slow.find("a".repeat(15_000) + "b")).isFalse();
  }

  @Test
  void textThatIsNoYamlIsToldWithItsLine() {
    assertThat(faults("correspondance: \"1\"", "blocs: ["))
        .singleElement()
        .asString()
        .endsWith(Motif.ILLISIBLE.name());
  }

  @Test
  void anyTextIsRefusedOrRead() {
    Random random = new Random(16);
    String base = String.join("\n", with("  sauter: ^Total", "  colonnes: {numero: 'No'}"));
    String letters = "{}[]:-,'\"\n ~&*!|>%@0aé?";
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder(base);
      for (int j = 0; j <= random.nextInt(4); j++) {
        char letter = letters.charAt(random.nextInt(letters.length()));
        text.setCharAt(random.nextInt(text.length()), letter);
      }
      faults(text.toString());
    }
  }
}
