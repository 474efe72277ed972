package org.verifqis.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.verifqis.classeur.LecteurReddition;
import org.verifqis.classeur.Limites;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Reddition;
import org.verifqis.regles.JugeALaMain;
import org.verifqis.regles.Moteur;
import org.verifqis.regles.Parametres;
import org.verifqis.regles.Registre;

/**
 * A loop over the workbooks of a folder in one warm JVM: the floor, reading, judging by all the
 * rules, by those that are written by hand too, and these by hand, in turn, so that whatever else
 * the machine does weighs on all of them. Figures are processor time of the one thread that works,
 * in microseconds a workbook, and what it allocates, in kilobytes.
 */
public final class Boucle {
  private interface Stage {
    void run() throws Exception;
  }

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Map<String, List<Double>> costs = new LinkedHashMap<>();
  private final Map<String, Long> allocated = new LinkedHashMap<>();

  private Boucle() {}

  /** A folder of workbooks, and how many rounds are made; the first half of them warms up. */
  public static void main(String[] args) throws Exception {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> found = Files.list(Path.of(args[0]))) {
      found.filter(f -> f.toString().endsWith(".xlsx")).sorted().forEach(files::add);
    }
    new Boucle().run(files, Integer.parseInt(args[1]));
  }

  private void run(List<Path> files, int rounds) throws Exception {
    LecteurReddition reader = new LecteurReddition(LecteurGabarit.charge(), Limites.parDefaut());
    Moteur rules = new Moteur(Registre.charge(), Parametres.charge());
    JugeALaMain byHand = new JugeALaMain(Registre.charge(), Parametres.charge());
    Moteur same = new Moteur(byHand.connues(), Parametres.charge());
    List<Reddition> read = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      boolean counts = round >= rounds / 2;
      read.clear();
      measure("floor", files.size(), counts, () -> floor(files));
      measure("read", files.size(), counts, () -> files.forEach(f -> read.add(reader.lis(f))));
      measure("rules", files.size(), counts, () -> read.forEach(rules::juge));
      measure("same rules", files.size(), counts, () -> read.forEach(same::juge));
      measure("by hand", files.size(), counts, () -> read.forEach(byHand::juge));
    }
    double floor = median("floor");
    for (String stage : costs.keySet()) {
      long kilobytes = allocated.get(stage) / 1000;
      System.out.printf(Locale.ROOT, "%-10s %8.0f %8d%n", stage, median(stage), kilobytes);
    }
    System.out.printf(
        Locale.ROOT,
        "(read + rules) / floor %.2f, same rules / by hand %.2f%n",
        (median("read") + median("rules")) / floor,
        median("same rules") / median("by hand"));
  }

  private static void floor(List<Path> files) throws IOException, XMLStreamException {
    for (Path file : files) {
      Plancher.read(file, true);
    }
  }

  private void measure(String stage, int workbooks, boolean counts, Stage work) throws Exception {
    long bytes = threads.getCurrentThreadAllocatedBytes();
    long before = threads.getCurrentThreadCpuTime();
    work.run();
    double each = (threads.getCurrentThreadCpuTime() - before) / 1e3 / workbooks;
    if (counts) {
      costs.computeIfAbsent(stage, s -> new ArrayList<>()).add(each);
      allocated.put(stage, (threads.getCurrentThreadAllocatedBytes() - bytes) / workbooks);
    }
  }

  private double median(String stage) {
    List<Double> sorted = new ArrayList<>(costs.get(stage));
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }
}
