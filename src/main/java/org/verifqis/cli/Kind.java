package org.verifqis.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.verifqis.ecriture.Packages;
import org.verifqis.rapport.RedacteurCsv;

/** What a command writes: how its files end, and how one that it made is known again. */
enum Kind {
  TEMPLATE(List.of("xlsx"), file -> Packages.isAsMade(file, Packages.Kind.TEMPLATE)),
  COPY(List.of("xlsx", "xlsm"), file -> Packages.isAsMade(file, Packages.Kind.COPY)),
  TABLES(List.of("xlsx"), file -> Packages.isAsMade(file, Packages.Kind.TABLES)),
  JSON(List.of("json"), file -> Marks.JSON.matcher(start(file)).find()),
  CSV(List.of("csv"), file -> RedacteurCsv.commence(start(file))),
  HTML(List.of("html", "htm"), file -> start(file).contains(Marks.PAGE)),
  /** People go on writing in it: one that is there is kept. */
  PROFILE(List.of("yaml", "yml"), file -> false),
  /** Nobody wants yesterday's written over: one that is there is kept. */
  BACKUP(List.of("zip"), file -> false),
  /** Nothing in it tells who wrote it: one that is there is kept. */
  TEXT(List.of("txt"), file -> false);

  private static final int START = 4096;

  /** What nobody takes for a text. */
  private static final Set<String> OTHER_ENDINGS =
      Set.of(
          "xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "json", "html", "htm", "yaml", "yml", "pdf",
          "doc", "docx", "odt", "zip");

  private final List<String> endings;
  private final Predicate<Path> made;

  /** How reports begin. */
  private static final class Marks {
    static final Pattern JSON =
        Pattern.compile(
            "^\\{\\s*\"(outil\"\\s*:\\s*\\{\\s*\"nom\"\\s*:\\s*\"verifqis\"|ancienne\"\\s*:\\s*\\{)");

    /** Every page forbids by this line whatever it does not need. */
    static final String PAGE =
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
  }

  Kind(List<String> endings, Predicate<Path> made) {
    this.endings = endings;
    this.made = made;
  }

  /** The endings that fit it. */
  List<String> endings() {
    return endings;
  }

  /** Whether a name fits it; one without an ending fits all, and a text any but those of others. */
  boolean fits(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    String ending = dot <= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    boolean free = this == TEXT && !OTHER_ENDINGS.contains(ending);
    return free || ending.isEmpty() || endings.contains(ending);
  }

  /** Whether a file is one that this program made as this, and that nobody has saved since. */
  boolean made(Path file) {
    return Files.isRegularFile(file) && made.test(file);
  }

  private static String start(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      return new String(stream.readNBytes(START), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
