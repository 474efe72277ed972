package org.verifqis.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verifqis.classeur.correspondance.Classeur.r;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.classeur.correspondance.Classeur;

/** From somebody's own workbook to a profile that a person confirms. */
class ProposerCommandTest {
  @TempDir Path folder;

  private Path workbook;
  private Path profile;

  @BeforeEach
  void writes() throws IOException {
    workbook = folder.resolve("suivi.xlsx");
    profile = folder.resolve("profil.yaml");
    Files.write(
        workbook,
        new Classeur()
            .feuille(
                "Suivi",
                r("Projets soutenus, 2021-2022"),
                r("No", "Porteur", "Titre", "État", "Aide accordée", "Montant demandé", "Agent"),
                r("P-1", "Les Jardins", "Semer", "Actif", 70940, 80000, "<b>C. T.</b>"),
                r("P-2", "Les Cuisines", "Mijoter", "Fermé", 22500, 30000, "C. T."),
                r("P-3", "Le Gîte", "Loger", "Suspendu", 1000, 30000, "C. T."),
                r("Total", null, null, null, 94440))
            .octets());
  }

  private Run propose(Object... more) {
    Object[] words = new Object[5 + more.length];
    System.arraycopy(
        new Object[] {"correspondance", "proposer", workbook, "-o", profile}, 0, words, 0, 5);
    System.arraycopy(more, 0, words, 5, more.length);
    return Run.of(words);
  }

  private static String plain(Run run) {
    return run.out().replace('\u00a0', ' ').replace('\u202f', ' ');
  }

  @Test
  void whatIsMissingComesFirstAndNothingIsReadUnconfirmed() throws IOException {
    Run proposed = propose();
    assertThat(proposed.status()).isZero();
    assertThat(plain(proposed))
        .contains("Catégorie d'organisme", "« No » (Suivi!A2)", "P-1 · P-2 · P-3")
        .contains("« Montant demandé » (Suivi!F2) : « demandé » dit autre chose")
        .contains("94 440", "comme notre somme", "« Suspendu » : aucun code trouvé");
    assertThat(plain(proposed).indexOf("Obligatoire et introuvable"))
        .isLessThan(plain(proposed).indexOf("Projets ←"));
    assertThat(profile).content().contains("exercice: 2021-2022", "aConfirmer: true");

    Run refused = Run.of("verifier", workbook, "--correspondance", profile);
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("aConfirmer");
    assertThat(Run.of("correspondance", "essayer", profile, workbook).out())
        .contains("N° de projet ← No");
  }

  @Test
  void onceConfirmedItIsReadAndRemembered() throws IOException {
    propose();
    List<String> confirmed =
        Files.readAllLines(profile).stream().filter(l -> !l.contains("aConfirmer")).toList();
    Path memory = Files.createDirectory(folder.resolve("memoire"));
    Files.write(memory.resolve("nous.yaml"), confirmed);
    Run judged = Run.of("verifier", workbook, "--correspondance", memory.resolve("nous.yaml"));
    assertThat(judged.status()).as(judged.err()).isEqualTo(1);
    assertThat(plain(judged)).contains("D5  Feuille « Suivi »");

    Files.writeString(memory.resolve("autre.yaml"), "correspondance: \"9\"\n");
    Run again = propose("--memoire", memory, "--remplacer");
    assertThat(plain(again)).contains("la correspondance « suivi » le lit ainsi");
    assertThat(again.err()).contains("Laissé hors de la mémoire", "autre.yaml");
  }

  @Test
  void thePageStandsByItself() throws IOException {
    assertThat(propose("--format", "html").status()).isZero();
    String page = Files.readString(folder.resolve("profil.html"));
    assertThat(page)
        .contains("script-src 'sha256-", "default-src 'none'")
        .contains("<select data-cible=", "P-1", "Les Jardins")
        .doesNotContain("<b>C. T.", "onclick", "onchange=", "http:", "src=");
    // Nothing that the file says is to be confirmed has to be confirmed by hand.
    assertThat(page).contains("Absents de Projets", "Toute la correspondance");
    assertThat(page.indexOf("Ce qui manque")).isLessThan(page.indexOf("Projets ←"));
    String pieces =
        page.substring(page.indexOf("<pre"), page.indexOf("</pre>"))
            .replaceAll("<[^>]*>", "")
            .replace("&#34;", "\"")
            .replace("&#39;", "'")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&");
    Path copied = folder.resolve("copie.yaml");
    Files.writeString(copied, pieces);
    assertThat(Run.of("correspondance", "essayer", copied, workbook).out())
        .contains("N° de projet ← No", "Statut ← État");
  }

  @Test
  void aProfileThatIsThereIsKept() throws IOException {
    Files.writeString(profile, "à moi");
    Run refused = propose();
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("--remplacer");
    assertThat(profile).hasContent("à moi");
  }

  @Test
  void whatHoldsNothingSaysSo() throws IOException {
    Files.write(workbook, new Classeur().feuille("Recettes", r("Tarte"), r("Pommes")).octets());
    Run nothing = propose();
    assertThat(nothing.status()).isEqualTo(3);
    assertThat(plain(nothing)).contains("Rien de ce que demande le gabarit");
    assertThat(profile).doesNotExist();
  }

  @Test
  void inEnglish() {
    Run proposed = propose("--lang", "en");
    assertThat(proposed.out()).contains("Required and not found", "would be read:");
  }
}
