package org.verifqis.classeur;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where hostile workbooks are met: processes of their own that have 256 MB, a port at which nobody
 * may call, and a folder of which each change is seen.
 */
final class HostilePlace {
  private static final String MEMORY = "-Xmx256m";

  /** Processor time, which is the same on a busy machine; far more than any needs. */
  private static final Duration MOST_WORK = Duration.ofMinutes(5);

  /** What waits for ever takes no processor time. */
  private static final int MOST_SECONDS = 3_600;

  private final Path root;
  private final ServerSocket server;

  /** What a process wrote on its output, and on its error stream. */
  record Told(int status, String out, String err) {}

  HostilePlace(Path root) throws IOException {
    this.root = root;
    Files.createDirectory(root.resolve("tmp"));
    Files.createDirectory(root.resolve("ici"));
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    server.setSoTimeout(1);
  }

  /** What hostile workbooks want fetched. */
  String address() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/evade";
  }

  /** Everything below the root but the output, with its size and its date. */
  Map<String, String> tree(Path output) throws IOException {
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

  void checkNothingWasFetched() throws IOException {
    try {
      server.accept().close();
      throw new AssertionError("something was fetched");
    } catch (SocketTimeoutException nobodyCame) {
      assertThat(Path.of("/tmp/evade")).doesNotExist();
    }
  }

  /** Runs a class in a process of its own, of which the output folder keeps what it says. */
  Told run(Path output, String main, String... words) throws Exception {
    Path out = output.resolve("out");
    Path err = output.resolve("err");
    Process process =
        process(List.of(MEMORY), main, words)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      int seconds = 0;
      while (!process.waitFor(1, TimeUnit.SECONDS)) {
        Duration work = process.info().totalCpuDuration().orElse(Duration.ZERO);
        assertThat(work).as("ends in time").isLessThan(MOST_WORK);
        assertThat(seconds++).as("ends").isLessThan(MOST_SECONDS);
      }
    } finally {
      process.destroyForcibly();
    }
    return new Told(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** Starts a class in a process of its own, with other memory, that says all into one file. */
  Process start(List<String> memory, Path said, String main, String... words) throws IOException {
    return process(memory, main, words)
        .redirectErrorStream(true)
        .redirectOutput(said.toFile())
        .start();
  }

  private ProcessBuilder process(List<String> memory, String main, String... words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(memory);
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
    command.add("-Djava.io.tmpdir=" + root.resolve("tmp"));
    command.add("-Duser.home=" + root.resolve("ici"));
    command.addAll(List.of("-cp", classPath(), main));
    command.addAll(Arrays.asList(words));
    return new ProcessBuilder(command).directory(root.resolve("ici").toFile());
  }

  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
