package org.verifqis.classeur.correspondance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.verifqis.classeur.correspondance.Classeur.r;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.verifqis.classeur.FichierRefuse;
import org.verifqis.modele.Anomalie;
import org.verifqis.modele.Essai;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Refus;
import org.verifqis.modele.Releve.Nature;

/** What a profile reads twice, leaves, or names in vain. */
class LeftoversTest {
  private static List<Anomalie> notes(Reddition read, Nature nature) {
    return read.releves().stream()
        .filter(one -> one.nature() == nature)
        .flatMap(one -> one.anomalies().stream())
        .toList();
  }

  private static List<String> details(Reddition read, Nature nature) {
    return notes(read, nature).stream()
        .map(one -> one.faits().get("champ") + " " + one.detail())
        .toList();
  }

  @Test
  void whatIsNotRequiredAndComesFromATableThatIsNotThereIsUnknown() {
    String[] profile = {
      "tables: {o: {feuille: {motif: '^Org'}, entete: {contient: [Id]}}}",
      "blocs:",
      "- vers: Projets",
      "  feuille: L",
      "  entete: {contient: ['No', Titre]}",
      "  colonnes:",
      "    numero: 'No'",
      "    titre: Titre",
      "    neq: {joindre: {table: o, par: Titre, cle: Id, colonne: NEQ}}"
    };
    Classeur list = new Classeur().feuille("L", r("No", "Titre"), r("1", "A"));
    Reddition read = list.lis(profile);
    assertThat(read.projets().get(0).neq().estInconnue()).isTrue();
    assertThat(details(read, Nature.VALEUR_ILLISIBLE)).containsExactly("NEQ source");
    Essai tried = list.essaie(profile);
    assertThat(tried.absents()).extracting(Essai.Manque::nom).contains("^Org");
    assertThat(tried.blocs().get(0).manquants()).containsExactly("NEQ");
    Reddition lacking =
        new Classeur()
            .feuille("L", r("No", "Titre"), r("1", "A"))
            .feuille("Org", r("Id", "Nom"), r("A", "x"))
            .lis(profile);
    assertThat(lacking.projets().get(0).neq().estInconnue()).isTrue();
    Reddition there =
        new Classeur()
            .feuille("L", r("No", "Titre"), r("1", "A"))
            .feuille("Org", r("Id", "NEQ"), r("A", null))
            .lis(profile);
    assertThat(there.projets().get(0).neq().estVide()).isTrue();
  }

  @Test
  void aRegisterOfWhichNoSheetIsThereSumsToNothingKnownInAFormToo() {
    Reddition read =
        new Classeur()
            .feuille("Fiche 1", r("Numéro", "F-1"), r("Nom", "Un"))
            .lis(
                "tables: {j: {feuille: {motif: '^Journal'}, entete: {contient: [Dos]}}}",
                "blocs:",
                "- vers: Projets",
                "  feuille: {motif: '^Fiche '}",
                "  genre: fiche",
                "  colonnes:",
                "    numero: {etiquette: Numéro}",
                "    titre: {etiquette: Nom}",
                "    aideVerseeExercice:",
                "      agreger: {table: j, par: {etiquette: Numéro}, cle: Dos, colonne: Mt}");
    assertThat(read.projets().get(0).aideVerseeExercice().estInconnue()).isTrue();
    assertThat(details(read, Nature.VALEUR_ILLISIBLE))
        .containsExactly("Aide FQIS versée dans l'exercice source");
  }

  private static final String[] TWICE = {
    "blocs:",
    "- vers: Versements",
    "  feuille: Reçu",
    "  entete: {contient: [Jour]}",
    "  colonnes: {date: Jour, montant: Somme}",
    "- vers: Versements",
    "  feuille: {motif: '^Re'}",
    "  entete: {contient: [Jour]}",
    "  colonnes: {date: Jour, montant: Somme, reference: Note}"
  };

