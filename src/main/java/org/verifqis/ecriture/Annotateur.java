package org.verifqis.ecriture;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.verifqis.classeur.FichierRefuse;
import org.verifqis.classeur.FileGuard;
import org.verifqis.classeur.InMemory;
import org.verifqis.classeur.Limites;
import org.verifqis.classeur.MemoryWatch;
import org.verifqis.classeur.Source;
import org.verifqis.classeur.Xml;
import org.verifqis.modele.Refus.Motif;
import org.verifqis.rapport.Annotation;
import org.verifqis.rapport.Annotation.Remarque;
import org.verifqis.rapport.Annotation.Ton;

/**
 * Writes remarks into a copy of a workbook. All that the workbook holds stays, macros too, which
 * are copied and never run; the marks of an earlier annotation give way to the new ones.
 */
public final class Annotateur {
  /** A comment that tells more than that is not read. */
  private static final int REMARKS_PER_COMMENT = 6;

  /** Beyond so many, comments make Excel slow; colours and the list still show every remark. */
  private static final int COMMENTS = 5_000;

  private final Limites limites;

  /** An annotator of files within limits. */
  public Annotateur(Limites limites) {
    this.limites = limites;
  }

  /**
   * Writes an annotated copy; the file itself stays as it is.
   *
   * @throws FichierRefuse if the file can't be read as a workbook, or can't be annotated
   */
  public void annote(Source source, Annotation annotation, OutputStream sortie) throws IOException {
    Path copie = Files.createTempFile("verifqis", ".xlsx");
    try (Source original = source.surDisque()) {
      FileGuard.check(original, limites);
      Files.copy(original.chemin(), copie, StandardCopyOption.REPLACE_EXISTING);
      OPCPackage parts = open(copie);
      try {
        annotate(parts, annotation, sortie);
      } catch (FichierRefuse e) {
        throw e;
      } catch (RuntimeException | StackOverflowError e) {
        throw new FichierRefuse(Motif.NON_ANNOTABLE, null, e);
      } catch (OutOfMemoryError e) {
        throw new FichierRefuse(Motif.MEMOIRE, null, e);
      } finally {
        parts.revert();
      }
    } finally {
      Files.deleteIfExists(copie);
    }
  }

  private static OPCPackage open(Path copy) {
    try {
      return OPCPackage.open(copy.toFile(), PackageAccess.READ_WRITE);
    } catch (InvalidFormatException | RuntimeException e) {
      throw Xml.refusal(e);
    }
  }

  private static void annotate(OPCPackage parts, Annotation annotation, OutputStream stream)
      throws IOException {
    XSSFWorkbook workbook = load(parts);
    FindingsSheet.remove(workbook);
    workbook.sheetIterator().forEachRemaining(sheet -> Marks.remove((XSSFSheet) sheet));
    mark(workbook, annotation);
    FindingsSheet.write(workbook, annotation);
    workbook.write(watched(stream));
  }

  private static OutputStream watched(OutputStream stream) {
    MemoryWatch memory = new MemoryWatch();
    return new FilterOutputStream(stream) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        memory.check();
        out.write(bytes, offset, length);
      }
    };
  }

  private static XSSFWorkbook load(OPCPackage parts) {
    try {
      if (InMemory.fits(parts)) {
        return new XSSFWorkbook(parts);
      }
    } catch (FichierRefuse e) {
      throw e;
    } catch (IOException | InvalidFormatException | RuntimeException e) {
      throw new FichierRefuse(Motif.NON_ANNOTABLE, null, e);
    }
    throw new FichierRefuse(Motif.TROP_GROS_POUR_ANNOTER);
  }

  /** Colours each place by its gravest remark, and says there what is wrong. */
  private static void mark(XSSFWorkbook workbook, Annotation annotation) {
    Map<String, Map<CellAddress, List<Remarque>>> bySheet = new LinkedHashMap<>();
    for (Remarque remarque : annotation.remarques()) {
      if (remarque.lieu().ligne() > 0) {
        CellAddress cell =
            new CellAddress(remarque.lieu().ligne() - 1, remarque.lieu().colonne() - 1);
        bySheet
            .computeIfAbsent(remarque.lieu().feuille().nom(), name -> new LinkedHashMap<>())
            .computeIfAbsent(cell, address -> new ArrayList<>())
            .add(remarque);
      }
    }
    MemoryWatch memory = new MemoryWatch();
    int comments = 0;
    for (Map.Entry<String, Map<CellAddress, List<Remarque>>> marked : bySheet.entrySet()) {
      XSSFSheet sheet = workbook.getSheet(marked.getKey());
      Map<Ton, List<CellAddress>> cellsByTone = new EnumMap<>(Ton.class);
      for (Map.Entry<CellAddress, List<Remarque>> place : marked.getValue().entrySet()) {
        Ton gravest =
            place.getValue().stream().map(Remarque::ton).min(Ton::compareTo).orElseThrow();
        cellsByTone.computeIfAbsent(gravest, tone -> new ArrayList<>()).add(place.getKey());
        memory.check();
        if (comments++ < COMMENTS) {
          Marks.note(sheet, place.getKey(), note(place.getValue(), annotation.reste()));
        }
      }
      cellsByTone.forEach((tone, cells) -> Marks.colour(sheet, tone, cells));
    }
  }

  private static String note(List<Remarque> remarks, String rest) {
    List<String> notes = new ArrayList<>();
    remarks.stream().limit(REMARKS_PER_COMMENT).forEach(remark -> notes.add(remark.note()));
    if (remarks.size() > REMARKS_PER_COMMENT) {
      notes.add(rest);
    }
    return TextLimits.cell(String.join("\n\n", notes));
  }
}
