package org.verifqis.regles.comparaison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.verifqis.modele.Contenu;
import org.verifqis.modele.Fiche;
import org.verifqis.modele.Normalisation;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Valeur;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Identite;
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
    Ecarts ecarts = ecarts(fiches(ancienne), fiches(nouvelle));
    List<Constat> nouveaux = Identite.sans(apres.constats(), avant.constats());
    Set<Constat> neufs = Collections.newSetFromMap(new IdentityHashMap<>());
    neufs.addAll(nouveaux);
    return new Comparaison(
        avant,
        apres,
        ecarts.gardes,
        ecarts.autres,
        Identite.sans(avant.constats(), apres.constats()),
        nouveaux,
        apres.constats().stream().filter(constat -> !neufs.contains(constat)).toList());
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

  private static Ecarts ecarts(
      Map<String, Map<String, Record>> avant, Map<String, Map<String, Record>> apres) {
    Ecarts ecarts = new Ecarts();
    avant.forEach(
        (feuille, anciennes) -> {
          Map<String, Record> nouvelles = apres.get(feuille);
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
      return vu(une.contenu()).equals(vu(autre.contenu()));
    }
    return une.estConnue() == autre.estConnue() && Objects.equals(une.montree(), autre.montree());
  }

  /** What a person sees of a content: texts that look the same do not differ. */
  private static Object vu(Object contenu) {
    if (contenu instanceof List<?> plusieurs) {
      return plusieurs.stream().map(Comparaison::vu).toList();
    }
    return contenu instanceof String texte ? Normalisation.nette(texte) : contenu;
  }

  /** What people call a record: the value that they know it by; empty for a form. */
  private static String nom(Record fiche) {
    if (!(fiche instanceof Fiche ligne)) {
      return "";
    }
    String montree = ligne.identifiant().montree();
    return montree == null ? "" : montree;
  }

  /**
   * The records of a reddition, by sheet and by key. Where a key stands several times, the records
   * are matched in their order.
   */
  private static Map<String, Map<String, Record>> fiches(Reddition reddition) {
    Map<String, Map<String, Record>> parFeuille = new LinkedHashMap<>();
    reddition
        .fiches()
        .forEach(
            (onglet, fiches) -> {
              Map<String, Record> parCle = new LinkedHashMap<>();
              Map<String, Integer> vues = new HashMap<>();
              for (Record fiche : fiches) {
                String cle = Normalisation.normalise(nom(fiche));
                parCle.put(cle + "#" + vues.merge(cle, 1, Integer::sum), fiche);
              }
              parFeuille.put(onglet.nom(), parCle);
            });
    return parFeuille;
  }
}
