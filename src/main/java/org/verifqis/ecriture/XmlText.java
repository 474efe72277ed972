package org.verifqis.ecriture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An XML part as the text that it is. Places in it are found by its tags; what is cut out or put in
 * is noted, and all the rest is written back byte for byte.
 */
final class XmlText {
  private static final Pattern ENCODING =
      Pattern.compile("^[^<]{0,3}<\\?xml[^>]*?encoding\\s*=\\s*[\"']([\\w.-]+)[\"']");
  private static final Pattern DECLARATION = Pattern.compile("^\\uFEFF?\\s*<\\?xml[^>]*\\?>");
  private static final int PROLOG = 400;
  private static final int TAGS_BETWEEN_LOOKS = 4096;

  /** Where the namespace of the element's own tag stands in markup that is put in. */
  private static final Pattern OWN = Pattern.compile("<(/?)~");

  /**
   * An element: its whole from {@code from} to {@code to}, what it holds from {@code inner} to
   * {@code innerEnd}; both are where its tag ends if it is an empty one.
   */
  record Node(String prefix, String name, int from, int inner, int innerEnd, int to) {
    boolean isEmptyTag() {
      return inner == to;
    }
  }

  private record Edit(int to, String replacement) {}

  /** One character a byte, so that whatever the encoding, nothing is changed by reading it. */
  private final String text;

  private final Charset charset;
  private final Node root;
  private final TreeMap<Integer, Edit> edits = new TreeMap<>();
  private final Map<Integer, StringBuilder> appended = new HashMap<>();
  private final Map<Integer, Node> parents = new HashMap<>();

  private XmlText(String text, Charset charset) {
    this.text = text;
    this.charset = charset;
    List<Node> tops = new ArrayList<>();
    each(new Node("", "", 0, 0, text.length(), text.length()), node -> !tops.add(node));
    if (tops.isEmpty()) {
      throw malformed();
    }
    this.root = tops.get(0);
  }

  static XmlText of(byte[] bytes) {
    return new XmlText(decode(bytes), charset(bytes));
  }

  static XmlText of(String ascii) {
    return new XmlText(ascii, StandardCharsets.UTF_8);
  }

