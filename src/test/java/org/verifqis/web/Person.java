package org.verifqis.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.verifqis.service.depot.ComptesDuGreffe;

/** Somebody who asks a site for pages of filings, and keeps its cookies as a browser does. */
final class Person {
  static final String SECRET = "quatre mots sans rapport";

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final UnaryOperator<String> url;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();

  Person(Site site) {
    this(site::url);
  }

  /** Somebody who asks whatever stands at the addresses of paths. */
  Person(UnaryOperator<String> url) {
    this.url = url;
  }

  /** Somebody who chose a password by a link and logged in. */
  static Person in(Site site, ComptesDuGreffe.Lien link) throws Exception {
    Person person = new Person(site);
    person.choose(link, SECRET);
    person.login(link.compte().courriel(), SECRET);
    return person;
  }

  HttpResponse<String> choose(ComptesDuGreffe.Lien link, String secret) throws Exception {
    String path = "/lien/" + link.jeton();
    return post(path, path, Map.of("secret", secret));
  }

  HttpResponse<String> login(String address, String secret) throws Exception {
    return post("/connexion", "/connexion", Map.of("courriel", address, "secret", secret));
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(url.apply(path))).header("Accept", "text/html").build(),
        BodyHandlers.ofString());
  }

  HttpResponse<byte[]> download(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(url.apply(path))).build(), BodyHandlers.ofByteArray());
  }

  /** What a form of a page must send back. */
  String csrf(String page) throws IOException, InterruptedException {
    Matcher field = CSRF.matcher(get(page).body());
    return field.find() ? field.group(1) : "";
  }

  /** Sends a form that stands on a page. */
  HttpResponse<String> post(String page, String path, Map<String, ?> fields) throws Exception {
    return send(path, csrf(page), fields);
  }

  /** Files what was checked, with what is said of findings, by their keys. */
  HttpResponse<String> confirm(String place, Map<String, String> said) throws Exception {
    String page = get(place + "/brouillon").body();
    Map<String, Object> fields = new LinkedHashMap<>(said);
    for (String hidden : List.of("verrou", "sha256")) {
      fields.put(hidden, field(page, hidden));
    }
    return send(place + "/deposer", field(page, "_csrf", 1), fields);
  }

  /** What a hidden field of a page holds. */
  static String field(String page, String name) {
    return field(page, name, 0);
  }

  private static String field(String page, String name, int rank) {
    return Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"")
        .matcher(page)
        .results()
        .skip(rank)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no field " + name + " in " + page))
        .group(1);
  }

  HttpResponse<String> send(String path, String csrf, Map<String, ?> fields) throws Exception {
    return followed(answer(path, csrf, fields));
  }

  /** What is answered to a form, where it leads unseen. */
  HttpResponse<String> answer(String path, String csrf, Map<String, ?> fields) throws Exception {
    String body =
        fields.entrySet().stream()
            .flatMap(
                field ->
                    (field.getValue() instanceof List<?> several
                            ? several
                            : List.of(field.getValue()))
                        .stream().map(value -> encoded(field.getKey()) + "=" + encoded(value)))
            .collect(Collectors.joining("&"));
    return client.send(
        HttpRequest.newBuilder(URI.create(url.apply(path)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body + "&_csrf=" + encoded(csrf)))
            .build(),
        BodyHandlers.ofString());
  }

  /** Sends a form with a file. */
  HttpResponse<String> upload(String path, Site.Form form)
      throws IOException, InterruptedException {
    return followed(client.send(form.request(url.apply(path)), BodyHandlers.ofString()));
  }

  private HttpResponse<String> followed(HttpResponse<String> answer)
      throws IOException, InterruptedException {
    HttpResponse<String> last = answer;
    while (last.statusCode() == 302 || last.statusCode() == 303) {
      URI next = last.uri().resolve(last.headers().firstValue("Location").orElseThrow());
      last =
          client.send(
              HttpRequest.newBuilder(next).header("Accept", "text/html").build(),
              BodyHandlers.ofString());
    }
    return last;
  }

  private static String encoded(Object text) {
    return URLEncoder.encode(text.toString(), StandardCharsets.UTF_8);
  }

  /** The identifier of the session; empty without one. */
  String session() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("verifqis"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }
}
