package org.verifqis.classeur.correspondance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verifqis.classeur.correspondance.Classeur.r;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Essai;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.Projet;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Releve;
import org.verifqis.modele.Valeur;

/** Each kind of layout: what is read, and in which of their cells it stands. */
class LayoutsTest {
  private static List<String> places(Valeur<?> value) {
    return value.emplacements().stream()
        .map(e -> e.feuille().nom() + (e.ligne() == 0 ? "" : "!" + e.reference()))
        .toList();
  }

  private static List<Object> all(Reddition read, Function<Projet, Valeur<?>> field) {
    return read.projets().stream().map(p -> (Object) field.apply(p).contenu()).toList();
  }

  private static Montant money(String dollars) {
    return Montant.de(dollars);
  }

  @Test
  void titlesAboveUnitsAndATotalBelow() {
    Reddition read =
        new Classeur()
            .feuille(
                "Tableau",
                r("Projets au 31 mars 2022"),
                r("(en milliers de dollars)"),
                r(),
                r("Nº", "Titre du\nprojet", "Aide\n(k$)", "Statut"),
                r("P-1", "Jardin", 70.94, "EC"),
                r("P-2", "Cuisine", "22,5", "T"),
                r("TOTAL", null, 93.44),
                r("EC = en cours"))
            .lis(
                "blocs:",
                "- vers: Projets",
                "  feuille: Tableau",
                "  entete: {contient: [Nº]}",
                "  arret: {motif: ^TOTAL$}",
                "  colonnes:",
                "    numero: Nº",
                "    titre: Titre du projet",
                "    aideAccordee: {entete: Aide (k$), unite: 1000}",
                "    statut: {entete: Statut, valeurs: {EC: EN_COURS, T: TERMINE}}");
    assertThat(all(read, Projet::aideAccordee)).containsExactly(money("70940"), money("22500"));
    assertThat(places(read.projets().get(1).aideAccordee())).containsExactly("Tableau!C6");
    assertThat(read.projets().get(0).statut().montree()).isEqualTo("EC");
  }

  @Test
  void aUnitIsAppliedBeforeRoundingToCents() {
    Reddition read =
        new Classeur()
            .feuille("T", r("No", "Aide"), r("P-1", 22.74783))
            .lis(
                "blocs:",
                "- vers: Projets",
                "  feuille: T",
                "  entete: {contient: [No]}",
                "  colonnes: {numero: 'No', aideAccordee: {entete: Aide, unite: 1000}}");
    assertThat(all(read, Projet::aideAccordee)).containsExactly(money("22747.83"));
  }

  @Test
  void storeysOfAHeaderAreOnePath() {
    Reddition read =
        new Classeur()
            .feuille(
                "Suivi",
                r("Suivi des projets"),
                r("No", "Aide FQIS", null, "Autres", null),
                r(null, "Accordée", "Versée", "Accordée", "Versée"),
                r("P-1", 100, 40, 30, 10))
            .fusionne("B2:C2")
            .fusionne("D2:E2")
            .fusionne("A2:A3")
            .lis(
                "blocs:",
                "- vers: Projets",
                "  feuille: Suivi",
                "  entete: {contient: ['No'], rangees: 2}",
                "  colonnes:",
                "    numero: 'No'",
                "    aideAccordee: Aide FQIS / Accordée",
                "    aideVerseeExercice: {entete: [Aide FQIS, Versée]}",
                "    autresAidesPubliques: Autres > Accordée");
    Projet project = read.projets().get(0);
    assertThat(project.aideAccordee().contenu()).isEqualTo(money("100"));
    assertThat(project.aideVerseeExercice().contenu()).isEqualTo(money("40"));
    assertThat(project.autresAidesPubliques().contenu()).isEqualTo(money("30"));
    assertThat(places(project.autresAidesPubliques())).containsExactly("Suivi!D4");
  }

