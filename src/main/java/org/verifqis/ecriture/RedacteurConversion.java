package org.verifqis.ecriture;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.verifqis.modele.NonTenu;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Releve;
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
              IllegibleCells illegible = new IllegibleCells(workbook, gabarit, reddition);
              for (FeuilleVoulue wanted : gabarit.feuilles()) {
                leaveOut(workbook, wanted, reddition, illegible);
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

  /**
   * The labels of what the other workbook does not have for some or all of its records, by our
   * sheet; a whole sheet is empty.
   */
  public Map<String, List<String>> manquants(Reddition reddition) {
    Map<String, List<String>> missing = new LinkedHashMap<>();
    for (FeuilleVoulue wanted : gabarit.feuilles()) {
      Feuille.Etat state = state(reddition, wanted);
      boolean headless = state == Feuille.Etat.SANS_ENTETE;
      Set<String> told = missing(reddition, wanted);
      List<String> fields =
          wanted.champs().stream()
              .filter(Champ::requis)
              .map(Champ::libelle)
              .filter(label -> headless || told.contains(label))
              .toList();
      if (state == Feuille.Etat.ABSENTE || !fields.isEmpty()) {
        missing.put(wanted.nom(), fields);
      }
    }
    return missing;
  }

  private static Feuille.Etat state(Reddition reddition, FeuilleVoulue wanted) {
    return reddition.feuille(Onglet.de(wanted.nom())).etat();
  }

  /** The labels of the required fields that reading did not find, for some or all records. */
  private static Set<String> missing(Reddition reddition, FeuilleVoulue wanted) {
    return reddition.releves().stream()
        .filter(one -> one.nature() == Releve.Nature.COLONNE_ABSENTE)
        .flatMap(one -> one.anomalies().stream())
        .filter(one -> one.emplacements().get(0).feuille().cle().equals(wanted.nom()))
        .map(one -> String.valueOf(one.faits().get("champ")))
        .collect(Collectors.toSet());
  }

  private void leaveOut(
      XSSFWorkbook workbook, FeuilleVoulue wanted, Reddition reddition, IllegibleCells illegible) {
    XSSFSheet sheet = workbook.getSheet(wanted.nom());
    List<? extends Record> records = records(reddition, wanted);
    Feuille.Etat state = state(reddition, wanted);
    Set<String> missing = missing(reddition, wanted);
    for (int c = 0; c < wanted.champs().size(); c++) {
      Champ champ = wanted.champs().get(c);
      boolean lacking = !complet && missing.contains(champ.libelle());
      boolean any = false;
      for (int r = 0; r < records.size(); r++) {
        Valeur<?> value = Contenu.valeurs(records.get(r)).get(champ.cle());
        boolean given = value.estConnue() || value.estIllisible();
        XSSFCell cell = cell(sheet, wanted, c, r);
        any |= given || value.ligne() > 0;
        if (cell != null && value.estIllisible()) {
          illegible.write(cell, value);
        } else if (cell != null && !given) {
          // No formula of the template may say what nobody did.
          cell.setBlank();
        }
      }
      if (!complet && state == Feuille.Etat.SANS_ENTETE) {
        label(sheet, wanted, c).setBlank();
      } else if (lacking && !any) {
        label(sheet, wanted, c).setCellValue(NonTenu.entete(champ));
      } else if (lacking) {
        mark(sheet, wanted, c, records);
      }
    }
    boolean none =
        state == Feuille.Etat.ABSENTE
            || state == Feuille.Etat.SANS_OBJET
                && reddition.feuille(Onglet.de(wanted.nom())).nom().equals(wanted.nom());
    if (!complet && none) {
      for (int c = 0; c < wanted.champs().size(); c++) {
        // Else it would be taken for the sheet under another name.
        label(sheet, wanted, c).setCellValue(NonTenu.entete(wanted.champs().get(c)));
      }
      workbook.setSheetName(
          workbook.getSheetIndex(sheet), mots.mot("conversion.feuille", wanted.nom()));
    }
  }

  private static void mark(
      XSSFSheet sheet, FeuilleVoulue wanted, int champ, List<? extends Record> records) {
    for (int r = 0; r < records.size(); r++) {
      Valeur<?> value = Contenu.valeurs(records.get(r)).get(wanted.champs().get(champ).cle());
      if (!value.estConnue() && !value.estIllisible() && value.ligne() == 0) {
        cell(sheet, wanted, champ, r).setCellValue(NonTenu.MARQUE);
      }
    }
  }

  private static XSSFCell cell(XSSFSheet sheet, FeuilleVoulue wanted, int champ, int record) {
    int row = TemplateLayout.FIRST + (wanted.tableau() ? record : champ);
    int column = wanted.tableau() ? champ : TemplateLayout.VALUE_COLUMN;
    XSSFRow found = sheet.getRow(row);
    return found == null ? null : found.getCell(column);
  }

  private static XSSFCell label(XSSFSheet sheet, FeuilleVoulue wanted, int champ) {
    int row = wanted.tableau() ? TemplateLayout.HEADER : TemplateLayout.FIRST + champ;
    return sheet.getRow(row).getCell(wanted.tableau() ? champ : 0);
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
