package org.verifqis.classeur.correspondance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verifqis.classeur.correspondance.Classeur.r;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.Projet;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Releve.Nature;
import org.verifqis.modele.Valeur;

/**
 * What can't be told of the cells that a profile names is unknown, with its cell and the reason.
 */
class UnclearTest {
  private static final String[] SUMS = {
    "blocs:",
    "- vers: Projets",
    "  feuille: L",
    "  entete: {contient: ['No', Titre]}",
    "  colonnes:",
    "    numero: 'No'",
    "    titre: Titre",
    "    aideVerseeExercice:",
    "      agreger: {table: t, par: 'No', cle: Dos, quoi: somme, colonne: Mt%s}",
    "tables:",
    "  t: {feuille: [J1, J2], entete: {contient: [Dos]}}"
  };

  private static Reddition sums(Classeur workbook, String when) {
    return workbook.lis(String.join("\n", SUMS).formatted(when).split("\n"));
  }

  private static List<String> notes(Reddition read, Nature nature) {
    return read.releves().stream()
        .filter(one -> one.nature() == nature)
        .flatMap(one -> one.anomalies().stream())
        .map(
            one ->
                one.detail()
                    + " "
                    + one.emplacements().get(0).feuille().nom()
                    + "!"
                    + one.emplacements().get(0).reference()
                    + " "
                    + one.faits().get("champ"))
        .toList();
  }

  private static Valeur<Montant> paid(Reddition read, int project) {
    return read.projets().get(project).aideVerseeExercice();
  }

  private static Classeur list() {
    return new Classeur().feuille("L", r("No", "Titre"), r("1", "A"), r("2", "B"));
  }

  @Test
  void aSheetOfARegisterThatIsNotThereMakesItsSumsUnknown() {
    Reddition read = sums(list().feuille("J1", r("Dos", "Mt"), r("1", 100)), "");
    assertThat(paid(read, 0).estInconnue()).isTrue();
    assertThat(notes(read, Nature.COLONNE_ABSENTE))
        .contains("source L!null Aide FQIS versée dans l'exercice");
    Reddition named =
        sums(
            list()
                .feuille("J1", r("Dos", "Mt"), r("1", 100))
                .feuille("J 2", r("Dos", "Mt"), r("1", 5)),
            "");
    assertThat(notes(named, Nature.COLONNE_ABSENTE))
        .contains("sourceSemblable L!null Aide FQIS versée dans l'exercice");
  }

  @Test
  void columnsMayStandOtherwiseOnEachSheetOfARegister() {
    Reddition read =
        sums(
            list()
                .feuille("J1", r("Dos", "Mt"), r("1", 100))
                .feuille("J2", r("Mt", "Note", "Dos"), r(7, "x", "1"), r(3, "y", "2")),
            "");
    assertThat(paid(read, 0).contenu()).isEqualTo(Montant.de("107"));
    assertThat(paid(read, 1).contenu()).isEqualTo(Montant.de("3"));
  }

  @Test
  void aColumnThatOneSheetOfARegisterLacksMakesItsSumsUnknown() {
    Reddition read =
        sums(
            list()
                .feuille("J1", r("Dos", "Mt"), r("1", 100))
                .feuille("J2", r("Dos", "Montants"), r("1", 5)),
            "");
    assertThat(paid(read, 0).estInconnue()).isTrue();
    assertThat(notes(read, Nature.COLONNE_ABSENTE))
        .contains("source L!null Aide FQIS versée dans l'exercice");
  }

  @Test
  void aRowOfWhichTheDateCantBeReadMakesTheSumUnknown() {
    Classeur workbook =
        list()
            .feuille(
                "J1",
                r("Dos", "Mt", "Le"),
                r("1", 100, LocalDate.of(2021, 5, 1)),
                r("1", 50, "mai 2021"),
                r("2", 7, LocalDate.of(2021, 6, 1)),
                r("2", null, "plus tard"),
                r("2", 0, null))
            .feuille("J2", r("Dos", "Mt", "Le"), r("3", 9, null));
    Reddition read = sums(workbook, ", si: {Le: {du: 2021-04-01}}");
    assertThat(paid(read, 0).estIllisible()).isTrue();
    // A row of nothing changes nothing.
    assertThat(paid(read, 1).contenu()).isEqualTo(Montant.de("7"));
    assertThat(notes(read, Nature.VALEUR_ILLISIBLE))
        .containsExactly("condition J1!C3 Aide FQIS versée dans l'exercice");
  }