  /** The bytes of a part, one character each; those of two a character become UTF-8 first. */
  static String decode(byte[] bytes) {
    boolean wide =
        bytes.length > 1
            && (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF
                || bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE
                || bytes[0] == 0
                || bytes[1] == 0);
    if (!wide) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
    boolean little = bytes[0] == (byte) 0xFF || bytes[1] == 0;
    String decoded =
        new String(bytes, little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
    String undeclared = DECLARATION.matcher(decoded).replaceFirst("");
    return new String(undeclared.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static Charset charset(byte[] bytes) {
    String start =
        new String(bytes, 0, Math.min(bytes.length, PROLOG), StandardCharsets.ISO_8859_1);
    Matcher encoding = ENCODING.matcher(start);
    return encoding.find() ? Charset.forName(encoding.group(1)) : StandardCharsets.UTF_8;
  }

  private static IllegalStateException malformed() {
    return new IllegalStateException("a part is not well-formed");
  }

  Node root() {
    return root;
  }

  /** Whether the tag of the root holds these characters. */
  boolean declares(String start) {
    return text.substring(root.from, root.inner).contains(start);
  }

  /** Whether these characters stand anywhere in it. */
  boolean contains(String characters) {
    return text.contains(characters);
  }

  /** An element as it stands there. */
  String raw(Node node) {
    return text.substring(node.from, node.to);
  }

  /** Visits the elements right below one, until the visit wants no more. */
  void each(Node parent, Predicate<Node> visit) {
    int depth = 0;
    int from = 0;
    int inner = 0;
    int seen = 0;
    for (int lt = tag(parent.inner, parent.innerEnd); lt >= 0; ) {
      if (++seen % TAGS_BETWEEN_LOOKS == 0 && Thread.currentThread().isInterrupted()) {
        throw new CancellationException("annotating was interrupted");
      }
      int gt = tagEnd(lt);
      boolean closing = text.charAt(lt + 1) == '/';
      boolean empty = text.charAt(gt - 2) == '/';
      if (closing) {
        depth--;
      } else if (depth == 0) {
        from = lt;
        inner = gt;
      }
      if (depth < 0) {
        throw malformed();
      }
      if (!closing && !empty) {
        depth++;
      } else if (depth == 0 && !visit.test(node(from, inner, closing ? lt : gt, gt))) {
        return;
      }
      lt = tag(gt, parent.innerEnd);
    }
    if (depth != 0) {
      throw malformed();
    }
  }

  private Node node(int from, int inner, int innerEnd, int to) {
    int end = from + 1;
    int colon = -1;
    for (char c = text.charAt(end); c > ' ' && c != '/' && c != '>'; c = text.charAt(++end)) {
      if (c == ':') {
        colon = end;
      }
    }
    String prefix = colon < 0 ? "" : text.substring(from + 1, colon + 1);
    String name = text.substring(Math.max(from, colon) + 1, end);
    return new Node(prefix, name, from, inner, innerEnd, to);
  }

  /** Where the next tag begins that is no comment, instruction or character data; -1 if none. */
  private int tag(int start, int end) {
    int lt = text.indexOf('<', start);
    while (lt >= 0 && lt < end) {
      String closing;
      if (text.startsWith("<!--", lt)) {
        closing = "-->";
      } else if (text.startsWith("<![CDATA[", lt)) {
        closing = "]]>";
      } else if (text.startsWith("<?", lt)) {
        closing = "?>";
      } else {
        return lt;
      }
      int close = text.indexOf(closing, lt);
      if (close < 0) {
        throw malformed();
      }
      lt = text.indexOf('<', close);
    }
    return -1;
  }

  /** Where a tag ends, its last character included. */
  private int tagEnd(int lt) {
    char quote = 0;
    for (int i = lt + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return i + 1;
      }
    }
    throw malformed();
  }

  List<Node> children(Node parent) {
    List<Node> children = new ArrayList<>();
    each(parent, children::add);
    return children;
  }

  List<Node> children(Node parent, String name) {
    List<Node> children = new ArrayList<>();
    each(parent, node -> !node.name.equals(name) || children.add(node));
    return children;
  }

  /** The first of this name right below one; null if there is none. */
  Node child(Node parent, String name) {
    List<Node> found = new ArrayList<>(1);
    each(parent, node -> !node.name.equals(name) || !found.add(node));
    return found.isEmpty() ? null : found.get(0);
  }

  /** The value of an attribute, whatever its prefix; null if it has none. */
  String attribute(Node node, String name) {
    int[] range = range(node, name);
    return range == null ? null : unescape(range[1], range[2]);
  }

  /** Start of the attribute with the blank before it, start and end of its value. */
  private int[] range(Node node, String name) {
    int i = node.from + 1;
    int end = node.isEmptyTag() ? node.to : node.inner;
    while (i < end && text.charAt(i) > ' ' && text.charAt(i) != '>' && text.charAt(i) != '/') {
      i++;
    }
    while (i < end) {
      int blank = i;
      int equals = text.indexOf('=', i);
      if (equals < 0 || equals >= end) {
        return null;
      }
      String qualified = text.substring(blank, equals).strip();
      int open = equals + 1;
      while (text.charAt(open) <= ' ') {
        open++;
      }
      int close = text.indexOf(text.charAt(open), open + 1);
      if (close < 0 || close >= end) {
        throw malformed();
      }
      boolean declares = qualified.startsWith("xmlns:");
      if (!declares && qualified.substring(qualified.indexOf(':') + 1).equals(name)) {
        return new int[] {blank, open + 1, close};
      }
      i = close + 1;
    }
    return null;
  }

  void setAttribute(Node node, String name, String value) {
    int[] range = range(node, name);
    if (range == null) {
      int end = node.isEmptyTag() ? node.to - 2 : node.inner - 1;
      replace(end, end, " " + name + "=\"" + escape(value) + "\"");
    } else {
      replace(range[1], range[2], escape(value));
    }
  }

  void removeAttribute(Node node, String name) {
    int[] range = range(node, name);
    if (range != null) {
      replace(range[0], range[2] + 1, "");
    }
  }

  /** The text right in an element. */
  String text(Node node) {
    return unescape(node.inner, node.innerEnd);
  }

  private String unescape(int from, int to) {
    String raw = text.substring(from, to);
    String decoded = new String(raw.getBytes(StandardCharsets.ISO_8859_1), charset);
    return XmlEscapes.unescape(decoded);
  }

  private static String escape(String value) {
    return XmlEscapes.escape(value);
  }

  /** Markup in the namespace of the root: {@code <~name>} is an element of it. */
  private String own(String markup) {
    return OWN.matcher(markup).replaceAll("<$1" + Matcher.quoteReplacement(root.prefix));
  }

  /** Puts markup where none is, after what was put there before. */
  void insert(int at, String markup) {
    replace(at, at, own(markup));
  }

  void delete(Node node) {
    replace(node.from, node.to, "");
  }

  /** Puts markup in the place of an element. */
  void replace(Node node, String markup) {
    replace(node.from, node.to, own(markup));
  }

  private void replace(int from, int to, String replacement) {
    edits.merge(
        from,
        new Edit(to, replacement),
        (old, added) -> new Edit(Math.max(old.to, to), old.replacement + replacement));
  }

  /** Puts markup at the end of what an element holds. */
  void append(Node parent, String markup) {
    parents.put(parent.from, parent);
    appended.computeIfAbsent(parent.from, from -> new StringBuilder()).append(own(markup));
  }

  boolean isEdited() {
    return !edits.isEmpty() || !appended.isEmpty();
  }

  void write(OutputStream stream) throws IOException {
    appended.forEach(
        (from, markup) -> {
          Node parent = parents.get(from);
          if (parent.isEmptyTag()) {
            String end = "</" + parent.prefix + parent.name + ">";
            replace(parent.to - 2, parent.to, ">" + markup + end);
          } else {
            replace(parent.innerEnd, parent.innerEnd, markup.toString());
          }
        });
    appended.clear();
    int at = 0;
    for (Map.Entry<Integer, Edit> edit : edits.entrySet()) {
      if (edit.getKey() >= at) {
        raw(stream, at, edit.getKey());
        stream.write(edit.getValue().replacement.getBytes(StandardCharsets.US_ASCII));
        at = edit.getValue().to;
      }
    }
    raw(stream, at, text.length());
  }

  private static final int PIECE = 1 << 16;

  private void raw(OutputStream stream, int from, int to) throws IOException {
    for (int at = from; at < to; at += PIECE) {
      String piece = text.substring(at, Math.min(to, at + PIECE));
      stream.write(piece.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  /** Where an element of this name belongs: after all that come before it in the schema's order. */
  int placeOf(String name, List<String> order) {
    int rank = order.indexOf(name);
    int[] place = {root.inner};
    each(
        root,
        node -> {
          int other = order.indexOf(node.name);
          if (other >= 0 && other < rank) {
            place[0] = node.to;
          }
          return true;
        });
    return place[0];
  }
}
