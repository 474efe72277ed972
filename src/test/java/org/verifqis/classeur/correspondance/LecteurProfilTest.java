package org.verifqis.classeur.correspondance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.verifqis.classeur.correspondance.CorrespondanceInvalide.Motif;
import org.verifqis.rapport.Langue;
import org.verifqis.rapport.Mots;
import org.verifqis.rapport.PhrasesCorrespondance;
import org.verifqis.rapport.PhrasesCorrespondance.Faute;

/** What is wrong with a profile is told with its line. */
class LecteurProfilTest {
  private static List<String> faults(String... lines) {
    CorrespondanceInvalide thrown =
        catchThrowableOfType(
            CorrespondanceInvalide.class,
            () ->
                new LecteurProfil(Classeur.GABARIT)
                    .lis("p.yaml", "p.yaml", String.join("\n", lines) + "\n"));
    if (thrown == null) {
      return List.of();
    }
    for (Langue langue : Langue.values()) {
      // Whatever is refused has its words.
      PhrasesCorrespondance phrases = new PhrasesCorrespondance(Mots.de(langue));
      thrown
          .defauts()
          .forEach(
              d ->
                  phrases.lignes(
                      "p.yaml", List.of(new Faute(d.ligne(), d.motif().name(), d.details()))));
    }
    return thrown.defauts().stream().map(d -> d.ligne() + " " + d.motif()).toList();
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

  private static List<String> column(String field, String spec) {
    return faults(
        with(
            "  colonnes:",
            "    " + field + ": " + spec,
            "tables: {t: {feuille: J, entete: {contient: [A]}}}"));
  }

  @Test
  void aValueComesFromOnePlace() {
    assertThat(column("titre", "{entete: T, etiquette: U}")).contains("7 ENSEMBLE");
    assertThat(column("titre", "{entete: T, colonne: U}")).containsExactly("7 ENSEMBLE");
    assertThat(column("titre", "{somme: [A], premier: [B]}")).contains("7 ENSEMBLE");
    assertThat(column("titre", "{premier: [A, {entete: B, constante: c}]}"))
        .containsExactly("7 ENSEMBLE");
    assertThat(column("statut", "{valeurs: {A: EN_COURS}}")).containsExactly("7 SANS_LIEU");
    assertThat(column("titre", "''")).containsExactly("7 FORME");
    assertThat(column("titre", "{entete: [T, ' ']}")).containsExactly("7 FORME");
    assertThat(column("titre", "{entete: T, ou: dessous}")).containsExactly("7 SANS_EFFET");
  }

  @Test
  void aColumnIsReadWhereItCanBe() {
    assertThat(column("titre", "{etiquette: T}")).containsExactly("7 SANS_EFFET");
    assertThat(column("titre", "{croisement: [T, U]}")).containsExactly("7 SANS_EFFET");
    assertThat(column("aideAccordee", "valeur")).containsExactly("7 SANS_EFFET");
    assertThat(column("aideAccordee", "{entete: valeur}")).isEmpty();
    String[] form = {
      "correspondance: \"1\"",
      "blocs:",
      "- vers: Projets",
      "  genre: fiche",
      "  feuille: F",
      "  filtre: {A: b}",
      "  sauter: ^Total",
      "  colonnes: {numero: {etiquette: 'No'}, aideAccordee: {somme: {motif: ^A}}}"
    };
    assertThat(faults(form)).containsExactly("6 SANS_EFFET", "7 SANS_EFFET", "8 SANS_EFFET");
    assertThat(faults(with("  depivoter: ^A", "  colonnes: {numero: 'No'}")))
        .containsExactly("6 SANS_EFFET");
  }

  @Test
  void whatIsDeclaredIsOfTheTypeOfItsField() {
    assertThat(column("statut", "{entete: S, sinon: ZUT}")).containsExactly("7 CODE");
    assertThat(column("statut", "{entete: S, sinon: En cours}")).isEmpty();
    assertThat(column("aideAccordee", "{entete: S, sinon: ZUT}")).containsExactly("7 TYPE");
    assertThat(column("aideAccordee", "{entete: S, sinon: 0}")).isEmpty();
    assertThat(column("aideAccordee", "{entete: S, sinon: '1,234'}")).containsExactly("7 TYPE");
    assertThat(column("aideAccordee", "{somme: [{entete: A, sinon: ZUT}]}"))
        .containsExactly("7 TYPE");
    assertThat(column("dateDebut", "{entete: S, sinon: ZUT}")).containsExactly("7 TYPE");
    assertThat(column("dateDebut", "{entete: S, vide: 0}")).containsExactly("7 TYPE");
    assertThat(column("statut", "{entete: S, vide: 0}")).containsExactly("7 CODE");
    assertThat(column("categorie", "{constante: ZUT}")).containsExactly("7 CODE");
    assertThat(column("personnesRejointes", "{constante: 12.5}")).containsExactly("7 TYPE");
    assertThat(column("neq", "{constante: 12}")).containsExactly("7 TYPE");
    String[] declared = {
      "correspondance: \"1\"",
      "constantes:",
      "  Identification:",
      "    codeEntente: ALL-02",
      "    exerciceDebut: avril 2021",
      "    enveloppe: beaucoup",
      "    mandataireType: ZUT",
      "blocs: [{vers: Projets, feuille: T, colonnes: {numero: 'No'}}]"
    };
    assertThat(faults(declared)).containsExactly("5 TYPE", "6 TYPE", "7 CODE");
  }

  @Test
  void wordsStandForWhatTheFieldTakes() {
    assertThat(column("statut", "{entete: S, valeurs: {A: 5}}")).containsExactly("7 CODE");
    assertThat(column("statut", "{entete: S, valeurs: {A: null, B: Terminé}}")).isEmpty();
    assertThat(column("aideAccordee", "{entete: S, valeurs: {Néant: 0, Autre: rien}}"))
        .containsExactly("7 TYPE");
    assertThat(column("dateDebut", "{entete: S, valeurs: {Printemps: avril}}"))
        .containsExactly("7 TYPE");
    assertThat(column("dateDebut", "{entete: S, valeurs: {Printemps: 2021-04-01}}")).isEmpty();
    assertThat(column("dateDebut", "{entete: S, format: JJ/MM/AAAA, valeurs: {P: 2021-04-01}}"))
        .containsExactly("7 TYPE");
    assertThat(column("statut", "{entete: S, valeurs: {Actif: EN_COURS, ACTIF: TERMINE}}"))
        .containsExactly("7 MOT_REPETE");
    assertThat(
            faults(
                with(
                    "  colonnes:",
                    "    statut: {entete: S, dictionnaire: etats}",
                    "dictionnaires:",
                    "  etats:",
                    "    A: EN_COURS",
                    "    B: ZUT")))
        .containsExactly("11 CODE");
    assertThat(column("categorie", "{x: [A, OBNL]}")).containsExactly("7 CODE");
  }

  @Test
  void formsOfDatesAreThoseByWhichOneCanBeRead() {
    for (String form :
        List.of(
            "AAAAMMJJ",
            "MM/JJ/AAAA",
            "JJ/MM/AA",
            "%d %B %Y",
            "yyyy-MM-dd",
            "JJ MMMM AAAA",
            "MMMM d, yyyy",
            "%Y-%m-%dT%H:%M:%S",
            "dd.mm.yyyy hh:mm")) {
      assertThat(column("dateDebut", "{entete: D, format: '" + form + "'}")).as(form).isEmpty();
    }
    for (String form : List.of("zzz", "AAAA", "AAAA-MM", "JJ/MM", "0,00", "%Q", "")) {
      assertThat(column("dateDebut", "{entete: D, format: '" + form + "'}"))
          .as(form)
          .containsExactly("7 FORMAT");
    }
    assertThat(column("titre", "{entete: D, format: AAAA-MM-JJ}")).containsExactly("7 SANS_EFFET");
    assertThat(Dates.parse("2021-05-01T10:11:12", "%Y-%m-%dT%H:%M:%S")).hasToString("2021-05-01");
    assertThat(column("titre", "{entete: D, unite: 1000}")).containsExactly("7 SANS_EFFET");
    assertThat(column("aideAccordee", "{entete: D, unite: 0}")).containsExactly("7 FORME");
  }

  @Test
  void whatOtherTablesAreAskedIsWhole() {
    String sum = "{agreger: {table: t, par: A, quoi: somme%s}}";
    assertThat(column("aideAccordee", sum.formatted(""))).containsExactly("7 MANQUANTE");
    assertThat(column("aideAccordee", sum.formatted(", colonne: B"))).isEmpty();
    assertThat(column("rencontres", "A")).containsExactly("7 CHAMP");
    assertThat(column("personnesRejointes", "{agreger: {table: t, par: A, quoi: compte}}"))
        .isEmpty();
    assertThat(column("aideAccordee", "{agreger: {table: t, cle: A, colonne: B}}"))
        .containsExactly("7 MANQUANTE");
    assertThat(column("titre", "{agreger: {table: t, par: A, colonne: B}}"))
        .containsExactly("7 SANS_EFFET");
    assertThat(column("titre", "{agreger: {table: t, par: A, quoi: premier, colonne: B}}"))
        .isEmpty();
    assertThat(column("titre", "{joindre: {table: t, par: {section: s}, colonne: B}}"))
        .contains("7 MANQUANTE");
    assertThat(column("titre", "{entete: T, dictionnaire: {table: t, cle: A}}"))
        .containsExactly("7 MANQUANTE");
  }

  @Test
  void conditionsAskForSomethingThatMayBe() {
    assertThat(faults(with("  filtre: [{colonne: A, egl: b}]", "  colonnes: {numero: 'No'}")))
        .containsExactlyInAnyOrder("6 CLE", "6 MANQUANTE");
    assertThat(faults(with("  filtre: {A: {}}", "  colonnes: {numero: 'No'}")))
        .containsExactly("6 MANQUANTE");
    assertThat(
            faults(
                with(
                    "  filtre: {A: {du: 2022-04-01, au: 2021-03-31}}",
                    "  colonnes: {numero: 'No'}")))
        .containsExactly("6 FORME");
    assertThat(faults(with("  filtre: {A: {du: 2021-04-01, au: 5}}", "  colonnes: {numero: 'No'}")))
        .containsExactly("6 FORME");
    assertThat(
            faults(
                with(
                    "  filtre: [{colonne: A, du: 2021-04-01, au: 2021-04-01}]",
                    "  colonnes: {numero: 'No'}")))
        .isEmpty();
  }

  @Test
  void theYearIsToldWhereItIsMeantAndIsOne() {
    assertThat(faults(with("  colonnes: {numero: 'No {exercice}'}")))
        .containsExactly("6 MANQUANTE");
    assertThat(faults(with("  colonnes: {numero: 'No {exercice}'}", "exercice: 2021-2022")))
        .isEmpty();
    assertThat(faults(with("  colonnes: {numero: 'No'}", "exercice: 2021-2023")))
        .containsExactly("7 FORME");
    assertThat(faults(with("  colonnes: {numero: 'No'}", "gabarit: 10")))
        .containsExactly("7 GABARIT");
    assertThat(faults(with("  colonnes: {numero: 'No'}", "gabarit: 1"))).isEmpty();
  }

  @Test
  void everyFaultIsToldInBothLanguages() {
    for (Langue langue : Langue.values()) {
      PhrasesCorrespondance phrases = new PhrasesCorrespondance(Mots.de(langue));
      for (Motif motif : Motif.values()) {
        String last =
            motif == Motif.TYPE ? "DATE" : motif == Motif.SANS_EFFET ? "CHIFFRE" : "liste";
        List<String> details =
            motif == Motif.SANS_EFFET ? List.of("unite", last) : List.of("mot", "nom", last);
        assertThat(phrases.lignes("p.yaml", List.of(new Faute(3, motif.name(), details))).get(1))
            .as(motif.name())
            .contains("3")
            .doesNotContain("{", "correspondance.defaut", "correspondance.pour", ".type.");
      }
    }
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

  @Test
  void aSheetOfOneValueALineIsNoTable() {
    for (String kind : List.of("tableau", "fiche", "transpose")) {
      String[] lines = {
        "correspondance: \"1\"",
        "blocs:",
        "- vers: Identification",
        "  genre: " + kind,
        "  feuille: T",
        "  entete: {contient: [Nom]}",
        "  colonnes: {mandataireNom: Nom}"
      };
      assertThat(faults(lines)).as(kind).contains("3 SANS_EFFET");
    }
  }
}
