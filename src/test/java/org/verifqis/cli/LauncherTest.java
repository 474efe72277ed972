package org.verifqis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher hands each argument to the JVM whole, wherever it is installed. The JVM here is a
 * script that writes down what it is given, a line an argument.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class LauncherTest {
  private static final Path LAUNCHER = Path.of("verifqis").toAbsolutePath();

  /** Writes an archive where it is asked for one, as a JVM of 17 does. */
  private static final String JVM =
      """
      #!/bin/sh
      for word in "$@"; do
        case $word in
          -XX:SharedArchiveFile=*) [ "$1" != -Xshare:dump ] || echo classes >"${word#*=}" ;;
        esac
        printf '%s\\n' "$word"
      done
      """;

  @TempDir Path temp;
  private String language = "C.UTF-8";
  private Path home;

  @BeforeEach
  void installs() throws IOException {
    home = Files.createDirectories(temp.resolve("mes programmes/veri fqis"));
    Files.copy(LAUNCHER, home.resolve("verifqis"));
    for (String folder : List.of("src/main", "rules", "fixtures/exemples", "target")) {
      Files.createDirectories(home.resolve(folder));
    }
    Files.createFile(home.resolve("pom.xml"));
    Files.createFile(home.resolve("target/verifqis.jar"));
    Path jdk = Files.createDirectories(temp.resolve("un jdk"));
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
    Path java = Files.createDirectory(jdk.resolve("bin")).resolve("java");
    Files.writeString(java, JVM);
    assertThat(java.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void aPathWithASpaceIsOneArgument() throws Exception {
    Path jar = home.resolve("target/verifqis.jar");

    List<String> arguments = run("verifier", "mes redditions/a b.xlsx");

    assertThat(arguments)
        .containsSequence("-jar", jar.toString(), "verifier", "mes redditions/a b.xlsx")
        .contains("-XX:SharedArchiveFile=" + home.resolve("target/workbook-17.0.1.jsa"));
    assertThat(arguments)
        .allMatch(
            word ->
                word.startsWith("-")
                    || word.equals(jar.toString())
                    || List.of("verifier", "mes redditions/a b.xlsx").contains(word));
  }

  @Test
  void whereNoLanguageIsSetNamesMayHaveAccents() throws Exception {
    Path java = temp.resolve("un jdk/bin/java");
    Files.writeString(java, "#!/bin/sh\necho \"${LC_ALL:-}\"\n");
    for (String launcher : List.of("verifqis", "paquets/verifqis")) {
      Files.copy(Path.of(launcher), home.resolve("verifqis"), StandardCopyOption.REPLACE_EXISTING);
      for (String none : List.of("", "C", "POSIX")) {
        language = none;
        assertThat(run("regles")).containsExactly("C.UTF-8");
      }
      language = "fr_CA.UTF-8";
      thisMachineKnows("UTF-8");
      assertThat(run("regles")).containsExactly("");
      // Over ssh comes the language of another machine.
      thisMachineKnows("ANSI_X3.4-1968");
      assertThat(run("regles")).containsExactly("C.UTF-8");
    }
  }

  private void thisMachineKnows(String charset) throws IOException {
    Path locale = temp.resolve("un jdk/bin/locale");
    Files.writeString(locale, "#!/bin/sh\necho " + charset + "\n");
    locale.toFile().setExecutable(true);
  }

  private List<String> run(String... arguments) throws Exception {
    ProcessBuilder launcher = new ProcessBuilder("sh", home.resolve("verifqis").toString());
    launcher.environment().keySet().removeAll(List.of("LC_ALL", "LC_CTYPE"));
    launcher.environment().put("LANG", language);
    launcher.environment().merge("PATH", temp.resolve("un jdk/bin") + ":", (p, bin) -> bin + p);
    launcher.command().addAll(List.of(arguments));
    launcher.environment().put("JAVA_HOME", temp.resolve("un jdk").toString());
    launcher.environment().remove("VERIFQIS_JAVA_OPTS");
    Process process = launcher.redirectErrorStream(true).start();
    try (InputStream output = process.getInputStream()) {
      List<String> lines =
          new String(output.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
              .lines()
              .toList();
      assertThat(process.waitFor()).isZero();
      return lines;
    }
  }
}
