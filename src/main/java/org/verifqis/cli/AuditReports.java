package org.verifqis.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.verifqis.audit.Dossier;
import org.verifqis.audit.Empreintes;
import org.verifqis.audit.Resultat;
import org.verifqis.modele.Erreur;
import org.verifqis.rapport.Rapport;
import org.verifqis.rapport.RedacteurJson;
import org.verifqis.rapport.RedacteurRapport;
import org.verifqis.rapport.RedacteurTableau;
import org.verifqis.rapport.Textes;

/**
 * The reports of an audit in its folder. A night on which little has changed should not write the
 * same many megabytes again: what an earlier report says of the same redditions is taken over from
 * it, provided that it is found as it was written.
 */
final class AuditReports {
  private final Path output;
  private final Textes texts;
  private final Terminal terminal;
  private final ReportNotes notes;
  private final String wording;
  private final String ofPages;
  private final String ofEach;
  private final String ofAll;

  /**
   * Where they go.
   *
   * @param keys on what the findings depend; null where nothing is to be taken over
   */
  AuditReports(
      Path output,
      Textes texts,
      Terminal terminal,
      Empreintes prints,
      Resultat.Cles keys,
      Rapport report) {
    this.output = output;
    this.texts = texts;
    this.terminal = terminal;
    this.notes = ReportNotes.of(output);
    this.wording = keys == null ? null : prints.redaction() + texts.langue().code();
    this.ofPages = keys == null ? null : wording + prints.parametres();
    String errors =
        report.erreurs().stream().map(Erreur::toString).collect(Collectors.joining("\n"));
    this.ofEach = keys == null ? null : Empreintes.hache(wording + keys.redditions());
    this.ofAll = keys == null ? null : Empreintes.hache(wording + keys.ensemble() + errors);
  }

  /** Writes the page of each reddition, if there are pages, then the reports, side by side. */
  void write(Rapport report, List<Dossier> judged, Set<AuditFormat> formats) throws IOException {
    if (formats.contains(AuditFormat.HTML)) {
      new RedditionPages(output, report, texts, ofPages, notes).write(judged);
    }
    try {
      formats.parallelStream().forEach(format -> write(report, format));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    notes.keep();
  }

  private void write(Rapport report, AuditFormat format) {
    Path file = output.resolve("audit." + format.extension());
    try {
      switch (format) {
        case JSON -> writeJson(report, file);
        case CSV -> writeCsv(report, file, format.writer(texts, terminal));
        case HTML -> writeHtml(report, file);
        default -> throw new IllegalArgumentException(format + " is no file");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** It tells nothing but findings: where they are the same, so is the file. */
  private void writeCsv(Rapport report, Path file, RedacteurRapport writer) throws IOException {
    if (notes.find(file, ofAll).isPresent()) {
      return;
    }
    writeWhole(report, file, ofAll, writer);
  }

  /** It tells the hour, and what changed; its charts may be those of an earlier night. */
  private void writeHtml(Rapport report, Path file) throws IOException {
    String earlier = notes.find(file, wording).isPresent() ? Files.readString(file) : "";
    writeWhole(report, file, wording, new RedacteurTableau(texts, earlier));
  }

  private void writeWhole(Rapport report, Path file, String key, RedacteurRapport writer)
      throws IOException {
    WholeFile.write(
        file,
        stream -> {
          Summed summed = new Summed(stream);
          writer.ecris(report, summed);
          notes.put(file, key, new ReportNotes.Part(0, summed.count, summed.sum.getValue()));
        });
  }

  private void writeJson(Rapport report, Path file) throws IOException {
    ReportNotes.Part earlier = notes.find(file, ofEach).orElse(null);
    WholeFile.write(
        file,
        stream -> {
          Summed summed = new Summed(stream);
          Body body = new Body(file, earlier, summed);
          new RedacteurJson(texts, body).ecris(report, summed);
          notes.put(file, ofEach, body.part());
        });
  }

  /** What the JSON tells of each reddition. */
  private static final class Body implements RedacteurJson.Corps {
    private final Path file;
    private final ReportNotes.Part earlier;
    private final Summed summed;
    private long start = -1;
    private long end;
    private long sum;

    Body(Path file, ReportNotes.Part earlier, Summed summed) {
      this.file = file;
      this.earlier = earlier;
      this.summed = summed;
    }

    @Override
    public void borne() {
      if (start < 0) {
        start = summed.count;
        summed.sum.reset();
      } else {
        end = summed.count;
        sum = summed.sum.getValue();
      }
    }

    @Override
    public boolean recopie(OutputStream stream) throws IOException {
      if (earlier == null) {
        return false;
      }
      try (InputStream old = Files.newInputStream(file)) {
        old.skipNBytes(earlier.start());
        ReportNotes.copy(old, earlier.end() - earlier.start(), stream);
      }
      return true;
    }

    ReportNotes.Part part() {
      return new ReportNotes.Part(start, end, sum);
    }
  }

  /** Counts what is written, and sums it. */
  private static final class Summed extends FilterOutputStream {
    private final CRC32 sum = new CRC32();
    private long count;

    Summed(OutputStream stream) {
      super(stream);
    }

    @Override
    public void write(int one) throws IOException {
      out.write(one);
      sum.update(one);
      count++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
      sum.update(bytes, from, length);
      count += length;
    }
  }
}
