package org.verifqis.audit;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.verifqis.classeur.Sha256;
import org.verifqis.modele.Reddition;
import org.verifqis.regles.Ensemble;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.comparaison.Changement;
import org.verifqis.service.Compilation;

/** What one run takes from the history and leaves to it. */
public final class Memoire {
  private static final Logger LOG = LoggerFactory.getLogger(Memoire.class);

  private final Historique historique;
  private final Demande demande;
  private final Empreintes empreintes;
  private final Passages.Passage passage;
  private final Jugees jugees;
  private final boolean sansCache;

  private final Optional<Passages.Ancien> dernier;

  /** Judgements by the hash of their content, of those that the last run saw. */
  private final Map<String, byte[]> jugements;

  /**
   * Begins a run, and fetches from the history at once what nearly every run needs: files are being
   * hashed meanwhile.
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
    this.demande = demande;
    this.empreintes = empreintes;
    this.sansCache = sansCache;
    this.passage = historique.passages().commence(demande, empreintes, debut, reprendre);
    this.jugees = new Jugees(historique, empreintes, passage.debut());
    this.dernier = historique.passages().dernier(demande);
    this.jugements =
        sansCache
            ? Map.of()
            : dernier.map(a -> historique.jugements(a, empreintes)).orElse(Map.of());
  }

  /** What was found of the same content by the same rules and parameters. */
  Optional<Dossier> trouve(Path chemin, Reddition.Fichier fichier) {
    if (sansCache && !passage.repris()) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(jugements.get(fichier.sha256()))
          .or(
              () ->
                  historique.jugement(
                      fichier.sha256(), empreintes, sansCache ? passage.debut() : null))
          .map(octets -> historique.codec().lis(octets, fichier))
          .map(garde -> new Dossier(chemin, garde.jugement(), garde.resume(), true, null));
    } catch (RuntimeException e) {
      LOG.warn("the earlier judgement of {} can't be used", chemin, e);
      return Optional.empty();
    }
  }

  /** Keeps what was found; what can't be kept will be judged again. */
  void garde(Jugement jugement, Compilation.Lue lue) {
    jugees.garde(jugement, lue);
  }

  /** The hash that stands for all that was found of a reddition. */
  String trace(Jugement jugement) {
    return historique.codec().trace(jugement);
  }

  /** The hash that stands for what was found across redditions. */
  String trace(Ensemble ensemble) {
    return Sha256.de(historique.codec().constats(ensemble.constats()));
  }

  /** What changed since the last run; nothing where there was none. */
  public List<Changement> changements(Resultat resultat) {
    return dernier
        .filter(a -> !demande.estSansFichier())
        .map(a -> new Evolution(historique, a, empreintes, demande, resultat).changements())
        .orElse(List.of());
  }

  /**
   * Ends the run: from now on it is the last one, with which the next one is compared. One that
   * found no file at all is not: the next one is compared with the last that did.
   */
  public void termine(Resultat resultat, OffsetDateTime fin) {
    if (!demande.estSansFichier()) {
      historique.passages().termine(passage, demande, fin, resultat, dernier.orElse(null));
    }
  }
}
