package org.verifqis.classeur;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** That what people are shown of hostile workbooks acts on nothing. */
final class Harmless {
  /** What acts on a terminal, or turns text round. */
  static final Pattern HARMFUL =
      Pattern.compile(
          "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\u200E\u200F\u202A-\u202E\u2066-\u2069]");

  private static final Pattern TAG = Pattern.compile("<[a-zA-Z!?/](?:\"[^\"]*\"|[^\">])*>");

  /** Tags that fetch or run something, whatever their attributes. */
  private static final Pattern ACTING_TAG =
      Pattern.compile(
          "(?i)<(script|img|iframe|object|embed|link|base|form|video|audio|source|meta\\s+http-equiv"
              + "=\"refresh)\\b.*",
          Pattern.DOTALL);

  private static final Pattern ATTRIBUTE =
      Pattern.compile("\\s([\\w:-]+)\\s*=\\s*(?:\"([^\"]*)\"|([^\\s\">]+))");

  /** A place in the page, or a page beside it. */
  private static final String LOCAL =
      "#[\\w-]*|(\\.\\./)?[\\w-]+(/[\\w-]+)?\\.(html|csv|json)(#.*)?";

  private Harmless() {}

  /** A report, of the format that its name ends with. */
  static void check(String name, String report) throws IOException {
    assertThat(HARMFUL.matcher(report).find()).as(name).isFalse();
    if (name.endsWith("html")) {
      checkPage(name, report);
    } else if (name.endsWith("csv")) {
      CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(';').get();
      for (CSVRecord line : CSVParser.parse(report.substring(1), format)) {
        assertThat(line.toList())
            .as(name)
            .noneMatch(cell -> cell.matches("(?s)[=+@\\-\t\uFF1D].*"));
      }
    }
  }

  /** Text may name any address; only tags can go there. */
  private static void checkPage(String name, String page) {
    assertThat(page)
        .as(name)
        .contains("http-equiv=\"Content-Security-Policy\"", "default-src 'none'");
    int tags = 0;
    Matcher tag = TAG.matcher(page);
    while (tag.find()) {
      tags++;
      assertThat(tag.group()).as(name).doesNotMatch(ACTING_TAG);
      Matcher attribute = ATTRIBUTE.matcher(tag.group());
      while (attribute.find()) {
        String value = attribute.group(2) == null ? attribute.group(3) : attribute.group(2);
        String key = attribute.group(1).toLowerCase(java.util.Locale.ROOT);
        if (key.endsWith("href")
            || key.equals("src")
            || key.equals("srcset")
            || key.equals("data")) {
          assertThat(value).as(name + " " + tag.group()).matches(LOCAL);
        }
        assertThat(key).as(name + " " + tag.group()).doesNotStartWith("on").isNotEqualTo("action");
        if (key.equals("style")) {
          assertThat(value).as(name).doesNotContain("url(", "expression", "import");
        }
      }
    }
    assertThat(tags).as(name).isGreaterThan(10);
  }
}
