package org.verifqis.modele;

import java.util.List;

/**
 * The bilan pluriannuel, seen whole.
 *
 * @param feuille its sheet
 * @param volets its rows
 */
public record Bilan(Feuille feuille, List<Volet> volets) {
  /** Below so many characters a content says too little (BIL-02: our interpretation). */
  public static final int CARACTERES_VOULUS = 40;

  /** Whether the workbook has no such sheet. */
  public Verite absent() {
    return Verite.de(feuille.etat() == Feuille.Etat.ABSENTE);
  }

  /** The empty contents of a part. */
  public List<Valeur<String>> contenusVides(VoletBilan volet) {
    return volets.stream()
        .filter(v -> v.volet().est(volet).isVrai() && v.contenu().donnee() == Verite.FAUX)
        .map(Volet::contenu)
        .toList();
  }

  /** Whether a part has no content. */
  public Verite sansContenu(VoletBilan volet) {
    if (!feuille.estLue()) {
      return Verite.INCONNU;
    }
    return Verite.uneDe(
            volets.stream().map(v -> v.volet().est(volet).et(v.contenu().donnee())).toList())
        .non();
  }

  /** Length of a part's content, in characters as people count them; 0 where it can't be read. */
  public static int caracteres(Volet volet) {
    String contenu = volet.contenu().contenu();
    return contenu == null ? 0 : contenu.codePointCount(0, contenu.length());
  }

  /** Whether a part's content is there but too short. */
  public static Verite tropCourt(Volet volet) {
    Valeur<String> contenu = volet.contenu();
    if (!contenu.estConnue()) {
      return contenu.donnee().et(Verite.INCONNU);
    }
    return Verite.de(caracteres(volet) < CARACTERES_VOULUS);
  }
}
