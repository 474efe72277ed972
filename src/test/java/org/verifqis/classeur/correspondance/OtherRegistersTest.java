package org.verifqis.classeur.correspondance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verifqis.classeur.correspondance.Classeur.r;
import static org.verifqis.classeur.correspondance.Facts.day;
import static org.verifqis.classeur.correspondance.Facts.facts;
import static org.verifqis.classeur.correspondance.Facts.text;

import org.junit.jupiter.api.Test;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.Reddition;

/**
 * Whole workbooks whose facts are counted, looked up, translated or summed: every one, and its
 * cell.
 */
class OtherRegistersTest {
  @Test
  void membersAndMeetingsAreCountedFromCrosses() {
    Reddition read =
        new Classeur()
            .feuille(
                "Membres",
                r("Comité", "Personne", "Élu", "Gouv.", "PSP", "2022-05-03", "2022-10-04"),
                r("Table régionale", "A", "x", null, null, "x", "x"),
                r(null, "B", null, "X", null, "x", null),
                r(null, "C", null, null, "✓", null, "x"),
                r("Comité de suivi", "D", "oui", null, "non", "x", null),
                r("TABLE  REGIONALE", "E", null, null, "x", null, null))
            .lis(
                "blocs:",
                "- vers: Gouvernance",
                "  feuille: Membres",
                "  entete: {contient: [Comité, Personne]}",
                "  reporter: Comité",
                "  regrouper: Comité",
                "  colonnes:",
                "    instance: Comité",
                "    elus: {x: Élu}",
                "    gouvernementaux: {x: Gouv.}",
                "    pspes: {x: [PSP]}");
    assertThat(
            facts(
                read, Onglet.GOUVERNANCE, "instance", "elus", "gouvernementaux", "pspes", "pspes@"))
        .containsExactly(
            "Table régionale | 1 | 1 | 2 | Membres!E4+Membres!E6",
            "Comité de suivi | 1 | 0 | 0 | Membres!E5");
  }

  @Test
  void anExportWhoseCodesAreTranslatedByATableOfTheWorkbook() {
    Reddition read =
        new Classeur()
            .feuille(
                "EXPORT",
                r("SYSTEME GESTION 4.1"),
                r("Extrait du 2022-04-12"),
                r(),
                r("ID", "LIB", "ETAT", "DT_DEB", "MNT", "ORG"),
                r("77", "Un", "02", 20220401, "1200.50", "o-1 "),
                r("Page 1 de 2"),
                r("ID", "ETAT", "LIB", "DT_DEB", "MNT", "ORG"),
                r("78", "03", "Deux", 20220115, "900", "O-2"),
                r("79", "99", "Trois", 20229999, "(50.00)", "O-9"),
                r("Fin de l'extrait"))
            .feuille(
                "CODES",
                r("CODE", "SIGNIFICATION"),
                r("02", "Actif"),
                r("03", "Fermé"),
                r("01", "Reçu"))
            .feuille("ORGANISMES", r("Clé", "Nom"), r("O-1", "Jardins"), r(" o 2", "Cuisines"))
            .lis(
                "tables:",
                "  codes: {feuille: CODES, entete: {contient: [CODE]}}",
                "  orgs: {feuille: ORGANISMES, entete: {contient: [Clé]}}",
                "blocs:",
                "- vers: Projets",
                "  feuille: EXPORT",
                "  entete: {contient: [ID, MNT], repete: true}",
                "  sauter: '^(Page |Fin )'",
                "  colonnes:",
                "    numero: ID",
                "    titre: LIB",
                "    statut:",
                "      entete: ETAT",
                "      dictionnaire: {table: codes, cle: CODE, valeur: SIGNIFICATION}",
                "      valeurs: {Actif: EN_COURS, Fermé: TERMINE}",
                "    dateDebut: {entete: DT_DEB, format: AAAAMMJJ}",
                "    aideAccordee: MNT",
                "    promoteur: {joindre: {table: orgs, par: ORG, cle: Clé, colonne: Nom}}");
    assertThat(
            facts(
                read,
                Onglet.PROJETS,
                "numero",
                "titre",
                "statut",
                "dateDebut",
                "aideAccordee",
                "promoteur",
                "promoteur@"))
        .containsExactly(
            "77 | Un | EN_COURS | 2022-04-01 | 1200.50 | Jardins | ORGANISMES!B2+EXPORT!F5",
            "78 | Deux | TERMINE | 2022-01-15 | 900.00 | Cuisines | ORGANISMES!B3+EXPORT!F8",
            "79 | Trois | null | null | -50.00 | null | EXPORT!F9");
  }

