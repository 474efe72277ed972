package org.verifqis.classeur;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.verifqis.modele.Refus.Motif;

/**
 * What is often called a workbook and is text: the web page or the list that another program gives
 * as its "Excel export", for one. It is told for what it is, and not read.
 */
final class TextFormats {
  /** The root, or the list's first lines, stand in so much of it. */
  private static final int HEAD = 1 << 13;

  private static final char MARK = '\uFEFF';

  /** The first element, past declarations and comments. */
  private static final Pattern ELEMENT =
      Pattern.compile("<(?:!doctype\\s{1,20})?([a-z][a-z:]{0,40})");

  private static final Set<String> OF_PAGES =
      Set.of(
          "html", "head", "title", "meta", "body", "table", "tr", "div", "style", "script", "font",
          "center", "p", "span", "b");

  private static final Set<String> OF_XML_WORKBOOKS = Set.of("workbook", "ss:workbook");

  private TextFormats() {}

  /** Why a file that is no archive is not read; null if it is of no such format. */
  static Motif of(Path file) throws IOException {
    byte[] head;
    try (InputStream stream = Files.newInputStream(file)) {
      head = stream.readNBytes(HEAD);
    }
    String text = text(head);
    if (text == null) {
      return null;
    }
    String start = text.strip().toLowerCase(Locale.ROOT);
    if (start.startsWith("mime-version:")) {
      return Motif.FORMAT_HTML;
    }
    return start.startsWith("<") ? markup(start) : isList(text) ? Motif.FORMAT_CSV : null;
  }

  /** The text of its first bytes; null where they are none. */
  private static String text(byte[] head) {
    Charset charset = StandardCharsets.ISO_8859_1;
    if (head.length > 1 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE) {
      charset = StandardCharsets.UTF_16LE;
    } else if (head.length > 1 && (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF) {
      charset = StandardCharsets.UTF_16BE;
    } else if (head.length > 2 && (head[0] & 0xFF) == 0xEF && (head[1] & 0xFF) == 0xBB) {
      charset = StandardCharsets.UTF_8;
    }
    String text = new String(head, charset);
    String read = !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    boolean plain = read.chars().allMatch(c -> c >= ' ' || c == '\t' || c == '\r' || c == '\n');
    return plain ? read : null;
  }

  private static Motif markup(String start) {
    Matcher element = ELEMENT.matcher(start);
    String root = element.find() ? element.group(1) : "";
    if (OF_PAGES.contains(root)) {
      return Motif.FORMAT_HTML;
    }
    if (OF_XML_WORKBOOKS.contains(root)
        && start.contains("urn:schemas-microsoft-com:office:spreadsheet")) {
      return Motif.FORMAT_XML;
    }
    boolean flat = root.equals("office:document") && start.contains("opendocument.spreadsheet");
    return flat ? Motif.FORMAT_FODS : null;
  }

  /** Whether its first two lines have as many of a separator, and some. */
  private static boolean isList(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).limit(2).toList();
    return lines.size() == 2
        && ";\t,"
            .chars()
            .anyMatch(
                separator -> {
                  long first = count(lines.get(0), separator);
                  return first > 0 && first == count(lines.get(1), separator);
                });
  }

  /** Those outside quotes. */
  private static long count(String line, int separator) {
    long count = 0;
    boolean quoted = false;
    for (char c : line.toCharArray()) {
      quoted ^= c == '"';
      count += c == separator && !quoted ? 1 : 0;
    }
    return count;
  }
}
