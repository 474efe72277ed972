package org.verifqis.classeur;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** The texts that cells share. */
final class SharedStrings {
  private final List<String> texts;

  private SharedStrings(List<String> texts) {
    this.texts = texts;
  }

  static SharedStrings none() {
    return new SharedStrings(List.of());
  }

  static SharedStrings read(PackagePart part, TextBudget budget) throws IOException, SAXException {
    List<String> texts = new ArrayList<>();
    Xml.parse(
        part,
        new Xml.Handler() {
          private final RichText text = new RichText(budget);

          @Override
          protected void start(String name, Attributes attributes) {
            if (name.equals("si")) {
              text.clear();
            }
            text.start(name);
          }

          @Override
          protected void end(String name) {
            text.end(name);
            if (name.equals("si")) {
              texts.add(text.take());
            }
          }

          @Override
          public void characters(char[] chars, int start, int length) {
            text.characters(chars, start, length);
          }
        });
    return new SharedStrings(texts);
  }

  /** The text of an index; null if there is none. */
  String get(String index) {
    try {
      int i = Integer.parseInt(index.trim());
      return i >= 0 && i < texts.size() ? texts.get(i) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
