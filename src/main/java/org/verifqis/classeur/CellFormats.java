package org.verifqis.classeur;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.verifqis.classeur.Parts.Part;
import org.verifqis.classeur.RawCell.Shape;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** What cell styles show a number as. */
public final class CellFormats {
  private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|[\\\\_*].");

  /** Colours, conditions, currencies. */
  private static final Pattern BRACKETS = Pattern.compile("\\[[^\\]]*]");

  /** Excel's own ids, of formats as of styles, are of sixteen bits, its codes of 255 characters. */
  private static final int LARGEST_ID = 1 << 16;

  private static final int LONGEST_CODE = 255;

  private final List<Shape> shapes;

  private CellFormats(List<Shape> shapes) {
    this.shapes = shapes;
  }

  static CellFormats none() {
    return new CellFormats(List.of());
  }

  /** Those of styles in the order of their indexes. */
  static CellFormats of(List<Shape> shapes) {
    return new CellFormats(List.copyOf(shapes));
  }

  static CellFormats read(Part part) throws IOException, SAXException {
    StyleHandler handler = new StyleHandler();
    Xml.parse(part, handler);
    return new CellFormats(handler.shapes);
  }

  /** What a style, by the index that cells give, shows numbers as. */
  Shape of(int style) {
    return style >= 0 && style < shapes.size() ? shapes.get(style) : Shape.PLAIN;
  }

  /**
   * What a number format shows numbers as. POI also looks at the words within it: {@code "le "d
   * mmmm} would be no date, {@code "dd"0} one.
   */
  static Shape shape(int format, String code) {
    String letters = code == null ? null : LITERALS.matcher(code).replaceAll("");
    if (DateUtil.isADateFormat(format, letters)) {
      return Shape.DATE;
    }
    boolean percent = letters != null && BRACKETS.matcher(letters).replaceAll("").contains("%");
    return percent ? Shape.PERCENT : Shape.PLAIN;
  }

  /** Whether a number format, by its id and its code, shows numbers as dates. */
  public static boolean isDate(int format, String code) {
    return shape(format, code) == Shape.DATE;
  }

  /**
   * Whether a number format, by its id and its code, shows numbers as the numbers that they are.
   */
  public static boolean isPlain(int format, String code) {
    return shape(format, code) == Shape.PLAIN;
  }

  private static final class StyleHandler extends Xml.Handler {
    private final Map<Integer, Shape> own = new HashMap<>();
    private final List<Shape> shapes = new ArrayList<>();
    private boolean inFormats;
    private boolean inCellStyles;

    @Override
    protected void start(String name, Attributes attributes) {
      switch (name) {
        case "numFmts" -> inFormats = true;
        case "cellXfs" -> inCellStyles = true;
        case "numFmt" -> {
          if (inFormats && attributes.getValue("formatCode") != null) {
            format(number(attributes.getValue("numFmtId")), attributes.getValue("formatCode"));
          }
        }
        case "xf" -> {
          if (inCellStyles && shapes.size() < LARGEST_ID) {
            shapes.add(shape(number(attributes.getValue("numFmtId"))));
          }
        }
        default -> {}
      }
    }

    @Override
    protected void end(String name) {
      switch (name) {
        case "numFmts" -> inFormats = false;
        case "cellXfs" -> inCellStyles = false;
        default -> {}
      }
    }

    private void format(int id, String code) {
      if (id >= 0 && id <= LARGEST_ID) {
        String looked = code.substring(0, Math.min(code.length(), LONGEST_CODE));
        own.put(id, CellFormats.shape(id, looked));
      }
    }

    private Shape shape(int format) {
      return format < 0 || format > LARGEST_ID
          ? Shape.PLAIN
          : own.computeIfAbsent(
              format, id -> CellFormats.shape(id, BuiltinFormats.getBuiltinFormat(id)));
    }

    private static int number(String text) {
      try {
        return text == null ? -1 : Integer.parseInt(text);
      } catch (NumberFormatException e) {
        return -1;
      }
    }
  }
}
