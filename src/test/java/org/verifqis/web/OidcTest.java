package org.verifqis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.service.depot.Compte;
import org.verifqis.service.depot.ComptesDuGreffe;
import org.verifqis.service.depot.Role;

/** Logging in by an identity provider: it says who, the accounts say what. */
class OidcTest {
  private static final String PAGE = "https://verifqis.exemple.ca";
  private static final String ISSUER = "ministere";

  private static MockOAuth2Server provider;
  private static Office office;

  private static List<String> settings(String issuer, String... more) {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "verifqis.page=" + PAGE,
                "verifqis.oidc.emetteur=" + issuer,
                "verifqis.oidc.client=verifqis",
                "verifqis.oidc.secret=un secret"));
    settings.addAll(List.of(more));
    return settings;
  }

  @BeforeAll
  static void starts(@TempDir Path folder) throws Exception {
    provider = new MockOAuth2Server();
    provider.start();
    office =
        Office.with(
            "jdbc:h2:file:" + folder.resolve("depots"),
            Files.write(
                folder.resolve("s.properties"), settings(provider.issuerUrl(ISSUER).toString())));
  }

  @AfterAll
  static void stops() {
    office.close();
    provider.shutdown();
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(302);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  /** Goes to the provider, which knows somebody, and comes back. */
  private static HttpResponse<String> login(
      Person person, String language, Map<String, Object> claims) throws Exception {
    return person.get(back(person, language, claims));
  }

  /** Each address is of a person of its own, and verified, unless the claims say otherwise. */
  private static String back(Person person, String language, Map<String, Object> claims)
      throws Exception {
    Map<String, Object> verified = new HashMap<>(claims);
    verified.putIfAbsent("email_verified", true);
    return back(
        person,
        language,
        claims.getOrDefault("email", "sujet").toString().toLowerCase(Locale.ROOT),
        verified);
  }

  private static String back(
      Person person, String language, String subject, Map<String, Object> claims) throws Exception {
    String there = location(person.get("/connexion/par/oidc?langue=" + language));
    assertThat(there).startsWith(provider.issuerUrl(ISSUER).toString());
    provider.enqueueCallback(
        new DefaultOAuth2TokenCallback(ISSUER, subject, "JWT", null, claims, 600));
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(URI.create(there)).build(), BodyHandlers.ofString());
    String back = location(answer);
    assertThat(back).startsWith(PAGE + "/connexion/retour?");
    return back.substring(PAGE.length());
  }

  @Test
  void whoTheProviderKnowsMayWhatTheAccountMay() throws Exception {
    Compte marie = office.account("Marie Côté", Role.COORDINATION, "ALL-02").compte();
    Person person = new Person(office.site);
    HttpResponse<String> page = person.get("/connexion");
    assertThat(page.body())
        .contains("href=\"/connexion/par/oidc?langue=fr\"", "le compte de mon organisation")
        .contains("Ou avec un mot de passe");
    assertThat(location(person.get("/depots/ALL-02/2021-2022"))).endsWith("/connexion");
    String before = person.session();
    HttpResponse<String> in = login(person, "fr", Map.of("email", marie.courriel().toUpperCase()));
    assertThat(location(in)).as("where she was going").endsWith("/depots/ALL-02/2021-2022");
    assertThat(person.session()).isNotEmpty().isNotEqualTo(before);
    assertThat(person.get("/depots/ALL-02/2021-2022").body()).contains("Marie Côté");
    assertThat(person.get("/depots/ALL-14/2021-2022").statusCode()).isEqualTo(404);
    assertThat(person.get("/comptes").statusCode()).isEqualTo(403);

    Compte now = office.registry.comptes().parId(marie.id()).orElseThrow();
    office
        .registry
        .comptes()
        .modifie(
            "console",
            now.id(),
            now.verrou(),
            new ComptesDuGreffe.Demande(
                now.courriel(), now.nom(), now.role(), now.langue(), now.ententes()),
            office.registry.comptes().tous(admin()).isEmpty());
    assertThat(location(person.get("/depots"))).as("closed").endsWith("/connexion?fin");
    refusedAsUnknown(new Person(office.site), Map.of("email", marie.courriel()), true);
  }

  private static Compte admin() {
    return office.account("Alice Roy", Role.ADMIN).compte();
  }

  private static void refusedAsUnknown(Person person, Map<String, Object> claims, boolean closed)
      throws Exception {
    String to = location(login(person, "fr", claims));
    assertThat(to).endsWith("/connexion?inconnu");
    assertThat(person.get("/connexion?inconnu").body())
        .contains("aucun compte ouvert de verifqis n’a votre adresse");
    assertThat(location(person.get("/depots"))).endsWith("/connexion");
    var last = office.registry.journal().derniers(admin(), 0, 10).stream();
    assertThat(last.filter(e -> e.nature().equals("CONNEXION_REFUSEE")).findFirst())
        .hasValueSatisfying(
            e -> {
              assertThat(e.acteur()).isEqualTo(claims.getOrDefault("email", "sujet"));
              assertThat(e.details()).contains("\"ferme\":" + closed);
            });
  }

  @Test
  void whoHasNoAccountIsToldKindlyAndTheJournalKnows() throws Exception {
    refusedAsUnknown(new Person(office.site), Map.of("email", "inconnue@exemple.ca"), false);
    refusedAsUnknown(new Person(office.site), Map.of(), false);
    Compte jeanne = office.account("Jeanne", Role.PERSONNEL).compte();
    refusedAsUnknown(
        new Person(office.site), Map.of("email", jeanne.courriel(), "email_verified", false), true);
    Person english = new Person(office.site);
    assertThat(location(login(english, "en", Map.of("email", "inconnue@exemple.ca"))))
        .endsWith("/en/connexion?inconnu");
  }

  private static String as(String subject, Map<String, Object> claims) throws Exception {
    Person person = new Person(office.site);
    return location(person.get(back(person, "fr", subject, claims)));
  }

  @Test
  void whoHasLoggedInOnceIsKnownByWhatTheProviderCallsThemAndNotByAnAddress() throws Exception {
    Compte luc = office.account("Luc", Role.PERSONNEL).compte();
    Map<String, Object> his = Map.of("email", luc.courriel(), "email_verified", true);
    assertThat(as("luc", Map.of("email", luc.courriel()))).as("not said").endsWith("?inconnu");
    assertThat(as("luc", his)).endsWith("/depots");
    assertThat(as("luc", Map.of("email", "luc@ailleurs.ca"))).as("moved").endsWith("/depots");
    assertThat(as("luc", Map.of())).endsWith("/depots");
    assertThat(as("autre", his)).as("the address changed hands").endsWith("?inconnu");

    Person admin = office.in("Alice", Role.ADMIN);
    String page = "/comptes/" + luc.id();
    assertThat(admin.get(page).body()).contains("a été lié à la personne");
    assertThat(admin.post(page, page + "/delier", Map.of()).body())
        .doesNotContain("a été lié à la personne");
    assertThat(as("autre", his)).endsWith("/depots");
    assertThat(as("luc", his)).endsWith("?inconnu");
    assertThat(office.registry.journal().verifie().entier()).isTrue();
  }

  @Test
  void aProviderThatVerifiesAndNeverSaysSoIsTakenAtItsWord(@TempDir Path folder) throws Exception {
    try (Office trusting =
        Office.with(
            "jdbc:h2:file:" + folder.resolve("depots"),
            Files.write(
                folder.resolve("s.properties"),
                settings(
                    provider.issuerUrl(ISSUER).toString(),
                    "verifqis.oidc.adresses-verifiees=true")))) {
      Compte zoe = trusting.account("Zoé", Role.PERSONNEL).compte();
      Map<String, Object> denied = Map.of("email", zoe.courriel(), "email_verified", false);
      Person person = new Person(trusting.site);
      assertThat(location(person.get(back(person, "fr", "zoe", denied)))).endsWith("?inconnu");
      Map<String, Object> silent = Map.of("email", zoe.courriel());
      assertThat(location(person.get(back(person, "fr", "zoe", silent)))).endsWith("/depots");
    }
  }

  @Test
  void whatComesBackForSomebodyElseOrTwiceIsRefused() throws Exception {
    Compte jeanne = office.account("Jeanne", Role.PERSONNEL).compte();
    Person person = new Person(office.site);
    String back = back(person, "fr", Map.of("email", jeanne.courriel()));
    Person thief = new Person(office.site);
    thief.get("/connexion");
    assertThat(location(thief.get(back))).endsWith("/connexion?fournisseur");
    assertThat(location(person.get(back))).endsWith("/depots");
    assertThat(location(new Person(office.site).get(back))).endsWith("/connexion?fournisseur");
    assertThat(location(thief.get("/depots"))).endsWith("/connexion");
  }

  @Test
  void theServerStartsWithoutTheProviderAndSaysSoAtTheLogin(@TempDir Path folder) throws Exception {
    try (Nobody nobody = new Nobody();
        Office down =
            Office.with(
                "jdbc:h2:file:" + folder.resolve("depots"),
                Files.write(
                    folder.resolve("s.properties"),
                    settings(
                        "http://127.0.0.1:" + nobody.port() + "/x",
                        "verifqis.connexion-locale=false")))) {
      assertThat(down.site.get("/").statusCode()).isEqualTo(200);
      Person person = new Person(down.site);
      assertThat(person.get("/connexion").body())
          .contains("/connexion/par/oidc")
          .doesNotContain("type=\"password\"", "Ou avec un mot de passe");
      assertThat(location(person.get("/connexion/par/oidc?langue=fr")))
          .endsWith("/connexion?fournisseur");
      assertThat(person.get("/connexion?fournisseur").body())
          .contains(
              "le fournisseur d’identité ne répond pas", "Vérifier un classeur reste possible");
      assertThat(location(person.get("/connexion/par/oidc?langue=en")))
          .endsWith("/en/connexion?fournisseur");

      // No password is taken any more, nor can one be chosen.
      ComptesDuGreffe.Lien link = down.account("Alice Roy", Role.ADMIN);
      assertThat(person.get("/lien/" + link.jeton()).statusCode()).isEqualTo(404);
      assertThat(
              person
                  .post(
                      "/connexion",
                      "/connexion",
                      Map.of("courriel", link.compte().courriel(), "secret", Person.SECRET))
                  .statusCode())
          .isEqualTo(403);
      assertThat(location(person.get("/comptes"))).endsWith("/connexion");
    }
  }

  @Test
  void halfASettingIsToldAtTheStart(@TempDir Path folder) throws Exception {
    String base = "jdbc:h2:file:" + folder.resolve("depots");
    Map<List<String>, CannotStart.Reason> wrong =
        Map.of(
            List.of("verifqis.connexion-locale=false"),
            CannotStart.Reason.SETTING_ALONE,
            List.of(
                "verifqis.oidc.emetteur=https://x.exemple.ca",
                "verifqis.oidc.client=c",
                "verifqis.oidc.secret=s"),
            CannotStart.Reason.SETTING_ALONE,
            List.of("verifqis.page=" + PAGE, "verifqis.oidc.client=c", "verifqis.oidc.secret=s"),
            CannotStart.Reason.SETTING,
            List.of("verifqis.page=" + PAGE, "verifqis.oidc.emetteur=https://x.exemple.ca"),
            CannotStart.Reason.SETTING,
            List.of("verifqis.page=verifqis.exemple.ca"),
            CannotStart.Reason.SETTING);
    wrong.forEach(
        (lines, reason) -> {
          Path settings = write(folder, lines);
          assertThatThrownBy(() -> Site.filing(base, settings).close())
              .as(lines.toString())
              .isInstanceOfSatisfying(
                  CannotStart.class, e -> assertThat(e.reason()).isEqualTo(reason));
        });
  }

  private static Path write(Path folder, List<String> lines) {
    try {
      return Files.write(folder.resolve("s.properties"), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
