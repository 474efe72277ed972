package org.verifqis.regles.comparaison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.verifqis.modele.Contenu;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Fiche;
import org.verifqis.modele.Normalisation;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Valeur;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Jugement;

/**
 * Two redditions of one agreement, side by side. Records are matched by their key, not by their
 * row.
 *
 * @param ancienne the judgement before
 * @param nouvelle the judgement after
 * @param differences values that differ, in the contract's order of sheets, {@value #GARDES} at
 *     most
 * @param autresDifferences how many more differ
 * @param disparus findings that are gone
 * @param nouveaux findings that are new
 * @param demeurent findings that stay, as they are after
 */
public record Comparaison(
    Jugement ancienne,
    Jugement nouvelle,
    List<Difference> differences,
    int autresDifferences,
    List<Constat> disparus,
    List<Constat> nouveaux,
    List<Constat> demeurent) {

  /** More than people read; two workbooks of nothing alike would differ in millions. */
  static final int GARDES = 100_000;

  /** What happened to a value, or to a whole record. */
  public enum Nature {
    AJOUT,
    RETRAIT,
    MODIFICATION
  }

  /**
   * A value that differs, or a record that only one of the two has.
   *
   * @param nature what happened
   * @param feuille the sheet, by its name in the gabarit
   * @param fiche key of the record; empty for a form
   * @param champ label of the field; null for a whole record
   * @param avant the value before; null for a record that is new
   * @param apres the value after; null for a record that is gone
   */
  public record Difference(
      Nature nature,
      String feuille,
      String fiche,
      String champ,
      Valeur<?> avant,
      Valeur<?> apres) {}

  /** Compares two redditions and what was judged of them. */
  public static Comparaison de(
      Reddition ancienne, Jugement avant, Reddition nouvelle, Jugement apres) {
    Repere reperesAvant = new Repere(ancienne, avant.constats());
    Repere reperesApres = new Repere(nouvelle, apres.constats());
    Ecarts ecarts = ecarts(reperesAvant, reperesApres);
    Map<String, Constat> constatsAvant = reperesAvant.parIdentite(avant.constats());
    Map<String, Constat> constatsApres = reperesApres.parIdentite(apres.constats());
    return new Comparaison(
        avant,
        apres,
        ecarts.gardes,
        ecarts.autres,
        sauf(constatsAvant, constatsApres.keySet()),
        sauf(constatsApres, constatsAvant.keySet()),
        constatsApres.entrySet().stream()
            .filter(constat -> constatsAvant.containsKey(constat.getKey()))
            .map(Map.Entry::getValue)
            .toList());
  }

  private static List<Constat> sauf(Map<String, Constat> constats, Set<String> connus) {
    return constats.entrySet().stream()
        .filter(constat -> !connus.contains(constat.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** What differs: so much is kept, the rest counted. */
  private static final class Ecarts {
    private final List<Difference> gardes = new ArrayList<>();
    private int autres;

    void ajoute(Difference difference) {
      if (gardes.size() < GARDES) {
        gardes.add(difference);
      } else {
        autres++;
      }
    }
  }

  private static Ecarts ecarts(Repere avant, Repere apres) {
    Ecarts ecarts = new Ecarts();
    avant.fiches.forEach(
        (feuille, anciennes) -> {
          Map<String, Record> nouvelles = apres.fiches.get(feuille);
          Set<String> cles = new LinkedHashSet<>(anciennes.keySet());
          cles.addAll(nouvelles.keySet());
          for (String cle : cles) {
            Record ancienne = anciennes.get(cle);
            Record nouvelle = nouvelles.get(cle);
            if (ancienne == null) {
              ecarts.ajoute(entiere(Nature.AJOUT, feuille, nouvelle));
            } else if (nouvelle == null) {
              ecarts.ajoute(entiere(Nature.RETRAIT, feuille, ancienne));
            } else {
              champs(feuille, ancienne, nouvelle, ecarts);
            }
          }
        });
    return ecarts;
  }

  private static Difference entiere(Nature nature, String feuille, Record fiche) {
    return new Difference(nature, feuille, nom(fiche), null, null, null);
  }

  private static void champs(String feuille, Record ancienne, Record nouvelle, Ecarts ecarts) {
    Map<String, Valeur<?>> apres = Contenu.valeurs(nouvelle);
    Contenu.valeurs(ancienne)
        .forEach(
            (cle, avant) -> {
              Valeur<?> maintenant = apres.get(cle);
              if (!memeContenu(avant, maintenant)) {
                ecarts.ajoute(
                    new Difference(
                        Nature.MODIFICATION,
                        feuille,
                        nom(nouvelle),
                        avant.champ().libelle(),
                        avant,
                        maintenant));
              }
            });
  }

  private static boolean memeContenu(Valeur<?> une, Valeur<?> autre) {
    if (une.estConnue() && autre.estConnue()) {
      return une.contenu().equals(autre.contenu());
    }
    return une.estConnue() == autre.estConnue() && Objects.equals(une.montree(), autre.montree());
  }

  /** What people call a record: the value that they know it by; empty for a form. */
  private static String nom(Record fiche) {
    if (!(fiche instanceof Fiche ligne)) {
      return "";
    }
    String montree = ligne.identifiant().montree();
    return montree == null ? "" : montree;
  }

  /** The records of a reddition by key, and the record and field of each cell with a finding. */
  private static final class Repere {
    private final Map<String, Map<String, Record>> fiches = new LinkedHashMap<>();
    private final Set<String> constatees = new HashSet<>();
    private final Map<String, String> parCellule = new HashMap<>();

    Repere(Reddition r, List<Constat> constats) {
      constats.forEach(constat -> constatees.add(cellule(constat)));
      r.fiches()
          .forEach(
              (onglet, records) -> {
                if (onglet.estTableau()) {
                  tableau(onglet.nom(), records);
                } else {
                  formulaire(onglet.nom(), records.get(0));
                }
              });
    }

    private void formulaire(String feuille, Record fiche) {
      fiches.put(feuille, new LinkedHashMap<>());
      range(feuille, "", fiche);
    }

    /** Where a key stands several times, the records are matched in their order. */
    private void tableau(String feuille, List<? extends Record> lignes) {
      fiches.put(feuille, new LinkedHashMap<>());
      Map<String, Integer> vues = new HashMap<>();
      for (Record ligne : lignes) {
        String cle = Normalisation.normalise(nom(ligne));
        range(feuille, cle + "#" + vues.merge(cle, 1, Integer::sum), ligne);
      }
    }

    private void range(String feuille, String cle, Record fiche) {
      fiches.get(feuille).put(cle, fiche);
      Contenu.valeurs(fiche)
          .forEach(
              (champ, valeur) -> {
                String cellule = feuille + "!" + valeur.ligne() + "!" + valeur.colonne();
                if (constatees.contains(cellule)) {
                  parCellule.put(cellule, cle + "." + champ);
                }
              });
    }

    private static String cellule(Constat constat) {
      Emplacement lieu = constat.emplacements().get(0);
      return lieu.feuille().cle() + "!" + lieu.ligne() + "!" + lieu.colonne();
    }

    /** The findings by what they are about, whatever row it stands in. */
    Map<String, Constat> parIdentite(List<Constat> constats) {
      Map<String, Constat> parIdentite = new LinkedHashMap<>();
      Map<String, Integer> vues = new HashMap<>();
      for (Constat constat : constats) {
        Emplacement lieu = constat.emplacements().get(0);
        String cellule = cellule(constat);
        String quoi = lieu.ligne() == 0 ? "" : parCellule.getOrDefault(cellule, cellule);
        String identite =
            String.join("|", constat.regle().id(), constat.variante(), lieu.feuille().cle(), quoi);
        parIdentite.put(identite + "#" + vues.merge(identite, 1, Integer::sum), constat);
      }
      return parIdentite;
    }
  }
}
