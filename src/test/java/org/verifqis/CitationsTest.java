package org.verifqis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What comments cite of the contract stands in docs/. */
class CitationsTest {
  /** {@code (lecture.md, "Values")}, over two lines of a comment too. */
  private static final Pattern CITATION =
      Pattern.compile("\\b(lecture|rapport)\\.md(?:,[\\s*/]*\"([^\"]+)\")?");

  @Test
  void everyCitedSectionStands() throws IOException {
    List<String> missing = new ArrayList<>();
    int cited = 0;
    for (Path source : sources()) {
      Matcher citation = CITATION.matcher(Files.readString(source));
      while (citation.find()) {
        cited++;
        Path document = Path.of("docs", citation.group(1) + ".md");
        String section =
            citation.group(2) == null ? null : citation.group(2).replaceAll("[\\s*]+", " ");
        boolean stands =
            Files.exists(document)
                && (section == null || Files.readString(document).contains("## " + section));
        if (!stands) {
          missing.add(source + ": " + citation.group());
        }
      }
    }
    assertThat(missing).isEmpty();
    assertThat(cited).isGreaterThan(20);
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
