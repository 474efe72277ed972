package org.verifqis.cli;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.verifqis.modele.Part;
import org.verifqis.rapport.Format;
import org.verifqis.rapport.Textes;
import org.verifqis.regles.Profil;
import org.verifqis.regles.Registre;

/** The cost of each rule, as a table for people: the dearest rule first. */
final class ProfileTable {
  private static final double NANOS_PER_MILLISECOND = 1e6;
  private static final int SHARE_DIGITS = 3;

  private final Messages messages;
  private final Textes texts;
  private final Registre register;

  ProfileTable(Messages messages, Textes texts, Registre register) {
    this.messages = messages;
    this.texts = texts;
    this.register = register;
  }

  void print(Profil profile, PrintStream stream) {
    Format format = new Format(messages.language());
    List<Profil.Ligne> rules = profile.lignes();
    long facts = profile.faits().nanos();
    long all = facts + rules.stream().mapToLong(l -> l.cout().nanos()).sum();
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            messages.text("profil.regle"),
            messages.text("profil.temps"),
            messages.text("profil.part"),
            messages.text("profil.activations"),
            messages.text("profil.titreRegle")));
    for (Profil.Ligne rule : rules) {
      rows.add(
          List.of(
              rule.regle(),
              milliseconds(format, rule.cout().nanos()),
              share(format, rule.cout().nanos(), all),
              format.nombre(rule.cout().activations()),
              texts.titre(register.regle(rule.regle()))));
    }
    stream.println(
        messages.text(
            "profil.titre",
            milliseconds(format, all),
            milliseconds(format, facts),
            format.nombre(profile.faits().activations())));
    lines(rows).forEach(stream::println);
  }

  private static String milliseconds(Format format, long nanos) {
    return format.nombre(nanos / NANOS_PER_MILLISECOND);
  }

  private static String share(Format format, long nanos, long all) {
    BigDecimal fraction = BigDecimal.valueOf(nanos);
    return format.part(
        new Part(
            all == 0
                ? BigDecimal.ZERO
                : fraction.divide(BigDecimal.valueOf(all), SHARE_DIGITS, RoundingMode.HALF_UP)));
  }

  /** Figures stand at the right of their column, words at the left. */
  private static List<String> lines(List<List<String>> rows) {
    int columns = rows.get(0).size();
    List<Integer> widths = new ArrayList<>(Collections.nCopies(columns, 0));
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths.set(i, Math.max(widths.get(i), row.get(i).length()));
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns - 1; i++) {
        String padding = " ".repeat(widths.get(i) - row.get(i).length());
        line.append(i == 0 ? row.get(i) + padding : padding + row.get(i)).append("  ");
      }
      lines.add(line + row.get(columns - 1));
    }
    return lines;
  }
}
