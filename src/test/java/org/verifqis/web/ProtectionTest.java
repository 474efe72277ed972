package org.verifqis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.web.Site.Form;

/** What keeps a small machine alive, and its visitors safe. */
class ProtectionTest {
  private static final Path CLEAN = Path.of("fixtures/exemples/conforme.xlsx");

  /** A clock that a test turns. */
  private static final class Turned implements TimeMeter {
    private final AtomicLong nanos = new AtomicLong();

    @Override
    public long currentTimeNanos() {
      return nanos.get();
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }

  @Test
  void anAddressMayAskSoManyTimesAMinute() {
    Turned clock = new Turned();
    RateLimit limit = new RateLimit(2, clock);

    assertThat(limit.admits("10.0.0.1")).isTrue();
    assertThat(limit.admits("10.0.0.1")).isTrue();
    assertThat(limit.admits("10.0.0.1")).isFalse();
    assertThat(limit.admits("10.0.0.2")).isTrue();
    clock.nanos.addAndGet(Duration.ofMinutes(1).toNanos());
    assertThat(limit.admits("10.0.0.1")).isTrue();
  }

  @Test
  void aHouseholdCountsAsOneAddress() {
    RateLimit limit = new RateLimit(1, new Turned());

    assertThat(limit.admits("2001:db8:1:2::1")).isTrue();
    assertThat(limit.admits("2001:db8:1:2:ffff::9")).isFalse();
    assertThat(limit.admits("2001:db8:1:3::1")).isTrue();
  }

  @Test
  void whoeverComesWhenTheRoomIsFullIsSentAway() throws Exception {
    Admission admission = new Admission(1, 1, Duration.ofMinutes(1));
    CountDownLatch working = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    CompletableFuture<String> first =
        CompletableFuture.supplyAsync(
            () -> done(admission, working, end), task -> new Thread(task).start());
    working.await();
    CountDownLatch second = new CountDownLatch(1);
    CompletableFuture<String> waiting =
        CompletableFuture.supplyAsync(
            () -> done(admission, second, end), task -> new Thread(task).start());
    while (admission.free() > 0) {
      Thread.onSpinWait();
    }

    assertThatThrownBy(() -> admission.run(() -> "third")).isInstanceOf(Admission.Full.class);
    end.countDown();
    assertThat(first.join()).isEqualTo("done");
    assertThat(waiting.join()).isEqualTo("done");
    assertThat(admission.run(() -> "fourth")).isEqualTo("fourth");
  }

