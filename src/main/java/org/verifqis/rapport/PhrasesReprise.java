package org.verifqis.rapport;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Feuille.Etat;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Preremplissage.Compte;
import org.verifqis.regles.Gravite;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Verdict;
import org.verifqis.service.Preparation;

/** What a new workbook took over of last year's reddition and what it did not, told to people. */
public record PhrasesReprise(Mots mots, Gabarit gabarit) {
  /** So many cells are named; their number is told in any case. */
  private static final int CELLULES = 12;

  /**
   * All of that, to be shown together.
   *
   * @param titre what comes before the lines
   * @param lignes a line a fact
   */
  public record Notice(String titre, List<String> lignes) {}

  /** What is told of a workbook; null where it takes over nothing, being the first. */
  public Notice notice(Preparation preparation) {
    if (preparation.precedente() == null) {
      return null;
    }
    String nom = Inoffensif.ligne(preparation.precedente().fichier().nom());
    return new Notice(mots.mot("reprise.titre", nom), lignes(preparation));
  }

  private List<String> lignes(Preparation preparation) {
    List<String> lignes = new ArrayList<>();
    if (preparation.precedente().verdict() == Verdict.IRRECEVABLE) {
      lignes.add(mots.mot("reprise.irrecevable", bloquantes(preparation.precedente())));
    }
    for (Compte compte : preparation.preremplissage().comptes()) {
      if (compte.feuille().etat() == Etat.SANS_OBJET) {
        continue;
      }
      String nom = compte.onglet().nom();
      if (!compte.feuille().estLue()) {
        lignes.add(mots.mot("reprise.nonLue", nom));
        continue;
      }
      String quoi = compte.onglet().estTableau() ? "lignes" : "valeurs";
      lignes.add(mots.compte("reprise." + quoi, compte.reprises(), nom));
      if (compte.finies() > 0) {
        lignes.add(mots.compte("reprise.finies", compte.finies(), nom, condition(compte)));
      }
      if (!compte.indecises().isEmpty()) {
        lignes.add(cellules("reprise.indecises", compte, compte.indecises()));
      }
      if (!compte.illisibles().isEmpty()) {
        lignes.add(cellules("reprise.illisibles", compte, compte.illisibles()));
      }
      if (compte.autreEdition() > 0) {
        String cle = "reprise.edition." + quoi;
        lignes.add(mots.compte(cle, compte.autreEdition(), nom, preparation.exercice().nom()));
      }
    }
    return lignes;
  }

  private static String bloquantes(Jugement jugement) {
    return jugement.constats().stream()
        .filter(constat -> constat.regle().gravite() == Gravite.BLOQUANTE)
        .map(constat -> constat.regle().id())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** What a record must say to go on, in the labels of the template. */
  private String condition(Compte compte) {
    Map<String, String> si = gabarit.feuille(compte.onglet()).reprise().si();
    return champsDeciseurs(compte)
        .map(
            champ -> {
              String libelle = gabarit.listes().get(champ.liste()).get(si.get(champ.cle()));
              return mots.mot("reprise.condition", champ.libelle(), libelle);
            })
        .collect(Collectors.joining(", "));
  }

  private Stream<Champ> champsDeciseurs(Compte compte) {
    FeuilleVoulue feuille = gabarit.feuille(compte.onglet());
    return feuille.champs().stream().filter(c -> feuille.reprise().si().containsKey(c.cle()));
  }

  private String cellules(String cle, Compte compte, List<Emplacement> emplacements) {
    String champs = champsDeciseurs(compte).map(Champ::libelle).collect(Collectors.joining(", "));
    String cellules =
        emplacements.stream()
            .limit(CELLULES)
            .map(e -> e.reference() == null ? Inoffensif.ligne(e.feuille().nom()) : e.reference())
            .distinct()
            .collect(Collectors.joining(", "));
    String suite = emplacements.size() > CELLULES ? "…" : "";
    return mots.compte(cle, emplacements.size(), compte.onglet().nom(), cellules + suite, champs);
  }
}
