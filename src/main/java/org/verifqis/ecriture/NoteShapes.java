package org.verifqis.ecriture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.CellAddress;
import org.verifqis.ecriture.Relations.Relation;
import org.verifqis.ecriture.XmlText.Node;

/**
 * The shapes in which comments are shown, in a drawing that programs write without always closing
 * what they open: it is taken as text.
 */
final class NoteShapes {
  private static final Pattern SHAPE = Pattern.compile("<([\\w.-]+:)?shape[\\s>]");
  private static final Pattern PLACE =
      Pattern.compile("<(?:[\\w.-]+:)?(Row|Column)>\\s*([0-9]{1,7})\\s*<");
  private static final Pattern NUMBER = Pattern.compile("_s([0-9]{1,9})\"");
  private static final Pattern NAMESPACES =
      Pattern.compile("xmlns:v\\s*=.*xmlns:|xmlns:.*xmlns:v\\s*=", Pattern.DOTALL);
  private static final int FIRST_NUMBER = 1024;
  private static final int COLUMNS = 4;
  private static final int CHARACTERS_PER_LINE = 45;
  private static final int HEAD_LENGTH = 4096;
  private static final String CONTENT_TYPE =
      "application/vnd.openxmlformats-officedocument.vmlDrawing";
  private static final String SPACES =
      " xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\""
          + " xmlns:x=\"urn:schemas-microsoft-com:office:excel\"";
  private static final String EMPTY =
      "<xml"
          + SPACES
          + "><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout></xml>";
  private static final String TYPE = "_x0000_t202";
  private static final String SHAPE_TYPE =
      " id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">"
          + "<v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/>"
          + "</v:shapetype>";

  private NoteShapes() {}

  /** Takes away the shapes of some comments of a sheet, and adds those of others. */
  static void change(
      CopiedPackage parts,
      String sheetPart,
      XmlText sheet,
      Set<CellAddress> removed,
      Map<CellAddress, String> added)
      throws IOException {
    if (removed.isEmpty() && added.isEmpty()) {
      return;
    }
    Relations relations = parts.relations(sheetPart);
    Node legacy = sheet.child(sheet.root(), "legacyDrawing");
    String id = legacy == null ? null : sheet.attribute(legacy, "id");
    Relation relation = id == null ? null : relations.byId(id);
    String part = relation == null ? null : relation.part();
    boolean there = part != null && parts.has(part);
    String before = there ? XmlText.decode(parts.bytes(part)) : EMPTY;
    String after = with(without(before, removed), added);
    byte[] bytes = after.getBytes(StandardCharsets.ISO_8859_1);
    CopiedPackage.Content content = (OutputStream stream) -> stream.write(bytes);
    if (there) {
      parts.put(part, content);
    } else if (!added.isEmpty()) {
      if (part == null) {
        part = parts.free("xl/drawings/vmlDrawing", ".vml");
        link(sheet, legacy, relations.add(Relations.OFFICE + "vmlDrawing", part));
      }
      parts.add(part, CONTENT_TYPE, content);
    }
  }

  private static void link(XmlText sheet, Node legacy, String id) {
    if (legacy != null) {
      sheet.delete(legacy);
    }
    String markup = "<~legacyDrawing xmlns:r=\"" + WorkbookPart.SPACE + "\" r:id=\"" + id + "\"/>";
    sheet.insert(sheet.placeOf("legacyDrawing", Marks.ORDER), markup);
  }

  private static String without(String drawing, Set<CellAddress> removed) {
    if (removed.isEmpty()) {
      return drawing;
    }
    StringBuilder kept = new StringBuilder(drawing.length());
    Matcher shape = SHAPE.matcher(drawing);
    int at = 0;
    while (shape.find(at)) {
      String prefix = shape.group(1) == null ? "" : shape.group(1);
      String closing = "</" + prefix + "shape>";
      int end = drawing.indexOf(closing, shape.start());
      if (end < 0) {
        break;
      }
      end += closing.length();
      boolean ours = removed.contains(place(drawing.substring(shape.start(), end)));
      kept.append(drawing, at, ours ? shape.start() : end);
      at = end;
    }
    return kept.append(drawing, at, drawing.length()).toString();
  }

  /** The cell of a comment's shape; null if it is another shape. */
  private static CellAddress place(String shape) {
    int row = -1;
    int column = -1;
    Matcher place = PLACE.matcher(shape);
    while (place.find()) {
      int number = Integer.parseInt(place.group(2));
      if (place.group(1).equals("Row")) {
        row = number;
      } else {
        column = number;
      }
    }
    return row < 0 || column < 0 || !shape.contains("\"Note\"")
        ? null
        : new CellAddress(row, column);
  }

  private static String with(String drawing, Map<CellAddress, String> added) {
    int end = drawing.lastIndexOf("</");
    if (added.isEmpty() || end < 0) {
      return drawing;
    }
    int number = FIRST_NUMBER;
    Matcher numbers = NUMBER.matcher(drawing);
    while (numbers.find()) {
      number = Math.max(number, Integer.parseInt(numbers.group(1)));
    }
    String head = drawing.substring(0, Math.min(drawing.length(), HEAD_LENGTH));
    String spaces = NAMESPACES.matcher(head).find() && declares(head) ? "" : SPACES;
    StringBuilder shapes = new StringBuilder(drawing.substring(0, end));
    if (!drawing.contains(TYPE + '"')) {
      shapes.append("<v:shapetype").append(spaces).append(SHAPE_TYPE);
    }
    for (Map.Entry<CellAddress, String> note : added.entrySet()) {
      shapes.append(shape(++number, note.getKey(), note.getValue(), spaces));
    }
    return shapes.append(drawing, end, drawing.length()).toString();
  }

  private static boolean declares(String head) {
    return List.of("v", "o", "x").stream().allMatch(p -> head.contains("xmlns:" + p + "="));
  }

  /** Large enough for what it says, and hidden until somebody points at its cell. */
  private static String shape(int number, CellAddress cell, String text, String spaces) {
    int lines = text.lines().mapToInt(line -> 1 + line.length() / CHARACTERS_PER_LINE).sum();
    int left =
        Math.min(cell.getColumn() + 1, SpreadsheetVersion.EXCEL2007.getLastColumnIndex() - COLUMNS);
    int top = Math.min(cell.getRow(), SpreadsheetVersion.EXCEL2007.getLastRowIndex() - lines - 1);
    String anchor =
        left + ", 15, " + top + ", 2, " + (left + COLUMNS) + ", 15, " + (top + lines + 1) + ", 4";
    return "<v:shape"
        + spaces
        + " id=\"_x0000_s"
        + number
        + "\" type=\"#"
        + TYPE
        + "\" style='position:absolute;visibility:hidden' fillcolor=\"#ffffe1\""
        + " o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/>"
        + "<v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/>"
        + "<v:textbox style='mso-direction-alt:auto'/><x:ClientData ObjectType=\"Note\">"
        + "<x:MoveWithCells/><x:SizeWithCells/><x:Anchor>"
        + anchor
        + "</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>"
        + cell.getRow()
        + "</x:Row><x:Column>"
        + cell.getColumn()
        + "</x:Column></x:ClientData></v:shape>";
  }
}
