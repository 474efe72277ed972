package org.verifqis.cli;

import java.util.concurrent.TimeoutException;
import org.verifqis.classeur.FichierRefuse;

/** Why a file of a folder could not be worked on, and what to do. */
final class Failures {
  private Failures() {}

  static String cause(Throwable failure, int seconds, Messages messages) {
    if (failure instanceof FichierRefuse refused) {
      return messages.refusal(refused);
    }
    if (failure instanceof TimeoutException) {
      return messages.text("auditer.tropLong", seconds);
    }
    if (failure instanceof OutOfMemoryError) {
      return messages.text("fichier.MEMOIRE");
    }
    return messages.text("erreur.interne", failure);
  }
}
