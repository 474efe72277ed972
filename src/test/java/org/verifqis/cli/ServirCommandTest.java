package org.verifqis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with the command is said before any server starts. */
class ServirCommandTest {
  @TempDir private Path temp;

  @Test
  void aPortThatIsNoneIsWrongUse() {
    for (String port : new String[] {"99999", "-1", "web"}) {
      Run run = Run.of("servir", "--port", port);
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.err()).contains(port, "--port");
    }
  }

  @Test
  void aPortThatIsTakenIsToldWithWhatToDo() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      Run pages = Run.of("servir", "--port", port, "--config", settings("verifqis.port-gestion=0"));
      assertThat(pages.status()).isEqualTo(3);
      assertThat(pages.err()).contains("Le port " + port + " est déjà pris", "--port");
      Path other = settings("server.port=0", "verifqis.port-gestion=" + port);
      Run management = Run.of("serve", "--config", other, "--lang", "en");
      assertThat(management.status()).isEqualTo(3);
      assertThat(management.err()).contains("Port " + port, "health", "verifqis.port-gestion");
    }
  }

  @Test
  void aSettingThatIsNoneIsToldByItsName() throws IOException {
    for (String line :
        List.of(
            "verifqis.taille=beaucoup",
            "verifqis.ouvriers=-1",
            "verifqis.a-part.delai=-1ms",
            "verifqis.clamd=zut",
            "verifqis.clamd=:3310")) {
      String[] parts = line.split("=");
      Run run = Run.of("servir", "--config", settings("server.port=0", line));
      assertThat(run.status()).as(line).isEqualTo(3);
      assertThat(run.err()).contains("Le réglage " + parts[0], "« " + parts[1] + " »");
    }
    Run run = Run.of("servir", "--config", settings("server.port=0", "verifqis.tale=3MB"));
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("Réglage inconnu", "verifqis.tale");
  }

  @Test
  void anAddressThatIsNotThisMachinesIsTold() throws IOException {
    for (String address : List.of("192.0.2.1", "nulle-part.invalid")) {
      Run run = Run.of("servir", "--adresse", address, "--config", settings("server.port=0"));
      assertThat(run.status()).isEqualTo(3);
      assertThat(run.err()).contains("n’a pas l’adresse « " + address + " »", "--adresse");
    }
  }

  private Path settings(String... lines) throws IOException {
    return Files.write(temp.resolve("serveur.properties"), List.of(lines));
  }

  @Test
  void settingsThatCannotBeReadAreWrongUse() {
    for (Path file : new Path[] {temp, temp.resolve("absent.properties")}) {
      Run run = Run.of("serve", "--port", "0", "--config", file, "--lang", "en");
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.err()).contains("file of settings", file.toString());
    }
  }
}
