package org.verifqis.web;

import java.util.List;
import org.verifqis.rapport.Langue;
import org.verifqis.rapport.Mots;

/**
 * What every page shows around its content.
 *
 * @param mots the words of the pages
 * @param title what the page is, in the browser's title and in its heading
 * @param path its path in French, {@code /regles}; null where a page answers a form and has none of
 *     its own
 * @param style where the style sheet is
 * @param script where the script is
 * @param filing whether workbooks are filed here
 * @param limits of a workbook, as the language writes them: its megabytes, its rows, its megabytes
 *     once inflated
 */
public record Frame(
    Mots mots,
    String title,
    String path,
    String style,
    String script,
    boolean filing,
    List<String> limits) {

  /** The language of the page. */
  public Langue language() {
    return mots.langue();
  }

  /** A sentence that tells the limits. */
  public String limit(String key) {
    return mots.mot(key, limits.toArray());
  }

  /** Where a page is, given by its path in French, in the language of this one. */
  public String link(String frenchPath) {
    return link(language(), frenchPath);
  }

  /** The language that this page is not in. */
  public Langue other() {
    return language() == Langue.FR ? Langue.EN : Langue.FR;
  }

  /** This page in the other language; the first page where this one is an answer to a form. */
  public String otherwise() {
    return link(other(), path == null ? "/" : path);
  }

  static String link(Langue language, String path) {
    if (language == Langue.FR) {
      return path;
    }
    return path.equals("/") ? "/en" : "/en" + path;
  }
}
