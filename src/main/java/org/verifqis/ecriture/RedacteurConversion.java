package org.verifqis.ecriture;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Contenu;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Fiche;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Valeur;
import org.verifqis.rapport.Mots;

/**
 * Fills in the official workbook with what was read of another one, and tells on a sheet of its own
 * where each value comes from. What the other one does not have is not there either: a verdict on
 * the one is that on the other.
 */
public final class RedacteurConversion {
  private static final int WIDE = 40 * 256;
  private static final int NARROW = 22 * 256;

  private final Gabarit gabarit;
  private final Mots mots;
  private final boolean complet;

  /**
   * A writer.
   *
   * @param complet whether what the other workbook does not have is left to be filled in: each row
   *     then lacks it
   */
  public RedacteurConversion(Gabarit gabarit, Mots mots, boolean complet) {
    this.gabarit = gabarit;
    this.mots = mots;
    this.complet = complet;
  }

  /** Writes the workbook. */
  public void ecris(Reddition reddition, Instant creeLe, OutputStream sortie) throws IOException {
    new RedacteurGabarit(gabarit)
        .ecris(
            contenu(reddition),
            null,
            creeLe,
            workbook -> {
              provenance(workbook, reddition);
              for (FeuilleVoulue wanted : gabarit.feuilles()) {
                leaveOut(workbook, wanted, reddition);
              }
            },
            sortie);
  }

  private static List<? extends Record> records(Reddition reddition, FeuilleVoulue wanted) {
    return reddition.fiches().getOrDefault(Onglet.de(wanted.nom()), List.of());
  }

  /** What cannot be read stands as it does there, so that it cannot be read here. */
  private Contenu contenu(Reddition reddition) {
    Contenu content = Contenu.vide();
    for (FeuilleVoulue wanted : gabarit.feuilles()) {
      for (Record record : records(reddition, wanted)) {
        Map<String, Object> values = new LinkedHashMap<>();
        Contenu.valeurs(record)
            .forEach(
                (key, value) -> {
                  if (value.estConnue()) {
                    values.put(key, value.contenu());
                  } else if (value.estIllisible()) {
                    values.put(key, value.montree());
                  }
                });
        content.ajoute(wanted.nom(), values);
      }
    }
    return content;
  }

  /** The labels of what the other workbook does not have, by our sheet; a whole sheet is empty. */
  public Map<String, List<String>> manquants(Reddition reddition) {
    Map<String, List<String>> missing = new LinkedHashMap<>();
    for (FeuilleVoulue wanted : gabarit.feuilles()) {
      Feuille.Etat state = reddition.feuille(Onglet.de(wanted.nom())).etat();
      if (state == Feuille.Etat.ABSENTE) {
        missing.put(wanted.nom(), List.of());
        continue;
      }
      List<String> fields =
          wanted.champs().stream()
              .filter(c -> c.requis() && isMissing(reddition, wanted, c))
              .map(Champ::libelle)
              .toList();
      if (!fields.isEmpty()) {
        missing.put(wanted.nom(), fields);
      }
    }
    return missing;
  }

  private static boolean isMissing(Reddition reddition, FeuilleVoulue wanted, Champ champ) {
    List<? extends Record> records = records(reddition, wanted);
    boolean headless =
        reddition.feuille(Onglet.de(wanted.nom())).etat() == Feuille.Etat.SANS_ENTETE;
    return headless
        || !records.isEmpty()
            && records.stream()
                .map(r -> Contenu.valeurs(r).get(champ.cle()))
                .allMatch(v -> !v.estConnue() && v.ligne() == 0);
  }

  private void leaveOut(XSSFWorkbook workbook, FeuilleVoulue wanted, Reddition reddition) {
    XSSFSheet sheet = workbook.getSheet(wanted.nom());
    List<? extends Record> records = records(reddition, wanted);
    for (int c = 0; c < wanted.champs().size(); c++) {
      Champ champ = wanted.champs().get(c);
      for (int r = 0; r < records.size(); r++) {
        Valeur<?> value = Contenu.valeurs(records.get(r)).get(champ.cle());
        if (!value.estConnue() && !value.estIllisible()) {
          // No formula of the template may say what nobody did.
          blank(sheet, wanted, c, r);
        }
      }
    }
    if (!complet) {
      leftOut(reddition, wanted).forEach(c -> clearLabel(sheet, wanted, c));
    }
    Feuille.Etat state = reddition.feuille(Onglet.de(wanted.nom())).etat();
    if (!complet && state == Feuille.Etat.ABSENTE) {
      workbook.setSheetName(
          workbook.getSheetIndex(sheet), mots.mot("conversion.feuille", wanted.nom()));
    }
  }