  @Test
  void aRowWithoutADateMakesTheSumUnknownToo() {
    Classeur workbook =
        list()
            .feuille("J1", r("Dos", "Mt", "Le"), r("1", 100, null))
            .feuille("J2", r("Dos", "Mt", "Le"), r("2", 9, LocalDate.of(2020, 1, 1)));
    Reddition read = sums(workbook, ", si: {Le: {du: 2021-04-01}}");
    assertThat(paid(read, 0).estIllisible()).isTrue();
    assertThat(notes(read, Nature.VALEUR_ILLISIBLE))
        .containsExactly("conditionVide J1!C2 Aide FQIS versée dans l'exercice");
  }

  @Test
  void aRowOfWhichTheFilterCantBeToldIsARecordOfWhichNothingIsKnown() {
    Reddition read =
        new Classeur()
            .feuille(
                "L",
                r("No", "Titre", "Le"),
                r("1", "A", LocalDate.of(2021, 5, 1)),
                r("2", "B", "mai 2021"),
                r("3", "C", LocalDate.of(2020, 5, 1)),
                r("4", "D", null),
                r("Note : à suivre"))
            .lis(
                "blocs:",
                "- vers: Projets",
                "  feuille: L",
                "  entete: {contient: ['No', Titre]}",
                "  filtre: {Le: {du: 2021-04-01}}",
                "  colonnes: {numero: 'No', titre: Titre}");
    assertThat(read.projets()).hasSize(3);
    assertThat(read.projets().get(0).titre().contenu()).isEqualTo("A");
    assertThat(read.projets().get(1).titre().estIllisible()).isTrue();
    assertThat(read.projets().get(2).numero().estIllisible()).isTrue();
    assertThat(notes(read, Nature.VALEUR_ILLISIBLE))
        .contains("condition L!C3 Titre du projet", "conditionVide L!C5 Titre du projet");
  }

  @Test
  void whereAColumnOfTheFilterIsMissingNothingIsRead() {
    Reddition read =
        new Classeur()
            .feuille("L", r("No", "Titre", "Gardé"), r("1", "A", "oui"))
            .feuille("Reçu", r("No", "Montant"), r("1", 5))
            .lis(
                "blocs:",
                "- vers: Versements",
                "  feuille: Reçu",
                "  entete: {contient: [Montant]}",
                "  colonnes: {numero: 'No', montant: Montant}",
                "- vers: Projets",
                "  feuille: L",
                "  entete: {contient: ['No', Titre]}",
                "  filtre: {Garde tout: oui}",
                "  colonnes: {numero: 'No', titre: Titre}");
    assertThat(read.feuille(Onglet.PROJETS).etat()).isEqualTo(Feuille.Etat.SANS_ENTETE);
  }

  @Test
  void aSheetOfABlockThatIsNotThereMakesItsRowsTakenTogetherUnknown() {
    // The template that is filled in has no header then: nothing of it is read and counted.
    String[] profile = {
      "blocs:",
      "- vers: Projets",
      "  feuille: [Nord, Sud]",
      "  entete: {contient: ['No', Titre]}",
      "  colonnes: {numero: 'No', titre: Titre}"
    };
    Reddition read =
        new Classeur().feuille("Nord", r("No", "Titre"), r("1", "A")).essaie(profile).reddition();
    assertThat(read.feuille(Onglet.PROJETS).estLue()).isFalse();
    assertThat(notes(read, Nature.COLONNE_ABSENTE)).containsExactly("bloc Nord!null null");
    Reddition near =
        new Classeur()
            .feuille("Nord", r("No", "Titre"), r("1", "A"))
            .feuille("Sud.", r("Autre"), r("x"))
            .feuille("Suds", r("No", "Titre"), r("2", "B"))
            .essaie(profile)
            .reddition();
    assertThat(near.feuille(Onglet.PROJETS).estLue()).isFalse();
    assertThat(notes(near, Nature.COLONNE_ABSENTE)).hasSize(1);
    Reddition suds =
        new Classeur()
            .feuille("Nord", r("No", "Titre"), r("1", "A"))
            .feuille("Suds", r("No", "Titre"), r("2", "B"))
            .essaie(profile)
            .reddition();
    assertThat(notes(suds, Nature.COLONNE_ABSENTE)).containsExactly("blocSemblable Nord!null null");
    Reddition both =
        new Classeur()
            .feuille("Nord", r("No", "Titre"), r("1", "A"))
            .feuille("Sud", r("No", "Titre"), r("2", "B"))
            .essaie(profile)
            .reddition();
    assertThat(both.projets()).hasSize(2);
    assertThat(both.feuille(Onglet.PROJETS).estLue()).isTrue();
  }

