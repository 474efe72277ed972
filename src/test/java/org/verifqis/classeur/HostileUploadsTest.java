package org.verifqis.classeur;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole hostile corpus uploaded to a server of 512 MB, four files at a time: each is read
 * rightly or refused, the pages go on answering, nothing is left behind.
 */
class HostileUploadsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String BOUNDARY = "----somebody";
  private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");

  /** What the server refuses of what the command line, which has wider limits, may read. */
  private static final List<String> TIGHTER =
      List.of(
          "TROP_GROS",
          "TROP_DE_LIGNES",
          "TROP_DE_TEXTE",
          "TROP_LONG",
          "DEMESURE",
          "BOMBE",
          "MEMOIRE");

  private static final int ATTEMPTS = 3_000;

  @TempDir private static Path root;

  private final HttpClient client = HttpClient.newHttpClient();
  private String url;

  @Test
  void eachIsReadRightlyOrRefusedAndNothingIsLeft() throws Exception {
    HostilePlace place = new HostilePlace(root);
    Path corpus = Files.createDirectory(root.resolve("corpus"));
    Map<String, String> expected = HostileCorpus.make(corpus, place.address());
    Path settings =
        Files.writeString(
            root.resolve("serveur.properties"),
            "server.port=0\nverifqis.port-gestion=0\nverifqis.par-minute=1000000\n");
    Path said = root.resolve("dit");
    Process server =
        place.start(
            List.of("-Xmx512m"),
            said,
            "org.verifqis.cli.Verifqis",
            "servir",
            "--config",
            settings.toString());
    try {
      url = address(server, said);
      Map<String, String> wrong = new TreeMap<>();
      answers(corpus, expected)
          .forEach(
              (name, answer) -> {
                if (Stream.of(expected.get(name).split("\\|")).noneMatch(answer::equals)
                    && TIGHTER.stream().noneMatch(answer::equals)) {
                  wrong.put(name, expected.get(name) + " was expected, found: " + answer);
                }
              });
      assertThat(wrong).as(Files.readString(said)).isEmpty();
      assertThat(get("").statusCode()).isEqualTo(200);
      assertThat(server.isAlive()).isTrue();
      assertThat(files(root.resolve("tmp"))).isEmpty();
      place.checkNothingWasFetched();
    } finally {
      server.destroy();
      server.waitFor();
    }
    assertThat(files(root.resolve("tmp"))).isEmpty();
    assertThat(Files.readString(said)).doesNotContain("Exception").doesNotContain(".xlsx");
  }

  private static String address(Process server, Path said) throws Exception {
    while (server.isAlive()) {
      Matcher told = URL.matcher(Files.readString(said));
      if (told.find()) {
        return told.group();
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the server ended: " + Files.readString(said));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      // A server that lives holds a lock.
      return files.filter(Files::isRegularFile).filter(f -> !f.endsWith("verrou")).toList();
    }
  }

  private Map<String, String> answers(Path corpus, Map<String, String> expected) throws Exception {
    ExecutorService four = Executors.newFixedThreadPool(4);
    try {
      Map<String, Future<String>> asked = new LinkedHashMap<>();
      for (String name : expected.keySet()) {
        Path file = corpus.resolve(name);
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.isReadable(file)) {
          asked.put(name, four.submit((Callable<String>) () -> answer(name, file)));
        }
      }
      assertThat(asked).hasSizeGreaterThan(200);
      Map<String, String> answers = new TreeMap<>();
      for (Map.Entry<String, Future<String>> one : asked.entrySet()) {
        answers.put(one.getKey(), one.getValue().get());
      }
      return answers;
    } finally {
      four.shutdownNow();
    }
  }

  /** How many projects were read, or why none was. */
  private String answer(String name, Path file) throws Exception {
    byte[] body = body(name, Files.readAllBytes(file));
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      HttpResponse<byte[]> response =
          client.send(
              HttpRequest.newBuilder(URI.create(url + "api/v1/verifications"))
                  .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                  .POST(BodyPublishers.ofByteArray(body))
                  .build(),
              BodyHandlers.ofByteArray());
      if (response.statusCode() == 503) {
        Thread.sleep(200);
        continue;
      }
      JsonNode report = JSON.readTree(response.body());
      return report.path("redditions").isEmpty()
          ? report.at("/erreurs/0/motif").asText(report.toString())
          : HostileCorpus.READ + report.at("/redditions/0/sommaire/projets").asInt();
    }
    return "never a place for it";
  }

  /** A form with the file, under its name less what no form can say. */
  private static byte[] body(String name, byte[] content) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    String told = name.replaceAll("[\"\\r\\n\\\\/]", "_");
    body.writeBytes(
        ("--%s\r\nContent-Disposition: form-data; name=\"fichier\"; filename=\"%s\"\r\n\r\n"
                .formatted(BOUNDARY, told))
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    return body.toByteArray();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(url + path)).build(), BodyHandlers.ofString());
  }
}
