package org.verifqis.mutants;

import java.util.ArrayList;
import java.util.List;

/** Finds its way in the expressions of the DRL files by their parentheses. */
final class Expressions {
  private Expressions() {}

  /** Where the parenthesis that opens here is closed. */
  static int fermeture(String texte, int ouverture) {
    int profondeur = 0;
    for (int i = ouverture; i < texte.length(); i++) {
      char c = texte.charAt(i);
      if (c == '"') {
        i = texte.indexOf('"', i + 1);
      } else if (c == '(') {
        profondeur++;
      } else if (c == ')' && --profondeur == 0) {
        return i;
      }
    }
    throw new IllegalArgumentException("unbalanced: " + texte);
  }

  /**
   * Where the chain of calls that ends here begins: {@code $i.date.apres(x)} before {@code .et}.
   */
  static int debutDeChaine(String texte, int fin) {
    int i = fin;
    int profondeur = 0;
    while (i > 0) {
      char c = texte.charAt(i - 1);
      if (c == ')') {
        profondeur++;
      } else if (c == '(') {
        if (profondeur == 0) {
          return i;
        }
        profondeur--;
      } else if (profondeur == 0 && !Character.isJavaIdentifierPart(c) && c != '.') {
        return i;
      }
      i--;
    }
    return 0;
  }

  /** The arguments between two parentheses, each from where to where. */
  static List<int[]> arguments(String texte, int ouverture) {
    int fin = fermeture(texte, ouverture);
    List<int[]> arguments = new ArrayList<>();
    int debut = ouverture + 1;
    int profondeur = 0;
    for (int i = debut; i <= fin; i++) {
      char c = texte.charAt(i);
      if (c == '"') {
        i = texte.indexOf('"', i + 1);
      } else if (c == '(') {
        profondeur++;
      } else if (c == ')' && i < fin) {
        profondeur--;
      } else if (i == fin || profondeur == 0 && (c == ',' || c == ';')) {
        int premier = debut;
        while (premier < i && Character.isWhitespace(texte.charAt(premier))) {
          premier++;
        }
        if (premier < i) {
          arguments.add(new int[] {premier, i});
        }
        debut = i + 1;
      }
    }
    return arguments;
  }

  /** The text without one of the arguments, and without the comma that it leaves. */
  static String sansArgument(String texte, List<int[]> arguments, int lequel) {
    int[] ote = arguments.get(lequel);
    int debut = lequel == 0 ? ote[0] : arguments.get(lequel - 1)[1];
    int fin = lequel == 0 && arguments.size() > 1 ? arguments.get(1)[0] : ote[1];
    return texte.substring(0, debut) + texte.substring(fin);
  }
}
