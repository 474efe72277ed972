package org.verifqis.cli;

import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.verifqis.modele.Exercice;
import picocli.CommandLine.ParameterException;

/** Years as a person writes them: {@code 2021-2022}, {@code 2018-2019..2022-2023}. */
final class Years {
  private static final Pattern FORM =
      Pattern.compile("(\\d{4})-(\\d{4})(?:\\.\\.(\\d{4})-(\\d{4}))?");

  private Years() {}

  /** The years, first to last; complains of what is none. */
  static List<Exercice> parse(
      String text, BiFunction<String, Object[], ParameterException> complaint) {
    Matcher match = FORM.matcher(text);
    if (match.matches()) {
      int first = year(match.group(1), match.group(2));
      int last = match.group(3) == null ? first : year(match.group(3), match.group(4));
      if (first > 0 && last >= first) {
        return IntStream.rangeClosed(first, last).mapToObj(Exercice::new).toList();
      }
    }
    throw complaint.apply("auditer.exercicesInvalides", new Object[] {text});
  }

  private static int year(String first, String second) {
    int year = Integer.parseInt(first);
    return Integer.parseInt(second) == year + 1 ? year : 0;
  }
}
