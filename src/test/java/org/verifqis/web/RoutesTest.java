package org.verifqis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.service.depot.ChiffreSaisi;
import org.verifqis.service.depot.Compte;
import org.verifqis.service.depot.DossierDepose;
import org.verifqis.service.depot.Nuits;
import org.verifqis.service.depot.Role;

/** Every route, asked by everybody: by each role, by nobody, and for one agreement too many. */
class RoutesTest {
  /** What anyone may ask for. */
  private static final Set<String> OPEN =
      Set.of(
          "/",
          "/verifier",
          "/annoter",
          "/corriger",
          "/telecharger",
          "/convertir",
          "/confidentialite",
          "/gabarit",
          "/regles",
          "/regles/{id}",
          "/statique/{digest}/{name}",
          "/api/v1/openapi.json",
          "/api/v1/rapport.schema.json",
          "/api/v1/verifications",
          "/connexion",
          "/oubli",
          "/lien/{secret}");

  /** What only this machine may. */
  private static final Set<String> MANAGEMENT = Set.of("/sante", "/sante/prete", "/metriques");

  /** What a role may, of what others may not. */
  private static final Map<String, Role> FOR_A_ROLE =
      Map.ofEntries(
          Map.entry("/comptes", Role.ADMIN),
          Map.entry("/comptes/{id}", Role.ADMIN),
          Map.entry("/comptes/{id}/lien", Role.ADMIN),
          Map.entry("/comptes/{id}/invitation", Role.ADMIN),
          Map.entry("/comptes/{id}/delier", Role.ADMIN),
          Map.entry("/journal", Role.ADMIN),
          Map.entry("/journal/journal.csv", Role.ADMIN),
          Map.entry("/tableau", Role.PERSONNEL),
          Map.entry("/statistiques", Role.PERSONNEL),
          Map.entry("/statistiques/fichier/{forme}", Role.PERSONNEL),
          Map.entry("/tableau/audit/audit.html", Role.PERSONNEL),
          Map.entry("/tableau/audit/audit.csv", Role.PERSONNEL),
          Map.entry("/tableau/audit/audit.json", Role.PERSONNEL),
          Map.entry("/tableau/audit/redditions/{page}", Role.PERSONNEL),
          Map.entry("/tableau/limites", Role.PERSONNEL),
          Map.entry("/tableau/courriels", Role.PERSONNEL),
          Map.entry("{r}/corrections", Role.PERSONNEL),
          Map.entry("{r}/acceptation", Role.PERSONNEL),
          Map.entry("{r}/accepter", Role.PERSONNEL),
          Map.entry("{r}/retirer", Role.PERSONNEL),
          Map.entry("{r}/adopter", Role.PERSONNEL),
          Map.entry("{r}/rouvrir", Role.PERSONNEL),
          Map.entry("{r}/verifier", Role.COORDINATION),
          Map.entry("{r}/brouillon", Role.COORDINATION),
          Map.entry("{r}/deposer", Role.COORDINATION),
          Map.entry("{r}/abandonner", Role.COORDINATION));

  /** What staff and the administration may. */
  private static final Set<String> OF_THE_FIGURES =
      Set.of(
          "/parametres",
          "/parametres/{id}",
          "/parametres/{id}/publier",
          "/parametres/{id}/ecarter");

  /** What staff and those who file for the agreement may. */
  private static final Set<String> OF_A_REDDITION =
      Set.of("{r}", "{r}/classeur/{version}", "{r}/annotee/{version}", "{r}/comparaison/{version}");

  private static final String REDDITION = "/depots/{entente}/{exercice}";
  private static final String PLACE = "/depots/ALL-02/2021-2022";

  private static Office office;
  private static final Map<String, Person> PEOPLE = new LinkedHashMap<>();

  @BeforeAll
  static void starts(@TempDir Path folder) throws Exception {
    office = Office.open("jdbc:h2:file:" + folder.resolve("depots"), folder);
    PEOPLE.put("nobody", new Person(office.site));
    PEOPLE.put("hers", office.in("Marie", Role.COORDINATION, "ALL-02"));
    PEOPLE.put("other", office.in("Anne", Role.COORDINATION, "ALL-14", "ALL-15"));
    PEOPLE.put("staff", office.in("Jeanne", Role.PERSONNEL));
    PEOPLE.put("admin", office.in("Alice", Role.ADMIN));
    Office.file(PEOPLE.get("hers"), PLACE, Office.CLEAN, Map.of());
    audited();
    proposed();
  }

  private static void proposed() {
    Compte staff = office.registry.comptes().parCourriel("personne3@exemple.ca").orElseThrow();
    office
        .registry
        .chiffres()
        .propose(
            staff,
            new ChiffreSaisi.Demande(
                "cumul.plafond", null, "2017-2024", null, List.of("0.8"), "Normes"));
  }

  /** A report that only the staff may read. */
  private static void audited() throws Exception {
    Nuits nights = office.registry.nuits();
    Nuits.Bilan found = new Nuits.Bilan(OffsetDateTime.now(Site.CLOCK), List.of(), 0, List.of());
    byte[] page = "<style></style>".getBytes(StandardCharsets.UTF_8);
    nights.termine(
        nights.prends().orElseThrow(),
        found,
        pieces -> {
          for (String language : List.of("", ".en")) {
            for (String form : List.of("html", "csv", "json")) {
              pieces.ajoute("audit" + language + "." + form, page);
            }
          }
          pieces.ajoute("redditions/une.html", page);
        });
  }

