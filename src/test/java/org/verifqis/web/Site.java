package org.verifqis.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** A running server, and somebody who asks it for pages without a browser. */
final class Site implements AutoCloseable {
  static final Clock CLOCK =
      Clock.fixed(Instant.parse("2023-09-01T12:00:00Z"), ZoneId.of("America/Toronto"));

  private static final String BOUNDARY = "----somebody";

  private final Server server;
  private final HttpClient client = HttpClient.newHttpClient();

  private Site(Server server) {
    this.server = server;
  }

  /** One on free ports, with other settings than usual where a file of them is given. */
  static Site start(Path settings) {
    return start(settings, CLOCK);
  }

  static Site start(Path settings, Clock clock) {
    return new Site(Server.start(new ServerOptions(null, 0, 0, null, null, settings), clock));
  }

  /** One where workbooks are filed too, in a database. */
  static Site filing(String base, Path settings) {
    return filing(base, settings, CLOCK);
  }

  static Site filing(String base, Path settings, Clock clock) {
    return new Site(Server.start(new ServerOptions(null, 0, 0, null, base, settings), clock));
  }

  List<String> routes() {
    return server.routes();
  }

  String url(String path) {
    return server.url() + path.substring(1);
  }

  /** Asks on the port of its health and figures. */
  HttpResponse<String> management(String path) throws IOException, InterruptedException {
    return get(URI.create("http://127.0.0.1:" + server.managementPort() + path));
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return get(URI.create(url(path)));
  }

  /** Asks whether a page is there, as programs that watch over servers do. */
  HttpResponse<String> head(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url(path)))
            .method("HEAD", BodyPublishers.noBody())
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, Form form) throws IOException, InterruptedException {
    return client.send(form.request(url(path)), BodyHandlers.ofString());
  }

  HttpResponse<byte[]> download(String path, Form form) throws IOException, InterruptedException {
    return client.send(form.request(url(path)), BodyHandlers.ofByteArray());
  }

  @Override
  public void close() {
    server.close();
  }

  /** A form as a browser sends it. */
  static final class Form {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    static Form of(String name, Path file) throws IOException {
      return new Form().file(name, file.getFileName().toString(), Files.readAllBytes(file));
    }

    Form field(String name, String value) {
      part("form-data; name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
      return this;
    }

    Form file(String name, String fileName, byte[] bytes) {
      part("form-data; name=\"" + name + "\"; filename=\"" + fileName + "\"", bytes);
      return this;
    }

    private void part(String disposition, byte[] content) {
      body.writeBytes(
          ("--" + BOUNDARY + "\r\nContent-Disposition: " + disposition + "\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8));
      body.writeBytes(content);
      body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    HttpRequest request(String url) {
      byte[] end = ("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII);
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      whole.writeBytes(body.toByteArray());
      whole.writeBytes(end);
      return HttpRequest.newBuilder(URI.create(url))
          .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
          .POST(BodyPublishers.ofByteArray(whole.toByteArray()))
          .build();
    }
  }
}
