package org.verifqis.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.verifqis.classeur.LecteurReddition;
import org.verifqis.classeur.Lecture;
import org.verifqis.classeur.Limites;
import org.verifqis.classeur.Source;
import org.verifqis.classeur.correspondance.Correspondance;
import org.verifqis.classeur.correspondance.LecteurCorrespondance;
import org.verifqis.classeur.correspondance.LecteurProfil;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Gabarit.FeuilleVoulue;

/** Processor time of reading a workbook of the template through a profile, and as the template. */
final class ReadingRatio {
  private static final int ROUNDS = 5;
  private static final double MOST = 1.5;

  private ReadingRatio() {}

  /** Prints both and their ratio; returns whether it is within the bar. */
  static boolean print(Path file) {
    Gabarit template = LecteurGabarit.charge();
    Correspondance profile = profile(template);
    Lecture own = new LecteurReddition(template, Limites.parDefaut());
    Lecture mapped = new LecteurCorrespondance(template, Limites.parDefaut(), List.of(profile));
    List<Double> template1 = new ArrayList<>();
    List<Double> profile1 = new ArrayList<>();
    int rows = 0;
    for (int round = -1; round < ROUNDS; round++) {
      double one = seconds(own, file);
      double other = seconds(mapped, file);
      if (round >= 0) {
        template1.add(one);
        profile1.add(other);
      }
      rows = mapped.lis(Source.de(file)).projets().size();
    }
    double ratio = median(profile1) / median(template1);
    System.out.printf(
        Locale.ROOT,
        "%nlecture de %d rangées : gabarit %.2f s, correspondance %.2f s de processeur%n",
        rows,
        median(template1),
        median(profile1));
    System.out.printf(
        Locale.ROOT,
        "rapport : %.2f (barre : %.2f) %s%n",
        ratio,
        MOST,
        ratio <= MOST ? "ok" : "MANQUÉE");
    return ratio <= MOST;
  }

  private static double seconds(Lecture reader, Path file) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    reader.lis(Source.de(file));
    return (threads.getCurrentThreadCpuTime() - start) / 1e9;
  }

  private static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  /** One that names each sheet and label of the template. */
  private static Correspondance profile(Gabarit template) {
    List<Map<String, Object>> blocks = new ArrayList<>();
    for (FeuilleVoulue sheet : template.feuilles()) {
      if (!sheet.facultative()) {
        Map<String, Object> columns = new LinkedHashMap<>();
        for (Champ champ : sheet.champs()) {
          columns.put(
              champ.cle(),
              sheet.tableau() ? champ.libelle() : Map.of("etiquette", champ.libelle()));
        }
        Map<String, Object> block = new LinkedHashMap<>();
        block.put("vers", sheet.nom());
        block.put("feuille", sheet.nom());
        block.put("genre", sheet.tableau() ? "tableau" : "formulaire");
        block.put("colonnes", columns);
        blocks.add(block);
      }
    }
    Map<String, Object> profile = new LinkedHashMap<>();
    profile.put("correspondance", "1");
    profile.put("nom", "le gabarit");
    profile.put("blocs", blocks);
    try {
      String text = new ObjectMapper().writeValueAsString(profile);
      return new LecteurProfil(template).lis("gabarit", "gabarit.json", text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
