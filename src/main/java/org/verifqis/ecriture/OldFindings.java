package org.verifqis.ecriture;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.verifqis.ecriture.Relations.Relation;
import org.verifqis.ecriture.XmlText.Node;

/** Tells the sheet of an earlier annotation from those of people, by what its first cell says. */
final class OldFindings {
  private final CopiedPackage parts;
  private final String workbook;
  private Set<Integer> titles;

  OldFindings(CopiedPackage parts, String workbook) {
    this.parts = parts;
    this.workbook = workbook;
  }

  boolean isOurs(XmlText sheet) throws IOException {
    Node data = sheet.child(sheet.root(), "sheetData");
    Node row = data == null ? null : sheet.child(data, "row");
    Node cell = row == null ? null : sheet.child(row, "c");
    if (cell == null) {
      return false;
    }
    String ref = sheet.attribute(cell, "r");
    if (ref != null && !ref.equals("A1")) {
      return false;
    }
    String type = String.valueOf(sheet.attribute(cell, "t"));
    if (type.equals("inlineStr")) {
      Node text = sheet.child(cell, "is");
      return text != null && said(sheet, text).startsWith(FindingsSheet.HEAD);
    }
    Node value = sheet.child(cell, "v");
    String index = value == null ? "" : sheet.text(value).strip();
    return type.equals("s")
        && index.matches("[0-9]{1,9}")
        && titles().contains(Integer.parseInt(index));
  }

  /** Which of the shared texts begin as our title does. */
  private Set<Integer> titles() throws IOException {
    if (titles == null) {
      titles = new HashSet<>();
      Relation shared = parts.relations(workbook).of("sharedStrings");
      if (shared != null && parts.has(shared.part())) {
        XmlText texts = parts.xml(shared.part());
        int[] index = {0};
        texts.each(
            texts.root(),
            text -> {
              if (said(texts, text).startsWith(FindingsSheet.HEAD)) {
                titles.add(index[0]);
              }
              index[0]++;
              return true;
            });
      }
    }
    return titles;
  }

  private static String said(XmlText texts, Node rich) {
    StringBuilder said = new StringBuilder();
    texts.each(
        rich,
        run -> {
          Node words = run.name().equals("r") ? texts.child(run, "t") : run;
          if (words != null && words.name().equals("t")) {
            said.append(texts.text(words));
          }
          return said.length() < FindingsSheet.HEAD.length();
        });
    return said.toString();
  }
}
