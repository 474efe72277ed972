package org.verifqis.rapport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Feuille;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Verdict;

class RedacteurConsoleTest {
  private static final Feuille PRIORITES =
      new Feuille("Priorités", "Priorités", 6, Feuille.Etat.ABSENTE);

  @Test
  void showsTheWorstFirst() {
    List<Constat> constats = new ArrayList<>();
    constats.add(Fabrique.constat("LEC-03", "", Emplacement.feuille(PRIORITES), "valeur", "x"));
    constats.addAll(Fabrique.constats(2));
    constats.add(
        Fabrique.constat("ORG-02", "", Emplacement.cellule(Fabrique.VERSEMENTS, 2, 1, "x")));
    // ORG-02 has no text in the test file: only the order of the groups is looked at.
    assertThat(GroupeFeuille.de(constats))
        .extracting(g -> g.feuille().nom())
        .containsExactly("Projets", "Priorités", "Versements");
  }

  @Test
  void writesAReddition() {
    List<Constat> constats = new ArrayList<>();
    constats.add(
        Fabrique.constat(
            "LEC-03", "", Emplacement.feuille(PRIORITES), "valeur", "x", "attendu", "un texte"));
    constats.addAll(Fabrique.constats(2));
    assertThat(console(0, constats))
        .isEqualTo(
            """
            lanaudiere.xlsx
            Lanaudière (ALL-14) · exercice 2021-2022 · 0 projet

            Projets
              Non-conformité ORG-01 Organisme admissible
                E2  Projet P-1 : (vide) n’est pas admissible
                  → Retirez le projet P-1
                E3  Projet P-2 : (vide) n’est pas admissible
                  → Retirez le projet P-2

            Priorités (feuille absente)
              Non-conformité LEC-03 Valeur illisible
                « x » ne se lit pas : attendu un texte
                  → Corrigez la cellule

            Cible 4 : Amorcée (classe du rapport : Apprentissage)
            Verdict de lanaudiere.xlsx : Non conforme – 3 non-conformités

            """);
  }

  @Test
  void cutsFindingsAndTellsTheirNumber() {
    String console = console(0, Fabrique.constats(55));
    assertThat(console).contains("E21  ").doesNotContain("E22  ");
    assertThat(console).contains("… et 35 autres (55 en tout)").contains("55 non-conformités");
  }

  @Test
  void tellsASharedCorrectionOnce() {
    List<Constat> constats = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      constats.add(
          Fabrique.constat("LEC-03", "", Emplacement.cellule(Fabrique.PROJETS, i + 2, 1, "x")));
    }
    assertThat(console(0, constats)).containsOnlyOnce("Corrigez la cellule");
  }

  @Test
  void letsNoCommandThrough() {
    Constat constat =
        Fabrique.constat(
            "ORG-01",
            "",
            Emplacement.cellule(Fabrique.PROJETS, 2, 5, null),
            "numero",
            "a\u001B[31mb\u0007\r\nc\u202E\uD800");
    String console = console(0, List.of(constat));
    assertThat(console).contains("a\uFFFD[31mb\uFFFD c\uFFFD\uFFFD").doesNotContain("\u001B");
  }

  @Test
  void coloursOnlyWhenAsked() {
    Rapport rapport =
        Fabrique.rapport(Fabrique.jugement(Verdict.NON_CONFORME, Fabrique.constats(1)));
    String colore = Fabrique.ecrit(console(true, 60), rapport);
    assertThat(colore).contains("\u001B[1;31mNon-conformité\u001B[0m");
    assertThat(colore.replaceAll("\u001B\\[[\\d;]*m", ""))
        .isEqualTo(Fabrique.ecrit(console(false, 60), rapport));
  }

  @Test
  void fitsTheWidth() {
    assertThat(console(40, Fabrique.constats(3)).lines())
        .filteredOn(ligne -> !ligne.startsWith("Verdict"))
        .allMatch(ligne -> ligne.length() <= 40);
  }

  @Test
  void tellsFilesThatWereNotVerified() {
    Rapport rapport = Fabrique.avecErreur(Fabrique.rapport(), "x.xls", "Ancien format");
    assertThat(Fabrique.ecrit(console(false, 0), rapport))
        .isEqualTo("Non vérifié – x.xls\u00A0: Erreur interne\u00A0: Ancien format\n");
  }

  private static RedacteurConsole console(boolean couleurs, int largeur) {
    return new RedacteurConsole(Fabrique.textes(), couleurs, largeur, StandardCharsets.UTF_8);
  }

  private static String console(int largeur, List<Constat> constats) {
    return Fabrique.ecrit(
            console(false, largeur),
            Fabrique.rapport(Fabrique.jugement(Verdict.NON_CONFORME, constats)))
        .replace('\u00A0', ' ');
  }
}
