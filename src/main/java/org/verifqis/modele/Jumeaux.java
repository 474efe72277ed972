package org.verifqis.modele;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.verifqis.modele.Couples.Couple;
import org.verifqis.modele.Resume.Suivi;

/**
 * The projects of all the redditions of one exercice that may be one another's: same NEQ and same
 * title, normalised (INT-03). Looked up by key, so linear in the number of projects.
 */
public final class Jumeaux {
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

  private final Map<Couple, Map<Entente, Place>> certains = new HashMap<>();
  private final Couples<Entente> possibles = new Couples<>();

  /** Looks at redditions of one exercice, one for each agreement. */
  public Jumeaux(Collection<Resume> redditions) {
    for (Resume reddition : redditions) {
      if (!reddition.feuilleProjets().estLue()) {
        possibles.ajoute(Couples.ILLISIBLE, reddition.entente());
      }
      for (Suivi projet : reddition.projets()) {
        if (compte(projet)) {
          Couple cle = cle(projet);
          possibles.ajoute(cle, reddition.entente());
          if (estCertaine(projet, cle)) {
            certains
                .computeIfAbsent(cle, c -> new LinkedHashMap<>())
                .putIfAbsent(reddition.entente(), new Place(reddition, projet));
          }
        }
      }
    }
  }

  /**
   * The projects of a reddition, each with its twin in every other agreement. Of several of one
   * agreement the first counts.
   */
  public List<Jumeau> de(Resume reddition) {
    List<Jumeau> jumeaux = new ArrayList<>();
    Entente entente = reddition.entente();
    if (!reddition.feuilleProjets().estLue() && uneAutre(entente, possibles.tous())) {
      jumeaux.add(new Jumeau(null, null, null, Verite.INCONNU));
    }
    for (Suivi projet : reddition.projets()) {
      if (!compte(projet)) {
        continue;
      }
      Couple cle = cle(projet);
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
        Verite meme =
            possibles.peutEtre(cle, ententes -> uneAutre(entente, ententes))
                ? Verite.INCONNU
                : Verite.FAUX;
        jumeaux.add(new Jumeau(projet, null, null, meme));
      }
    }
    return jumeaux;
  }

  private static boolean uneAutre(Entente entente, Set<Entente> ententes) {
    return ententes.size() > 1 || !ententes.contains(entente);
  }

  /** Whether a project may be active and gives an NEQ, legible or not. */
  private static boolean compte(Suivi projet) {
    return projet.actif().isPossible() && projet.neq().donnee().isPossible();
  }

  private static boolean estCertaine(Suivi projet, Couple cle) {
    return projet.actif().isVrai() && cle.estLisible();
  }

  private static Couple cle(Suivi projet) {
    return Couple.de(projet.neq().contenu(), projet.titre());
  }
}
