package org.verifqis.ecriture;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts as they stand in XML: in ASCII, so that they fit a part of any encoding. */
final class XmlEscapes {
  private static final Pattern REFERENCE = Pattern.compile("&(#x?)?(\\w+);");

  /** What a workbook's own way of writing characters would take for one. */
  private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(x[0-9A-Fa-f]{4}_)");

  private static final int HEXADECIMAL = 16;
  private static final int DECIMAL = 10;
  private static final int LAST_ASCII = 126;

  private XmlEscapes() {}

  /** A text for an element or an attribute; characters that XML knows no way to write are left. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + HEXADECIMAL);
    text.codePoints()
        .filter(XmlEscapes::isLegal)
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                  if (c < ' ' || c > LAST_ASCII) {
                    escaped.append("&#").append(c).append(';');
                  } else {
                    escaped.append((char) c);
                  }
                }
              }
            });
    return escaped.toString();
  }

  /** A text for a cell or a comment. */
  static String cell(String text) {
    return escape(LOOKS_ESCAPED.matcher(TextLimits.cell(text)).replaceAll("_x005F_$1"));
  }

  private static boolean isLegal(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || c >= ' ' && c < Character.MIN_SURROGATE
        || c > Character.MAX_SURROGATE && c < 0xFFFE
        || c > Character.MAX_VALUE;
  }

  static String unescape(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    return REFERENCE
        .matcher(text)
        .replaceAll(reference -> Matcher.quoteReplacement(character(reference.group())));
  }

  private static String character(String reference) {
    return switch (reference) {
      case "&amp;" -> "&";
      case "&lt;" -> "<";
      case "&gt;" -> ">";
      case "&quot;" -> "\"";
      case "&apos;" -> "'";
      default -> number(reference);
    };
  }

  private static String number(String reference) {
    boolean hexadecimal = reference.startsWith("&#x");
    String digits = reference.substring(hexadecimal ? 3 : 2, reference.length() - 1);
    try {
      int c = Integer.parseInt(digits, hexadecimal ? HEXADECIMAL : DECIMAL);
      return Character.isValidCodePoint(c) ? Character.toString(c) : reference;
    } catch (NumberFormatException e) {
      return reference;
    }
  }
}
