package org.verifqis.rapport;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVPrinter;
import org.verifqis.modele.statistiques.Chiffre.Nature;
import org.verifqis.modele.statistiques.Grille.Rang;
import org.verifqis.rapport.Tableau.Case;
import org.verifqis.rapport.Tableau.Entete;
import org.verifqis.rapport.Tableau.Ligne;
import org.verifqis.rapport.Tableau.Source;

/** Writes tables for spreadsheets: a line a cell, told of what, so that they can be pivoted. */
final class StatistiquesCsv {
  static final List<String> COLONNES =
      List.of(
          "stats.csv.tableau",
          "stats.csv.groupe",
          "stats.csv.ligne",
          "stats.csv.colonne",
          "html.exercice",
          "html.fichier",
          "html.entente",
          "stats.csv.valeur",
          "stats.csv.dont",
          "stats.csv.inconnus");

  private final Textes textes;
  private final CSVPrinter lignes;

  private StatistiquesCsv(Textes textes, CSVPrinter lignes) {
    this.textes = textes;
    this.lignes = lignes;
  }

  static void ecris(List<Tableau> tableaux, Textes textes, OutputStream sortie) throws IOException {
    Writer csv = Sortie.utf8(sortie);
    csv.append(RedacteurCsv.MARQUE_UTF8);
    CSVPrinter lignes = new CSVPrinter(csv, RedacteurCsv.FORMAT);
    lignes.printRecord(COLONNES.stream().map(textes.mots()::mot));
    StatistiquesCsv redacteur = new StatistiquesCsv(textes, lignes);
    for (Tableau tableau : tableaux) {
      redacteur.lignes(tableau, tableau.lignes(), null);
      for (Tableau.Provenance provenance : tableau.provenances()) {
        redacteur.lignes(tableau, provenance.lignes(), provenance.source());
      }
    }
    lignes.flush();
  }

  private void lignes(Tableau tableau, List<Ligne> siennes, Source source) throws IOException {
    String groupe = "";
    for (Ligne ligne : siennes) {
      groupe = ligne.rang() == Rang.GROUPE ? ligne.titre() : groupe;
      for (int c = 0; c < ligne.cases().size(); c++) {
        Case une = ligne.cases().get(c);
        if (!une.texte().isEmpty()) {
          cellule(tableau.titre(), groupe, ligne, tableau.entetes().get(c + 1), une, source);
        }
      }
    }
  }

  private void cellule(
      String titre, String groupe, Ligne ligne, Entete entete, Case une, Source source)
      throws IOException {
    List<String> mots =
        new ArrayList<>(
            Arrays.asList(
                titre,
                groupe,
                ligne.titre(),
                entete.texte(),
                exercice(ligne, entete, source),
                source == null ? "" : source.fichier(),
                source == null ? "" : source.entente(),
                une.nature() == Nature.TEXTE ? une.texte() : decimal(une.nombre()),
                une.dont() == null ? "" : Long.toString(une.dont()),
                une.nature() == Nature.TEXTE ? "" : Long.toString(une.inconnus())));
    lignes.printRecord(mots.stream().map(RedacteurCsv::sansFormule));
  }

  private static String exercice(Ligne ligne, Entete entete, Source source) {
    return Stream.of(source == null ? null : source.exercice(), ligne.exercice(), entete.exercice())
        .filter(e -> e != null)
        .findFirst()
        .orElse("");
  }

  /** As a spreadsheet of the language takes it for a number; empty where it is not known. */
  private String decimal(BigDecimal nombre) {
    if (nombre == null) {
      return "";
    }
    String ecrit = nombre.toPlainString();
    return textes.langue() == Langue.FR ? ecrit.replace('.', ',') : ecrit;
  }
}
