package org.verifqis.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.verifqis.rapport.Langue;

/**
 * For each rule an example that respects it and one that breaks it, as the tests have them:
 * fixtures/README.md tells how they are written anew.
 */
public final class RuleExamples {
  private final Properties texts = new Properties();

  RuleExamples() {
    try (Reader reader =
        new InputStreamReader(
            RuleExamples.class.getResourceAsStream("exemples.properties"),
            StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("exemples.properties can't be read", e);
    }
  }

  /**
   * The examples of a rule.
   *
   * @param passes what one is like that respects it
   * @param fails what one is like that breaks it
   * @param place where that is found; null where it belongs to no single reddition
   * @param finding what the report says there
   */
  public record Example(String passes, String fails, String place, String finding) {}

  /** Those of a rule; null where the tests have none. */
  Example of(String rule, Langue language) {
    String passes = texts.getProperty(rule + ".respecte");
    return passes == null
        ? null
        : new Example(
            passes,
            texts.getProperty(rule + ".enfreint"),
            texts.getProperty(rule + ".lieu"),
            texts.getProperty(rule + ".constat." + language.code()));
  }
}
