package org.verifqis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.poi.ss.usermodel.CellCopyPolicy;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.web.Site.Form;

/** A server that stops answers whom it has let in; one that is killed leaves nothing for long. */
class StopTest {
  private static final int AT_ONCE = 6;
  private static final int TERMINATED = 143;
  private static final int PROJECTS = 1_500;

  @TempDir Path folder;

  /** One that takes its time: the second project of the example again and again. */
  private static byte[] large() throws IOException {
    try (XSSFWorkbook workbook =
            new XSSFWorkbook(Files.newInputStream(Path.of("fixtures/exemples/conforme.xlsx")));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      XSSFSheet projects = workbook.getSheet("Projets");
      CellCopyPolicy values = new CellCopyPolicy.Builder().cellStyle(false).build();
      int end = projects.getLastRowNum();
      for (int row = 1; row <= PROJECTS; row++) {
        projects.createRow(end + row).copyRowFrom(projects.getRow(1), values);
        projects.getRow(end + row).getCell(0).setCellValue("Z-" + row);
      }
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }

  @Test
  void aServerThatStopsLosesNoRequest() throws Exception {
    byte[] workbook = large();
    try (ServerProcess server =
        ServerProcess.start(
            folder,
            "verifqis.ouvriers=1",
            "verifqis.par-minute=1000",
            "verifqis.patience=10m",
            "verifqis.delai=10m")) {
      ExecutorService visitors = Executors.newFixedThreadPool(AT_ONCE);
      try {
        List<Future<HttpResponse<String>>> asked = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
          Form form = new Form().file("fichier", "grand.xlsx", workbook);
          asked.add(visitors.submit(() -> server.post("/verifier", form)));
        }
        server.waitForWork(AT_ONCE);

        assertThat(server.stop()).isEqualTo(TERMINATED);
        for (Future<HttpResponse<String>> one : asked) {
          assertThat(one.get().statusCode()).isEqualTo(200);
          assertThat(one.get().body()).contains("Résultat de la vérification", "</html>");
        }
      } finally {
        visitors.shutdownNow();
      }
    }
    assertThat(ServerProcess.passing(folder)).isEmpty();
  }

  @Test
  void whatAServerThatIsKilledLeavesEndsAtTheNextStart() throws Exception {
    byte[] workbook = large();
    ExecutorService visitor = Executors.newSingleThreadExecutor();
    try (ServerProcess server = ServerProcess.start(folder, "verifqis.par-minute=100000")) {
      visitor.submit(
          () -> {
            // Again and again, so that one of them is seen there.
            while (true) {
              server.post("/verifier", new Form().file("fichier", "g.xlsx", workbook));
            }
          });
      while (ServerProcess.passing(folder).stream().noneMatch(name -> name.endsWith(".xlsx"))) {
        Thread.sleep(1);
      }
      server.kill();
    } finally {
      visitor.shutdownNow();
    }
    assertThat(ServerProcess.passing(folder)).anyMatch(name -> name.endsWith(".xlsx"));

    Files.delete(folder.resolve("bin/xdg-open.dit"));
    try (ServerProcess next = ServerProcess.start(folder)) {
      assertThat(next.isOpened(folder)).isTrue();
      assertThat(ServerProcess.passing(folder)).singleElement().asString().endsWith("/verrou");
      assertThat(next.stop()).isEqualTo(TERMINATED);
    }
    assertThat(ServerProcess.passing(folder)).isEmpty();
  }
}
