package org.verifqis.audit;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.verifqis.modele.Reddition;
import org.verifqis.rapport.Changement;
import org.verifqis.regles.Jugement;

/** What one run takes from the history and leaves to it. */
public final class Memoire {
  private static final Logger LOG = LoggerFactory.getLogger(Memoire.class);

  private final Historique historique;
  private final Empreintes empreintes;
  private final Historique.Passage passage;
  private final boolean sansCache;
  private boolean autresDerogations;

  /**
   * Begins a run.
   *
   * @param reprendre whether the last run of the folder is taken up where it was stopped
   * @param sansCache whether everything is judged, whatever earlier runs judged
   */
  public Memoire(
      Historique historique,
      Demande demande,
      Empreintes empreintes,
      OffsetDateTime debut,
      boolean reprendre,
      boolean sansCache) {
    this.historique = historique;
    this.empreintes = empreintes;
    this.sansCache = sansCache;
    this.passage =
        historique.commence(demande.dossier(), demande.date(), empreintes, debut, reprendre);
  }

  /** What was found of the same content by the same rules and parameters. */
  Optional<Dossier> trouve(Path chemin, Reddition.Fichier fichier) {
    if (sansCache && !passage.repris()) {
      return Optional.empty();
    }
    try {
      return historique
          .jugement(fichier.sha256(), empreintes, passage, sansCache)
          .map(octets -> historique.codec().lis(octets, chemin, fichier));
    } catch (RuntimeException e) {
      LOG.warn("the earlier judgement of {} can't be used", chemin, e);
      return Optional.empty();
    }
  }

  /** Keeps what was found; what can't be kept will be judged again. */
  void garde(Dossier dossier) {
    // A rule that could not be run may run next time.
    if (dossier.jugement().resultats().stream().anyMatch(r -> r.cause() != null)) {
      return;
    }
    try {
      byte[] contenu = historique.codec().ecris(dossier.jugement(), dossier.resume());
      historique.garde(dossier.jugement().fichier().sha256(), empreintes, passage, contenu);
    } catch (RuntimeException e) {
      LOG.warn("the judgement of {} can't be kept", dossier.fichier(), e);
    }
  }

  /** Ends the run; what changed since the last one, nothing where there was none. */
  public List<Changement> termine(Demande demande, Resultat resultat, OffsetDateTime fin) {
    Optional<Historique.Ancien> dernier = historique.dernier(demande.dossier());
    autresDerogations =
        dernier.isPresent()
            && !dernier.get().empreintes().derogations().equals(empreintes.derogations());
    Map<Jugement, String> traces = historique.traces(resultat);
    List<Changement> changements =
        dernier
            .map(
                a ->
                    new Comparaison(historique, a, empreintes, traces)
                        .changements(demande, resultat))
            .orElse(List.of());
    historique.termine(passage, demande, fin, resultat, traces);
    return changements;
  }

  /** Whether the last run, once this one has ended, is known to have had other dérogations. */
  public boolean autresDerogations() {
    return autresDerogations;
  }
}
