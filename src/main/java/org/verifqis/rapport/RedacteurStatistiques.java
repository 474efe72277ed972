package org.verifqis.rapport;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.verifqis.modele.Exercice;

/** Writes statistics for people: at a terminal, in a browser, in a spreadsheet. */
public final class RedacteurStatistiques {
  private final Textes textes;
  private final Mots mots;

  /** What the template sees. */
  record PageStatistiques(
      BilanStatistique bilan, String titre, List<Tableau> tableaux, Textes textes, String style) {
    /** How many columns a letter-sized sheet of paper holds. */
    private static final int COLONNES_ETROITES = 8;

    boolean estLarge() {
      return tableaux.stream().anyMatch(t -> t.entetes().size() > COLONNES_ETROITES);
    }
  }

  /** In the language of the texts. */
  public RedacteurStatistiques(Textes textes) {
    this.textes = textes;
    this.mots = textes.mots();
  }

  /** The tables, one number a cell where they are to be calculated with. */
  public List<Tableau> tableaux(BilanStatistique bilan, boolean calculables) {
    TableauxStatistiques regions = new TableauxStatistiques(bilan, textes);
    DetailStatistiques detail = new DetailStatistiques(bilan, textes);
    List<Tableau> tableaux =
        new ArrayList<>(calculables ? regions.projetsParPortee() : List.of(regions.projets()));
    tableaux.add(regions.indicateurs());
    tableaux.add(detail.niveaux());
    tableaux.add(detail.cible4());
    if (bilan.detail()) {
      tableaux.add(detail.redditions());
      tableaux.add(detail.rubriques());
    }
    tableaux.add(detail.laissees());
    return tableaux;
  }

  /** The title of all of it. */
  public String titre(BilanStatistique bilan) {
    List<Exercice> exercices = bilan.statistiques().exercices();
    return exercices.size() == 1
        ? mots.mot("stats.titre.un", exercices.get(0).nom())
        : mots.mot(
            "stats.titre.plusieurs",
            exercices.get(0).nom(),
            exercices.get(exercices.size() - 1).nom());
  }

  /** Writes them as text for a terminal of so many columns. */
  public void console(BilanStatistique bilan, int largeur, Charset jeu, OutputStream sortie)
      throws IOException {
    PrintWriter console = new PrintWriter(new OutputStreamWriter(sortie, jeu));
    console.print(Inoffensif.ligne(titre(bilan)) + "\n");
    for (Tableau tableau : aMontrer(bilan)) {
      console.print("\n" + new TableauConsole(tableau, largeur).texte());
    }
    if (console.checkError()) {
      throw new IOException("the terminal can't be written to");
    }
  }

  /** A screen shows few regions at once: the columns of the total come before them. */
  private List<Tableau> aMontrer(BilanStatistique bilan) {
    return tableaux(bilan, false).stream().map(this::totalDevant).toList();
  }

  private Tableau totalDevant(Tableau tableau) {
    int total = tableau.entetes().indexOf(mots.mot("html.total"));
    if (total < 0) {
      return tableau;
    }
    return new Tableau(
        tableau.titre(),
        tableau.legende(),
        devant(tableau.entetes(), 1, total),
        tableau.lignes().stream()
            .map(
                ligne ->
                    ligne.cases().isEmpty()
                        ? ligne
                        : new Tableau.Ligne(
                            ligne.rang(), ligne.titre(), devant(ligne.cases(), 0, total - 1)))
            .toList());
  }

  /** The list, what stands from a place on being moved to an earlier one. */
  private static <T> List<T> devant(List<T> liste, int ou, int depuis) {
    List<T> deplacee = new ArrayList<>(liste.subList(0, ou));
    deplacee.addAll(liste.subList(depuis, liste.size()));
    deplacee.addAll(liste.subList(ou, depuis));
    return deplacee;
  }

  /** Writes them as one HTML page. */
  public void html(BilanStatistique bilan, OutputStream sortie) throws IOException {
    StringOutput page = new StringOutput();
    TemplateEngine.createPrecompiled(
            null,
            ContentType.Html,
            RedacteurStatistiques.class.getClassLoader(),
            RedacteurStatistiques.class.getPackageName())
        .render(
            "statistiques.jte",
            new PageStatistiques(bilan, titre(bilan), aMontrer(bilan), textes, style()),
            page);
    Writer html = Sortie.utf8(sortie);
    html.write(Inoffensif.texte(page.toString()));
    html.flush();
  }

  /** Writes them as JSON. */
  public void json(BilanStatistique bilan, OutputStream sortie) throws IOException {
    StatistiquesJson.ecris(bilan, textes.mots(), sortie);
  }

  /** Writes them for spreadsheets, a figure a line. */
  public void csv(BilanStatistique bilan, OutputStream sortie) throws IOException {
    new StatistiquesCsv(bilan, textes).ecris(sortie);
  }

  private static String style() {
    try (InputStream flux = RedacteurStatistiques.class.getResourceAsStream("rapport.css")) {
      return new String(flux.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("rapport.css can't be read", e);
    }
  }
}
