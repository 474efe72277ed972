package org.verifqis.rapport;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is wrong with a correspondance, and what to do, in the words of a language. */
public final class PhrasesCorrespondance {
  /** Beyond so many faults a file is most likely another one. */
  private static final int AU_PLUS = 20;

  /** Faults whose last detail is a word of ours. */
  private static final Map<String, String> EN_MOTS =
      Map.of("TYPE", "correspondance.type.", "SANS_EFFET", "correspondance.pour.");

  private final Mots mots;

  /** In these words. */
  public PhrasesCorrespondance(Mots mots) {
    this.mots = mots;
  }

  /**
   * Something wrong.
   *
   * @param ligne in which line of the file, from 1; 0 where that is not known
   * @param motif what
   * @param details what its message names
   */
  public record Faute(int ligne, String motif, List<String> details) {}

  /** The file, then a fault a line. */
  public List<String> lignes(String fichier, List<Faute> fautes) {
    List<String> lignes = new ArrayList<>();
    lignes.add(mots.mot("correspondance.defauts", Inoffensif.ligne(fichier)));
    fautes.stream().limit(AU_PLUS).map(this::ligne).forEach(lignes::add);
    int autres = fautes.size() - AU_PLUS;
    if (autres > 0) {
      lignes.add(mots.mot("correspondance.autres", autres));
    }
    return lignes;
  }

  private String ligne(Faute faute) {
    Object[] details = faute.details().stream().map(Inoffensif::ligne).toArray();
    String mot = EN_MOTS.get(faute.motif());
    if (mot != null) {
      int dernier = details.length - 1;
      details[dernier] = mots.mot(mot + details[dernier]);
    }
    String quoi = mots.mot("correspondance.defaut." + faute.motif(), details);
    return faute.ligne() == 0
        ? quoi
        : mots.mot("correspondance.ligne", mots.format().nombre(faute.ligne())) + " " + quoi;
  }
}
