package org.verifqis.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Name and version of the program. */
final class Tool {
  static final String NAME = "verifqis";

  private Tool() {}

  /** The version in the pom, as the build noted it. */
  static String version() {
    try (InputStream stream = Tool.class.getResourceAsStream("version.properties")) {
      Properties properties = new Properties();
      properties.load(stream);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
