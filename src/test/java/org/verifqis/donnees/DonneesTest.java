package org.verifqis.donnees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DonneesTest {
  @Test
  void theProgramCarriesWhatTheYamlOfTheProjectSays() throws IOException {
    int read = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("rules"), "*.yaml")) {
      for (Path file : files) {
        String name = file.getFileName().toString().replaceFirst("\\.yaml$", "");
        assertThat(Donnees.lis(name).toString())
            .as(name)
            .isEqualTo(new YAMLMapper().readTree(file.toFile()).toString());
        read++;
      }
    }
    assertThat(read).isGreaterThanOrEqualTo(6);
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> Donnees.lis("rien")).hasMessageContaining("rules/rien.json");
  }
}
