package org.verifqis.regles;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Fiche;
import org.verifqis.modele.Normalisation;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Valeur;

/** The records of a reddition by the row in which they stand: what its findings are about. */
final class Sujets {
  private record Rangee(String cle, String nom, int ligne) {
    // Written out: what the JVM makes of a record for it is made anew at each start.
    @Override
    public boolean equals(Object autre) {
      return autre instanceof Rangee x
          && ligne == x.ligne
          && cle.equals(x.cle)
          && nom.equals(x.nom);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * cle.hashCode() + nom.hashCode()) + ligne;
    }
  }

  private record Repere(String fiche, int rang) {}

  private final Reddition reddition;
  private Map<Rangee, Repere> parRangee;

  private Sujets(Reddition reddition) {
    this.reddition = reddition;
  }

  /** Those of a reddition; its records are looked at when they are first asked for. */
  static Sujets de(Reddition reddition) {
    return new Sujets(reddition);
  }

  /** Those of no reddition: rules that compare redditions name the record themselves. */
  static Sujets aucuns() {
    return new Sujets(null);
  }

  /**
   * What a finding is about: the record that the rule names, or else the one in whose row the
   * finding stands.
   */
  Sujet sujet(
      Valeur<?> identifiant, List<Emplacement> lieux, String champ, Map<String, Object> faits) {
    String nomme = champ == null && faits.get("champ") instanceof String dit ? dit : champ;
    Emplacement lieu = identifiant != null ? identifiant.emplacement() : premier(lieux);
    Repere repere = lieu == null ? null : parRangee().get(rangee(lieu.feuille(), lieu.ligne()));
    if (repere != null) {
      return new Sujet(repere.fiche, repere.rang, nomme);
    }
    if (identifiant != null) {
      return new Sujet(identifiant.montree(), 0, nomme);
    }
    return new Sujet(faits.get("numero") instanceof String numero ? numero : null, 0, nomme);
  }

  private static Emplacement premier(List<Emplacement> lieux) {
    return lieux.isEmpty() ? null : lieux.get(0);
  }

  private static Rangee rangee(Feuille feuille, int ligne) {
    return new Rangee(feuille.cle(), feuille.nom(), ligne);
  }

  private Map<Rangee, Repere> parRangee() {
    if (parRangee == null) {
      parRangee = new HashMap<>();
      if (reddition != null) {
        Map<String, Integer> vues = new HashMap<>();
        reddition.tables().values().stream()
            .flatMap(List::stream)
            .map(Fiche::identifiant)
            .forEach(identifiant -> range(identifiant, vues));
      }
    }
    return parRangee;
  }

  private void range(Valeur<?> identifiant, Map<String, Integer> vues) {
    Feuille feuille = identifiant.emplacement().feuille();
    String nom = identifiant.montree();
    String cle = feuille.cle() + "!" + Normalisation.normalise(Objects.requireNonNullElse(nom, ""));
    int rang = vues.merge(cle, 1, Integer::sum);
    if (identifiant.ligne() > 0) {
      parRangee.put(rangee(feuille, identifiant.ligne()), new Repere(nom, rang));
    }
  }
}
