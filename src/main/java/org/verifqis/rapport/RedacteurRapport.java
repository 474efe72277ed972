package org.verifqis.rapport;

import java.io.IOException;
import java.io.OutputStream;

/** Writes reports in one format. */
public interface RedacteurRapport {
  /** Writes a report; the stream is flushed, not closed. */
  void ecris(Rapport rapport, OutputStream sortie) throws IOException;
}
