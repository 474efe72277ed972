package org.verifqis.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import org.verifqis.classeur.correspondance.CorrespondanceInvalide;
import org.verifqis.rapport.Format;
import org.verifqis.rapport.Inoffensif;
import org.verifqis.rapport.Langue;
import org.verifqis.rapport.Mots;
import org.verifqis.rapport.PhrasesCorrespondance;
import org.verifqis.rapport.PhrasesCorrespondance.Faute;
import org.verifqis.rapport.PhrasesRefus;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What the command line says, in one language. */
record Messages(Langue language, ResourceBundle bundle) {
  static Messages of(Langue language) {
    String name = "messages_" + language.code() + ".properties";
    try (InputStream stream = Messages.class.getResourceAsStream(name)) {
      return new Messages(
          language,
          new PropertyResourceBundle(new InputStreamReader(stream, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A message, its {0}, {1} … replaced: numbers as the language writes them, names of files and
   * sheets so that they can do no harm.
   */
  String text(String key, Object... values) {
    Format numbers = new Format(language);
    Object[] shown =
        Arrays.stream(values)
            .map(v -> v instanceof Number number ? numbers.nombre(number) : harmless(v))
            .toArray();
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(shown);
  }

  /** What a command throws of its options where they can't be meant so. */
  ParameterException wrongUse(CommandSpec spec, String key, Object... values) {
    return new ParameterException(spec.commandLine(), text(key, values));
  }

  private static Object harmless(Object value) {
    return value == null ? null : Inoffensif.ligne(value.toString());
  }

  /** Why a report was not written, and what to do. */
  String notWritten(IOException thrown, Object output) {
    return thrown instanceof WholeFile.NotWritten failed
        ? text(failed.key(), failed.file())
        : text("erreur.ecriture", output);
  }

  /** What is wrong with a correspondance, a fault a line, and what to do. */
  String faults(CorrespondanceInvalide invalid) {
    List<Faute> faults =
        invalid.defauts().stream()
            .map(d -> new Faute(d.ligne(), d.motif().name(), d.details()))
            .toList();
    List<String> lines =
        new PhrasesCorrespondance(Mots.de(language)).lignes(invalid.fichier(), faults);
    return String.join("\n  ", lines);
  }

  /** Why something was refused, and what to do, in the same language. */
  PhrasesRefus refusals() {
    return new PhrasesRefus(Mots.de(language));
  }
}
