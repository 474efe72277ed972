package org.verifqis.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.verifqis.classeur.Limites;
import org.verifqis.modele.Erreur;
import org.verifqis.modele.Refus;
import org.verifqis.modele.Refus.Motif;
import org.verifqis.rapport.Langue;
import org.verifqis.service.Issue;

/**
 * Hands what is too large or too slow for the server to a process of its own, one at a time: it has
 * its own memory, and is ended when its time is over.
 */
@Component
class Aside {
  private static final Logger LOG = LoggerFactory.getLogger(Aside.class);

  /** What wider bounds may change. */
  private static final Set<Motif> TOO_LARGE_OR_SLOW =
      Set.of(Motif.TROP_DE_LIGNES, Motif.MEMOIRE, Motif.TROP_LONG);

  private final ServerSettings.Aside settings;
  private final Limites limits;
  private final Admission admission;
  private final Passage passage;

  Aside(ServerSettings settings, Passage passage) {
    this.settings = settings.aside();
    this.limits =
        new Limites(settings.size().toBytes(), this.settings.rows(), settings.inflated().toBytes());
    this.admission = new Admission(1, this.settings.queue(), settings.patience());
    this.passage = passage;
  }

  /** Whether a workbook that was refused is worth being tried here. */
  boolean takes(Erreur error) {
    return TOO_LARGE_OR_SLOW.contains(error.refus().motif());
  }

  /**
   * Does something with a workbook when its turn comes.
   *
   * @return what was made of it, in a file that is gone once this is closed
   * @throws Admission.Full if there is no place for it
   */
  Issue<InputStream> make(
      AsideTask task, Langue language, Received received, OffsetDateTime instant) throws Exception {
    AsideProcess.Words words =
        new AsideProcess.Words(task, language, limits, settings.timeLimit(), instant);
    return admission.run(() -> run(words, received));
  }

  private Issue<InputStream> run(AsideProcess.Words words, Received received)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(passage.folder(), "verifqis-a-part");
    Path made = folder.resolve("fait");
    try {
      Path input = folder.resolve("recu");
      AsideProcess.hand(received, input);
      Refus refusal = outcome(command(folder, words), input, made);
      if (refusal != null) {
        return Issue.ratee(new Erreur(received.name(), refusal));
      }
      Path kept = Files.createTempFile(passage.folder(), "verifqis", ".fait");
      Files.move(made, kept, StandardCopyOption.REPLACE_EXISTING);
      return Issue.de(Files.newInputStream(kept, StandardOpenOption.DELETE_ON_CLOSE));
    } finally {
      Passage.delete(folder);
    }
  }

  /** Runs the process; why it made nothing, null where it did. */
  private Refus outcome(List<String> command, Path input, Path output)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectInput(input.toFile())
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(settings.timeLimit().toMillis(), TimeUnit.MILLISECONDS)) {
        return Refus.de(Motif.TROP_LONG, settings.timeLimit().toSeconds());
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    switch (process.exitValue()) {
      case 0 -> {
        return null;
      }
      case AsideProcess.REFUSED -> {
        return AsideProcess.refusal(output);
      }
      case AsideProcess.OUT_OF_MEMORY -> {
        return Refus.de(Motif.MEMOIRE);
      }
      default -> {
        LOG.error("a process aside ended with {}", process.exitValue());
        return Refus.de(Motif.INTERNE);
      }
    }
  }

  private List<String> command(Path folder, AsideProcess.Words words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + settings.memory().toMegabytes() + "m");
    command.addAll(
        List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(List.of("-XX:-UsePerfData", "-Djava.io.tmpdir=" + folder));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(AsideProcess.class.getName());
    command.addAll(words.told());
    return command;
  }
}
