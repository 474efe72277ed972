package org.verifqis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.fixtures.PortLibre;
import org.verifqis.web.Site.Form;

/**
 * What stands in front of the server, for real, where it is installed: nginx and Caddy as their
 * examples say, and clamd with a signature of our own. Elsewhere these are passed over.
 */
class InFrontTest {
  private static final Path BROKEN = Path.of("fixtures/exemples/non-conforme.xlsx");
  private static final int LARGE = 9_000_000;
  private static final String FOUND = "VERIFQIS-SIGNATURE-D-ESSAI";

  @TempDir Path folder;

  private static void assumeInstalled(String... tools) throws Exception {
    for (String tool : tools) {
      int found = new ProcessBuilder("sh", "-c", "command -v " + tool).start().waitFor();
      assumeTrue(found == 0, tool + " is not installed");
    }
  }

  private Process start(int port, String... command) throws Exception {
    Path said = folder.resolve("dit");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("HOME", folder.toString());
    Process process = builder.redirectOutput(said.toFile()).start();
    while (true) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return process;
      } catch (IOException e) {
        assertThat(process.isAlive()).as(Files.readString(said)).isTrue();
        Thread.sleep(50);
      }
    }
  }

  private void certificate() throws Exception {
    List<String> command =
        List.of(
            ("openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=verifqis.exemple.ca"
                    + " -addext subjectAltName=DNS:verifqis.exemple.ca,IP:127.0.0.1"
                    + " -keyout privkey.pem -out fullchain.pem")
                .split(" "));
    ProcessBuilder openssl = new ProcessBuilder(command).directory(folder.toFile());
    assertThat(openssl.redirectErrorStream(true).start().waitFor()).isZero();
  }

  @Test
  void nginxAsItsExampleSays() throws Exception {
    assumeInstalled("nginx", "openssl");
    certificate();
    try (Site site = Site.start(null)) {
      int port = PortLibre.un();
      String example =
          Files.readString(Path.of("paquets/nginx.conf"))
              .replaceAll("(?m)^\\s*listen \\[::].*\n", "")
              .replace("listen 80;", "listen 127.0.0.1:" + PortLibre.un() + ";")
              .replace("listen 443 ssl;", "listen 127.0.0.1:" + port + " ssl;")
              .replace("/etc/ssl/verifqis", folder.toString())
              .replace("/var/log/nginx", folder.toString())
              .replace("http://127.0.0.1:8080", site.url("/").replaceAll("/$", ""));
      StringBuilder whole = new StringBuilder("daemon off; master_process off; pid nginx.pid;");
      whole.append("error_log erreurs.log; events { } http {");
      for (String use : List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) {
        whole.append(use).append("_temp_path ").append(use).append(";\n");
      }
      Path configuration = folder.resolve("nginx.conf");
      Files.writeString(configuration, whole + example + "}");
      Process nginx = start(port, "nginx", "-p", folder.toString(), "-c", configuration.toString());
      try {
        answersInFront(port);
        refusesWhatIsLarge(port);
      } finally {
        nginx.destroy();
        nginx.waitFor();
      }
    }
    tellsNothing(folder.resolve("verifqis.log"));
    assertThat(folder.resolve("client_body")).isEmptyDirectory();
    assertThat(folder.resolve("proxy")).isEmptyDirectory();
  }

  @Test
  void caddyAsItsExampleSays() throws Exception {
    assumeInstalled("caddy", "openssl");
    certificate();
    try (Site site = Site.start(null)) {
      int port = PortLibre.un();
      String own =
          ("{\n\tadmin off\n\tauto_https off\n\tdefault_sni verifqis.exemple.ca\n}\n"
                  + "https://verifqis.exemple.ca:%d, https://127.0.0.1:%d {\n\tbind 127.0.0.1\n"
                  + "\ttls %s/fullchain.pem %s/privkey.pem\n")
              .formatted(port, port, folder, folder);
      String example =
          Files.readString(Path.of("paquets/Caddyfile"))
              .replace("verifqis.exemple.ca {\n", own)
              .replace("127.0.0.1:8080", URI.create(site.url("/")).getAuthority())
              .replace("/var/log/caddy", folder.toString());
      Path configuration = Files.writeString(folder.resolve("Caddyfile"), example);
      Process caddy =
          start(
              port, "caddy", "run", "--adapter", "caddyfile", "--config", configuration.toString());
      try {
        answersInFront(port);
      } finally {
        caddy.destroy();
        caddy.waitFor();
      }
    }
    tellsNothing(folder.resolve("verifqis.log"));
  }

  private static void answersInFront(int port) throws Exception {
    String url = "https://127.0.0.1:" + port;
    HttpClient client = HttpClient.newBuilder().sslContext(trusting()).build();
    HttpResponse<String> first =
        client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    assertThat(first.body()).contains("Vérifier une reddition");
    assertThat(first.headers().firstValue("Strict-Transport-Security")).isPresent();
    HttpResponse<String> report =
        client.send(Form.of("fichier", BROKEN).request(url + "/verifier"), BodyHandlers.ofString());
    assertThat(report.body()).contains("Résultat de la vérification");
    URI link = URI.create(url + "/lien/SECRET");
    client.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofString());
  }

  /** By nginx only: Java's client waits for ever for what Caddy refuses while it is being sent. */
  private static void refusesWhatIsLarge(int port) throws Exception {
    String url = "https://127.0.0.1:" + port;
    HttpClient client = HttpClient.newBuilder().sslContext(trusting()).build();
    Form large = new Form().file("fichier", "gros.xlsx", new byte[LARGE]);
    HttpResponse<String> refused =
        client.send(large.request(url + "/verifier"), BodyHandlers.ofString());
    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(refused.body()).contains("<main>", "Le fichier est trop gros");
  }

  private static void tellsNothing(Path log) throws IOException {
    assertThat(Files.readString(log))
        .contains("/verifier", "/lien")
        .doesNotContain("SECRET", "non-conforme", "\"remote_ip\"")
        .doesNotContainPattern("(?m)^127\\.0\\.0\\.1");
  }

  /** A client that takes the certificate of a test. */
  private static SSLContext trusting() throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new X509ExtendedTrustManager[] {new Trusting()}, null);
    return context;
  }

  @Test
  void clamdWithASignatureOfOurOwn() throws Exception {
    assumeInstalled("clamd");
    int port = PortLibre.un();
    String hex = java.util.HexFormat.of().formatHex(FOUND.getBytes(StandardCharsets.US_ASCII));
    Path signatures = Files.createDirectory(folder.resolve("signatures"));
    Files.writeString(signatures.resolve("essai.ndb"), "Essai:0:*:" + hex + "\n");
    Path configuration = folder.resolve("clamd.conf");
    Files.write(
        configuration,
        List.of(
            "Foreground yes",
            "DatabaseDirectory " + signatures,
            "TemporaryDirectory " + folder,
            "TCPSocket " + port,
            "TCPAddr 127.0.0.1",
            "User " + System.getProperty("user.name")));
    Process clamd = start(port, "clamd", "-c", configuration.toString());
    Path settings =
        Files.writeString(folder.resolve("s.properties"), "verifqis.clamd=127.0.0.1:" + port);
    try (Site site = Site.start(settings)) {
      assertThat(site.post("/verifier", Form.of("fichier", BROKEN)).statusCode()).isEqualTo(200);
      Form infected = new Form().file("fichier", "x.xlsx", zipped());
      assertThat(site.post("/verifier", infected).statusCode()).isEqualTo(422);
      assertThat(site.post("/api/v1/verifications", infected).body()).contains("INFECTE");
      clamd.destroy();
      clamd.waitFor();
      assertThat(site.post("/verifier", Form.of("fichier", BROKEN)).statusCode()).isEqualTo(503);
    } finally {
      clamd.destroyForcibly();
    }
  }

  private static byte[] zipped() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("xl/media/image1.png"));
      zip.write(FOUND.getBytes(StandardCharsets.US_ASCII));
    }
    return bytes.toByteArray();
  }

  private static final class Trusting extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(
        X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

    @Override
    public void checkServerTrusted(
        X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
