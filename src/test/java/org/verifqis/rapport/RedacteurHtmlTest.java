package org.verifqis.rapport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Feuille;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Verdict;

class RedacteurHtmlTest {
  private static final String HOSTILE =
      "<script>alert(1)</script>\" onmouseover=\"x()'&\u0000\u001B\u202E\uD800";
  private static final String DESARME = "&lt;script&gt;alert(1)&lt;/script&gt;";

  private final RedacteurHtml redacteur = new RedacteurHtml(Fabrique.textes());

  @Test
  void showsAReddition() {
    String page = page(Fabrique.jugement(Verdict.NON_CONFORME, Fabrique.constats(2)));
    assertThat(page)
        .contains(
            "<html lang=\"fr-CA\">",
            "<title>Rapport de vérification – Lanaudière, 2021-2022</title>")
        .contains("<p class=\"mot-verdict\">Non conforme</p>", "Une non-conformité est à corriger.")
        .contains("2 non-conformités", "<p class=\"niveau\">Amorcée", "Étapes couvertes (1 sur 6)")
        .contains(
            "lanaudiere.xlsx",
            "0123456789abcdef".repeat(4),
            "Lanaudière (ALL-14)",
            "2017-2024",
            "verifqis 1.0.0")
        .contains("E3", "Projet P-2\u00A0: (vide) n’est pas admissible", "Retirez le projet P-2")
        .contains(
            "Le promoteur est un organisme admissible.", "organismes admissibles (RAPPORT 2.3.7)")
        .contains("href=\"#r1-f3-ORG-01\"", "Respectée")
        .doesNotContain("id=\"sommaire\"", "id=\"erreurs\"");
  }

  @Test
  void disarmsTextOfWorkbooks() {
    Feuille feuille = new Feuille("Projets", "Projets " + HOSTILE, 3, Feuille.Etat.LUE);
    Emplacement lieu = Emplacement.cellule(feuille, 2, 5, HOSTILE);
    Constat constat = Fabrique.constat("ORG-01", "", lieu, "numero", HOSTILE);
    Jugement jugement =
        Fabrique.jugement(HOSTILE + ".xlsx", Verdict.IRRECEVABLE, null, List.of(constat));
    String page =
        Fabrique.ecrit(
            redacteur, Fabrique.avecErreur(Fabrique.rapport(jugement, jugement), HOSTILE, HOSTILE));
    assertThat(page).contains(DESARME).doesNotContain("<script", "\u0000", "\u001B", "\u202E");
    assertThat(page).contains("\uFFFD\uFFFD\uFFFD\uFFFD");
    assertThat(Pattern.compile("<[^<>]*onmouseover=\"").matcher(page).find()).isFalse();
  }

  @Test
  void asksNothingElsewhere() {
    String page = page(Fabrique.jugement(Verdict.NON_CONFORME, Fabrique.constats(2)));
    assertThat(page)
        .contains(
            "content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\"")
        .doesNotContain(
            "<script", "<link", "<img", "http://", "https://", "url(", "@import", " src=");
  }

  @Test
  void cutsFindingsAndTellsTheirNumber() {
    String page = page(Fabrique.jugement(Verdict.NON_CONFORME, Fabrique.constats(55_000)));
    assertThat(page).contains("Projet P-200\u00A0:").doesNotContain("Projet P-201\u00A0:");
    assertThat(page)
        .contains(
            "Les 200 premiers constats sont montrés ; il y en a 55\u00A0000 en tout."
                .replace(" ;", "\u00A0;"))
        .contains("55\u00A0000 non-conformités");
    assertThat(page.length()).isLessThan(200_000);
  }

  @Test
  void sumsUpSeveralRedditions() {
    List<Jugement> jugements = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      jugements.add(Fabrique.jugement(verdict, Fabrique.constats(1)));
    }
    String page =
        Fabrique.ecrit(
            redacteur,
            Fabrique.avecErreur(
                Fabrique.rapport(jugements.toArray(Jugement[]::new)), "x.xls", "Ancien format"));
    assertThat(page)
        .contains("id=\"sommaire\"", "id=\"erreurs\"", "Ancien format", "href=\"#r5\"")
        .contains(
            "Irrecevable", "Non conforme", "Indéterminé", "Conforme avec réserves", "Conforme");
    assertThat(trouve(page, "<h1")).hasSize(1);
    ancresExactes(page);
    titresEnOrdre(page);
  }

  @Test
  void isAccessible() {
    String page = page(Fabrique.jugement(Verdict.NON_CONFORME, Fabrique.constats(30)));
    ancresExactes(page);
    titresEnOrdre(page);
    assertThat(trouve(page, "<table")).hasSameSizeAs(trouve(page, "<caption"));
    assertThat(trouve(page, "<th(?! scope)(?!ead)")).isEmpty();
    assertThat(page)
        .contains("<main id=\"contenu\"", "<nav ", "<header ", "<footer ", "href=\"#contenu\"");
  }

  @Test
  void speaksEnglish() {
    String page =
        Fabrique.ecrit(
            new RedacteurHtml(Fabrique.textes(Langue.EN)),
            Fabrique.rapport(Fabrique.jugement(Verdict.CONFORME, List.of())));
    assertThat(page)
        .contains("<html lang=\"en-CA\">", "No finding: no rule is broken.", "July 2, 2022, 02:15");
  }

  @Test
  void writesTheSameTwice() {
    Rapport rapport =
        Fabrique.rapport(Fabrique.jugement(Verdict.NON_CONFORME, Fabrique.constats(3)));
    assertThat(Fabrique.ecrit(new RedacteurHtml(Fabrique.textes()), rapport))
        .isEqualTo(Fabrique.ecrit(redacteur, rapport));
  }

  private String page(Jugement jugement) {
    return Fabrique.ecrit(redacteur, Fabrique.rapport(jugement));
  }

  private static void ancresExactes(String page) {
    List<String> ids = trouve(page, "(?<= id=\")[^\"]+");
    assertThat(ids).doesNotHaveDuplicates().containsAll(trouve(page, "(?<=href=\"#)[^\"]+"));
    for (String etiquettes : trouve(page, "(?<=aria-labelledby=\")[^\"]+")) {
      assertThat(ids).contains(etiquettes.split(" "));
    }
  }

  private static void titresEnOrdre(String page) {
    int precedent = 0;
    for (String titre : trouve(page, "(?<=<h)[1-6]")) {
      int niveau = Integer.parseInt(titre);
      assertThat(niveau).isLessThanOrEqualTo(precedent + 1);
      precedent = niveau;
    }
  }

  private static List<String> trouve(String page, String motif) {
    List<String> trouves = new ArrayList<>();
    Matcher matcher = Pattern.compile(motif).matcher(page);
    while (matcher.find()) {
      trouves.add(matcher.group());
    }
    return trouves;
  }
}