  @Test
  void sectionsSayWhatTheirRowsHaveInCommon() {
    Reddition read =
        new Classeur()
            .feuille(
                "Par MRC",
                r("Organisme", "Aide"),
                r("MRC : Saguenay"),
                r("Jardins", 10),
                r("Sous-total", 10),
                r("MRC : Charlevoix"),
                r("Cuisines", 20),
                r("GRAND TOTAL", 30))
            .lis(
                "blocs:",
                "- vers: Projets",
                "  feuille: Par MRC",
                "  entete: {contient: [Organisme]}",
                "  sections: [{motif: '^MRC : (.+)$', nom: mrc}]",
                "  sauter: ^(Sous-total|GRAND TOTAL)",
                "  colonnes:",
                "    promoteur: Organisme",
                "    aideAccordee: Aide",
                "    territoires: {section: mrc}");
    assertThat(all(read, Projet::territoires))
        .containsExactly(List.of("Saguenay"), List.of("Charlevoix"));
    assertThat(places(read.projets().get(1).territoires())).containsExactly("Par MRC!A5");
  }

  @Test
  void aSheetForEachTerritoryNamesIt() {
    Reddition read =
        new Classeur()
            .feuille("MRC Saguenay", r("No"), r("P-1"))
            .feuille("MRC Charlevoix", r("Rien"), r("No"), r("P-2"))
            .feuille("MRC modèle", r("No"), r("P-9"))
            .lis(
                "blocs:",
                "- vers: Projets",
                "  feuille: {motif: '^MRC ', sauf: [MRC modèle]}",
                "  entete: {contient: ['No']}",
                "  colonnes: {numero: 'No', territoires: {nomFeuille: '^MRC (.+)$'}}");
    assertThat(all(read, Projet::numero)).containsExactly("P-1", "P-2");
    assertThat(all(read, Projet::territoires))
        .containsExactly(List.of("Saguenay"), List.of("Charlevoix"));
    assertThat(places(read.projets().get(1).numero())).containsExactly("MRC Charlevoix!A3");
  }

  @Test
  void aFormForEachProjectWithTheValueBesideBelowOrInside() {
    Reddition read =
        new Classeur()
            .feuille(
                "Fiche 1",
                r("Projet no", "P-1"),
                r("Titre :"),
                r("Jardin"),
                r("Organisme : Les Jardins"),
                r("Aide", null, 500))
            .feuille("Fiche 2", r("Projet no", "P-2"), r("Titre :"), r("Cuisine"), r("Aide"))
            .lis(
                "blocs:",
                "- vers: Projets",
                "  feuille: {motif: ^Fiche}",
                "  genre: fiche",
                "  colonnes:",
                "    numero: {etiquette: Projet no}",
                "    titre: {etiquette: Titre, ou: dessous}",
                "    promoteur: {etiquette: Organisme, ou: dedans}",
                "    aideAccordee: {etiquette: Aide}");
    assertThat(all(read, Projet::titre)).containsExactly("Jardin", "Cuisine");
    assertThat(all(read, Projet::promoteur).get(0)).isEqualTo("Les Jardins");
    assertThat(places(read.projets().get(0).aideAccordee())).containsExactly("Fiche 1!C5");
    assertThat(read.projets().get(1).aideAccordee().estInconnue()).isTrue();
  }

  @Test
  void yearsInColumnsAndACrossedTable() {
    Reddition read =
        new Classeur()
            .feuille(
                "Décaissements",
                r("No", "Versé 2019-2020", "Versé 2020-2021", "Versé 2021-2022"),
                r("P-1", 10, 20, 40),
                r("P-2", null, null, 5))
            .feuille(
                "Reçu",
                r("Versement", "2020-2021", "2021-2022", "Total"),
                r("Premier versement", 100, null, 100),
                r("Second versement", null, 50, 50))
            .lis(
                "exercice: 2021-2022",
                "blocs:",
                "- vers: Projets",
                "  feuille: Décaissements",
                "  entete: {contient: ['No']}",
                "  colonnes:",
                "    numero: 'No'",
                "    aideVerseeAnterieure: {somme: {motif: '^Versé (\\d{4})-', avant: '2021'}}",
                "    aideVerseeExercice: Versé {exercice}",
                "- vers: Versements",
                "  feuille: Reçu",
                "  genre: croise",
                "  entete: {contient: [Versement, Total]}",
                "  depivoter: ^(\\d{4}-\\d{4})$",
                "  colonnes: {type: Versement, montant: valeur}");
    assertThat(read.projets().get(0).aideVerseeAnterieure().contenu()).isEqualTo(money("30"));
    assertThat(places(read.projets().get(0).aideVerseeAnterieure()))
        .containsExactly("Décaissements!B2", "Décaissements!C2");
    assertThat(read.projets().get(1).aideVerseeAnterieure().estInconnue()).isTrue();
    assertThat(all(read, Projet::aideVerseeExercice)).containsExactly(money("40"), money("5"));
    assertThat(read.versements()).hasSize(2);
    assertThat(places(read.versements().get(1).montant())).containsExactly("Reçu!C3");
  }

