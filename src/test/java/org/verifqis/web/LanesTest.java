package org.verifqis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.service.depot.Role;
import org.verifqis.web.Site.Form;

/** Whoever is logged in is not kept out by visitors, and may send more. */
@Timeout(600)
class LanesTest {
  private static final String PLACE = "/depots/ALL-02/2021-2022";
  private static final Duration LONG = Duration.ofMinutes(10);

  @Test
  void whoeverIsAheadGoesFirstAndHasARoomOfItsOwn() throws Exception {
    Admission others = new Admission(1, 1, LONG);
    Admission first = others.ahead(1, LONG);
    List<String> done = new ArrayList<>();
    CountDownLatch working = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    ExecutorService people = Executors.newCachedThreadPool();
    try {
      List<Future<?>> all = new ArrayList<>();
      all.add(
          people.submit(
              () ->
                  others.run(
                      () -> {
                        working.countDown();
                        return end.await(10, TimeUnit.MINUTES);
                      })));
      working.await();
      all.add(people.submit(() -> others.run(() -> done.add("visitor"))));
      waitUntilFull(others);
      assertThatThrownBy(() -> others.run(() -> "more")).isInstanceOf(Admission.Full.class);
      all.add(people.submit(() -> first.run(() -> done.add("account"))));
      all.add(people.submit(() -> first.run(() -> done.add("account"))));
      waitUntilFull(first);
      assertThatThrownBy(() -> first.run(() -> "more")).isInstanceOf(Admission.Full.class);
      // Both are in line before the desk comes free.
      while (Thread.getAllStackTraces().keySet().stream()
              .filter(thread -> thread.getState() == Thread.State.TIMED_WAITING)
              .filter(LanesTest::waitsForADesk)
              .count()
          < 3) {
        Thread.onSpinWait();
      }
      end.countDown();
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      people.shutdownNow();
    }
    assertThat(done).containsExactly("account", "account", "visitor");
  }

  private static boolean waitsForADesk(Thread thread) {
    for (StackTraceElement frame : thread.getStackTrace()) {
      if (frame.getClassName().startsWith(Admission.class.getName())
          && frame.getMethodName().equals("take")) {
        return true;
      }
    }
    return false;
  }

  private static void waitUntilFull(Admission admission) {
    while (admission.free() > 0) {
      Thread.onSpinWait();
    }
  }

  /** An antivirus that answers when it is told to, and notes how much it was shown. */
  private static final class Gate implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    final BlockingQueue<Integer> shown = new LinkedBlockingQueue<>();
    final BlockingQueue<Boolean> answers = new LinkedBlockingQueue<>();

    Gate() throws IOException {
      threads.submit(
          () -> {
            while (true) {
              Socket client = socket.accept();
              threads.submit(() -> answer(client));
            }
          });
    }

    private Void answer(Socket client) throws Exception {
      try (client) {
        DataInputStream asked = new DataInputStream(client.getInputStream());
        asked.readNBytes("zINSTREAM\0".length());
        int bytes = 0;
        for (int size = asked.readInt(); size > 0; size = asked.readInt()) {
          bytes += asked.readNBytes(size).length;
        }
        shown.add(bytes);
        answers.take();
        client.getOutputStream().write("stream: OK\0".getBytes(StandardCharsets.US_ASCII));
      }
      return null;
    }

    int next() throws InterruptedException {
      return shown.poll(5, TimeUnit.MINUTES);
    }