  @Test
  void rowsOfWhichTwoBlocksMakeTheSameRecordWouldCountTwice() {
    Classeur workbook =
        new Classeur()
            .feuille(
                "Reçu", r("Jour", "Somme", "Note"), r("2021-04-20", 5, "a"), r("2021-05-20", 6))
            .feuille("Rien", r("x"));
    assertThatThrownBy(() -> workbook.lis(TWICE))
        .isInstanceOfSatisfying(
            FichierRefuse.class,
            e -> {
              assertThat(e.refus().motif()).isEqualTo(Refus.Motif.LU_DEUX_FOIS);
              assertThat(e.refus().details()).isEqualTo(List.of("Reçu", 2));
            });
    assertThat(workbook.essaie(TWICE).doubles())
        .extracting(place -> place.feuille().nom() + " " + place.ligne())
        .containsExactly("Reçu 2", "Reçu 3");
  }

  @Test
  void aRowMayBeTwoRecordsThatSayDifferentThings() {
    Reddition read =
        new Classeur()
            .feuille(
                "Reçu",
                r("Année", "Avril", "Septembre"),
                r("2021", 5, 5),
                r("2022", null, 7),
                r("2023", 8, null))
            .lis(
                "blocs:",
                "- vers: Versements",
                "  feuille: Reçu",
                "  entete: {contient: [Avril]}",
                "  colonnes: {reference: Année, montant: Avril, type: {constante: AVRIL}}",
                "- vers: Versements",
                "  feuille: Reçu",
                "  entete: {contient: [Avril]}",
                "  colonnes: {reference: Année, montant: Septembre, type: {constante: SEPTEMBRE}}");
    assertThat(read.versements()).hasSize(6);
  }

  @Test
  void rowsOfARegisterThatNoRecordFindsAreTold() {
    Essai tried =
        new Classeur()
            .feuille("L", r("No", "Titre"), r("A-1", "A"), r("A-2", "B"))
            .feuille("J", r("Dos", "Mt"), r("a-1", 5), r("A-9", 6), r(null, 7), r("A 2", 8))
            .essaie(
                "tables: {j: {feuille: J, entete: {contient: [Dos]}}}",
                "blocs:",
                "- vers: Projets",
                "  feuille: L",
                "  entete: {contient: ['No', Titre]}",
                "  colonnes:",
                "    numero: 'No'",
                "    titre: Titre",
                "    aideVerseeExercice: {agreger: {table: j, par: 'No', cle: Dos, colonne: Mt}}");
    assertThat(tried.orphelines())
        .extracting(one -> one.lieu().reference() + " " + one.texte())
        .containsExactly("A3 A-9", "A4 ");
  }

  @Test
  void whatLacksIsToldAsTheProfileSaysIt() {
    Reddition read =
        new Classeur()
            .feuille("L", r("No", "État"), r("1", "Actif"), r("2", "En cour"))
            .feuille("M", r("No"), r("1"))
            .feuille("Argent", r("x"))
            .lis(
                "blocs:",
                "- vers: Projets",
                "  feuille: [L, M]",
                "  entete: {contient: ['No']}",
                "  colonnes: {numero: 'No', statut: État, titre: Nom}",
                "- vers: Versements",
                "  feuille: Argent",
                "  entete: {contient: [Jour]}",
                "  colonnes: {date: Jour}",
                "absents: {Projets: [categorie]}");
    List<String> missing = details(read, Nature.COLONNE_ABSENTE);
    assertThat(missing)
        .contains(
            "Titre du projet nonTrouve",
            "Catégorie d'organisme nonTenu",
            "Portée nonSitue",
            "null sansEntete")
        .noneMatch(one -> one.endsWith(" "));
    assertThat(notes(read, Nature.COLONNE_ABSENTE).get(0).faits()).isNotEmpty();
    assertThat(details(read, Nature.CODE_INCONNU))
        .containsExactly("Statut correspondance", "Statut correspondanceSuggestion");
    assertThat(details(read, Nature.FEUILLE_ABSENTE))
        .allMatch(one -> one.endsWith("correspondance"));
    // The other sheet has a cell of that name too.
    assertThat(notes(read, Nature.CLE_REPETEE))
        .extracting(one -> one.faits().get("premiere"))
        .containsExactly("L!A2");
  }
}
