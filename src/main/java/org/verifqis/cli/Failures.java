package org.verifqis.cli;

import java.util.concurrent.TimeoutException;
import org.verifqis.classeur.FichierRefuse;

/** Why a file of a folder could not be worked on, and what to do. */
final class Failures {
  private Failures() {}

  /** That of a file which had so many seconds. */
  static String cause(Throwable failure, int seconds, Messages messages) {
    return failure instanceof TimeoutException
        ? messages.text("auditer.tropLong", seconds)
        : cause(failure, messages);
  }

  static String cause(Throwable failure, Messages messages) {
    if (failure instanceof FichierRefuse refused) {
      return messages.refusal(refused);
    }
    if (failure instanceof OutOfMemoryError) {
      return messages.text("fichier.MEMOIRE");
    }
    return messages.text("erreur.interne", failure);
  }
}
