package org.verifqis.ecriture;

import java.io.IOException;
import java.io.OutputStream;
import org.verifqis.rapport.BilanStatistique;
import org.verifqis.rapport.RedacteurStatistiques;

/** The forms of the statistics that are files, whoever asks for them. */
public enum FormeStatistiques {
  XLSX,
  CSV,
  HTML,
  JSON;

  /** Writes statistics in this form. */
  public void ecris(RedacteurStatistiques redacteur, BilanStatistique bilan, OutputStream sortie)
      throws IOException {
    switch (this) {
      case XLSX ->
          RedacteurTableaux.ecris(
              redacteur.titre(bilan),
              redacteur.calculables(bilan),
              bilan.genereLe().toInstant(),
              sortie);
      case CSV -> redacteur.csv(bilan, sortie);
      case HTML -> redacteur.html(bilan, sortie);
      case JSON -> redacteur.json(bilan, sortie);
    }
  }
}