  @Test
  void tablesOneBelowTheOtherAndSideBySide() {
    Reddition read =
        new Classeur()
            .feuille(
                "Tout",
                r("Projets", null, null, "Instances"),
                r("No", "Aide", null, "Nom", "PSP"),
                r("P-1", 10, null, "Comité", 2),
                r("P-2", 20),
                r(),
                r("Versements"),
                r("No", "Montant"),
                r("V-1", 500))
            .lis(
                "blocs:",
                "- vers: Projets",
                "  feuille: Tout",
                "  entete: {contient: ['No', Aide], contigu: true}",
                "  arret: {vide: true}",
                "  colonnes: {numero: 'No', aideAccordee: Aide}",
                "- vers: Gouvernance",
                "  feuille: Tout",
                "  zone: D:E",
                "  entete: {contient: [Nom]}",
                "  colonnes: {instance: Nom, pspes: PSP}",
                "- vers: Versements",
                "  feuille: Tout",
                "  ancre: Versements",
                "  entete: {contient: ['No']}",
                "  colonnes: {numero: 'No', montant: Montant}");
    assertThat(all(read, Projet::numero)).containsExactly("P-1", "P-2");
    assertThat(read.instances()).hasSize(1);
    assertThat(places(read.instances().get(0).pspes())).containsExactly("Tout!E3");
    assertThat(read.versements()).hasSize(1);
    assertThat(places(read.versements().get(0).montant())).containsExactly("Tout!B8");
  }

  @Test
  void aRegisterWithJoinsAndDatedSums() {
    Reddition read =
        new Classeur()
            .feuille("PROJETS", r("NO", "ID"), r("P-1", 7), r("P-2", 8), r("P-3", 99))
            .feuille("TIERS", r("ID", "NOM"), r(7, "Les Jardins"), r("8", "Les Cuisines"))
            .feuille(
                "DEC",
                r("NO", "JOUR", "MNT", "ANNULE"),
                r("P-1", LocalDate.of(2021, 3, 31), 10.5, null),
                r("P-1", LocalDate.of(2021, 4, 1), 20, null),
                r("P-1", LocalDate.of(2022, 3, 31), 30, null),
                r("P-1", LocalDate.of(2022, 3, 31), 99, "X"))
            .feuille("TERR", r("NO", "MRC"), r("P-1", "Saguenay"), r("P-1", "Charlevoix"))
            .lis(
                "tables:",
                "  tiers: {feuille: TIERS, entete: {contient: [ID, NOM]}}",
                "  dec: {feuille: DEC, entete: {contient: [MNT]}}",
                "  terr: {feuille: TERR, entete: {contient: [MRC]}}",
                "blocs:",
                "- vers: Projets",
                "  feuille: PROJETS",
                "  entete: {contient: ['NO', ID]}",
                "  colonnes:",
                "    numero: 'NO'",
                "    promoteur: {joindre: {table: tiers, par: ID, cle: ID, colonne: NOM}}",
                "    territoires:",
                "      agreger: {table: terr, par: 'NO', cle: 'NO', quoi: liste, colonne: MRC}",
                "    aideVerseeAnterieure:",
                "      agreger: {table: dec, par: 'NO', cle: 'NO', quoi: somme, colonne: MNT,",
                "        si: {JOUR: {avant: '2021-04-01'}, ANNULE: {vide: true}}}",
                "    aideVerseeExercice:",
                "      agreger: {table: dec, par: 'NO', cle: 'NO', quoi: somme, colonne: MNT,",
                "        si: {JOUR: {du: '2021-04-01', au: '2022-03-31'}, ANNULE: {motif: ^None$}}}");
    Projet first = read.projets().get(0);
    assertThat(all(read, Projet::promoteur).subList(0, 2))
        .containsExactly("Les Jardins", "Les Cuisines");
    assertThat(read.projets().get(2).promoteur().estInconnue()).isTrue();
    assertThat(places(read.projets().get(1).promoteur())).containsExactly("TIERS!B3", "PROJETS!B3");
    assertThat(first.aideVerseeAnterieure().contenu()).isEqualTo(money("10.50"));
    assertThat(first.aideVerseeExercice().contenu()).isEqualTo(money("50"));
    assertThat(places(first.aideVerseeExercice())).containsExactly("DEC!C3:C4", "PROJETS!A2");
    assertThat(first.territoires().contenu()).isEqualTo(List.of("Saguenay", "Charlevoix"));
    assertThat(read.projets().get(1).aideVerseeExercice().contenu()).isEqualTo(Montant.ZERO);
  }

