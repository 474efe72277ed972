package org.verifqis.classeur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verifqis.classeur.RawWorkbook.row;
import static org.verifqis.classeur.RawWorkbook.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Releve;
import org.verifqis.modele.Releve.Nature;
import org.verifqis.modele.Verite;

/** What is noted of tables and of field sheets (lecture.md, "Finding sheets and columns"). */
class TableReaderTest {
  private static final Gabarit GABARIT = LecteurGabarit.charge();

  @TempDir private Path folder;

  private Reddition read(RawWorkbook workbook) throws IOException {
    return new LecteurReddition(GABARIT, Limites.parDefaut())
        .lis(workbook.write(folder.resolve("essai.xlsx")));
  }

  private Reddition payments(String rows) throws IOException {
    return read(new RawWorkbook().sheet("Versements", rows));
  }

  private static Releve releve(Reddition reddition, Nature nature) {
    return reddition.releves().stream()
        .filter(releve -> releve.nature() == nature)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> facts(Reddition reddition, Nature nature, String fact) {
    return releve(reddition, nature).anomalies().stream()
        .map(anomalie -> String.valueOf(anomalie.faits().get(fact)))
        .toList();
  }

  private static List<String> places(Reddition reddition, Nature nature) {
    return releve(reddition, nature).anomalies().stream()
        .map(anomalie -> anomalie.emplacements().get(0).reference())
        .toList();
  }

  @Test
  void aHeaderHasHalfOfTheRequiredColumns() throws IOException {
    Reddition half =
        payments(
            row(1, text("B1", "Montant"), text("C1", "N°"))
                + row(2, text("A2", "à côté"), text("B2", "10"), text("C2", "V-1")));
    assertThat(half.feuilles().get("Versements").estLue()).isTrue();
    assertThat(half.versements().get(0).numero().contenu()).isEqualTo("V-1");
    assertThat(half.versements().get(0).date().donnee())
        .as("a missing column is unknown")
        .isEqualTo(Verite.INCONNU);
    assertThat(facts(half, Nature.COLONNE_ABSENTE, "champ"))
        .as("the optional one may be missing")
        .containsExactly("Type de versement", "Date de réception");
    assertThat(releve(half, Nature.COLONNE_ABSENTE).examines()).isEqualTo(4);

    Reddition less =
        payments(row(1, text("B1", "Montant"), text("C1", "Référence")) + row(2, text("B2", "10")));
    assertThat(less.feuilles().get("Versements").etat()).isEqualTo(Feuille.Etat.SANS_ENTETE);
    assertThat(releve(less, Nature.COLONNE_ABSENTE).anomalies()).hasSize(1);
  }

  @Test
  void aKeyThatStandsTwiceNamesTheFirst() throws IOException {
    Reddition reddition =
        payments(
            RawWorkbook.PAYMENTS
                + row(2, text("A2", "V-1"))
                + row(3, text("A3", "v 1"))
                + row(4, text("B4", "AVRIL"))
                + row(5, text("A5", "V-2"))
                + row(6, text("A6", "V1"))
                + row(7, text("A7", "V-1")));
    assertThat(places(reddition, Nature.CLE_REPETEE)).containsExactly("A3", "A7");
    assertThat(facts(reddition, Nature.CLE_REPETEE, "premiere")).containsExactly("A2", "A2");
    assertThat(facts(reddition, Nature.CLE_REPETEE, "valeur")).containsExactly("v 1", "V-1");
    assertThat(releve(reddition, Nature.CLE_REPETEE).examines()).isEqualTo(5);
  }

  @Test
  void inATotalRowFiguresAndErrorsAreRead() throws IOException {
    Reddition reddition =
        payments(
            RawWorkbook.PAYMENTS
                + row(2, text("A2", "V-1"), text("B2", "AVRIL"), text("D2", "10"))
                + row(
                    3,
                    text("A3", "Total"),
                    text("B3", "deux genres"),
                    "<c r=\"C3\" t=\"e\"><v>#REF!</v></c>",
                    text("D3", "dix"),
                    "<c r=\"E3\"><v>7</v></c>"));
    assertThat(places(reddition, Nature.VALEUR_ILLISIBLE)).containsExactly("C3", "D3");
    assertThat(places(reddition, Nature.CODE_INCONNU)).isEmpty();
    assertThat(reddition.versements()).hasSize(1);
  }

  private static RawWorkbook identification(String columns, String hiddenRow) {
    String rows =
        row(2, text("B2", "Identification"))
            + row(3, text("B3", "Nom du mandataire"), text("C3", "MRC"))
            + row(4, text("B4", "une note"))
            + row(5, text("B5", "Code de l'entente"), text("C5", "ALL-14"))
            + row(6, text("B6", "une autre"));
    return new RawWorkbook()
        .sheetXml(
            "Identification",
            columns
                + "<sheetData>"
                + rows.replace(
                    "<row r=\"" + hiddenRow + "\"", "<row r=\"" + hiddenRow + "\" hidden=\"1\"")
                + "</sheetData>");
  }

  private int hidden(RawWorkbook workbook) throws IOException {
    Releve releve = releve(read(workbook), Nature.CONTENU_MASQUE);
    assertThat(releve.examines()).isEqualTo(1);
    return releve.anomalies().size();
  }

  @Test
  void whatIsHiddenAmongTheFieldsIsNoted() throws IOException {
    assertThat(hidden(identification("", "none"))).isZero();
    assertThat(hidden(identification("", "2"))).as("above the first field").isZero();
    assertThat(hidden(identification("", "3"))).isEqualTo(1);
    assertThat(hidden(identification("", "4"))).as("between two fields").isEqualTo(1);
    assertThat(hidden(identification("", "5"))).isEqualTo(1);
    assertThat(hidden(identification("", "6"))).as("below the last field").isZero();
    for (int column = 1; column <= 4; column++) {
      String columns =
          "<cols><col min=\"%1$d\" max=\"%1$d\" hidden=\"1\"/></cols>".formatted(column);
      assertThat(hidden(identification(columns, "none")))
          .as("column %d", column)
          .isEqualTo(column == 2 || column == 3 ? 1 : 0);
    }
    assertThat(hidden(identification("<cols><col max=\"3\" hidden=\"1\"/></cols>", "none")))
        .as("from nowhere")
        .isZero();
  }

  @Test
  void aMissingFieldIsNotedWhenItIsRequired() throws IOException {
    Reddition reddition = read(identification("", "none"));
    long required =
        GABARIT.feuilles().stream()
            .filter(wanted -> wanted.nom().equals("Identification"))
            .flatMap(wanted -> wanted.champs().stream())
            .filter(champ -> champ.requis())
            .count();
    assertThat(releve(reddition, Nature.COLONNE_ABSENTE).examines()).isEqualTo(required);
    assertThat(facts(reddition, Nature.COLONNE_ABSENTE, "champ"))
        .hasSize((int) required - 2)
        .doesNotContain("Région administrative", "Code de l'entente", "Nom du mandataire");
  }
}