  private static String done(Admission admission, CountDownLatch begun, CountDownLatch end) {
    try {
      return admission.run(
          () -> {
            begun.countDown();
            end.await();
            return "done";
          });
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aRequestThatFindsNoMemoryMayBeAskedAgain() {
    Exception wrapped = new IllegalStateException(new OutOfMemoryError("Java heap space"));
    assertThat(ErrorAdvice.isOutOfMemory(wrapped)).isTrue();
    assertThat(ErrorAdvice.isOutOfMemory(new IllegalStateException("other"))).isFalse();
  }

  @Test
  void theServerSaysWhenSomebodyAsksTooOften(@TempDir Path folder) throws Exception {
    Path settings = Files.writeString(folder.resolve("s.properties"), "verifqis.par-minute=1\n");
    try (Site site = Site.start(settings)) {
      assertThat(site.post("/verifier", Form.of("fichier", CLEAN)).statusCode()).isEqualTo(200);
      HttpResponse<String> page = site.post("/verifier", Form.of("fichier", CLEAN));
      assertThat(page.statusCode()).isEqualTo(429);
      assertThat(page.headers().firstValue("Retry-After")).contains("60");
      assertThat(page.body()).contains("Trop de vérifications");
      assertThat(site.get("/").statusCode()).isEqualTo(200);
      assertThat(site.post("/api/v1/verifications", Form.of("fichier", CLEAN)).body())
          .contains("TROP_SOUVENT");
    }
  }

  /** Answers one question as clamd does. */
  private static CompletableFuture<byte[]> clamd(ServerSocket socket, String answer) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (Socket client = socket.accept()) {
            DataInputStream asked = new DataInputStream(client.getInputStream());
            byte[] command = asked.readNBytes("zINSTREAM\0".length());
            assertThat(command).isEqualTo("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            var bytes = new java.io.ByteArrayOutputStream();
            for (int size = asked.readInt(); size > 0; size = asked.readInt()) {
              bytes.writeBytes(asked.readNBytes(size));
            }
            client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            return bytes.toByteArray();
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Test
  void theAntivirusIsGivenEveryByteAndIsBelieved() throws Exception {
    byte[] upload = new byte[200_000];
    upload[199_999] = 7;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Antivirus antivirus =
          new Antivirus(
              new InetSocketAddress("127.0.0.1", socket.getLocalPort()), Duration.ofSeconds(30));

      CompletableFuture<byte[]> asked = clamd(socket, "stream: OK\0");
      assertThat(antivirus.admits(upload)).isTrue();
      assertThat(asked.join()).isEqualTo(upload);

      clamd(socket, "stream: Eicar-Test-Signature FOUND\0");
      assertThat(antivirus.admits(upload)).isFalse();

      clamd(socket, "INSTREAM size limit exceeded. ERROR\0");
      assertThatThrownBy(() -> antivirus.admits(upload)).isInstanceOf(IOException.class);
    }
  }

  /** Pages are read whoever waits for the antivirus, and however many wait. */
  @Test
  void pagesAnswerWhileEveryPlaceIsTaken(@TempDir Path folder) throws Exception {
    int places = 20;
    CountDownLatch asked = new CountDownLatch(places);
    CountDownLatch end = new CountDownLatch(1);
    ExecutorService clients = Executors.newFixedThreadPool(2 * places);
    try (ServerSocket slow = new ServerSocket(0, places, InetAddress.getLoopbackAddress())) {
      for (int i = 0; i < places; i++) {
        clients.submit(() -> answersLate(slow, asked, end));
      }
      List<String> lines =
          List.of(
              "verifqis.clamd=127.0.0.1:" + slow.getLocalPort(),
              "verifqis.ouvriers=" + places,
              "verifqis.file=0");
      try (Site site = Site.start(Files.write(folder.resolve("s.properties"), lines))) {
        List<Future<HttpResponse<String>>> uploads = new ArrayList<>();
        for (int i = 0; i < places; i++) {
          uploads.add(clients.submit(() -> site.post("/verifier", Form.of("fichier", CLEAN))));
        }
        assertThat(asked.await(5, TimeUnit.MINUTES)).isTrue();
        assertThat(site.get("/").statusCode()).isEqualTo(200);
        assertThat(site.post("/verifier", Form.of("fichier", CLEAN)).statusCode()).isEqualTo(503);
        assertThat(uploads).noneMatch(Future::isDone);
        end.countDown();
        for (Future<HttpResponse<String>> upload : uploads) {
          assertThat(upload.get().statusCode()).isEqualTo(200);
        }
      } finally {
        end.countDown();
      }
    } finally {
      clients.shutdownNow();
    }
  }

  private static Void answersLate(ServerSocket socket, CountDownLatch asked, CountDownLatch end)
      throws Exception {
    try (Socket client = socket.accept()) {
      asked.countDown();
      end.await();
      client.getOutputStream().write("stream: OK\0".getBytes(StandardCharsets.US_ASCII));
    }
    return null;
  }

  @Test
  void withAnAntivirusThatDoesNotAnswerNothingIsTaken(@TempDir Path folder) throws Exception {
    try (Nobody nobody = new Nobody();
        Site site =
            Site.start(
                Files.writeString(
                    folder.resolve("s.properties"),
                    "verifqis.clamd=127.0.0.1:" + nobody.port() + "\n"))) {
      HttpResponse<String> page = site.post("/verifier", Form.of("fichier", CLEAN));
      assertThat(page.statusCode()).isEqualTo(503);
      assertThat(page.body()).contains("L’antivirus du serveur ne répond pas");
    }
  }
}
