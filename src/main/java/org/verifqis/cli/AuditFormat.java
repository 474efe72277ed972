package org.verifqis.cli;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.verifqis.rapport.RedacteurAudit;
import org.verifqis.rapport.RedacteurCsv;
import org.verifqis.rapport.RedacteurJson;
import org.verifqis.rapport.RedacteurRapport;
import org.verifqis.rapport.RedacteurTableau;
import org.verifqis.rapport.Textes;

/** Formats of the report of an audit. */
enum AuditFormat {
  CONSOLE,
  JSON,
  CSV,
  HTML;

  /** Those asked for; by default on the terminal what matters, and in a folder everything. */
  static Set<AuditFormat> wanted(Set<AuditFormat> asked, Path folder) {
    if (asked != null) {
      return asked;
    }
    return folder == null ? EnumSet.of(CONSOLE) : EnumSet.allOf(AuditFormat.class);
  }

  /** What its files are. */
  Kind kind() {
    return Kind.valueOf(this == CONSOLE ? "TEXT" : name());
  }

  String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  RedacteurRapport writer(Textes texts, Terminal terminal) {
    return switch (this) {
      case CONSOLE -> new RedacteurAudit(texts, terminal.width(), terminal.charset());
      case JSON -> new RedacteurJson(texts);
      case CSV -> new RedacteurCsv(texts);
      case HTML -> new RedacteurTableau(texts);
    };
  }
}
