package org.verifqis.classeur.correspondance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.verifqis.classeur.Limites;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Projet;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Statut;

/** The two examples of docs/correspondance.md: their workbooks, their profiles, what is read. */
class DocumentedExamplesTest {
  private static final Pattern SHEET = Pattern.compile("euille « ([^»]+) »");
  private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\|(.*)\\|$");
  private static final Pattern PROFILE = Pattern.compile("(?s)```yaml\n(correspondance.*?)```");

  private static String chapter(String title) throws IOException {
    String doc = Files.readString(Path.of("docs/correspondance.md"));
    int start = doc.indexOf("## " + title);
    return doc.substring(start, doc.indexOf("\n## ", start + 3));
  }

  /** The workbook whose sheets are the tables of a chapter. */
  private static Classeur workbook(String chapter) {
    Classeur workbook = new Classeur();
    String sheet = "";
    List<Object[]> rows = new ArrayList<>();
    for (String line : (chapter + "\n\n").lines().toList()) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        while (rows.size() < Integer.parseInt(row.group(1)) - 1) {
          rows.add(new Object[0]);
        }
        rows.add(
            Arrays.stream(row.group(2).split("\\|"))
                .map(String::strip)
                .map(cell -> cell.isEmpty() ? null : cell)
                .toArray());
        continue;
      }
      if (!rows.isEmpty()) {
        workbook.feuille(sheet, rows.toArray(Object[][]::new));
        rows.clear();
      }
      Matcher named = SHEET.matcher(line);
      if (named.find()) {
        sheet = named.group(1);
      }
    }
    return workbook;
  }

  private static Reddition read(String title) throws IOException {
    String chapter = chapter(title);
    Matcher profile = PROFILE.matcher(chapter);
    assertThat(profile.find()).isTrue();
    Correspondance own =
        new LecteurProfil(Classeur.GABARIT).lis("profil.yaml", "profil.yaml", profile.group(1));
    return new LecteurCorrespondance(Classeur.GABARIT, Limites.parDefaut(), List.of(own))
        .lis(workbook(chapter).source());
  }

  @Test
  void theFirstIsReadAsItSays() throws IOException {
    Reddition read = read("Premier exemple");
    List<Projet> projects = read.projets();
    assertThat(projects)
        .extracting(p -> p.numero().contenu())
        .containsExactly("P-2021-001", "P-2021-002", "P-2021-003");
    assertThat(projects)
        .extracting(p -> p.territoires().contenu())
        .containsExactly(List.of("Saguenay"), List.of("Saguenay"), List.of("Maria-Chapdelaine"));
    assertThat(projects)
        .extracting(p -> p.aideAccordee().contenu())
        .containsExactly(Montant.de("70940"), Montant.de("22500"), Montant.de("30000"));
    assertThat(projects)
        .extracting(p -> p.statut().contenu())
        .containsExactly(Statut.EN_COURS, Statut.TERMINE, Statut.EN_COURS);
    assertThat(read.versements())
        .extracting(v -> v.montant().contenu())
        .containsExactly(Montant.de("90000"), Montant.de("45000"));
  }

  @Test
  void theSecondIsReadAsItSays() throws IOException {
    List<Projet> projects = read("Second exemple").projets();
    assertThat(projects)
        .extracting(p -> p.promoteur().contenu())
        .containsExactly("Maison du quartier", "Coop du coin");
    assertThat(projects)
        .extracting(p -> p.neq().contenu())
        .containsExactly("1144000007", "1144000015");
    assertThat(projects)
        .extracting(p -> p.aideVerseeAnterieure().contenu())
        .containsExactly(Montant.de("5000"), Montant.de("0"));
    assertThat(projects)
        .extracting(p -> p.aideVerseeExercice().contenu())
        .containsExactly(Montant.de("12000"), Montant.de("15000"));
    assertThat(projects.get(0).aideVerseeExercice().emplacements())
        .extracting(e -> e.feuille().nom() + "!" + e.reference())
        .startsWith("PAIEMENTS!C3:C4");
  }
}
