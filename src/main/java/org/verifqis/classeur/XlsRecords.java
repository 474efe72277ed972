package org.verifqis.classeur;

import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.verifqis.modele.Refus.Motif;

/**
 * The records of the workbook or of a sheet in an .xls, those of what is embedded in it being left
 * out. Only who wants a record has its bytes looked at.
 */
final class XlsRecords {
  /** What tells of a record: its kind and its length. */
  private static final int HEAD = 4;

  private final RecordInputStream in;
  private final MemoryWatch memory = new MemoryWatch();
  private int depth;
  private int passed;

  XlsRecords(RecordInputStream in) {
    this.in = in;
  }

  /** What is made of records; whatever it throws, they are damaged. */
  static <T> T strictly(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (FichierRefuse | CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new FichierRefuse(Motif.CORROMPU, null, e);
    }
  }

  /** The record that begins them. */
  BOFRecord begin() {
    advance();
    if (kind() != BOFRecord.sid) {
      throw new FichierRefuse(Motif.CORROMPU);
    }
    depth = 1;
    return new BOFRecord(in);
  }

  /** Says that what begins them was read elsewhere. */
  void resume() {
    depth = 1;
  }

  /** Goes on to the next one; false at the end. */
  boolean next() {
    while (true) {
      advance();
      switch (kind()) {
        case BOFRecord.sid -> depth++;
        case EOFRecord.sid -> {
          if (--depth == 0) {
            return false;
          }
        }
        default -> {
          if (depth == 1) {
            return true;
          }
        }
      }
    }
  }

  private void advance() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("reading was interrupted");
    }
    memory.check();
    if (in.remaining() > 0) {
      in.readRemainder();
    }
    if (!in.hasNextRecord()) {
      throw new FichierRefuse(Motif.CORROMPU);
    }
    in.nextRecord();
    passed += HEAD + in.remaining();
  }

  short kind() {
    return in.getSid();
  }

  /** The bytes of the present one. */
  RecordInputStream in() {
    return in;
  }

  /** How many bytes it and those before it take, where none of them was one that goes on. */
  int passed() {
    return passed;
  }
}
