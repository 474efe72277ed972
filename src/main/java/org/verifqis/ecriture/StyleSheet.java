package org.verifqis.ecriture;

import java.io.IOException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.verifqis.classeur.CellFormats;
import org.verifqis.ecriture.Relations.Relation;
import org.verifqis.ecriture.XmlText.Node;
import org.verifqis.rapport.Annotation.Ton;

/** The styles of a workbook, to which ours are added after its own. */
final class StyleSheet {
  /** Excel opens no workbook of more cell formats. */
  private static final int MOST_FORMATS = 64_000;

  private static final List<String> ORDER =
      List.of(
          "numFmts",
          "fonts",
          "fills",
          "borders",
          "cellStyleXfs",
          "cellXfs",
          "cellStyles",
          "dxfs",
          "tableStyles",
          "colors",
          "extLst");

  private static final String CONTENT_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
  private static final String EMPTY =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
          + "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
          + "</styleSheet>";

  /** What stands first in each list, which no style of ours may take the place of. */
  private static final Map<String, List<String>> FIRST =
      Map.of(
          "fonts", List.of("<~font><~sz val=\"11\"/><~name val=\"Calibri\"/></~font>"),
          "fills",
              List.of(
                  "<~fill><~patternFill patternType=\"none\"/></~fill>",
                  "<~fill><~patternFill patternType=\"gray125\"/></~fill>"),
          "borders", List.of("<~border/>"),
          "cellXfs", List.of("<~xf/>"),
          "dxfs", List.of());

  /** Formats that every program knows by their id. */
  private static final int SHORT_DATE = 14;

  private static final int GROUPED_WITH_CENTS = 4;

  private static final Pattern TAG = Pattern.compile("(<[\\w:]+)([^>]*?)(/?>)");
  private static final Pattern NUMBERS =
      Pattern.compile("\\s(numFmtId|applyNumberFormat)\\s*=\\s*(\"[^\"]*\"|'[^']*')");

  private final CopiedPackage parts;
  private final String part;
  private final boolean isNew;
  private final XmlText text;
  private final Map<String, Node> lists = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, StringBuilder> added = new TreeMap<>();
  private final Map<Integer, String> codes = new HashMap<>();
  private final Map<String, Integer> derived = new HashMap<>();
  private final Map<Ton, Integer> formats = new EnumMap<>(Ton.class);

  /** Those of a workbook, or new ones where it has none. */
  StyleSheet(CopiedPackage parts, String workbook) throws IOException {
    this.parts = parts;
    Relations relations = parts.relations(workbook);
    Relation known = relations.of("styles");
    this.isNew = known == null || !parts.has(known.part());
    if (known == null) {
      this.part = parts.free("xl/styles", ".xml");
      relations.add(Relations.OFFICE + "styles", part);
    } else {
      this.part = known.part();
    }
    this.text = isNew ? XmlText.of(EMPTY) : parts.xml(part);
    for (Node list : text.children(text.root())) {
      if (FIRST.containsKey(list.name())) {
        int[] count = {0};
        text.each(
            list,
            child -> {
              count[0]++;
              return true;
            });
        lists.put(list.name(), list);
        counts.put(list.name(), count[0]);
      }
    }
  }

  private int add(String list, String markup) {
    StringBuilder more = added.computeIfAbsent(list, name -> new StringBuilder());
    if (counts.getOrDefault(list, 0) == 0) {
      FIRST.get(list).forEach(more::append);
      counts.put(list, FIRST.get(list).size());
    }
    more.append(markup);
    return counts.merge(list, 1, Integer::sum) - 1;
  }

  /** The format that colours what is marked in this tone, over the cell's own style. */
  int mark(Ton tone) {
    return formats.computeIfAbsent(
        tone,
        some ->
            add(
                "dxfs",
                "<~dxf><~fill><~patternFill patternType=\"solid\"><~bgColor rgb=\"FF"
                    + Marks.colour(some)
                    + "\"/></~patternFill></~fill></~dxf>"));
  }

  int font(String what) {
    return add("fonts", "<~font>" + what + "<~name val=\"Calibri\"/><~family val=\"2\"/></~font>");
  }

  int fill(String rgb) {
    return add(
        "fills",
        "<~fill><~patternFill patternType=\"solid\"><~fgColor rgb=\"FF"
            + rgb
            + "\"/><~bgColor indexed=\"64\"/></~patternFill></~fill>");
  }