  @Test
  void eachItemOfAListIsLookedUpInATable() {
    Reddition read =
        new Classeur()
            .feuille("Projets", r("No", "Objectifs"), r("1", "A, C"), r("2", "B"), r("3", "C, ZZ"))
            .feuille(
                "Codes",
                r("Code", "Sens"),
                r("A", "Objectif un"),
                r("B", "Objectif deux"),
                r("C", "3"))
            .lis(
                "tables:",
                "  codes: {feuille: Codes, entete: {contient: [Code]}}",
                "blocs:",
                "- vers: Projets",
                "  feuille: Projets",
                "  entete: {contient: [Objectifs]}",
                "  colonnes:",
                "    numero: No",
                "    territoires:",
                "      entete: Objectifs",
                "      separateur: ','",
                "      dictionnaire: {table: codes, cle: Code, valeur: Sens}",
                "      valeurs: {Objectif un: Lévis, Objectif deux: Bellechasse, '3': Lotbinière}");
    assertThat(facts(read, Onglet.PROJETS, "numero", "territoires", "territoires@"))
        .containsExactly(
            "1 | Lévis;Lotbinière | Projets!B2+Codes!B2+Codes!B4",
            "2 | Bellechasse | Projets!B3+Codes!B3",
            "3 | Lotbinière;ZZ | Projets!B4+Codes!B4");
  }

  @Test
  void aJournalIsCountedByKeysThatAreWrittenOtherwise() {
    Reddition read =
        new Classeur()
            .feuille(
                "Comités",
                r("Nom", "Niveau"),
                r("Table régionale", "Région"),
                r("Comité local", "MRC"),
                r("Comité dormant", "MRC"))
            .feuille(
                "Journal",
                r("Journal des rencontres"),
                r("Date", "Instance", "Présences", "Genre", "Annulée"),
                r(day(2022, 5, 1), "table regionale", 12, "Ordinaire", null),
                r(day(2022, 9, 1), "TABLE RÉGIONALE ", 15, "Ordinaire", null),
                r(day(2022, 9, 1), "Table régionale", 9, "Spéciale", null),
                r(day(2022, 11, 1), "Table régionale", 14, "Ordinaire", "oui"),
                r("2022-06-07", "Comité local", "8", "Ordinaire", null),
                r(day(2021, 3, 1), "Comité local", 30, "Ordinaire", null))
            .lis(
                "exercice: 2022-2023",
                "tables:",
                "  journal: {feuille: Journal, entete: {contient: [Date, Instance]}}",
                "blocs:",
                "- vers: Gouvernance",
                "  feuille: Comités",
                "  entete: {contient: [Nom, Niveau]}",
                "  colonnes:",
                "    instance: Nom",
                "    palier: {entete: Niveau, valeurs: {Région: REGIONAL, MRC: LOCAL}}",
                "    rencontres:",
                "      agreger:",
                "        {table: journal, par: Nom, cle: Instance, quoi: distincts, colonne: Date,",
                "         si: {Annulée: {vide: true}, Date: {du: 2022-04-01, au: 2023-03-31}}}",
                "    pspes:",
                "      agreger:",
                "        {table: journal, par: Nom, cle: Instance, quoi: max, colonne: Présences,",
                "         si: {Genre: [Ordinaire], Annulée: {vide: true}, Date: {du: 2022-04-01}}}",
                "    elus:",
                "      agreger:",
                "        {table: journal, par: Nom, cle: Instance, quoi: compte,",
                "         si: {Genre: {motif: '^Sp'}}}");
    assertThat(
            facts(
                read,
                Onglet.GOUVERNANCE,
                "instance",
                "palier",
                "rencontres",
                "pspes",
                "elus",
                "rencontres@"))
        .containsExactly(
            "Table régionale | REGIONAL | 2 | 15 | 1 | Journal!A3:A5+Comités!A2",
            "Comité local | LOCAL | 1 | 8 | 0 | Journal!A7+Comités!A3",
            "Comité dormant | LOCAL | 0 | null | 0 | Comités!A4");
  }