  @Test
  void recordsInColumns() {
    Reddition read =
        new Classeur()
            .feuille(
                "Projets",
                r("Indicateur", "Projet A", "Projet B", "Total"),
                r("Numéro", "P-1", "P-2"),
                r("Aide", 10, 20, 30),
                r("Début", LocalDate.of(2021, 5, 1), "April 27, 2023"))
            .lis(
                "blocs:",
                "- vers: Projets",
                "  feuille: Projets",
                "  genre: transpose",
                "  entete: {contient: [Numéro, Aide]}",
                "  sauter: ^Total$",
                "  colonnes: {numero: Numéro, aideAccordee: Aide, dateDebut: Début}");
    assertThat(all(read, Projet::numero)).containsExactly("P-1", "P-2");
    assertThat(all(read, Projet::dateDebut))
        .containsExactly(LocalDate.of(2021, 5, 1), LocalDate.of(2023, 4, 27));
    assertThat(places(read.projets().get(1).aideAccordee())).containsExactly("Projets!C3");
  }

  @Test
  void crossesAndCounts() {
    Reddition read =
        new Classeur()
            .feuille(
                "Croix",
                r("No", "Régional", "Local", "Saguenay", "Charlevoix"),
                r("P-1", "x", null, "X", "X"),
                r("P-2", null, "✓", null, "x"))
            .feuille(
                "Membres",
                r("Comité", "Élu", "PSP"),
                r("Table", "x", null),
                r(null, "x", null),
                r(null, null, "x"),
                r("Jury", null, "x"))
            .lis(
                "blocs:",
                "- vers: Projets",
                "  feuille: Croix",
                "  entete: {contient: ['No']}",
                "  colonnes:",
                "    numero: 'No'",
                "    portee: {x: {Régional: REGIONALE, Local: LOCALE}}",
                "    territoires: {xListe: [Saguenay, Charlevoix]}",
                "- vers: Gouvernance",
                "  feuille: Membres",
                "  entete: {contient: [Comité]}",
                "  reporter: [Comité]",
                "  regrouper: [Comité]",
                "  colonnes: {instance: Comité, elus: {x: Élu}, pspes: {x: PSP}}");
    assertThat(all(read, Projet::territoires))
        .containsExactly(List.of("Saguenay", "Charlevoix"), List.of("Charlevoix"));
    assertThat(all(read, Projet::portee))
        .extracting(Object::toString)
        .containsExactly("REGIONALE", "LOCALE");
    assertThat(read.instances().get(0).elus().contenu()).isEqualTo(2L);
    assertThat(places(read.instances().get(0).elus())).containsExactly("Membres!B2", "Membres!B3");
    assertThat(read.instances().get(1).elus().contenu()).isZero();
  }

  @Test
  void aRowForEachFunderMergedDownward() {
    Reddition read =
        new Classeur()
            .feuille(
                "Montages",
                r("No", "Source", "Prévu"),
                r("P-1", "FQIS", 100),
                r(null, "Ministères", 30),
                r(null, "Ministères", 12),
                r("P-2", "FQIS", 50))
            .fusionne("A2:A4")
            .lis(
                "blocs:",
                "- vers: Projets",
                "  feuille: Montages",
                "  entete: {contient: ['No', Source]}",
                "  reporter: ['No']",
                "  regrouper: ['No']",
                "  colonnes:",
                "    numero: 'No'",
                "    aideAccordee: {entete: Prévu, si: {Source: FQIS}}",
                "    autresAidesPubliques: {entete: Prévu, si: {Source: Ministères}, sinon: 0}");
    assertThat(all(read, Projet::aideAccordee)).containsExactly(money("100"), money("50"));
    assertThat(all(read, Projet::autresAidesPubliques)).containsExactly(money("42"), Montant.ZERO);
    assertThat(places(read.projets().get(0).autresAidesPubliques()))
        .containsExactly("Montages!C3", "Montages!C4");
  }

