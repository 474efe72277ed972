package org.verifqis.classeur;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.verifqis.classeur.Parts.Part;
import org.verifqis.modele.Refus.Motif;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** The texts that cells share. */
final class SharedStrings {
  /** A text of its own in each cell of the largest table. */
  private static final int MOST_TEXTS = 5_000_000;

  private final List<String> texts;

  private SharedStrings(List<String> texts) {
    this.texts = texts;
  }

  static SharedStrings none() {
    return new SharedStrings(List.of());
  }

  static SharedStrings read(Part part, TextBudget budget) throws IOException, SAXException {
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
              if (texts.size() == MOST_TEXTS) {
                throw new FichierRefuse(Motif.DEMESURE);
              }
              texts.add(text.take());
            }
          }

          @Override
          protected void text(char[] chars, int start, int length) {
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
