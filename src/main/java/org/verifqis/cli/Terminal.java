package org.verifqis.cli;

import java.io.Console;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What reads the output.
 *
 * @param interactive whether it is a person at a terminal
 * @param colours whether it shows colours
 * @param width columns of a line
 * @param charset its encoding
 */
record Terminal(boolean interactive, boolean colours, int width, Charset charset) {
  private static final int WIDTH = 100;

  /**
   * That of this process: a terminal when there is a console, else a file or a pipe, which get
   * UTF-8.
   */
  static Terminal ofProcess(Map<String, String> env) {
    Console console = System.console();
    boolean interactive = console != null && !"dumb".equals(env.get("TERM"));
    boolean colours = interactive && !env.containsKey("NO_COLOR");
    return new Terminal(
        interactive, colours, width(env), interactive ? console.charset() : StandardCharsets.UTF_8);
  }

  private static int width(Map<String, String> env) {
    try {
      return Math.max(60, Integer.parseInt(env.getOrDefault("COLUMNS", "")));
    } catch (NumberFormatException e) {
      return WIDTH;
    }
  }
}
