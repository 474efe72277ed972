package org.verifqis.web;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What whoever starts the server says; what is null is told by the configuration, or stays as it is
 * by default.
 *
 * @param address the address it listens to
 * @param port where pages are served; 0 for any free one
 * @param managementPort where its health and figures are, on 127.0.0.1; 0 for any free one
 * @param clamd host and port of an antivirus, {@code 127.0.0.1:3310}
 * @param base the database of filings, by its JDBC address
 * @param configuration a file of properties
 */
public record ServerOptions(
    String address,
    Integer port,
    Integer managementPort,
    String clamd,
    String base,
    Path configuration) {
  /** Nothing: an ordinary server on this machine. */
  public static ServerOptions parDefaut() {
    return new ServerOptions(null, null, null, null, null, null);
  }

  /** What was said, by the names of the configuration. */
  Map<String, Object> properties() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("server.address", address);
    properties.put("server.port", port);
    properties.put("verifqis.port-gestion", managementPort);
    properties.put("verifqis.clamd", clamd);
    properties.put("verifqis.base", base);
    properties.values().removeIf(valeur -> valeur == null);
    return properties;
  }
}
