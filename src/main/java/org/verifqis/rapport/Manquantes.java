package org.verifqis.rapport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Regard;

/**
 * The redditions that are missing, for people at a terminal: where many are, agreements that lack
 * the same years are told together.
 */
final class Manquantes {
  /** So many are told one by one. */
  private static final int UNE_A_UNE = 5;

  private final Textes textes;
  private final Mots mots;
  private final Illisibles illisibles;

  Manquantes(Textes textes, Illisibles illisibles) {
    this.textes = textes;
    this.mots = textes.mots();
    this.illisibles = illisibles;
  }

  /** All that tell nothing but that a reddition is missing, where they are to be told together. */
  List<Constat> nombreuses(List<Constat> constats) {
    List<Constat> simples = constats.stream().filter(this::estSimple).toList();
    return simples.size() > UNE_A_UNE ? simples : List.of();
  }

  private boolean estSimple(Constat constat) {
    return constat.regle().regard() == Regard.MANQUANTES
        && !constat.estDeroge()
        && illisibles.de(constat).isEmpty();
  }

  /** All of them together: how many, then the agreements that lack the same years. */
  List<String> ensemble(List<Constat> simples) {
    Map<Entente, List<Exercice>> parEntente = new LinkedHashMap<>();
    for (Constat constat : simples) {
      parEntente
          .computeIfAbsent(PartieAudit.entente(constat), e -> new ArrayList<>())
          .add(PartieAudit.exercice(constat));
    }
    Map<List<Exercice>, List<Entente>> parExercices = new LinkedHashMap<>();
    parEntente.forEach(
        (entente, exercices) ->
            parExercices
                .computeIfAbsent(exercices.stream().sorted().toList(), x -> new ArrayList<>())
                .add(entente));
    List<String> lignes = new ArrayList<>();
    lignes.add(
        simples.get(0).regle().id() + "  " + mots.compte("audit.manquantes", simples.size()));
    parExercices.forEach(
        (exercices, ententes) ->
            lignes.add(mots.mot("audit.manquent", plages(exercices), noms(ententes))));
    return lignes;
  }

  private String noms(List<Entente> ententes) {
    return ententes.stream().map(textes::fait).collect(Collectors.joining(", "));
  }

  /** Years that follow each other as the first and the last of them. */
  private String plages(List<Exercice> exercices) {
    List<String> plages = new ArrayList<>();
    for (int i = 0; i < exercices.size(); ) {
      int j = i;
      while (j + 1 < exercices.size()
          && exercices.get(j + 1).annee() == exercices.get(j).annee() + 1) {
        j++;
      }
      String premier = exercices.get(i).nom();
      plages.add(i == j ? premier : mots.mot("audit.plage", premier, exercices.get(j).nom()));
      i = j + 1;
    }
    return String.join(", ", plages);
  }
}