  @Test
  void aPartThatIsNotInItsCellIsIllegibleUnlessTheCellHoldsOthers() {
    Reddition read =
        new Classeur()
            .feuille(
                "L",
                r("No", "Monde", "Axes", "NEQ"),
                r("1", "environ 40", "R2", "NEQ: inconnu"),
                r("2", "12 pers.", "L1, R3", null))
            .lis(
                "blocs:",
                "- vers: Projets",
                "  feuille: L",
                "  entete: {contient: ['No', Monde]}",
                "  colonnes:",
                "    numero: 'No'",
                "    personnesRejointes: {entete: Monde, extraire: '^(\\d+) pers'}",
                "    prioriteLocale: {entete: Axes, extraire: '(L\\d)'}",
                "    prioriteRegionale: {entete: Axes, extraire: '(R\\d)'}",
                "    neq: {entete: NEQ, extraire: 'NEQ: (\\d+)'}");
    Projet first = read.projets().get(0);
    assertThat(first.personnesRejointes().estIllisible()).isTrue();
    assertThat(first.personnesRejointes().montree()).isEqualTo("environ 40");
    assertThat(first.neq().estIllisible()).isTrue();
    assertThat(first.prioriteLocale().estVide()).isTrue();
    assertThat(read.projets().get(1).personnesRejointes().contenu()).isEqualTo(12L);
    assertThat(notes(read, Nature.VALEUR_ILLISIBLE))
        .contains("extrait L!B2 Personnes rejointes", "extrait L!D2 NEQ");
    Projet converted = Converti.de(read).projets().get(0);
    assertThat(converted.personnesRejointes().estIllisible()).isTrue();
    assertThat(converted.neq().estIllisible()).isTrue();
  }

  @Test
  void aKeyWithoutARowOrWithRowsThatDifferIsIllegible() {
    Reddition read =
        new Classeur()
            .feuille(
                "L",
                r("No", "Org"),
                r("1", "o1"),
                r("2", "o9"),
                r("3", "o2"),
                r("4", "o3"),
                r("5", null))
            .feuille(
                "O",
                r("Id", "Nom"),
                r("o1", "Jardins"),
                r("o2", "Cuisines"),
                r("o2", "Cuisine"),
                r("o3", "Relais"),
                r("o3", "Relais"))
            .lis(
                "blocs:",
                "- vers: Projets",
                "  feuille: L",
                "  entete: {contient: ['No', Org]}",
                "  colonnes:",
                "    numero: 'No'",
                "    promoteur: {joindre: {table: o, par: Org, cle: Id, colonne: Nom}}",
                "    titre: {joindre: {table: o, par: Org, cle: Id, colonne: Nom}, sinon: aucun}",
                "tables:",
                "  o: {feuille: O, entete: {contient: [Id, Nom]}}");
    assertThat(read.projets().stream().map(p -> p.promoteur().contenu()))
        .containsExactly("Jardins", null, null, "Relais", null);
    assertThat(read.projets().stream().map(p -> p.promoteur().estIllisible()))
        .containsExactly(false, true, true, false, false);
    assertThat(read.projets().get(1).titre().contenu()).isEqualTo("aucun");
    assertThat(notes(read, Nature.VALEUR_ILLISIBLE))
        .contains("cleSansRangee L!B3 Organisme promoteur", "cleRepetee O!B3 Organisme promoteur");
    Reddition converted = Converti.de(read);
    assertThat(converted.projets().get(1).promoteur().estIllisible()).isTrue();
    assertThat(converted.projets().get(4).promoteur().estIllisible()).isFalse();
  }

  @Test
  void twoCrossesWhereOneMayBeAreToldAsSuch() {
    Reddition read =
        new Classeur()
            .feuille("L", r("No", "Osbl", "Coop"), r("1", "x", "x"), r("2", null, "x"))
            .lis(
                "blocs:",
                "- vers: Projets",
                "  feuille: L",
                "  entete: {contient: ['No', Osbl]}",
                "  colonnes:",
                "    numero: 'No'",
                "    categorie: {x: {Osbl: OBNL, Coop: COOP}}");
    assertThat(notes(read, Nature.VALEUR_ILLISIBLE))
        .containsExactly("cases L!B2 Catégorie d'organisme");
    assertThat(read.projets().get(0).categorie().montree()).isEqualTo("B2, C2");
    assertThat(read.projets().get(1).categorie().estConnue()).isTrue();
  }

