package org.verifqis.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Gabarit;

/** A workbook with the two forms and the headers of the tables, for tests of the audit. */
public final class PetiteReddition {
  private static final Gabarit GABARIT = LecteurGabarit.charge();

  private final Map<String, String> valeurs = new HashMap<>();

  private PetiteReddition(String entente, int annee) {
    avec("codeEntente", entente);
    avec("exerciceDebut", annee + "-04-01");
    avec("exerciceFin", annee + 1 + "-03-31");
    avec("dateSignatureEntente", "2018-06-01");
    avec("dateFinEntente", "2024-03-31");
    avec("dateDepot", annee + 1 + "-06-15");
    avec("enveloppe", "1000000,00");
    avec("soldeOuverture", "100,00");
    avec("soldeCloture", "100,00");
  }

  /** That of an agreement for the year that begins in April of a year. */
  public static PetiteReddition de(String entente, int annee) {
    return new PetiteReddition(entente, annee);
  }

  /** With another value in a field. */
  public PetiteReddition avec(String cle, String valeur) {
    valeurs.put(cle, valeur);
    return this;
  }

  /** Writes it. */
  public Path ecris(Path fichier) {
    try (XSSFWorkbook classeur = new XSSFWorkbook()) {
      for (Gabarit.FeuilleVoulue voulue : GABARIT.feuilles()) {
        Sheet feuille = classeur.createSheet(voulue.nom());
        int rang = 0;
        Row entete = feuille.createRow(0);
        for (Champ champ : voulue.champs()) {
          if (voulue.tableau()) {
            entete.createCell(rang++).setCellValue(champ.libelle());
          } else {
            Row ligne = feuille.createRow(rang++);
            ligne.createCell(0).setCellValue(champ.libelle());
            ligne.createCell(1).setCellValue(valeurs.getOrDefault(champ.cle(), ""));
          }
        }
      }
      Files.createDirectories(fichier.getParent());
      try (OutputStream flux = Files.newOutputStream(fichier)) {
        classeur.write(flux);
      }
      return fichier;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