  @AfterAll
  static void stops() {
    PEOPLE.clear();
    office.close();
  }

  private static Role role(String who) {
    return switch (who) {
      case "hers", "other" -> Role.COORDINATION;
      case "staff" -> Role.PERSONNEL;
      case "admin" -> Role.ADMIN;
      default -> null;
    };
  }

  private static String french(String path) {
    return path.equals("/en") ? "/" : path.startsWith("/en/") ? path.substring(3) : path;
  }

  /**
   * Whether somebody is let in: not led to the login, not refused, not told that it is not there.
   */
  private static boolean isAllowed(String route, String who) {
    String path = french(route).replace(REDDITION, "{r}");
    if (OPEN.contains(path)) {
      return true;
    }
    Role role = FOR_A_ROLE.get(path);
    if (role != null) {
      return role == role(who) && !(path.startsWith("{r}") && who.equals("other"));
    }
    if (OF_A_REDDITION.contains(path)) {
      return who.equals("hers") || who.equals("staff");
    }
    if (OF_THE_FIGURES.contains(path)) {
      return who.equals("staff") || who.equals("admin");
    }
    if (path.equals("/depots")) {
      return !who.equals("nobody");
    }
    return !MANAGEMENT.contains(path) && unknown(path);
  }

  private static boolean unknown(String path) {
    throw new AssertionError("who may ask for " + path + "? Say so in this test");
  }

  private static String filled(String path) {
    return path.replace("{entente}", "ALL-02")
        .replace("{exercice}", "2021-2022")
        .replace("{version}", "1")
        .replace("{forme}", "csv")
        .replace("{id}", french(path).startsWith("/regles") ? "VER-05" : "1")
        .replace("{secret}", "x")
        .replace("{digest}", "x")
        .replace("{name}", "x")
        .replace("{page}", "une.html");
  }

  /** All that any form sends. */
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("verrou", "1"),
          Map.entry("constat", "c".repeat(64)),
          Map.entry("exercice", "2021-2022"),
          Map.entry("vue", ""),
          Map.entry("jour", "2024-01-15"),
          Map.entry("avant", "2024-01-15"),
          Map.entry("mot", "mot"),
          Map.entry("motif", "motif"),
          Map.entry("autorite", "autorité"),
          Map.entry("jusquAu", "2024-01-15"),
          Map.entry("verdict", "CONFORME"),
          Map.entry("acceptation", "1"),
          Map.entry("sha256", "0".repeat(64)),
          Map.entry("courriel", "zoe@exemple.ca"),
          Map.entry("nom", "Zoé"),
          Map.entry("role", "ADMIN"),
          Map.entry("langue", "FR"),
          Map.entry("actif", "false"));

  @Test
  void everyoneIsLetInWhereTheyMayAndNowhereElse() throws Exception {
    List<String> routes = office.site.routes();
    assertThat(routes).hasSizeGreaterThan(60);
    long events = office.registry.journal().verifie().evenements();
    DossierDepose before = dossier();
    for (String route : routes) {
      String method = route.substring(0, route.indexOf(' '));
      String path = route.substring(route.indexOf(' ') + 1);
      for (Map.Entry<String, Person> who : PEOPLE.entrySet()) {
        boolean allowed = isAllowed(path, who.getKey());
        boolean open = OPEN.contains(french(path));
        // What is sent by whoever may send it is another test's: here nothing is to change.
        if (open || allowed && method.equals("POST")) {
          continue;
        }
        HttpResponse<String> answer = ask(who.getValue(), method, filled(path));
        String asked = who.getKey() + " " + route + " " + answer.statusCode();
        if (!allowed) {
          assertThat(refused(answer)).as(asked).isTrue();
        } else if (french(path).endsWith("/{version}") && french(path).contains("comparaison")
            || french(path).endsWith("/acceptation")
            || french(path).endsWith("/brouillon")) {
          assertThat(answer.statusCode()).as(asked).isIn(400, 404);
        } else {
          assertThat(refused(answer)).as(asked).isFalse();
        }
      }
    }
    assertThat(office.registry.journal().verifie().evenements()).isEqualTo(events);
    assertThat(dossier()).isEqualTo(before);
  }

  private static DossierDepose dossier() {
    Compte staff = office.registry.comptes().parCourriel("personne3@exemple.ca").orElseThrow();
    return office.registry.dossiers().tous(staff).get(0);
  }

  private static HttpResponse<String> ask(Person who, String method, String path) throws Exception {
    if (method.equals("GET")) {
      return who.get(path);
    }
    String page = who.get("/depots").statusCode() == 200 ? "/depots" : "/connexion";
    String csrf = who.csrf(page);
    return path.endsWith("/verifier")
        ? who.upload(path, Site.Form.of("fichier", Office.CLEAN).field("_csrf", csrf))
        : who.send(path, csrf, FIELDS);
  }

  private static boolean refused(HttpResponse<String> answer) {
    int status = answer.statusCode();
    String to = answer.headers().firstValue("Location").orElse("");
    return status == 403
        || status == 404
        || status == 302 && to.endsWith("/connexion")
        || answer.uri().getPath().endsWith("/connexion");
  }
}