  @Test
  void aShortListWhoseTitleTellsTheYear() {
    Reddition read =
        new Classeur()
            .feuille(
                "Liste publique",
                r("Projets soutenus en 2022-2023 – Alliance de Laval"),
                r("Organisme", "Projet (description)", "Somme"),
                r("Jardins", "Potager (5 sites)", "12,5 k$"),
                r("Cuisines", "Repas", "8 k$"))
            .lis(
                "blocs:",
                "- vers: Identification",
                "  feuille: Liste publique",
                "  genre: formulaire",
                "  colonnes:",
                "    exerciceDebut:",
                "      {cellule: A1, extraire: 'en (\\d{4})-', valeurs: {'2022': 2022-04-01}}",
                "- vers: Projets",
                "  feuille: Liste publique",
                "  entete: [Organisme, Somme]",
                "  colonnes:",
                "    promoteur: Organisme",
                "    titre: {entete: Projet (description), extraire: '^([^(]+)'}",
                "    aideAccordee: {entete: Somme, extraire: '^(.+) k', unite: 1000}",
                "constantes: {Identification: {codeEntente: ALL-13}}");
    assertThat(facts(read, Onglet.PROJETS, "promoteur", "titre", "aideAccordee"))
        .containsExactly("Jardins | Potager | 12500.00", "Cuisines | Repas | 8000.00");
    assertThat(text(read.identification().exerciceDebut().contenu())).isEqualTo("2022-04-01");
    assertThat(text(read.identification().codeEntente().contenu())).isEqualTo("ALL-13");
  }

  @Test
  void aStatementByTheCrossingOfItsRowsAndColumnsInThousands() {
    Reddition read =
        new Classeur()
            .feuille(
                "Statement",
                r(null, "Budget", "Actual", "Variance %"),
                r("REVENUE"),
                r("Grant", 900, 905.125, 0.0056),
                r("Interest", 1, "1.5", 0.5),
                r("EXPENSES"),
                r("Coordination", 100, "(99.5)", 0),
                r("Administration", 50, 45, "90 %"))
            .lis(
                "blocs:",
                "- vers: Rapport financier",
                "  feuille: Statement",
                "  genre: formulaire",
                "  colonnes:",
                "    versementsRecus: {croisement: [Grant, Actual], unite: 1000}",
                "    interets: {croisement: {ligne: Interest, colonne: Actual}, unite: k$}",
                "    depCoordination: {etiquette: Coordination, colonne: Actual, unite: 1000}",
                "    depAdministration:",
                "      somme: [{etiquette: Administration, colonne: Actual, unite: 1000},",
                "              {etiquette: Interest, colonne: Budget, unite: 1000}]",
                "    depAutres: {croisement: [Administration, Variance %], unite: 100}");
    assertThat(
            facts(
                read,
                Onglet.RAPPORT_FINANCIER,
                "versementsRecus",
                "interets",
                "depCoordination",
                "depAdministration",
                "depAutres",
                "depAdministration@"))
        .containsExactly(
            "905125.00 | 1500.00 | -99500.00 | 46000.00 | 90.00 | Statement!C7+Statement!B4");
  }

  @Test
  void keysThatLeadFromTableToTableAndSumsOfTwoYears() {
    Reddition read =
        new Classeur()
            .feuille("P", r("Code", "Contrat"), r("p 1", "C-10"), r("P2", "C-11"))
            .feuille(
                "Contrats",
                r("No", "Org", "Signé"),
                r("c-10", 7, day(2021, 5, 4)),
                r("C-11", "8", "4 mai 2022"))
            .feuille(
                "Orgs", r("Id", "Nom", "NEQ"), r("7", "Jardins", 1140000000L), r(8, "Cuisines"))
            .feuille(
                "Paie 2021",
                r("Projet", "Payé le", "$"),
                r("P 1", day(2021, 6, 1), 10),
                r("P-1", day(2021, 7, 1), 20))
            .feuille(
                "Paie 2022",
                r("$", "Projet", "Payé le"),
                r(5, "p-1", day(2022, 6, 1)),
                r(7.005, "P2", day(2022, 6, 1)),
                r("-2,00", "P2", day(2022, 6, 2)))
            .lis(
                "exercice: 2022-2023",
                "tables:",
                "  contrats: {feuille: Contrats, entete: {contient: ['No']}}",
                "  orgs: {feuille: Orgs, entete: {contient: [Id]}}",
                "  avant: {feuille: Paie 2021, entete: {contient: [Projet]}}",
                "  apres: {feuille: Paie 2022, entete: {contient: [Projet]}}",
                "blocs:",
                "- vers: Projets",
                "  feuille: P",
                "  entete: {contient: [Code]}",
                "  colonnes:",
                "    numero: Code",
                "    promoteur:",
                "      joindre:",
                "        table: orgs",
                "        par: {joindre: {table: contrats, par: Contrat, cle: 'No', colonne: Org}}",
                "        cle: Id",
                "        colonne: Nom",
                "    dateProtocole:",
                "      {joindre: {table: contrats, par: Contrat, cle: 'No', colonne: Signé}}",
                "    aideVerseeAnterieure:",
                "      {agreger: {table: avant, par: Code, cle: Projet, quoi: somme, colonne: $}}",
                "    aideVerseeExercice:",
                "      {agreger: {table: apres, par: Code, cle: Projet, quoi: somme, colonne: $}}");
    assertThat(
            facts(
                read,
                Onglet.PROJETS,
                "numero",
                "promoteur",
                "dateProtocole",
                "aideVerseeAnterieure",
                "aideVerseeExercice",
                "aideVerseeExercice@"))
        .containsExactly(
            "p 1 | Jardins | 2021-05-04 | 30.00 | 5.00 | Paie 2022!A2+P!A2",
            "P2 | Cuisines | 2022-05-04 | 0.00 | 5.01 | Paie 2022!A3:A4+P!A3");
  }

