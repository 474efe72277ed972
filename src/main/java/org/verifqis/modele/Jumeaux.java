package org.verifqis.modele;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.verifqis.modele.Resume.Suivi;

/**
 * The projects of all the redditions of one exercice that may be one another's: same NEQ and same
 * title, normalised (INT-03). Looked up by key, so linear in the number of projects.
 */
public final class Jumeaux {
  /** Who gives an NEQ and a title; null stands for what can't be read. */
  private record Cle(String neq, String titre) {}

  private record Place(Resume reddition, Suivi projet) {}

  /**
   * A project set against those of other agreements.
   *
   * @param projet the project; null for those of a sheet that is unknown
   * @param autre the other one's reddition; null where none is known
   * @param jumeau the other one; null where none is known
   * @param meme whether they are the same
   */
  public record Jumeau(Suivi projet, Resume autre, Suivi jumeau, Verite meme) {}

  private static final Cle TOUTE = new Cle(null, null);

  private final Map<Cle, Map<Entente, Place>> certains = new HashMap<>();
  private final Map<Cle, Set<Entente>> possibles = new HashMap<>();
  private final Map<String, Set<Entente>> parNeq = new HashMap<>();
  private final Map<String, Set<Entente>> parTitre = new HashMap<>();
  private final Set<Entente> toutes = new HashSet<>();

  /** Looks at redditions of one exercice, one for each agreement. */
  public Jumeaux(Collection<Resume> redditions) {
    for (Resume reddition : redditions) {
      if (!reddition.feuilleProjets().estLue()) {
        ajoute(reddition.entente(), TOUTE);
      }
      for (Suivi projet : reddition.projets()) {
        if (compte(projet)) {
          Cle cle = cle(projet);
          ajoute(reddition.entente(), cle);
          if (estCertaine(projet, cle)) {
            certains
                .computeIfAbsent(cle, c -> new LinkedHashMap<>())
                .putIfAbsent(reddition.entente(), new Place(reddition, projet));
          }
        }
      }
    }
  }

  private void ajoute(Entente entente, Cle cle) {
    possibles.computeIfAbsent(cle, c -> new HashSet<>()).add(entente);
    parNeq.computeIfAbsent(cle.neq, c -> new HashSet<>()).add(entente);
    parTitre.computeIfAbsent(cle.titre, c -> new HashSet<>()).add(entente);
    toutes.add(entente);
  }

  /**
   * The projects of a reddition, each with its twin in every other agreement. Of several of one
   * agreement the first counts.
   */
  public List<Jumeau> de(Resume reddition) {
    List<Jumeau> jumeaux = new ArrayList<>();
    Entente entente = reddition.entente();
    if (!reddition.feuilleProjets().estLue() && uneAutre(entente, toutes)) {
      jumeaux.add(new Jumeau(null, null, null, Verite.INCONNU));
    }
    for (Suivi projet : reddition.projets()) {
      if (!compte(projet)) {
        continue;
      }
      Cle cle = cle(projet);
      Map<Entente, Place> memes = estCertaine(projet, cle) ? certains.get(cle) : Map.of();
      if (!memes.isEmpty() && memes.get(entente).projet != projet) {
        continue;
      }
      boolean trouve = false;
      for (Map.Entry<Entente, Place> meme : memes.entrySet()) {
        if (!meme.getKey().equals(entente)) {
          Place place = meme.getValue();
          jumeaux.add(new Jumeau(projet, place.reddition, place.projet, Verite.VRAI));
          trouve = true;
        }
      }
      if (!trouve) {
        Verite meme = peutEtre(entente, cle) ? Verite.INCONNU : Verite.FAUX;
        jumeaux.add(new Jumeau(projet, null, null, meme));
      }
    }
    return jumeaux;
  }

  private boolean peutEtre(Entente entente, Cle cle) {
    if (cle.neq == null && cle.titre == null) {
      return uneAutre(entente, toutes);
    }
    if (cle.neq == null) {
      return uneAutre(entente, parTitre.get(cle.titre)) || uneAutre(entente, parTitre.get(null));
    }
    if (cle.titre == null) {
      return uneAutre(entente, parNeq.get(cle.neq)) || uneAutre(entente, parNeq.get(null));
    }
    return uneAutre(entente, possibles.get(cle))
        || uneAutre(entente, possibles.get(new Cle(null, cle.titre)))
        || uneAutre(entente, possibles.get(new Cle(cle.neq, null)))
        || uneAutre(entente, possibles.get(TOUTE));
  }

  private static boolean uneAutre(Entente entente, Set<Entente> ententes) {
    return ententes != null && (ententes.size() > 1 || !ententes.contains(entente));
  }

  /** Whether a project may be active and gives an NEQ, legible or not. */
  private static boolean compte(Suivi projet) {
    return projet.actif().isPossible() && projet.neq().donnee().isPossible();
  }

  private static boolean estCertaine(Suivi projet, Cle cle) {
    return projet.actif().isVrai() && cle.neq != null && cle.titre != null;
  }

  private static Cle cle(Suivi projet) {
    return new Cle(
        projet.neq().contenu(),
        projet.titre().estConnue() ? Normalisation.normalise(projet.titre().contenu()) : null);
  }
}
