package org.verifqis.audit;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.verifqis.modele.Reddition;
import org.verifqis.regles.Jugement;
import org.verifqis.service.Compilation;

/**
 * The redditions that the history keeps as these rules and parameters judged them, for whoever
 * compiles them.
 */
public final class Jugees implements Compilation.Gardees {
  private static final Logger LOG = LoggerFactory.getLogger(Jugees.class);

  private final Historique historique;
  private final Empreintes empreintes;
  private final OffsetDateTime quand;

  /**
   * Those of a history.
   *
   * @param quand when what is judged meanwhile is judged; null where that is not kept
   */
  public Jugees(Historique historique, Empreintes empreintes, OffsetDateTime quand) {
    this.historique = historique;
    this.empreintes = empreintes;
    this.quand = quand;
  }

  @Override
  public Optional<Compilation.Lue> trouve(Reddition.Fichier fichier) {
    try {
      return historique
          .octets(fichier.sha256(), empreintes)
          .map(octets -> lue(octets, fichier))
          .filter(Compilation.Lue::estEntiere);
    } catch (RuntimeException e) {
      LOG.warn("what is kept of {} can't be used", fichier.nom(), e);
      return Optional.empty();
    }
  }

  private Compilation.Lue lue(Historique.Octets octets, Reddition.Fichier fichier) {
    Codec codec = historique.codec();
    return new Compilation.Lue(
        codec.lis(octets.jugement(), fichier).resume(), codec.apport(octets.apport(), fichier));
  }

  /** What can't be kept will be judged again, as what a rule could not be run on is. */
  @Override
  public void garde(Jugement jugement, Compilation.Lue lue) {
    if (quand == null || jugement.resultats().stream().anyMatch(r -> r.cause() != null)) {
      return;
    }
    try {
      Codec codec = historique.codec();
      historique.garde(
          jugement.fichier().sha256(),
          empreintes,
          quand,
          new Historique.Octets(
              codec.ecris(new Codec.Garde(jugement, lue.resume())), codec.ecris(lue.apport())));
    } catch (RuntimeException e) {
      LOG.warn("the judgement of {} can't be kept", jugement.fichier().nom(), e);
    }
  }
}
