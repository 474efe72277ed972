package org.verifqis.classeur;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole hostile corpus, by processes of their own that have 256 MB: each file ends in a right
 * reading or in a clear error, nothing is written beside the output, nothing is fetched.
 */
class HostileCorpusTest {
  private static final String MEMORY = "-Xmx256m";

  /** Far more than any needs, lest a busy machine turn the test red: it is there to end a hang. */
  private static final long MINUTES = 5;

  /** What acts on a terminal, or turns text round. */
  private static final Pattern HARMFUL =
      Pattern.compile(
          "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\u200E\u200F\u202A-\u202E\u2066-\u2069]");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private static Path root;
  private static Path corpus;
  private static Map<String, String> expected;
  private static ServerSocket server;
  private static PropertyResourceBundle messages;

  private Map<String, String> before;
  private Path output;

  @BeforeAll
  static void makeCorpus() throws Exception {
    corpus = Files.createDirectory(root.resolve("corpus"));
    Files.createDirectory(root.resolve("tmp"));
    Files.createDirectory(root.resolve("ici"));
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    server.setSoTimeout(1);
    expected = HostileCorpus.make(corpus, "http://127.0.0.1:" + server.getLocalPort() + "/evade");
    Files.createSymbolicLink(corpus.resolve("boucle"), corpus);
    Files.createSymbolicLink(corpus.resolve("ailleurs"), Path.of("/"));
    try (InputStreamReader reader =
        new InputStreamReader(
            HostileCorpusTest.class.getResourceAsStream("/org/verifqis/cli/messages_fr.properties"),
            StandardCharsets.UTF_8)) {
      messages = new PropertyResourceBundle(reader);
    }
  }

  @BeforeEach
  void lookAround() throws IOException {
    output = Files.createTempDirectory(root, "sortie");
    before = tree();
  }

  /** Whatever the test looked at. */
  @AfterEach
  void nothingWasFetchedNorWrittenElsewhere() throws IOException {
    assertThat(tree()).isEqualTo(before);
    try {
      server.accept().close();
      throw new AssertionError("something was fetched");
    } catch (SocketTimeoutException nobodyCame) {
      assertThat(Path.of("/tmp/evade")).doesNotExist();
    }
  }

  /** Everything below the root but the output, with its size and its date. */
  private Map<String, String> tree() throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(p -> !p.startsWith(output) && !p.equals(root)).toList()) {
        found.put(
            path.toString(),
            Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                ? Files.size(path) + " " + Files.getLastModifiedTime(path)
                : "");
      }
    }
    return found;
  }

  /** What a process wrote on its output; on its error stream below. */
  private record Told(int status, String out, String err) {}

  private Told run(String main, String... words) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(MEMORY, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
    command.add("-Djava.io.tmpdir=" + root.resolve("tmp"));
    command.add("-Duser.home=" + root.resolve("ici"));
    command.addAll(List.of("-cp", classPath(), main));
    command.addAll(Arrays.asList(words));
    Path out = output.resolve("out");
    Path err = output.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(root.resolve("ici").toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    Process process = builder.start();
    try {
      assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as("ends in time").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Told(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private Told verifqis(String... words) throws Exception {
    return run("org.verifqis.cli.Verifqis", words);
  }

  private String message(String reason) {
    return messages
        .getString("fichier." + reason)
        .replaceAll("\\{0}.*", "")
        .replaceAll("^.*''", "");
  }

  /** Compares what came of each file with what had to. */
  private void check(JsonNode report) {
    Map<String, String> outcomes = new TreeMap<>();
    for (JsonNode read : report.get("redditions")) {
      outcomes.put(
          read.at("/fichier/nom").asText(),
          HostileCorpus.READ + read.at("/sommaire/projets").asInt());
    }
    for (JsonNode error : report.get("erreurs")) {
      outcomes.put(error.get("fichier").asText(), error.get("cause").asText());
    }
    Map<String, String> wrong = new TreeMap<>();
    expected.forEach(
        (name, outcome) -> {
          String found = String.valueOf(outcomes.remove(name));
          if (Stream.of(outcome.split("\\|")).noneMatch(one -> fits(one, found))) {
            wrong.put(name, outcome + " was expected, found: " + found);
          }
        });
    assertThat(wrong).isEmpty();
    assertThat(outcomes).isEmpty();
  }

  private boolean fits(String outcome, String found) {
    return outcome.startsWith(HostileCorpus.READ)
        ? found.equals(outcome)
        : found.startsWith(message(outcome));
  }

  @Test
  void verifierReadsEachFileRightlyOrSaysWhyNot() throws Exception {
    Told told = verifqis("verifier", "--format", "json", corpus.toString());
    assertThat(told.status()).as(told.err()).isEqualTo(3);
    assertThat(told.err()).doesNotContain("Exception").doesNotContainPattern(HARMFUL);
    check(JSON.readTree(told.out()));
  }

  /** Some files of the corpus in a folder of their own. */
  private Path choice(String name, Predicate<String> wanted) throws IOException {
    Path folder = Files.createDirectory(output.resolve(name));
    for (String file : expected.keySet()) {
      if (wanted.test(file) && !file.equals("tuyau.xlsx")) {
        Files.copy(corpus.resolve(file), folder.resolve(file), LinkOption.NOFOLLOW_LINKS);
      }
    }
    return folder;
  }

  @Test
  void reportsShowHostileTextsHarmlessly() throws Exception {
    Path some =
        choice(
            "some",
            name -> !name.matches("(?s)(zip|xml|taille|nombre|lignes|colon|formule|lien|tuy).*"));
    for (String format : List.of("console", "csv", "html")) {
      Told told = verifqis("verifier", "--format", format, some.toString());
      harmless(format, told.out());
      assertThat(told.err()).doesNotContainPattern(HARMFUL);
      String folder = output.resolve("un-chacun") + "/";
      Told each = verifqis("verifier", "--format", format, "-o", folder, some.toString());
      assertThat(each.err()).doesNotContainPattern(HARMFUL).contains("nom");
      assertThat(each.status()).isEqualTo(3);
    }
    try (Stream<Path> reports = Files.list(output.resolve("un-chacun"))) {
      List<Path> all = reports.toList();
      assertThat(all).hasSizeGreaterThan(50);
      for (Path report : all) {
        assertThat(report.getFileName().toString()).doesNotContainPattern(HARMFUL);
        harmless(report.toString(), Files.readString(report));
      }
    }
  }

  private static void harmless(String name, String report) throws IOException {
    assertThat(HARMFUL.matcher(report).find()).as(name).isFalse();
    if (name.endsWith("html")) {
      assertThat(report).as(name).doesNotContain("<script", "<img src=x", "http://127");
    } else if (name.endsWith("csv")) {
      CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(';').get();
      for (CSVRecord line : CSVParser.parse(report.substring(1), format)) {
        assertThat(line.toList())
            .as(name)
            .noneMatch(cell -> cell.matches("(?s)[=+@\\-\t\uFF1D].*"));
      }
    }
  }
}
