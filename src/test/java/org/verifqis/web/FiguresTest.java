package org.verifqis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.rapport.Langue;
import org.verifqis.rapport.Mots;
import org.verifqis.regles.Parametres;
import org.verifqis.service.depot.Compte;
import org.verifqis.service.depot.Role;

/** Figures of staff, asked without a browser. */
class FiguresTest {
  private static final String CEILING = "administration.plafond";
  private static final String PLACE = "/depots/ALL-02/2021-2022";

  private static String base;
  private static Path settings;
  private static Office office;
  private static Person jeanne;
  private static Person luc;
  private static Person alice;
  private static Person marie;

  @BeforeAll
  static void starts(@TempDir Path folder) throws Exception {
    base = "jdbc:h2:file:" + folder.resolve("depots");
    office = Office.open(base, folder);
    settings = folder.resolve("s.properties");
    marie = office.in("Marie Côté", Role.COORDINATION, "ALL-02");
    jeanne = office.in("Jeanne Tremblay", Role.PERSONNEL);
    luc = office.in("Luc Gagnon", Role.PERSONNEL);
    alice = office.in("Alice Roy", Role.ADMIN);
    Office.file(marie, PLACE, Office.CLEAN, Map.of());
  }

  @AfterAll
  static void stops() {
    office.close();
  }

  private static HttpResponse<String> propose(Person who, String... pairs) throws Exception {
    Map<String, String> fields =
        new HashMap<>(
            Map.of(
                "cle",
                CEILING,
                "entente",
                "",
                "edition",
                "2017-2024",
                "depuis",
                "",
                "valeur",
                "0,0001",
                "source",
                "Normes <2017>, page 12"));
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put(pairs[i], pairs[i + 1]);
    }
    return who.post("/parametres", "/parametres", fields);
  }

  private static String said(HttpResponse<String> answer) {
    return answer.body().replace('\u00A0', ' ').replace('\u202F', ' ');
  }

  @Test
  void whatCouldNotBeMeantIsRefusedInASentence() throws Exception {
    int before = office.registry.chiffres().tous(staff()).size();
    HttpResponse<String> share = propose(jeanne, "valeur", "12");
    assertThat(share.statusCode()).isEqualTo(422);
    assertThat(said(share))
        .contains("La valeur « 12 » ne convient pas", "une part entre 0 et 1")
        .contains("value=\"12\"", "Normes &lt;2017&gt;, page 12");
    assertThat(said(propose(jeanne, "source", " "))).contains("Dites d’où vient le chiffre");
    assertThat(said(propose(jeanne, "edition", ""))).contains("« Édition » manque");
    assertThat(said(propose(jeanne, "edition", "1990-1995"))).contains("n’existe pas");
    assertThat(said(propose(jeanne, "entente", "ALL-02"))).contains("« Entente");
    assertThat(said(propose(jeanne, "valeur", "0.4;0.3"))).contains("le plus petit");
    assertThat(said(propose(jeanne, "depuis", "demain"))).contains("La date ne peut être lue");
    assertThat(said(propose(jeanne, "cle", "projet.finLimite", "valeur", "2050-01-01")))
        .contains("n’est pas dans son édition");
    assertThat(propose(jeanne, "cle", "autre").statusCode()).isEqualTo(404);
    assertThat(propose(marie).statusCode()).isEqualTo(403);
    assertThat(office.registry.chiffres().tous(staff())).hasSize(before);
  }

  @Test
  void oneProposesAnotherPublishesAndFilingsAreJudgedByIt() throws Exception {
    assertThat(jeanne.get(PLACE).body()).contains("Conforme").doesNotContain("Normes &lt;2017&gt;");
    HttpResponse<String> proposed = propose(jeanne);
    String path = proposed.uri().getPath();
    assertThat(said(proposed))
        .contains("Normes &lt;2017&gt;, page 12", "Plafond des frais d’administration")
        .contains("ALL-02, 2021-2022", "Non conforme", "Vous l’avez proposée")
        .doesNotContain("/publier\"");
    assertThat(said(jeanne.post(path, path + "/publier", Map.of())))
        .contains("une autre personne le publie");
    assertThat(said(alice.get(path)))
        .contains("/publier\"", "Le personnel voit ici")
        .doesNotContain("ALL-02");
    assertThat(jeanne.get(PLACE).body()).doesNotContain("Normes &lt;2017&gt;");

    assertThat(said(luc.post(path, path + "/publier", Map.of()))).contains("Publié par Luc Gagnon");
    assertThat(said(luc.get(PLACE))).contains("FIN-", "Normes &lt;2017&gt;, page 12");
    assertThat(said(luc.get("/parametres")))
        .contains("0,01 %", "badge gravite-avertissement\">personnel<", "Publié par Luc Gagnon");
    assertThat(office.registry.dossiers().tous(staff()).get(0).verdict().name())
        .as("what was filed stays as it was judged then")
        .isEqualTo("CONFORME");
    assertThat(said(alice.get("/journal"))).contains("Paramètre proposé", "Paramètre publié");
    assertThat(luc.get("/en" + path).body()).contains("Published by Luc Gagnon");
    try (Site other = Site.filing(base, settings)) {
      Person there = Person.in(other, office.account("Anne Roy", Role.PERSONNEL));
      assertThat(there.get(PLACE).body()).contains("Normes &lt;2017&gt;, page 12");
      String gone = propose(jeanne, "valeur", "").uri().getPath();
      luc.post(gone, gone + "/publier", Map.of());
      assertThat(there.get(PLACE).body()).as("another server").doesNotContain("page 12 ");
    }
    assertThat(said(jeanne.get("/parametres"))).contains("Remplacé le");
  }

  private static Compte staff() {
    return office.registry.comptes().parCourriel("personne2@exemple.ca").orElseThrow();
  }

  @Test
  void aProposalIsSetAsideWithAReason() throws Exception {
    String path = propose(alice, "valeur", "0.5").uri().getPath();
    HttpResponse<String> mute = jeanne.post(path, path + "/ecarter", Map.of("motif", " "));
    assertThat(mute.statusCode()).isEqualTo(422);
    assertThat(said(mute)).contains("Dites pourquoi");
    assertThat(said(jeanne.post(path, path + "/ecarter", Map.of("motif", "Sans <page>"))))
        .contains("Refusé par Jeanne Tremblay", "Sans &lt;page&gt;")
        .doesNotContain("/publier\"");
    assertThat(luc.post(path, path + "/publier", Map.of()).statusCode()).isIn(404, 409);
    String own = propose(luc, "valeur", "0.6").uri().getPath();
    assertThat(said(luc.post(own, own + "/ecarter", Map.of("motif", "Faute"))))
        .contains("Retiré par Luc Gagnon");
  }

  /** Each parameter has a name that people read, in both languages. */
  @Test
  void everyParameterHasAName() {
    for (Langue language : Langue.values()) {
      Mots words = Mots.de(Pages.class, language);
      Parametres all = Parametres.charge();
      for (String key : all.cles()) {
        assertThat(words.mot("chiffre." + key)).isNotBlank();
        assertThat(words.mot("chiffres.forme." + all.type(key))).isNotBlank();
      }
    }
  }
}
