package org.verifqis.ecriture;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.verifqis.modele.Contenu;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.rapport.PhrasesReprise.Notice;

/**
 * Writes the official workbook that redditions are filled in, from the same description that they
 * are read with.
 */
public final class RedacteurGabarit {
  private static final String INSTRUCTIONS = "Instructions";
  private static final int CHARACTER = 256;
  private static final int PROSE_WIDTH = 110;
  private static final int PROSE_LINE = 125;
  private static final float LINE_POINTS = 15.5f;

  private final Gabarit gabarit;
  private final TemplateHelp help = TemplateHelp.load();

  /** A writer of the template. */
  public RedacteurGabarit(Gabarit gabarit) {
    this.gabarit = gabarit;
  }

  /**
   * Writes a workbook to be filled in.
   *
   * @param contenu what it says already
   * @param creeLe when it is made, which its properties tell
   */
  public void ecris(Contenu contenu, Instant creeLe, OutputStream sortie) throws IOException {
    ecris(contenu, null, creeLe, workbook -> {}, sortie);
  }

  /**
   * Writes a workbook that goes on from last year's reddition.
   *
   * @param contenu what it says already
   * @param notice what it took over, told among its instructions: whoever fills it in need not be
   *     who asked for it; null for nothing
   * @param creeLe when it is made, which its properties tell
   */
  public void ecris(Contenu contenu, Notice notice, Instant creeLe, OutputStream sortie)
      throws IOException {
    ecris(contenu, notice, creeLe, workbook -> {}, sortie);
  }

  /** The same, something being done with it before its formulas are worked out. */
  void ecris(
      Contenu contenu,
      Notice notice,
      Instant creeLe,
      Consumer<XSSFWorkbook> suite,
      OutputStream sortie)
      throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      TemplateLayout layout = new TemplateLayout(gabarit, help, contenu);
      TemplateStyles styles = new TemplateStyles(workbook);
      TemplateChecks checks = new TemplateChecks(help, layout);
      instructions(workbook, styles, notice);
      for (FeuilleVoulue wanted : gabarit.feuilles()) {
        XSSFSheet sheet = workbook.createSheet(wanted.nom());
        new TemplateSheet(gabarit, help, layout, styles, checks, sheet, wanted)
            .write(contenu.fiches(wanted.nom()));
      }
      ListSheet.write(workbook, gabarit);
      new TemplateFormulas(help, layout, styles).write(workbook, gabarit);
      suite.accept(workbook);
      workbook.setForceFormulaRecalculation(true);
      var properties = workbook.getProperties().getCoreProperties();
      properties.setCreator("verifqis");
      properties.setTitle(help.title());
      properties.setCreated(Optional.of(Date.from(creeLe)));
      properties.setModified(Optional.of(Date.from(creeLe)));
      Packages.write(workbook, Packages.Kind.TEMPLATE, sortie);
    }
  }

  private void instructions(XSSFWorkbook workbook, TemplateStyles styles, Notice notice) {
    XSSFSheet sheet = workbook.createSheet(INSTRUCTIONS);
    sheet.setDisplayGridlines(false);
    sheet.setColumnWidth(0, 3 * CHARACTER);
    sheet.setColumnWidth(1, PROSE_WIDTH * CHARACTER);
    int row = 1;
    line(sheet, row++, help.title()).setCellStyle(styles.title);
    line(sheet, row++, help.subtitle()).setCellStyle(styles.explanation);
    List<TemplateHelp.Section> sections = new ArrayList<>(help.sections());
    if (notice != null) {
      sections.add(0, new TemplateHelp.Section(notice.titre(), notice.lignes()));
    }
    for (TemplateHelp.Section section : sections) {
      row++;
      line(sheet, row++, section.title()).setCellStyle(styles.heading);
      for (String text : section.lines()) {
        XSSFCell cell = line(sheet, row++, "• " + text);
        cell.setCellStyle(styles.prose);
        cell.getRow().setHeightInPoints(LINE_POINTS * (1 + text.length() / PROSE_LINE));
      }
    }
    sheet.getPrintSetup().setFitHeight((short) 1);
    sheet.setFitToPage(true);
    sheet.enableLocking();
  }

  private static XSSFCell line(XSSFSheet sheet, int row, String text) {
    XSSFRow created = sheet.createRow(row);
    XSSFCell cell = created.createCell(1);
    cell.setCellValue(text);
    return cell;
  }
}
