package org.verifqis.classeur.correspondance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verifqis.classeur.correspondance.Classeur.r;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.verifqis.modele.Contenu;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Valeur;

/** Whole workbooks in layouts of their own: every fact of them, and the cell that it stands in. */
class OtherLayoutsTest {
  /** The records of a sheet: the fields asked, with the cells where that is asked too (key@). */
  private static List<String> facts(Reddition read, Onglet onglet, String... keys) {
    return read.fiches().get(onglet).stream()
        .map(
            record -> {
              Map<String, Valeur<?>> values = Contenu.valeurs(record);
              return List.of(keys).stream()
                  .map(
                      key ->
                          key.endsWith("@")
                              ? places(values.get(key.substring(0, key.length() - 1)))
                              : text(values.get(key).contenu()))
                  .collect(Collectors.joining(" | "));
            })
        .toList();
  }

  private static String places(Valeur<?> value) {
    return value.emplacements().stream()
        .map(e -> e.feuille().nom() + (e.ligne() == 0 ? "" : "!" + e.reference()))
        .collect(Collectors.joining("+"));
  }

  private static String text(Object content) {
    if (content instanceof Montant amount) {
      return amount.dollars().toPlainString();
    }
    if (content instanceof Collection<?> several) {
      return several.stream().map(OtherLayoutsTest::text).collect(Collectors.joining(";"));
    }
    return String.valueOf(content);
  }

  private static LocalDate day(int year, int month, int day) {
    return LocalDate.of(year, month, day);
  }

  @Test
  void threeStoreysOfWhichTheMiddleOneNeedNotBeTold() {
    Reddition read =
        new Classeur()
            .feuille(
                "Financement",
                r("Suivi financier des projets au 31 mars 2023"),
                r("Préparé par la coordination"),
                r("Projet", null, "Alliance", null, null, "Autres sources", null, "Total"),
                r(null, null, "Engagé", "Décaissé", null, "Gouvernements", "Milieu", null),
                r("No", "Nom", "$", "Avant", "Exercice", "$", "$", "$"),
                r("R-01", "Jardins", 1000, 250.5, 300, 75, "1 200,00", "=C6+F6+G6"),
                r("R-02", "Cuisines", 500, 0, 500, null, 40, 540))
            .fusionne("A3:B4")
            .fusionne("C3:E3")
            .fusionne("D4:E4")
            .fusionne("F3:G3")
            .fusionne("H3:H4")
            .lis(
                "blocs:",
                "- vers: Projets",
                "  feuille: Financement",
                "  entete: {contient: [Projet, Alliance], rangees: 3}",
                "  colonnes:",
                "    numero: Projet No",
                "    titre: Nom",
                "    aideAccordee: Alliance / Engagé",
                "    aideVerseeAnterieure: Alliance Avant",
                "    aideVerseeExercice: {entete: [Alliance, Décaissé, Exercice]}",
                "    autresAidesPubliques: Gouvernements",
                "    contributionMilieu: Milieu");
    assertThat(
            facts(
                read,
                Onglet.PROJETS,
                "numero",
                "titre",
                "aideAccordee",
                "aideVerseeAnterieure",
                "aideVerseeExercice",
                "autresAidesPubliques",
                "contributionMilieu",
                "contributionMilieu@"))
        .containsExactly(
            "R-01 | Jardins | 1000.00 | 250.50 | 300.00 | 75.00 | 1200.00 | Financement!G6",
            "R-02 | Cuisines | 500.00 | 0.00 | 500.00 | null | 40.00 | Financement!G7");
  }

  @Test
  void oneSheetForEachTerritoryWithItsOwnHeaderRowAndSubtotals() {
    Reddition read =
        new Classeur()
            .feuille("Sommaire", r("Dossier", "Montant"), r("Tous", 60))
            .feuille(
                "MRC de L'Érable",
                r("MRC de L'Érable"),
                r(),
                r("Volet", "Dossier", "Titre", "Montant"),
                r("A", "E-1", "Halte", 10),
                r(null, "E-2", "Répit", 15),
                r("Sous-total A", null, null, 25),
                r("B", "E-3", "Marché", 5),
                r("Sous-total B", null, null, 5),
                r("Total de la MRC", null, null, 30))
            .feuille(
                "MRC d'Arthabaska (2022)",
                r("Dossier", "Montant", "Titre"),
                r("A-1", 30, "Transport"),
                r("Total de la MRC", 30))
            .feuille("MRC archives", r("Dossier", "Montant", "Titre"), r("Z-1", 99, "Vieux"))
            .lis(
                "blocs:",
                "- vers: Projets",
                "  feuilles: {motif: '^MRC ', sauf: [{motif: '(?i)archives'}]}",
                "  entete: {contient: [Dossier, Montant]}",
                "  sauter: [{motif: '^Sous-total'}, {motif: '^Total'}]",
                "  colonnes:",
                "    numero: Dossier",
                "    titre: Titre",
                "    aideAccordee: Montant",
                "    territoires: {nomFeuille: \"^MRC (?:de |d')(.+?)(?: \\\\(.*)?$\"}");
    assertThat(
            facts(
                read,
                Onglet.PROJETS,
                "numero",
                "titre",
                "aideAccordee",
                "territoires",
                "territoires@"))
        .containsExactly(
            "E-1 | Halte | 10.00 | L'Érable | MRC de L'Érable",
            "E-2 | Répit | 15.00 | L'Érable | MRC de L'Érable",
            "E-3 | Marché | 5.00 | L'Érable | MRC de L'Érable",
            "A-1 | Transport | 30.00 | Arthabaska | MRC d'Arthabaska (2022)");
  }

