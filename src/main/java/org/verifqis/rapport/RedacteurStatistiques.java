package org.verifqis.rapport;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.statistiques.Chiffres;
import org.verifqis.modele.statistiques.Statistiques;

/** Writes statistics for people: at a terminal, in a browser, in a spreadsheet. */
public final class RedacteurStatistiques {
  private final Textes textes;
  private final Mots mots;

  /** What the template sees. */
  record PageStatistiques(
      BilanStatistique bilan, String titre, List<Tableau> tableaux, Textes textes, String style) {
    /** How many columns a letter-sized sheet of paper holds. */
    private static final int COLONNES_ETROITES = 8;

    /** Whether a sheet of paper must be turned and shrunk for it. */
    boolean estLarge(Tableau tableau) {
      return tableau.entetes().size() > COLONNES_ETROITES;
    }

    /** What its picture shows. */
    String legende(Tableau tableau) {
      return textes.mots().mot("stats.table." + tableau.cle() + ".image");
    }

    /** What matters first. */
    List<EnBref> enBref() {
      Mots mots = textes.mots();
      Statistiques s = bilan.statistiques();
      Chiffres total = s.total();
      List<EnBref> bref = new ArrayList<>();
      bref.add(compte("stats.bref.redditions", total.redditions(), s.attendues()));
      bref.add(compte("stats.bref.projets", total.effectif().total()));
      bref.add(compte("stats.bref.rejointes", total.personnes().rejointes()));
      if (total.partAlignee() != null) {
        bref.add(new EnBref(textes.fait(total.partAlignee()), mots.mot("stats.bref.alignes")));
      }
      if (total.levier().parDollar() != null) {
        bref.add(
            new EnBref(textes.fait(total.levier().parDollar()), mots.mot("stats.bref.levier")));
      }
      return bref;
    }

    private EnBref compte(String cle, long nombre, Object... autres) {
      return new EnBref(textes.fait(nombre), textes.mots().compte(cle, nombre, autres));
    }
  }

  /** A figure that stands alone, and what it is. */
  record EnBref(String valeur, String nom) {}

  /** In the language of the texts. */
  public RedacteurStatistiques(Textes textes) {
    this.textes = textes;
    this.mots = textes.mots();
  }

  /** The tables; those of where figures come from stand behind all others. */
  public List<Tableau> tableaux(BilanStatistique bilan) {
    List<Tableau> tableaux = new ArrayList<>(ecrits(bilan));
    if (bilan.detail()) {
      List.copyOf(tableaux).stream()
          .filter(t -> !t.provenances().isEmpty())
          .forEach(t -> tableaux.add(t.detail(mots)));
    }
    return tableaux;
  }

  /** The same for those who go on to calculate: one number a cell. */
  public List<Tableau> calculables(BilanStatistique bilan) {
    List<Tableau> tableaux = new ArrayList<>();
    for (Tableau tableau : tableaux(bilan)) {
      tableaux.add(tableau);
      if (tableau.aDont()) {
        tableaux.add(tableau.dont(mots));
      }
    }
    return tableaux;
  }

  private List<Tableau> ecrits(BilanStatistique bilan) {
    return new TableauxStatistiques(bilan, textes).tous();
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
    return tableaux(bilan).stream().map(this::totalDevant).toList();
  }

  private Tableau totalDevant(Tableau tableau) {
    int total = tableau.entetes().stream().map(Tableau.Entete::cle).toList().indexOf("total");
    if (total < 0) {
      return tableau;
    }
    return new Tableau(
        tableau.cle(),
        tableau.titre(),
        tableau.legende(),
        tableau.notes(),
        tableau.composition(),
        devant(tableau.entetes(), 1, total),
        tableau.lignes().stream()
            .map(
                l ->
                    l.cases().isEmpty()
                        ? l
                        : new Tableau.Ligne(
                            l.rang(),
                            l.cle(),
                            l.titre(),
                            l.exercice(),
                            devant(l.cases(), 0, total - 1)))
            .toList(),
        List.of(),
        tableau.image());
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
    PagesHtml.ecris(rendu("statistiques.jte", bilan), sortie);
  }

  /** What such a page shows, for a page of another's. */
  public String corps(BilanStatistique bilan) {
    return rendu("tableaux.jte", bilan);
  }

  private String rendu(String gabarit, BilanStatistique bilan) {
    return new PagesHtml()
        .rendu(
            gabarit,
            new PageStatistiques(bilan, titre(bilan), aMontrer(bilan), textes, PagesHtml.style()));
  }

  /** Writes them as JSON. */
  public void json(BilanStatistique bilan, OutputStream sortie) throws IOException {
    StatistiquesJson.ecris(bilan, ecrits(bilan), mots, sortie);
  }

  /** Writes them for spreadsheets, a figure a line. */
  public void csv(BilanStatistique bilan, OutputStream sortie) throws IOException {
    StatistiquesCsv.ecris(ecrits(bilan), textes, sortie);
  }
}
