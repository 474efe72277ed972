package org.verifqis.classeur.correspondance;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.LinkedHashMap;
import java.util.Map;

/** The year of a profile in the ways in which headers, names and dates write it. */
public final class YearForms {
  /** The year as it is ever written. */
  public static final String YEAR = "{exercice}";

  /** Whatever looks like one of them. */
  private static final Pattern FORM = Pattern.compile("\\{(?:exercice|debut|fin)(?: [^{}]*)?\\}");

  private YearForms() {}

  /** A text in which the year stands; as it is where none is told. */
  public static String in(String text, String year) {
    if (year == null || text.indexOf('{') < 0) {
      return text;
    }
    String written = text;
    for (Map.Entry<String, String> form : of(year).entrySet()) {
      written = written.replace(form.getKey(), form.getValue());
    }
    return written;
  }

  private static Map<String, String> of(String year) {
    String start = year.substring(0, 4);
    String end = year.substring(5);
    String shortStart = start.substring(2);
    String shortEnd = end.substring(2);
    Map<String, String> forms = new LinkedHashMap<>();
    forms.put(YEAR, year);
    forms.put("{exercice AAAA-AA}", start + "-" + shortEnd);
    forms.put("{exercice AA-AA}", shortStart + "-" + shortEnd);
    forms.put("{debut}", start);
    forms.put("{debut AA}", shortStart);
    forms.put("{fin}", end);
    forms.put("{fin AA}", shortEnd);
    return forms;
  }

  /** The first form that stands in a text, of those that there are or not; null for none. */
  public static String first(String text) {
    Matcher found = FORM.matcher(text);
    return found.find() ? found.group() : null;
  }
}
