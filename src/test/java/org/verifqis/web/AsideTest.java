package org.verifqis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.web.Site.Form;

/** A workbook that is too large for the server is worked on in a process of its own. */
class AsideTest {
  private static final Path BROKEN = Path.of("fixtures/exemples/non-conforme.xlsx");

  @TempDir Path folder;

  /** For this one everything is large. */
  private Site site(String... settings) throws IOException {
    Path passage = folder.resolve("passage");
    List<String> lines =
        Stream.concat(
                Stream.of("verifqis.lignes=3", "verifqis.passage=" + passage), Stream.of(settings))
            .toList();
    return Site.start(Files.write(folder.resolve("s.properties"), lines));
  }

  private List<Path> left() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("passage"))) {
      return files.filter(file -> file.getFileName().toString().startsWith("verifqis")).toList();
    }
  }

  @Test
  void theReportIsTheSame() throws Exception {
    Path ordinary = Files.createFile(folder.resolve("o.properties"));
    try (Site site = site();
        Site other = Site.start(ordinary)) {
      HttpResponse<String> json = site.post("/api/v1/verifications", Form.of("fichier", BROKEN));
      assertThat(json.statusCode()).isEqualTo(200);
      assertThat(json.body())
          .isEqualTo(other.post("/api/v1/verifications", Form.of("fichier", BROKEN)).body());

      String page = site.post("/verifier", Form.of("fichier", BROKEN)).body();
      assertThat(page)
          .contains("Résultat de la vérification", "vérifié à part", "href=\"/regles/FIN-02\"")
          .doesNotContain("name=\"c:");

      HttpResponse<byte[]> copy = site.download("/annoter", Form.of("fichier", BROKEN));
      assertThat(copy.statusCode()).isEqualTo(200);
      Form again = new Form().file("fichier", "copie.xlsx", copy.body());
      assertThat(other.post("/verifier", again).body()).contains("Non conforme");

      assertThat(left()).isEmpty();
    }
  }

  @Test
  void whatIsTooLargeThereTooIsTold() throws Exception {
    try (Site site = site("verifqis.a-part.lignes=4")) {
      HttpResponse<String> page = site.post("/verifier", Form.of("fichier", BROKEN));
      assertThat(page.statusCode()).isEqualTo(422);
      assertThat(page.body()).contains("plus de 4 lignes");
      assertThat(site.post("/api/v1/verifications", Form.of("fichier", BROKEN)).body())
          .contains("TROP_DE_LIGNES");
      assertThat(left()).isEmpty();
    }
  }

  @Test
  void itIsEndedWhenItsTimeIsOver() throws Exception {
    try (Site site = site("verifqis.a-part.delai=1ms")) {
      HttpResponse<String> answer = site.post("/api/v1/verifications", Form.of("fichier", BROKEN));
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body()).contains("TROP_LONG");
      assertThat(ProcessHandle.current().children().filter(AsideTest::isAside)).isEmpty();
      assertThat(left()).isEmpty();
    }
  }

  private static boolean isAside(ProcessHandle process) {
    return process.info().commandLine().orElse("").contains(AsideProcess.class.getName());
  }

  @Test
  void itsMemoryIsItsOwn() throws Exception {
    try (Site site = site("verifqis.a-part.memoire=8MB")) {
      assertThat(site.post("/api/v1/verifications", Form.of("fichier", BROKEN)).body())
          .contains("MEMOIRE");
      assertThat(site.get("/").statusCode()).isEqualTo(200);
    }
  }
}