  /**
   * The required fields that the other workbook does not have, and that may be left out: a table
   * without half of them would have no header any more.
   */
  private static List<Integer> leftOut(Reddition reddition, FeuilleVoulue wanted) {
    List<Integer> missing =
        IntStream.range(0, wanted.champs().size())
            .filter(c -> wanted.champs().get(c).requis())
            .filter(c -> isMissing(reddition, wanted, wanted.champs().get(c)))
            .boxed()
            .toList();
    long required = wanted.champs().stream().filter(Champ::requis).count();
    boolean headless =
        reddition.feuille(Onglet.de(wanted.nom())).etat() == Feuille.Etat.SANS_ENTETE;
    return wanted.tableau() && !headless
        ? missing.subList(0, (int) Math.min(missing.size(), required / 2))
        : missing;
  }

  private static void blank(XSSFSheet sheet, FeuilleVoulue wanted, int champ, int record) {
    int row = TemplateLayout.FIRST + (wanted.tableau() ? record : champ);
    int column = wanted.tableau() ? champ : TemplateLayout.VALUE_COLUMN;
    XSSFRow found = sheet.getRow(row);
    if (found != null && found.getCell(column) != null) {
      found.getCell(column).setBlank();
    }
  }

  private static void clearLabel(XSSFSheet sheet, FeuilleVoulue wanted, int champ) {
    int row = wanted.tableau() ? TemplateLayout.HEADER : TemplateLayout.FIRST + champ;
    XSSFCell label = sheet.getRow(row).getCell(wanted.tableau() ? champ : 0);
    label.removeCellComment();
    label.setBlank();
  }

  private void provenance(XSSFWorkbook workbook, Reddition reddition) {
    XSSFSheet sheet = workbook.createSheet(mots.mot("conversion.provenance"));
    List<String> head = new ArrayList<>();
    for (String key : List.of("notreFeuille", "fiche", "champ", "leurFeuille", "leurCellule")) {
      head.add(mots.mot("conversion." + key));
    }
    write(sheet.createRow(0), head);
    int row = 1;
    for (FeuilleVoulue wanted : gabarit.feuilles()) {
      for (Record record : records(reddition, wanted)) {
        String name = record instanceof Fiche fiche ? fiche.identifiant().montree() : "";
        Map<String, Valeur<?>> values = Contenu.valeurs(record);
        for (Champ champ : wanted.champs()) {
          Valeur<?> value = values.get(champ.cle());
          if (value.estConnue() || value.estIllisible()) {
            write(
                sheet.createRow(row++),
                List.of(
                    wanted.nom(),
                    name == null ? "" : name,
                    champ.libelle(),
                    sheets(value),
                    cells(value)));
          }
        }
      }
    }
    for (int c = 0; c < head.size(); c++) {
      sheet.setColumnWidth(c, c == 2 || c == 4 ? WIDE : NARROW);
    }
    sheet.createFreezePane(0, 1);
    sheet.enableLocking();
  }

  private String sheets(Valeur<?> value) {
    boolean declared = value.emplacement().feuille().etat() == Feuille.Etat.DECLAREE;
    return declared
        ? mots.mot("conversion.declare")
        : value.emplacements().stream()
            .map(place -> place.feuille().nom())
            .distinct()
            .collect(Collectors.joining(" + "));
  }

  /** With the sheet where there are several. */
  private static String cells(Valeur<?> value) {
    List<Emplacement> places = Emplacement.joints(value.emplacements());
    boolean one = places.stream().map(p -> p.feuille().nom()).distinct().count() == 1;
    return places.stream()
        .filter(p -> p.reference() != null)
        .map(p -> one ? p.reference() : p.feuille().nom() + "!" + p.reference())
        .collect(Collectors.joining(" + "));
  }

  private static void write(Row row, List<String> texts) {
    for (int c = 0; c < texts.size(); c++) {
      Cell cell = row.createCell(c);
      cell.setCellValue(TextLimits.cell(texts.get(c)));
    }
  }
}