  @Test
  void partsOfACellAndTheFirstOfSeveral() {
    Reddition read =
        new Classeur()
            .feuille(
                "Liste",
                r("Projet", "Aide", "Titre court", "Titre"),
                r(
                    "P-1 – Jardin (Les Jardins)",
                    "97\u00a0000 $ (dont 70\u00a0940 $ avant)",
                    null,
                    "J"))
            .lis(
                "blocs:",
                "- vers: Projets",
                "  feuille: Liste",
                "  entete: {contient: [Projet]}",
                "  colonnes:",
                "    numero: {entete: Projet, extraire: '^(P-\\d+)'}",
                "    promoteur: {entete: Projet, extraire: '\\(([^()]+)\\)$'}",
                "    aideVerseeAnterieure: {entete: Aide, extraire: 'dont (.+?\\$) avant'}",
                "    titre: {premier: [Titre court, Titre]}");
    Projet project = read.projets().get(0);
    assertThat(project.numero().montree()).isEqualTo("P-1");
    assertThat(project.promoteur().contenu()).isEqualTo("Les Jardins");
    assertThat(project.aideVerseeAnterieure().contenu()).isEqualTo(money("70940"));
    assertThat(places(project.titre())).containsExactly("Liste!D2");
  }

  @Test
  void anExportWithCodesDatesOfItsOwnFormAndHeadersThatComeAgain() {
    Reddition read =
        new Classeur()
            .feuille(
                "Export",
                r("Extraction du 2022-05-01"),
                r("NO", "DEB", "ETAT"),
                r("P-1", "20210401", "AC"),
                r("NO", "DEB", "ETAT"),
                r("P-2", 20210502, "NULL"),
                r("P-3", "20211301", "FE"))
            .lis(
                "dictionnaires: {etats: {AC: EN_COURS, FE: TERMINE}}",
                "blocs:",
                "- vers: Projets",
                "  feuille: Export",
                "  entete: {contient: ['NO', DEB], repete: true}",
                "  filtre: {'NO': {motif: '^P-'}}",
                "  colonnes:",
                "    numero: 'NO'",
                "    dateDebut: {entete: DEB, format: AAAAMMJJ}",
                "    statut: {entete: ETAT, dictionnaire: etats, vide: 'NULL'}");
    assertThat(all(read, Projet::numero)).containsExactly("P-1", "P-2", "P-3");
    assertThat(read.projets().get(1).dateDebut().contenu()).isEqualTo(LocalDate.of(2021, 5, 2));
    assertThat(read.projets().get(2).dateDebut().estIllisible()).isTrue();
    assertThat(read.projets().get(1).statut().estInconnue()).isTrue();
  }

  @Test
  void aFinancialStatementByItsRowsAndColumns() {
    Reddition read =
        new Classeur()
            .feuille(
                "État",
                r("", "Budget", "Réel 2021-2022"),
                r("Salaires", 10, 12.5),
                r("Loyer", 5, 6),
                r("Total", 15, 18.5))
            .lis(
                "blocs:",
                "- vers: Rapport financier",
                "  feuille: État",
                "  genre: formulaire",
                "  colonnes:",
                "    totalDepenses: {croisement: {ligne: Total, colonne: Réel 2021-2022}}",
                "    depAdministration: {cellule: C3}",
                "    depCoordination:",
                "      somme:",
                "      - {etiquette: Salaires, colonne: Réel 2021-2022}",
                "      - {etiquette: Loyer, colonne: Réel 2021-2022}",
                "constantes: {Identification: {exerciceFin: '2022-03-31', codeEntente: ALL-02}}");
    assertThat(read.rapportFinancier().depCoordination().contenu()).isEqualTo(money("18.50"));
    assertThat(places(read.rapportFinancier().depCoordination()))
        .containsExactly("État!C2", "État!C3");
    assertThat(read.rapportFinancier().totalDepenses().contenu()).isEqualTo(money("18.50"));
    assertThat(read.rapportFinancier().depAdministration().contenu()).isEqualTo(money("6"));
    Valeur<LocalDate> end = read.identification().exerciceFin();
    assertThat(end.contenu()).isEqualTo(LocalDate.of(2022, 3, 31));
    assertThat(end.emplacement().feuille().etat()).isEqualTo(Feuille.Etat.DECLAREE);
    assertThat(read.fichier().origine().declarations()).hasSize(2);
  }