    @Override
    public void close() throws IOException {
      socket.close();
      threads.shutdownNow();
    }
  }

  @Test
  void visitorsWhoFillTheirQueueKeepNoCoordinatorOut(@TempDir Path folder) throws Exception {
    ExecutorService people = Executors.newCachedThreadPool();
    try (Gate gate = new Gate();
        Office office =
            Office.with(
                "jdbc:h2:file:" + folder.resolve("depots"),
                Files.write(
                    folder.resolve("s.properties"),
                    List.of(
                        "verifqis.clamd=127.0.0.1:" + gate.socket.getLocalPort(),
                        "verifqis.ouvriers=1",
                        "verifqis.file=1",
                        "verifqis.patience=10m",
                        "verifqis.delai=10m",
                        "verifqis.connectes.patience=10m",
                        "verifqis.connectes.delai=10m",
                        "verifqis.connectes.file=1")))) {
      Person marie = office.in("Marie", Role.COORDINATION, "ALL-02");
      Site site = office.site;
      List<Future<HttpResponse<String>>> visitors = new ArrayList<>();
      visitors.add(people.submit(() -> site.post("/verifier", Form.of("fichier", Office.BROKEN))));
      int broken = (int) Files.size(Office.BROKEN);
      int clean = (int) Files.size(Office.CLEAN);
      assertThat(gate.next()).isEqualTo(broken).isNotEqualTo(clean);
      List<Future<HttpResponse<String>>> two = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        two.add(people.submit(() -> site.post("/verifier", Form.of("fichier", Office.BROKEN))));
      }
      assertThat(oneRefused(two).body()).contains("Le serveur est occupé");
      two.stream().filter(one -> !one.isDone()).forEach(visitors::add);

      String csrf = marie.csrf(PLACE);
      List<Future<HttpResponse<String>>> hers = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        hers.add(
            people.submit(
                () ->
                    marie.upload(
                        PLACE + "/verifier",
                        Form.of("fichier", Office.CLEAN).field("_csrf", csrf))));
      }
      // One more than there is room for: told kindly, and nothing of it is lost.
      HttpResponse<String> full = oneRefused(hers);
      assertThat(full.statusCode()).isEqualTo(503);
      assertThat(full.headers().firstValue("Retry-After")).contains("10");
      assertThat(full.body()).contains("Le serveur est occupé", "rien n’est perdu");
      assertThat(visitors).noneMatch(Future::isDone);

      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        gate.answers.add(true);
        order.add(gate.next());
      }
      gate.answers.add(true);
      assertThat(order)
          .as("before the visitor who came first")
          .containsExactly(clean, clean, broken);
      assertThat(
              hers.stream().map(LanesTest::answer).filter(one -> one.statusCode() == 200).toList())
          .hasSize(2)
          .allSatisfy(one -> assertThat(one.uri().getPath()).endsWith("/brouillon"));
      assertThat(visitors).allSatisfy(one -> assertThat(one.get().statusCode()).isEqualTo(200));
    } finally {
      people.shutdownNow();
    }
  }

  /** The first answer, where the others have to wait. */
  private static HttpResponse<String> oneRefused(List<Future<HttpResponse<String>>> asked)
      throws Exception {
    while (asked.stream().noneMatch(Future::isDone)) {
      Thread.sleep(20);
    }
    HttpResponse<String> first =
        asked.stream().filter(Future::isDone).findFirst().orElseThrow().get();
    assertThat(first.statusCode()).isEqualTo(503);
    return first;
  }

  private static HttpResponse<String> answer(Future<HttpResponse<String>> one) {
    try {
      return one.get(5, TimeUnit.MINUTES);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The template, filled, with more rows and more bytes than a visitor may send. */
  private static Path large(Path folder) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(Office.CLEAN));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      byte[] noise = new byte[6 << 20];
      new Random(1).nextBytes(noise);
      workbook.addPicture(noise, Workbook.PICTURE_TYPE_PNG);
      XSSFSheet sheet = workbook.getSheet("Rapport financier");
      for (int row = 2_000; row < 8_000; row++) {
        sheet.createRow(row).createCell(30).setCellValue("x");
      }
      workbook.write(bytes);
      return Files.write(folder.resolve("grande.xlsx"), bytes.toByteArray());
    }
  }

  @Test
  void whoeverIsLoggedInMaySendMoreAndNobodyElse(@TempDir Path folder) throws Exception {
    Path large = large(folder);
    try (Office office = Office.open("jdbc:h2:file:" + folder.resolve("depots"), folder)) {
      Person marie = office.in("Marie", Role.COORDINATION, "ALL-02");
      Office.file(marie, PLACE, large, Map.of());
      String page = marie.get(PLACE).body();
      assertThat(page).contains("grande.xlsx");
      assertThat(marie.download(PLACE + "/annotee/1").statusCode()).isEqualTo(200);

      HttpResponse<String> visitor = office.site.post("/verifier", Form.of("fichier", large));
      assertThat(visitor.statusCode()).isEqualTo(413);
      assertThat(visitor.body()).contains("Un classeur de 5 Mo");
      assertThat(office.site.post("/api/v1/verifications", Form.of("fichier", large)).body())
          .contains("TROP_GROS");
      HttpResponse<String> unknown =
          office.site.post(PLACE + "/verifier", Form.of("fichier", large));
      assertThat(unknown.statusCode()).isEqualTo(413);

      byte[] beyond = new byte[22 << 20];
      HttpResponse<String> hers =
          marie.upload(PLACE + "/verifier", new Form().file("fichier", "x.xlsx", beyond));
      assertThat(hers.statusCode()).isEqualTo(413);
      assertThat(hers.body()).contains("Un classeur de 20 Mo");
      byte[] little = new byte[(20 << 20) + 1];
      assertThat(
              marie
                  .upload(
                      PLACE + "/verifier",
                      new Form()
                          .field("_csrf", marie.csrf(PLACE))
                          .file("fichier", "x.xlsx", little))
                  .statusCode())
          .isEqualTo(413);
      byte[] slightly = new byte[(5 << 20) + 1];
      assertThat(
              office
                  .site
                  .post("/verifier", new Form().file("fichier", "x.xlsx", slightly))
                  .statusCode())
          .isEqualTo(413);
      assertThat(
              office
                  .site
                  .post("/api/v1/verifications", new Form().file("fichier", "x.xlsx", slightly))
                  .body())
          .contains("TROP_GROS");
    }
  }

  @Test
  void whatDoesNotSayItsSizeIsNotRead(@TempDir Path folder) throws Exception {
    try (Site site = Site.start(null)) {
      HttpRequest whole = Form.of("fichier", Office.CLEAN).request(site.url("/verifier"));
      for (String path : List.of("/verifier", "/api/v1/verifications")) {
        HttpRequest chunked =
            HttpRequest.newBuilder(URI.create(site.url(path)))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", whole.headers().firstValue("Content-Type").orElseThrow())
                .POST(BodyPublishers.fromPublisher(whole.bodyPublisher().orElseThrow()))
                .build();
        HttpResponse<String> answer =
            HttpClient.newHttpClient().send(chunked, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(411);
        assertThat(answer.body())
            .contains(path.startsWith("/api") ? "SANS_TAILLE" : "La taille de l’envoi");
      }
    }
  }
}
