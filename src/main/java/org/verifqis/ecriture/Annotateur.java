package org.verifqis.ecriture;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellAddress;
import org.verifqis.classeur.FichierRefuse;
import org.verifqis.classeur.Limites;
import org.verifqis.classeur.MemoryWatch;
import org.verifqis.classeur.Source;
import org.verifqis.ecriture.XmlText.Node;
import org.verifqis.rapport.Annotation;
import org.verifqis.rapport.Annotation.Remarque;
import org.verifqis.rapport.Annotation.Ton;

/**
 * Writes remarks into a copy of a workbook. What the workbook holds is not taken apart and put
 * together again: marks are put into its parts, and all else is copied as it is, macros too, which
 * are never run. The marks of an earlier annotation give way to the new ones.
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
    CopiedPackage.copy(
        source, limites, (original, parts) -> new Copy(parts, annotation).write(sortie));
  }

  /** One copy. */
  private static final class Copy {
    private final CopiedPackage parts;
    private final Annotation annotation;
    private final WorkbookPart workbook;
    private final StyleSheet styles;
    private final Persons persons;
    private final Map<String, Map<CellAddress, List<Remarque>>> bySheet = new HashMap<>();
    private final MemoryWatch memory = new MemoryWatch();
    private int comments;

    Copy(CopiedPackage parts, Annotation annotation) throws IOException {
      this.parts = parts;
      this.annotation = annotation;
      this.workbook = new WorkbookPart(parts);
      this.styles = new StyleSheet(parts, workbook.name());
      this.persons = new Persons(parts, workbook.name());
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
    }

    void write(OutputStream stream) throws IOException {
      OldFindings old = new OldFindings(parts, workbook.name());
      Set<String> done = new HashSet<>();
      for (WorkbookPart.Sheet sheet : workbook.sheets()) {
        if (sheet.part() != null && done.add(sheet.part())) {
          memory.check();
          copy(sheet, old);
        }
      }
      String name = workbook.free(annotation.feuille());
      Set<String> targets =
          workbook.sheets().stream().map(WorkbookPart.Sheet::name).collect(Collectors.toSet());
      FindingsSheet findings = new FindingsSheet(annotation, styles, targets);
      String part = parts.free("xl/worksheets/sheet", ".xml");
      parts.add(part, FindingsSheet.CONTENT_TYPE, findings::write);
      workbook.addFirst(name, part, findings.filtered(name));
      styles.save();
      workbook.save();
      parts.write(stream);
    }

    private void copy(WorkbookPart.Sheet sheet, OldFindings old) throws IOException {
      if (!sheet.hasCells()) {
        unselectOther(sheet);
        return;
      }
      XmlText text = parts.xml(sheet.part());
      if (old.isOurs(text)) {
        workbook.remove(sheet);
        return;
      }
      unselect(text);
      mark(text, sheet);
      if (text.isEdited()) {
        parts.put(sheet.part(), text::write);
      }
    }

    /** A sheet that nobody reads may be of any form. */
    private void unselectOther(WorkbookPart.Sheet sheet) throws IOException {
      try {
        XmlText text = parts.xml(sheet.part());
        unselect(text);
        if (text.isEdited()) {
          parts.put(sheet.part(), text::write);
        }
      } catch (IllegalStateException | IndexOutOfBoundsException e) {
        // It stays as it is.
      }
    }

    /** Several selected sheets would be typed into together. */
    private static void unselect(XmlText sheet) {
      Node views = sheet.child(sheet.root(), "sheetViews");
      if (views != null) {
        for (Node view : sheet.children(views, "sheetView")) {
          sheet.removeAttribute(view, "tabSelected");
        }
      }
    }

    /** Colours each place by its gravest remark, and says there what is wrong. */
    private void mark(XmlText text, WorkbookPart.Sheet sheet) throws IOException {
      // Of two sheets of one name, the first was read.
      Map<CellAddress, List<Remarque>> remarks = bySheet.remove(sheet.name());
      Map<Ton, List<CellAddress>> cellsByTone = new EnumMap<>(Ton.class);
      Comments notes = new Comments(parts, sheet.part(), text, persons);
      notes.removeOurs();
      if (remarks != null) {
        for (Map.Entry<CellAddress, List<Remarque>> place : remarks.entrySet()) {
          Ton gravest =
              place.getValue().stream().map(Remarque::ton).min(Ton::compareTo).orElseThrow();
          cellsByTone.computeIfAbsent(gravest, tone -> new ArrayList<>()).add(place.getKey());
          memory.check();
          if (comments++ < COMMENTS) {
            notes.note(place.getKey(), note(place.getValue()));
          }
        }
      }
      Marks.colour(text, cellsByTone, styles);
      notes.save();
    }

    private String note(List<Remarque> remarks) {
      List<String> notes = new ArrayList<>();
      remarks.stream().limit(REMARKS_PER_COMMENT).forEach(remark -> notes.add(remark.note()));
      if (remarks.size() > REMARKS_PER_COMMENT) {
        notes.add(annotation.reste());
      }
      return String.join("\n\n", notes);
    }
  }
}