  @Test
  void aRequiredColumnThatIsNotKeptIsOneFindingAndARowBelowAnother() {
    Reddition read =
        new Classeur()
            .feuille("T", r("No"), r("P-1"), r("P-2"), r("P-3"))
            .lis(
                "blocs:",
                "- vers: Projets",
                "  feuille: T",
                "  entete: {contient: ['No']}",
                "  colonnes: {numero: 'No'}",
                "absents: {Projets: [categorie]}");
    Releve missing =
        read.releves().stream()
            .filter(r -> r.nature() == Releve.Nature.COLONNE_ABSENTE)
            .findFirst()
            .orElseThrow();
    assertThat(missing.anomalies())
        .filteredOn(a -> a.faits().get("champ").equals("Catégorie d'organisme"))
        .hasSize(1);
    assertThat(read.projets()).allSatisfy(p -> assertThat(p.categorie().estInconnue()).isTrue());
    assertThat(read.feuille(Onglet.PROJETS).nom()).isEqualTo("T");
  }

  @Test
  void anAddendThatCantBeReadMakesTheSumUnknownAtItsCell() {
    Reddition read =
        new Classeur()
            .feuille("T", r("No", "A", "B"), r("P-1", 10, "environ 3"))
            .lis(
                "blocs:",
                "- vers: Projets",
                "  feuille: T",
                "  entete: {contient: ['No']}",
                "  colonnes: {numero: 'No', coutTotal: {somme: [A, B]}}");
    Valeur<Montant> cost = read.projets().get(0).coutTotal();
    assertThat(cost.estIllisible()).isTrue();
    assertThat(cost.emplacement()).extracting(Emplacement::reference).isEqualTo("C2");
  }

  @Test
  void whatIsFoundAndWhatIsLeftIsTold() {
    Essai tried =
        new Classeur()
            .feuille(
                "T",
                r("No", "Aide", "Agent", "Remarque"),
                r("P-1", 10, "moi", "!"),
                r("P-2", 20),
                r("Total", 31))
            .essaie(
                "blocs:",
                "- vers: Projets",
                "  feuille: T",
                "  entete: {contient: ['No']}",
                "  sauter: ^Total",
                "  colonnes: {numero: 'No', aideAccordee: Aide, titre: Titre}",
                "ignorer: [Agent]");
    assertThat(tried.blocs()).hasSize(1);
    assertThat(tried.blocs().get(0).fiches()).isEqualTo(2);
    assertThat(tried.blocs().get(0).manquants()).containsExactly("Titre du projet");
    assertThat(tried.nouveaux()).extracting(Essai.Entete::texte).containsExactly("Remarque");
    assertThat(tried.sautees()).extracting(Essai.Rangee::texte).containsExactly("Total");
    Essai.Controle control = tried.totaux().get(0);
    assertThat(control.leur()).isEqualByComparingTo("31");
    assertThat(control.notre()).isEqualByComparingTo("30");
    assertThat(control.concorde()).isFalse();
  }

  @Test
  void theLowestStoreyIsEnoughToSetAHeaderAside() {
    Essai tried =
        new Classeur()
            .feuille(
                "T", r("No", "Alliance", null, "Autre"), r(null, "Demandé", "Consenti", "Demandé"))
            .essaie(
                "blocs:",
                "- vers: Projets",
                "  feuille: T",
                "  entete: {contient: ['No', Consenti], rangees: 2}",
                "  colonnes: {numero: 'No', aideAccordee: Consenti}",
                "ignorer: [Demandé]");
    assertThat(tried.nouveaux()).isEmpty();
  }
}
