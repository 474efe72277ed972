package org.verifqis.rapport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Montant;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Verdict;

class RedacteurCsvTest {
  private final RedacteurCsv redacteur = new RedacteurCsv(Fabrique.textes());

  @Test
  void oneLineAFindingAndOneWithoutAny() {
    Constat constat =
        new Constat(
            Fabrique.regle("ORG-01"),
            "",
            List.of(
                Emplacement.cellule(Fabrique.PROJETS, 12, 5, "Entreprise; inc."),
                Emplacement.plage(Fabrique.FINANCES, 4, 4, 9, 4),
                Emplacement.feuille(Fabrique.VERSEMENTS)),
            Fabrique.constats(1).get(0).faits());
    Rapport rapport =
        Fabrique.avecErreur(
            Fabrique.rapport(
                Fabrique.jugement(Verdict.NON_CONFORME, List.of(constat)),
                Fabrique.jugement(Verdict.CONFORME, List.of())),
            "x.xls",
            "Ancien format");
    assertThat(Fabrique.ecrit(redacteur, rapport))
        .isEqualTo(
            """
            \uFEFFFichier;Entente;Exercice;Verdict;Règle;Gravité;Titre;Feuille;Cellule;Autres emplacements;Valeur;\
            Constat;Correction;Norme;Niveau de la cible 4;Classe du rapport
            lanaudiere.xlsx;Lanaudière (ALL-14);2021-2022;Non conforme;ORG-01;Non-conformité;Organisme admissible;\
            Projets;E12;Rapport financier!D4:D9, Versements;"Entreprise; inc.";\
            Projet P-1\u00A0: (vide) n’est pas admissible;Retirez le projet P-1;\
            Orientations et normes, organismes admissibles (RAPPORT 2.3.7);Amorcée;Apprentissage
            lanaudiere.xlsx;Lanaudière (ALL-14);2021-2022;Conforme;;;;;;;;\
            Aucun constat\u00A0: aucune règle n’est enfreinte.;;;Amorcée;Apprentissage
            x.xls;;;Non vérifié;;;;;;;;Erreur interne\u00A0: Ancien format;;;;
            """
                .replace("\n", "\r\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=cmd|'/c calc'!A1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\rx",
        "\tx",
        "  =1",
        "\u00A0=1",
        "\n=1",
        "\u200B=1",
        "\uFF1D1",
        "\u0000=1"
      })
  void desamorceLesFormules(String valeur) throws IOException {
    assertThat(valeur(valeur)).startsWith("'").doesNotContain("\n", "\t", "\r");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=b", "12-3", "", "'=1", "1 234,56 $"})
  void leavesTheRestAsItIs(String valeur) throws IOException {
    assertThat(valeur(valeur)).isEqualTo(valeur);
  }

  @Test
  void keepsAFindingOnOneLine() throws IOException {
    assertThat(valeur("a\r\nb\tc\u001Bd \"e\"")).isEqualTo("a b c\uFFFDd \"e\"");
  }

  @Test
  void inEnglish() {
    assertThat(Fabrique.ecrit(new RedacteurCsv(Fabrique.textes(Langue.EN)), Fabrique.rapport()))
        .startsWith("\uFEFFFile;Agreement;");
  }

  @Test
  void writesValuesForPeople() throws IOException {
    assertThat(valeur(LocalDate.of(2022, 4, 1))).isEqualTo("1er avril 2022");
    assertThat(valeur(Montant.de("1234.5"))).isEqualTo("1\u00A0234,50\u00A0$");
    assertThat(valeur("1234.50")).isEqualTo("1234.50");
  }

  private String valeur(Object valeur) throws IOException {
    Constat constat =
        Fabrique.constat("ORG-01", "", Emplacement.cellule(Fabrique.PROJETS, 2, 5, valeur));
    String csv =
        Fabrique.ecrit(
            redacteur, Fabrique.rapport(Fabrique.jugement(Verdict.NON_CONFORME, List.of(constat))));
    assertThat(csv.split("\r\n")).hasSize(2);
    CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(';').get();
    List<CSVRecord> lignes = format.parse(new StringReader(csv.substring(1))).getRecords();
    assertThat(lignes).hasSize(2);
    return lignes.get(1).get(10);
  }
}