  @Test
  void formsOneBelowTheOtherEachWithWhatItHas() {
    Reddition read =
        new Classeur()
            .feuille(
                "Fiches",
                r("FICHE DE PROJET no 1"),
                r("Numéro :", null, "P-1", "Statut :", "Actif"),
                r("Titre du projet"),
                r("Un toit pour tous"),
                r("Promoteur : Maison du quartier"),
                r("Aide accordée", null, null, 4500),
                r(),
                r("FICHE DE PROJET no 2"),
                r("Numéro :", null, "P-2", "Statut :", "Fermé"),
                r("Titre du projet"),
                r(null, "(en bas)"),
                r("Aide accordée", null, null, "3 000 $"),
                r("FICHE DE PROJET no 3"),
                r("Numéro :", null, "P-3"),
                r("Promoteur : Coop"))
            .fusionne("A2:B2")
            .fusionne("A6:C6")
            .lis(
                "blocs:",
                "- vers: Projets",
                "  feuille: Fiches",
                "  genre: fiche",
                "  ancre: {motif: '^FICHE DE PROJET'}",
                "  colonnes:",
                "    numero: {etiquette: 'Numéro :'}",
                "    titre: {etiquette: Titre du projet, ou: dessous}",
                "    promoteur: {etiquette: Promoteur, ou: dedans}",
                "    statut: {etiquette: 'Statut :', valeurs: {Actif: EN_COURS, Fermé: TERMINE}}",
                "    aideAccordee: {etiquette: Aide accordée}");
    assertThat(
            facts(
                read,
                Onglet.PROJETS,
                "numero",
                "titre",
                "promoteur",
                "statut",
                "aideAccordee",
                "aideAccordee@"))
        .containsExactly(
            "P-1 | Un toit pour tous | Maison du quartier | EN_COURS | 4500.00 | Fiches!D6",
            "P-2 | null | null | TERMINE | 3000.00 | Fiches!D12",
            "P-3 | null | Coop | null | null | Fiches");
  }

  @Test
  void tablesOfTheSameHeadersOneBelowTheOther() {
    Reddition read =
        new Classeur()
            .feuille(
                "Rapport",
                r("1. Projets régionaux"),
                r("No", "Titre", "Aide"),
                r("R-1", "Un", 10),
                r("R-2", "Deux", 20),
                r("Note : le projet R-2 finit en juin."),
                r(),
                r("2. Projets locaux"),
                r("No", "Titre", "Aide"),
                r("L-1", "Trois", 30),
                r(),
                r("3. Sommes reçues"),
                r("No", "Date", "Montant"),
                r(1, day(2022, 4, 15), 600),
                r(2, day(2022, 9, 2), 400),
                r("Total", null, 1000))
            .lis(
                "blocs:",
                "- vers: Projets",
                "  feuille: Rapport",
                "  entete: {contient: ['No', Titre], apres: 1. Projets régionaux}",
                "  arret: [{vide: true}, {motif: '^2'}]",
                "  sauter: {texte: 'Note : le projet R-2 finit en juin.'}",
                "  colonnes:",
                "    numero: 'No'",
                "    aideAccordee: Aide",
                "    portee: {constante: REGIONALE}",
                "- vers: Projets",
                "  feuille: Rapport",
                "  entete: {contient: ['No', Titre], apres: {motif: '^2[.] '}}",
                "  arret: {motif: '^$'}",
                "  colonnes: {numero: 'No', aideAccordee: Aide, portee: {constante: LOCALE}}",
                "- vers: Versements",
                "  feuille: Rapport",
                "  entete: {contient: ['No', Montant]}",
                "  colonnes: {numero: 'No', date: Date, montant: Montant}");
    assertThat(facts(read, Onglet.PROJETS, "numero", "aideAccordee", "portee", "numero@"))
        .containsExactly(
            "R-1 | 10.00 | REGIONALE | Rapport!A3",
            "R-2 | 20.00 | REGIONALE | Rapport!A4",
            "L-1 | 30.00 | LOCALE | Rapport!A9");
    assertThat(facts(read, Onglet.VERSEMENTS, "numero", "date", "montant"))
        .containsExactly("1 | 2022-04-15 | 600.00", "2 | 2022-09-02 | 400.00");
  }

