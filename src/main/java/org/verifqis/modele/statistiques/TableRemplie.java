package org.verifqis.modele.statistiques;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.statistiques.Statistiques.Compilee;

/**
 * A table and what it counted.
 *
 * @param grille null where nothing was filled in
 * @param sources the redditions that it is made of
 * @param muettes those that were counted and say nothing of it
 * @param exclus the projects that it leaves out
 * @param provenances what each reddition brings to it; none unless asked for
 */
public record TableRemplie(
    Table table,
    Grille grille,
    List<Apport> sources,
    List<Apport> muettes,
    Exclus exclus,
    List<Provenance> provenances) {
  /** What a reddition brings to a table, under the table's columns. */
  public record Provenance(Apport apport, List<Grille.Rangee> rangees) {}

  /**
   * Fills a table.
   *
   * @param parExercice whether each year is counted for itself
   * @param detail whether each figure is traced
   */
  public static TableRemplie de(
      Table table, Statistiques statistiques, boolean parExercice, boolean detail) {
    Map<Exercice, Statistiques> annees = new LinkedHashMap<>();
    if (parExercice && !table.parExercice() && statistiques.exercices().size() > 1) {
      statistiques.exercices().forEach(e -> annees.put(e, table.portee(statistiques.pour(e))));
    } else {
      annees.put(null, table.portee(statistiques));
    }
    List<Apport> sources = new ArrayList<>();
    List<Apport> muettes = new ArrayList<>();
    Exclus exclus = Exclus.AUCUN;
    for (Map.Entry<Exercice, Statistiques> entree : annees.entrySet()) {
      Statistiques annee = entree.getValue();
      for (Compilee c : annee.redditions()) {
        (table.renseignee(c.apport()) ? sources : muettes).add(c.apport());
        exclus = exclus.plus(c.chiffres().exclus());
      }
      Set<Entente> vues = annee.parEntente().keySet();
      Statistiques entieres =
          entree.getKey() == null ? statistiques : statistiques.pour(entree.getKey());
      entieres.dernieres(a -> !vues.contains(a.entente())).redditions().stream()
          .map(Compilee::apport)
          .forEach(muettes::add);
    }
    if (sources.isEmpty()) {
      return new TableRemplie(table, null, sources, muettes, exclus, List.of());
    }
    Map<Exercice, Grille> grilles = new LinkedHashMap<>();
    annees.forEach((annee, s) -> grilles.put(annee, table.grille(s)));
    Grille grille =
        grilles.size() == 1 ? grilles.values().iterator().next() : Grille.parExercice(grilles);
    List<Provenance> provenances = new ArrayList<>();
    if (detail) {
      annees.forEach(
          (annee, s) ->
              s.redditions().stream()
                  .filter(c -> table.renseignee(c.apport()))
                  .forEach(c -> provenances.add(provenance(table, s, c, annee, grille))));
    }
    return new TableRemplie(table, grille, sources, muettes, exclus, provenances);
  }

  private static Provenance provenance(
      Table table, Statistiques statistiques, Compilee une, Exercice annee, Grille grille) {
    Grille sienne = table.grille(statistiques.seulement(une));
    boolean cote = annee != null && grille.colonnes().stream().anyMatch(c -> c.exercice() != null);
    Grille datee =
        cote
            ? new Grille(
                sienne.axe(),
                sienne.colonnes().stream().map(c -> new Grille.Colonne(c.titre(), annee)).toList(),
                sienne.rangees())
            : sienne;
    return new Provenance(une.apport(), datee.sous(grille.colonnes()));
  }
}
