package org.verifqis.rapport;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.verifqis.modele.Erreur;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.derogations.UsageDerogation;

/**
 * Writes reports reddition by reddition: nothing of one is held when the next is written, so that
 * there may be any number of them.
 */
public interface RedacteurContinu extends RedacteurRapport {
  /** A report that is being written. */
  interface Ouvrage {
    /** Writes what is told of one more reddition. */
    void ajoute(Jugement jugement) throws IOException;

    /**
     * Writes what comes after all redditions; the stream is flushed, not closed.
     *
     * @param erreurs the files that could not be checked
     * @param derogations what became of each dérogation; null where none were given
     * @param audit what was found across redditions; null where nothing was looked for
     */
    void acheve(List<Erreur> erreurs, List<UsageDerogation> derogations, PartieAudit audit)
        throws IOException;
  }

  /** Begins a report; of what is given, only what is known beforehand is taken. */
  Ouvrage commence(Rapport rapport, OutputStream sortie) throws IOException;

  @Override
  default void ecris(Rapport rapport, OutputStream sortie) throws IOException {
    Ouvrage ouvrage = commence(rapport, sortie);
    for (Jugement jugement : rapport.jugements()) {
      ouvrage.ajoute(jugement);
    }
    ouvrage.acheve(rapport.erreurs(), rapport.derogations(), rapport.audit());
  }
}
