package org.verifqis.web;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.verifqis.classeur.Limites;
import org.verifqis.modele.Erreur;
import org.verifqis.modele.Refus;
import org.verifqis.rapport.Langue;
import org.verifqis.rapport.Textes;
import org.verifqis.service.Guichet;
import org.verifqis.service.Reglages;
import org.verifqis.service.Socle;

/**
 * The process in which a large workbook is worked on. It is told by words what to do, by its input
 * with what; it answers by its output. No name of a file is among the words, which everybody on the
 * machine may read.
 */
final class AsideProcess {
  /** It ends with this where its output says why the workbook is refused. */
  static final int REFUSED = 2;

  /** Java ends with this where there is no more memory. */
  static final int OUT_OF_MEMORY = 3;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private AsideProcess() {}

  /** What it is told to do, and within what bounds. */
  record Words(
      AsideTask task, Langue language, Limites limits, Duration patience, OffsetDateTime instant) {
    List<String> told() {
      return List.of(
          task.name(),
          language.name(),
          Long.toString(limits.octets()),
          Integer.toString(limits.lignes()),
          Long.toString(limits.deployes()),
          patience.toString(),
          instant.toString());
    }

    private static Words of(String... told) {
      return new Words(
          AsideTask.valueOf(told[0]),
          Langue.valueOf(told[1]),
          new Limites(Long.parseLong(told[2]), Integer.parseInt(told[3]), Long.parseLong(told[4])),
          Duration.parse(told[5]),
          OffsetDateTime.parse(told[6]));
    }
  }

  /** Writes what the process reads: a workbook and its name, and its correspondance, if any. */
  static void hand(Received received, Path input) throws IOException {
    try (DataOutputStream told = new DataOutputStream(Files.newOutputStream(input))) {
      told.writeUTF(received.name());
      told.writeBoolean(received.profile() != null);
      if (received.profile() != null) {
        told.writeUTF(received.profile().name());
        told.writeInt(received.profile().bytes().length);
        told.write(received.profile().bytes());
      }
      told.write(received.bytes());
    }
  }

  private static Received handed(DataInputStream input) throws IOException {
    String name = input.readUTF();
    Received.Profile profile =
        input.readBoolean()
            ? new Received.Profile(input.readUTF(), input.readNBytes(input.readInt()))
            : null;
    return new Received(name, input.readAllBytes(), profile);
  }

  /** Why it refused, as it wrote that. */
  static Refus refusal(Path output) throws IOException {
    Told told = JSON.readValue(Files.readAllBytes(output), Told.class);
    return new Refus(Refus.Motif.valueOf(told.motif), told.details);
  }

  private record Told(String motif, List<Object> details) {}

  public static void main(String[] words) throws IOException {
    Words asked = Words.of(words);
    Received received = handed(new DataInputStream(System.in));
    Socle base = Socle.prepare(null);
    Path passage = Path.of(System.getProperty("java.io.tmpdir"));
    Reglages bounds = new Reglages(asked.limits, 1, asked.patience, passage);
    Guichet counter = new Guichet(base, bounds, received.profiles(base.gabarit()));
    Textes texts = Textes.charge(asked.language, base.gabarit());
    Erreur error;
    try (OutputStream output = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out))) {
      error =
          asked.task.write(
              new AsideTask.Order(counter, asked.limits, texts, received.source(), asked.instant),
              output);
      if (error != null) {
        List<Object> details = new ArrayList<>(error.refus().details());
        details.replaceAll(d -> d instanceof Number ? d : d.toString());
        JSON.writeValue(output, new Told(error.refus().motif().name(), details));
      }
    }
    System.exit(error == null ? 0 : REFUSED);
  }
}