  @Test
  void tablesSideBySideWithHeadersInCommonAndOfOtherLengths() {
    Reddition read =
        new Classeur()
            .feuille(
                "Bord",
                r("Dépenses", null, null, null, "Recettes"),
                r("No", "Organisme", "Montant", null, "No", "Date", "Montant"),
                r("D-1", "Jardins", 5, null, 1, day(2022, 4, 15), 100),
                r("D-2", "Cuisines", 7, null, 2, day(2022, 9, 1), 200),
                r(null, null, null, null, 3, day(2023, 1, 9), 300),
                r("Total", null, 12, null, "Total", null, 600))
            .lis(
                "blocs:",
                "- vers: Versements",
                "  feuille: Bord",
                "  entete: {contient: ['No', Date], contigu: true}",
                "  sauter: ^Total",
                "  colonnes: {numero: 'No', date: Date, montant: Montant}",
                "- vers: Projets",
                "  feuille: Bord",
                "  ancre: Dépenses",
                "  entete: {contient: ['No', Montant], contigu: true}",
                "  sauter: {colonne: 'No', texte: total}",
                "  colonnes: {numero: 'No', promoteur: Organisme, aideAccordee: Montant}");
    assertThat(facts(read, Onglet.VERSEMENTS, "numero", "date", "montant", "montant@"))
        .containsExactly(
            "1 | 2022-04-15 | 100.00 | Bord!G3",
            "2 | 2022-09-01 | 200.00 | Bord!G4",
            "3 | 2023-01-09 | 300.00 | Bord!G5");
    assertThat(facts(read, Onglet.PROJETS, "numero", "promoteur", "aideAccordee", "numero@"))
        .containsExactly("D-1 | Jardins | 5.00 | Bord!A3", "D-2 | Cuisines | 7.00 | Bord!A4");
  }

  @Test
  void theRightOneOfTwoTablesWithTheVerySameHeaderIsAnchored() {
    Reddition read =
        new Classeur()
            .feuille(
                "Côte",
                r("Régional", null, null, "Local"),
                r("No", "Aide", null, "No", "Aide"),
                r("R-1", 1, null, "L-1", 2),
                r("R-2", 3))
            .lis(
                "blocs:",
                "- vers: Projets",
                "  feuille: Côte",
                "  ancre: Local",
                "  entete: {contient: ['No'], contigu: true}",
                "  colonnes: {numero: 'No', aideAccordee: Aide}",
                "- vers: Projets",
                "  feuille: Côte",
                "  zone: {colonnes: [A, B]}",
                "  entete: {contient: ['No']}",
                "  colonnes: {numero: 'No', aideAccordee: Aide}");
    assertThat(facts(read, Onglet.PROJETS, "numero", "aideAccordee", "aideAccordee@"))
        .containsExactly("L-1 | 2.00 | Côte!E3", "R-1 | 1.00 | Côte!B3", "R-2 | 3.00 | Côte!B4");
  }

  @Test
  void recordsInColumnsWithUnitsBetweenTheLabelsAndThem() {
    Reddition read =
        new Classeur()
            .feuille(
                "Cartes",
                r("Projets de l'année", null, "(une colonne par projet)"),
                r("Identification"),
                r("Numéro", null, "P-1", "P-2", null, "P-3"),
                r("Nom", null, "Un", "Deux", null, "Trois"),
                r("Finances"),
                r("Aide", "k$", 1.5, 2, null, "3,25"),
                r("Début", null, day(2022, 4, 1), "1er mai 2022", null, "2022-06-01"),
                r("Total"))
            .lis(
                "blocs:",
                "- vers: Projets",
                "  feuille: Cartes",
                "  genre: transpose",
                "  entete: {contient: [Numéro, Aide]}",
                "  sauter: {colonne: Numéro, vide: true}",
                "  colonnes:",
                "    numero: Numéro",
                "    titre: Nom",
                "    aideAccordee: {entete: Aide, unite: k$}",
                "    dateDebut: Début");
    assertThat(
            facts(
                read,
                Onglet.PROJETS,
                "numero",
                "titre",
                "aideAccordee",
                "dateDebut",
                "aideAccordee@"))
        .containsExactly(
            "P-1 | Un | 1500.00 | 2022-04-01 | Cartes!C6",
            "P-2 | Deux | 2000.00 | 2022-05-01 | Cartes!D6",
            "P-3 | Trois | 3250.00 | 2022-06-01 | Cartes!F6");
  }

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
