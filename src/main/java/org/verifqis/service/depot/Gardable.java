package org.verifqis.service.depot;

import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * Text as every database keeps it. PostgreSQL takes no NUL, and no half of a character comes back
 * from it: each becomes a mark, in what is kept and in what is asked for, so that H2 and PostgreSQL
 * answer the same.
 */
final class Gardable {
  private static final char MARQUE = '\uFFFD';

  private Gardable() {}

  /** The text as it is kept. */
  static String de(String texte) {
    if (texte == null || texte.codePoints().noneMatch(Gardable::sePerd)) {
      return texte;
    }
    StringBuilder garde = new StringBuilder(texte.length());
    texte.codePoints().forEach(c -> garde.appendCodePoint(sePerd(c) ? MARQUE : c));
    return garde.toString();
  }

  private static boolean sePerd(int c) {
    return c == 0 || Character.getType(c) == Character.SURROGATE;
  }

  /** Whether it stands on one line and shows all that it is, as a name does. */
  static boolean estUneLigne(String texte) {
    return texte.codePoints().noneMatch(Gardable::estCache);
  }

  private static boolean estCache(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /** Gives every text that a statement takes as it is kept. */
  static final class Arguments extends AbstractArgumentFactory<String> {
    Arguments() {
      super(Types.VARCHAR);
    }

    @Override
    protected Argument build(String texte, ConfigRegistry reglages) {
      String garde = de(texte);
      return (place, ordre, contexte) -> ordre.setString(place, garde);
    }
  }
}
