package org.verifqis.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Requests as no browser and no well-behaved client would send them. */
final class Wire {
  /** An answer as it came. */
  record Reply(int status, List<String> headers, String body) {
    String header(String name) {
      return headers.stream()
          .filter(line -> line.toLowerCase().startsWith(name.toLowerCase() + ":"))
          .map(line -> line.substring(name.length() + 1).strip())
          .collect(Collectors.joining("\n"));
    }

    String whole() {
      return String.join("\n", headers) + "\n" + body;
    }
  }

  private final int port;

  Wire(Site site) {
    this.port = URI.create(site.url("/")).getPort();
  }

  /** Asks, with headers of one's own. */
  Reply ask(String method, String target, String... headers) throws IOException {
    return send(method, target, "", headers);
  }

  /** Sends a form with headers of one's own. */
  Reply form(String target, Map<String, String> fields, String... headers) throws IOException {
    String body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    String[] more =
        Stream.concat(
                Stream.of("Content-Type: application/x-www-form-urlencoded"), Stream.of(headers))
            .toArray(String[]::new);
    return send("POST", target, body, more);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The cookie of somebody who is logged in, as a header. */
  static String as(Person who) {
    return "Cookie: verifqis=" + who.session();
  }

  private Reply send(String method, String target, String body, String... headers)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    boolean named = Stream.of(headers).anyMatch(header -> header.startsWith("Host:"));
    head.append(named ? "" : "Host: 127.0.0.1:" + port + "\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    head.append("Content-Length: ").append(bytes.length).append("\r\nConnection: close\r\n\r\n");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().write(bytes);
      String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int end = all.indexOf("\r\n\r\n");
      List<String> lines = List.of(all.substring(0, end).split("\r\n"));
      return new Reply(
          Integer.parseInt(lines.get(0).split(" ")[1]),
          lines.subList(1, lines.size()),
          all.substring(end + 4));
    }
  }
}