  @Test
  void anEmptyValueOfAFormIsNotTheLabelAfterIt() {
    String[] profile = {
      "blocs:",
      "- vers: Projets",
      "  genre: fiche",
      "  feuille: {motif: '^F'}",
      "  colonnes:",
      "    numero: {nomFeuille: '^F(.+)$'}",
      "    titre: {etiquette: Titre}",
      "    promoteur: {etiquette: Groupe}",
      "    territoires: {etiquette: Coin}",
      "    neq: {etiquette: NEQ}",
      "ignorer: [Remarque]"
    };
    Reddition read =
        new Classeur()
            .feuille(
                "F1",
                r("Titre", "A"),
                r("Groupe", null, "Téléphone", "819 555-0101"),
                r("NEQ", null, "Coin", "Magog"))
            .feuille("F2", r("Titre", "Remarque"), r("Groupe", "Courriel :", "a@b.ca"))
            .feuille("F3", r("Titre", null, "Un titre"), r("Groupe", null, null, "Les amis"))
            .lis(profile);
    assertThat(read.projets().get(0).promoteur().estConnue()).isFalse();
    assertThat(read.projets().get(0).neq().estVide()).isTrue();
    assertThat(read.projets().get(0).territoires().contenu()).containsExactly("Magog");
    assertThat(read.projets().get(1).titre().estConnue()).isFalse();
    assertThat(read.projets().get(1).promoteur().estConnue()).isFalse();
    assertThat(read.projets().get(2).titre().contenu()).isEqualTo("Un titre");
    assertThat(read.projets().get(2).promoteur().contenu()).isEqualTo("Les amis");
  }

  @Test
  void oneColumnForYesAndOneForNoAreReadAsTheySay() {
    Reddition read =
        new Classeur()
            .feuille(
                "L",
                r("No", "Oui", "Non", "PSP"),
                r("1", "x", null, "x"),
                r("2", null, "x", null),
                r("3", null, null, "x"),
                r("4", "x", "x", null))
            .lis(
                "blocs:",
                "- vers: Cible 4",
                "  feuille: L",
                "  entete: {contient: ['No', Oui]}",
                "  colonnes:",
                "    mecanisme: 'No'",
                "    personnes: {xListe: [PSP]}",
                "    accompagnement: {x: {Oui: oui, Non: non}}");
    assertThat(read.implications())
        .extracting(one -> one.accompagnement().contenu())
        .containsExactly(true, false, null, null);
    assertThat(read.implications().get(3).accompagnement().estIllisible()).isTrue();
    assertThat(read.implications())
        .extracting(one -> one.personnes().contenu())
        .containsExactly(1L, 0L, 1L, 0L);
  }

  @Test
  void rowsAreCountedWhateverTheirFirstColumnHolds() {
    Reddition read =
        new Classeur()
            .feuille("L", r("No", "Titre"), r("1", "A"), r("2", "B"))
            .feuille("J", r("Note", "Dos"), r(null, "1"), r("vu", "1"), r(null, "2"))
            .lis(
                "blocs:",
                "- vers: Projets",
                "  feuille: L",
                "  entete: {contient: ['No', Titre]}",
                "  colonnes:",
                "    numero: 'No'",
                "    personnesRejointes: {agreger: {table: t, par: 'No', cle: Dos, quoi: compte}}",
                "    pspesImpliquees: {agreger: {table: t, quoi: compte}}",
                "tables: {t: {feuille: J, entete: {contient: [Dos]}}}");
    assertThat(read.projets())
        .extracting(p -> p.personnesRejointes().contenu())
        .containsExactly(2L, 1L);
    assertThat(read.projets().get(0).pspesImpliquees().contenu()).isEqualTo(3L);
  }

  @Test
  void aTitleAboveTheFirstHeaderIsThatOfTheRowsBelow() {
    for (String again : List.of("true", "false")) {
      Reddition read =
          new Classeur()
              .feuille(
                  "L",
                  r("MRC X"),
                  r("No", "Titre"),
                  r("1", "A"),
                  r("MRC Y"),
                  r("No", "Titre"),
                  r("2", "B"))
              .lis(
                  "blocs:",
                  "- vers: Projets",
                  "  feuille: L",
                  "  entete: {contient: ['No', Titre], repete: " + again + "}",
                  "  sections: [{motif: '^MRC (.+)$', nom: s}]",
                  "  colonnes: {numero: 'No', titre: Titre, territoires: {section: s}}");
      assertThat(read.projets().stream().map(p -> p.territoires().contenu()))
          .containsExactly(List.of("X"), List.of("Y"));
    }
  }

  @Test
  void aNameMayBeginAsATotalDoes() {
    Reddition read =
        new Classeur()
            .feuille(
                "L",
                r("Titre", "No", "Aide"),
                r("Total respect des aînés", "1", 5),
                r("Total", null, 5),
                r("Total MRC du Nord", null, 5))
            .lis(
                "blocs:",
                "- vers: Projets",
                "  feuille: L",
                "  entete: {contient: ['No', Titre]}",
                "  colonnes: {numero: 'No', titre: Titre, aideAccordee: Aide}");
    assertThat(read.projets().stream().map(p -> p.titre().contenu()))
        .containsExactly("Total respect des aînés");
  }
}