  @Test
  void aRowForEachSourceOfFundsFilteredAndSummed() {
    Reddition read =
        new Classeur()
            .feuille(
                "Sources",
                r("Projet", "Année", "Source", "Montant", "Remarque"),
                r("P-1", 2022, "FQIS", 100, "n/a"),
                r(null, 2022, "Ville", 20, null),
                r(null, 2022, "Santé", 5, "à confirmer"),
                r(null, 2021, "FQIS", 80, null),
                r("P-2", 2022, "FQIS", "—", null),
                r(null, 2022, "Ville", 0, null),
                r("P-3", 2022, "Dons", 12, null))
            .fusionne("A2:A5")
            .lis(
                "blocs:",
                "- vers: Projets",
                "  feuille: {motif: '^(?!Archives)'}",
                "  entete: {contient: [Projet, Source]}",
                "  reporter: [Projet]",
                "  regrouper: [Projet]",
                "  filtre: {Année: 2022}",
                "  colonnes:",
                "    numero: Projet",
                "    aideAccordee: {entete: Montant, si: {Source: FQIS}}",
                "    autresAidesPubliques: {entete: Montant, si: {Source: [Ville, Santé]}, sinon: 0}",
                "    contributionMilieu: {entete: Montant, si: {Source: {motif: ^Don}}, vide: 0}");
    assertThat(
            facts(
                read,
                Onglet.PROJETS,
                "numero",
                "aideAccordee",
                "autresAidesPubliques",
                "contributionMilieu",
                "autresAidesPubliques@"))
        .containsExactly(
            "P-1 | 100.00 | 25.00 | 0.00 | Sources!D3+Sources!D4",
            "P-2 | null | 0.00 | 0.00 | Sources!D7",
            "P-3 | null | 0.00 | 12.00 | Sources!D8");
  }

  @Test
  void listsOfCrossedColumnsAndWordsThatCountAsEmpty() {
    Reddition read =
        new Classeur()
            .feuille(
                "Grille",
                r("Code", "Territoire A", "Territoire B", "Région", "Axe", "NEQ"),
                r("P-1", "X", "x", null, "R1, L2", "à venir"),
                r("P-2", null, null, "X", "L1", "1140000000"))
            .lis(
                "blocs:",
                "- vers: Projets",
                "  feuille: Grille",
                "  entete: {contient: [Code]}",
                "  colonnes:",
                "    numero: Code",
                "    territoires: {xListe: {motif: '^Territoire (.+)$'}}",
                "    portee: {x: {Région: REGIONALE}, sinon: LOCALE}",
                "    prioriteLocale: {entete: Axe, extraire: '(L\\d)'}",
                "    prioriteRegionale: {entete: Axe, extraire: '(R\\d)'}",
                "    neq: {entete: NEQ, vide: [à venir, inconnu]}");
    assertThat(
            facts(
                read,
                Onglet.PROJETS,
                "numero",
                "territoires",
                "portee",
                "prioriteRegionale",
                "prioriteLocale",
                "neq",
                "territoires@"))
        .containsExactly(
            "P-1 | A;B | LOCALE | R1 | L2 | null | Grille!B2+Grille!C2",
            "P-2 | null | REGIONALE | null | L1 | 1140000000 | Grille!B3+Grille!C3");
  }
}
