package org.verifqis.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.verifqis.fixtures.PortLibre;

/** A server that can be stopped and killed, as it has a process of its own. */
final class ServerProcess implements AutoCloseable {
  private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");

  private final Process process;
  private final String url;
  private final int managementPort;
  private final HttpClient client = HttpClient.newHttpClient();

  private ServerProcess(Process process, String url, int managementPort) {
    this.process = process;
    this.url = url;
    this.managementPort = managementPort;
  }

  /** One whose passing files lie in a folder, ready. */
  static ServerProcess start(Path folder, String... settings) throws Exception {
    Path passing = Files.createDirectories(folder.resolve("tmp"));
    int port = PortLibre.un();
    Path configuration =
        Files.write(
            folder.resolve("serveur.properties"),
            Stream.concat(
                    Stream.of("server.port=0", "verifqis.port-gestion=" + port),
                    Stream.of(settings))
                .toList());
    Path browser = Files.createDirectories(folder.resolve("bin")).resolve("xdg-open");
    Files.writeString(browser, "#!/bin/sh\necho \"$1\" >\"$0.dit\"\n");
    browser.toFile().setExecutable(true);
    Path said = Files.createTempFile(folder, "dit", ".txt");
    ProcessBuilder command =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + passing,
                "-cp",
                System.getProperty("java.class.path"),
                "org.verifqis.cli.Verifqis",
                "servir",
                "--config",
                configuration.toString(),
                "--ouvrir")
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    command.environment().merge("PATH", browser.getParent() + ":", (old, bin) -> bin + old);
    Process process = command.start();
    while (process.isAlive()) {
      Matcher told = URL.matcher(Files.readString(said));
      if (told.find()) {
        return new ServerProcess(process, told.group(), port);
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the server ended: " + Files.readString(said));
  }

  /** Waits until a browser, which is none, was told to show its pages. */
  boolean isOpened(Path folder) throws Exception {
    Path told = folder.resolve("bin/xdg-open.dit");
    while (!Files.exists(told) || Files.size(told) == 0) {
      Thread.sleep(5);
    }
    return Files.readString(told).strip().equals(url);
  }

  /** The address of a path. */
  String url(String path) {
    return url + path.substring(1);
  }

  HttpResponse<String> post(String path, Site.Form form) throws Exception {
    return client.send(form.request(url + path.substring(1)), BodyHandlers.ofString());
  }

  /** Waits until so many workbooks are in its room. */
  void waitForWork(int workbooks) throws Exception {
    HttpRequest metrics =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/metriques"))
            .build();
    while (!client
        .send(metrics, BodyHandlers.ofString())
        .body()
        .contains("verifqis_presents " + workbooks + ".0")) {
      Thread.sleep(5);
    }
  }

  /** What lies in the folders of its passing files, by their names. */
  static Set<String> passing(Path folder) throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder.resolve("tmp"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        names.add(file.getParent().getFileName() + "/" + file.getFileName());
      }
    } catch (java.io.UncheckedIOException e) {
      // A file went while it was looked at.
      return passing(folder);
    }
    return names;
  }

  /** Asks it to stop, as systemd does; its exit status. */
  int stop() throws InterruptedException {
    process.destroy();
    return process.waitFor();
  }

  /** Ends it at once. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
