package org.verifqis.ecriture;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.verifqis.classeur.FichierRefuse;
import org.verifqis.classeur.Limites;
import org.verifqis.classeur.Recalcul;
import org.verifqis.classeur.Source;
import org.verifqis.modele.Correction;

/**
 * Writes corrections into the cells of a copy of a workbook. The style of a cell stays, its formula
 * gives way; what other formulas give is told anew, and all else is copied as it is.
 */
public final class Correcteur {
  private final Limites limites;

  /** A writer of corrections into files within limits. */
  public Correcteur(Limites limites) {
    this.limites = limites;
  }

  /**
   * Writes a corrected copy; the file itself stays as it is. Of two corrections of a cell the last
   * one holds.
   *
   * @throws FichierRefuse if the file can't be read as a workbook, or can't be written to
   */
  public void corrige(Source source, List<Correction> corrections, OutputStream sortie)
      throws IOException {
    CopiedPackage.copy(
        source,
        limites,
        (original, parts) -> {
          write(parts, corrections, Recalcul.de(original, corrections));
          parts.write(sortie);
        });
  }

  private static void write(CopiedPackage parts, List<Correction> corrections, Recalcul recalcul)
      throws IOException {
    WorkbookPart workbook = new WorkbookPart(parts);
    StyleSheet styles = new StyleSheet(parts, workbook.name());
    Map<String, List<Correction>> bySheet =
        corrections.stream()
            .collect(
                Collectors.groupingBy(
                    correction -> correction.valeur().emplacement().feuille().nom(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    boolean formulasDropped = false;
    for (WorkbookPart.Sheet sheet : workbook.sheets()) {
      // Of two sheets of one name, the first was read.
      List<Correction> typed = bySheet.remove(sheet.name());
      Map<?, ?> results = recalcul.resultats().get(sheet.name());
      if (!sheet.hasCells() || typed == null && results == null) {
        continue;
      }
      XmlText text = parts.xml(sheet.part());
      CorrectedSheet corrected = new CorrectedSheet(text, styles, workbook.date1904());
      corrected.type(typed == null ? List.of() : typed);
      corrected.renew(recalcul.resultats().getOrDefault(sheet.name(), Map.of()));
      corrected.tell(recalcul.formules().getOrDefault(sheet.name(), Map.of()));
      formulasDropped |= corrected.write();
      parts.put(sheet.part(), text::write);
    }
    if (formulasDropped) {
      workbook.forgetOrder();
    }
    workbook.recalculate();
    styles.save();
    workbook.save();
  }
}
