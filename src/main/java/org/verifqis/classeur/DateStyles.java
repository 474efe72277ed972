package org.verifqis.classeur;

import java.io.IOException;
import java.util.BitSet;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** Which cell styles show a number as a date. */
final class DateStyles {
  private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|[\\\\_*].");

  /** Excel's own ids are of sixteen bits, its codes of 255 characters. */
  private static final int LARGEST_ID = 1 << 16;

  private static final int LONGEST_CODE = 255;

  private final BitSet dated;

  private DateStyles(BitSet dated) {
    this.dated = dated;
  }

  static DateStyles none() {
    return new DateStyles(new BitSet());
  }

  static DateStyles read(PackagePart part) throws IOException, SAXException {
    StyleHandler handler = new StyleHandler();
    Xml.parse(part, handler);
    return new DateStyles(handler.dated);
  }

  /** Whether a style, by the index that cells give, is that of a date. */
  boolean isDate(int style) {
    return style >= 0 && dated.get(style);
  }

  /**
   * Whether a number format shows a date. POI also looks at the words within it: {@code "le "d
   * mmmm} would be none, {@code "dd"0} one.
   */
  static boolean isDate(int format, String code) {
    return DateUtil.isADateFormat(
        format, code == null ? null : LITERALS.matcher(code).replaceAll(""));
  }

  private static final class StyleHandler extends Xml.Handler {
    private final BitSet own = new BitSet();
    private final BitSet ownDates = new BitSet();
    private final BitSet dated = new BitSet();
    private boolean inCellStyles;
    private int style;

    @Override
    protected void start(String name, Attributes attributes) {
      if (name.equals("numFmt") && attributes.getValue("formatCode") != null) {
        format(number(attributes.getValue("numFmtId")), attributes.getValue("formatCode"));
      } else if (name.equals("cellXfs")) {
        inCellStyles = true;
      } else if (name.equals("xf") && inCellStyles) {
        int format = number(attributes.getValue("numFmtId"));
        dated.set(style++, isDate(format));
      }
    }

    @Override
    protected void end(String name) {
      if (name.equals("cellXfs")) {
        inCellStyles = false;
      }
    }

    private void format(int id, String code) {
      if (id >= 0 && id <= LARGEST_ID) {
        String looked = code.substring(0, Math.min(code.length(), LONGEST_CODE));
        own.set(id);
        ownDates.set(id, DateStyles.isDate(id, looked));
      }
    }

    private boolean isDate(int format) {
      if (format < 0 || format > LARGEST_ID) {
        return false;
      }
      return own.get(format)
          ? ownDates.get(format)
          : DateStyles.isDate(format, BuiltinFormats.getBuiltinFormat(format));
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
