package org.verifqis.classeur.correspondance.proposition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.verifqis.classeur.Limites;
import org.verifqis.classeur.Source;
import org.verifqis.classeur.correspondance.Correspondance;
import org.verifqis.classeur.correspondance.LecteurCorrespondance;
import org.verifqis.classeur.correspondance.LecteurProfil;
import org.verifqis.modele.Contenu;
import org.verifqis.modele.Essai;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Valeur;
import org.verifqis.modele.proposition.Proposition;
import org.verifqis.modele.proposition.Proposition.Bloc;
import org.verifqis.modele.proposition.Proposition.Controle;
import org.verifqis.modele.proposition.Proposition.Lieu;
import org.verifqis.modele.proposition.Proposition.Ligne;

/** What a workbook would give if it was read as proposed: samples and sums, by the same reader. */
final class Trial {
  private static final int SAMPLES = 3;
  private static final String FILE = "proposition.json";

  private final Gabarit gabarit;
  private final Limites limites;

  Trial(Gabarit gabarit, Limites limites) {
    this.gabarit = gabarit;
    this.limites = limites;
  }

  /** The proposal with what was read. */
  Proposition of(Proposition draft, Source source) {
    Correspondance profile = LecteurProfil.aEssayer(gabarit).lis(FILE, FILE, json(draft));
    Essai tried =
        new LecteurCorrespondance(gabarit, limites, List.of(profile)).essaie(source, profile);
    if (tried.blocs().isEmpty()) {
      return draft;
    }
    List<Bloc> blocks = new ArrayList<>();
    draft.blocs().forEach(b -> blocks.add(read(b, tried)));
    List<Controle> controls =
        tried.totaux().stream()
            .map(
                c ->
                    new Controle(
                        new Lieu(c.lieu().feuille().nom(), c.lieu().reference()),
                        c.champ(),
                        c.leur(),
                        c.notre()))
            .toList();
    return draft.essayee(blocks, controls);
  }

  private static String json(Proposition draft) {
    try {
      return new ObjectMapper().writeValueAsString(draft.profil(null));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Bloc read(Bloc block, Essai tried) {
    List<Map<String, Valeur<?>>> records =
        tried.reddition().fiches().get(block.onglet()).stream()
            .limit(SAMPLES)
            .map(Contenu::valeurs)
            .toList();
    List<Ligne> lines = new ArrayList<>();
    for (Ligne line : block.lignes()) {
      List<Valeur<?>> samples = new ArrayList<>();
      records.forEach(r -> samples.add(r.get(line.champ().cle())));
      lines.add(line.avec(samples));
    }
    long count =
        tried.blocs().stream()
            .filter(b -> b.vers().equals(block.onglet().nom()))
            .mapToLong(Essai.Bloc::fiches)
            .sum();
    return new Bloc(block.onglet(), block.feuilles(), block.cadre(), lines, (int) count);
  }
}