  int border() {
    return add(
        "borders",
        "<~border><~left/><~right/><~top/><~bottom style=\"hair\"><~color auto=\"1\"/></~bottom>"
            + "<~diagonal/></~border>");
  }

  /** Whether so many cell formats can be added. */
  boolean hasRoomFor(int more) {
    return counts.getOrDefault("cellXfs", 0) + more <= MOST_FORMATS;
  }

  /** A cell format; quoted, so that what begins with = stays text even once somebody edits it. */
  int cell(int font, int fill, int border) {
    return add(
        "cellXfs",
        "<~xf numFmtId=\"0\" fontId=\""
            + font
            + "\" fillId=\""
            + fill
            + "\" borderId=\""
            + border
            + "\" quotePrefix=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\""
            + " applyAlignment=\"1\"><~alignment vertical=\"top\" wrapText=\"1\"/></~xf>");
  }

  /** A cell format for a heading that runs over its neighbours. */
  int title(int font) {
    return add(
        "cellXfs",
        "<~xf numFmtId=\"0\" fontId=\""
            + font
            + "\" fillId=\"0\" borderId=\"0\" applyFont=\"1\"/>");
  }

  /** A cell format that shows dates; the one given where it does. */
  int dated(int style) {
    int format = format(style);
    return CellFormats.isDate(format, codes().get(format)) ? style : like(style, SHORT_DATE);
  }

  /** A cell format that shows numbers as they are; the one given where it does. */
  int plain(int style, boolean cents) {
    int format = format(style);
    boolean fits = CellFormats.isPlain(format, codes().get(format));
    return fits ? style : like(style, cents ? GROUPED_WITH_CENTS : 0);
  }

  private int format(int style) {
    List<Node> known = cellFormats();
    String format = style < known.size() ? text.attribute(known.get(style), "numFmtId") : null;
    return format == null || !format.matches("[0-9]{1,6}") ? 0 : Integer.parseInt(format);
  }

  private List<Node> cellFormats() {
    Node list = lists.get("cellXfs");
    return list == null ? List.of() : text.children(list);
  }

  /** The codes of number formats, by id: the workbook's own over those that every one knows. */
  private Map<Integer, String> codes() {
    if (codes.isEmpty()) {
      for (int id = 0; id < BuiltinFormats.FIRST_USER_DEFINED_FORMAT_INDEX; id++) {
        codes.put(id, BuiltinFormats.getBuiltinFormat(id));
      }
      Node own = text.child(text.root(), "numFmts");
      for (Node each : own == null ? List.<Node>of() : text.children(own)) {
        String id = text.attribute(each, "numFmtId");
        if (id != null && id.matches("[0-9]{1,6}")) {
          codes.put(Integer.parseInt(id), text.attribute(each, "formatCode"));
        }
      }
    }
    return codes;
  }

  /** The same cell format with another number format. */
  private int like(int style, int format) {
    String numbers = " numFmtId=\"" + format + "\" applyNumberFormat=\"1\"";
    List<Node> known = cellFormats();
    if (style >= known.size()) {
      return derived.computeIfAbsent(
          style + "/" + format, key -> add("cellXfs", "<~xf" + numbers + "/>"));
    }
    if (!hasRoomFor(1)) {
      return style;
    }
    Matcher tag = TAG.matcher(text.raw(known.get(style)));
    if (!tag.lookingAt()) {
      return style;
    }
    String rest = tag.replaceFirst("");
    String attributes = NUMBERS.matcher(tag.group(2)).replaceAll("");
    String markup = tag.group(1) + numbers + attributes + tag.group(3) + rest;
    return derived.computeIfAbsent(style + "/" + format, key -> add("cellXfs", markup));
  }

  void save() throws IOException {
    added.keySet().stream().sorted(Comparator.comparingInt(ORDER::indexOf)).forEach(this::write);
    if (isNew) {
      parts.add(part, CONTENT_TYPE, text::write);
    } else if (text.isEdited()) {
      parts.put(part, text::write);
    }
  }

  private void write(String name) {
    Node list = lists.get(name);
    String more = added.get(name).toString();
    if (list == null) {
      text.insert(
          text.placeOf(name, ORDER),
          "<~" + name + " count=\"" + counts.get(name) + "\">" + more + "</~" + name + ">");
      return;
    }
    text.append(list, more);
    if (text.attribute(list, "count") != null) {
      text.setAttribute(list, "count", String.valueOf(counts.get(name)));
    }
  }
}
