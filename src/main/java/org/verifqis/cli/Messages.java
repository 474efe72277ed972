package org.verifqis.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import org.verifqis.classeur.FichierRefuse;
import org.verifqis.rapport.Langue;

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

  /** A message, its {0}, {1} … replaced. */
  String text(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(values);
  }

  /** Why a file was refused, and what to do, after its name. */
  String refusal(Path file, FichierRefuse refused) {
    return file.getFileName() + " : " + refusal(refused);
  }

  /** Why a file was refused, and what to do. */
  String refusal(FichierRefuse refused) {
    return text("fichier." + refused.motif(), refused.detail());
  }
}
