package org.verifqis.rapport;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVPrinter;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Part;
import org.verifqis.modele.statistiques.Apport;
import org.verifqis.modele.statistiques.Chiffres;
import org.verifqis.modele.statistiques.Effectif;
import org.verifqis.modele.statistiques.Rubrique;
import org.verifqis.modele.statistiques.Rubrique.Groupe;
import org.verifqis.modele.statistiques.Statistiques;
import org.verifqis.modele.statistiques.Statistiques.Compilee;
import org.verifqis.modele.statistiques.Statistiques.Territoire;

/**
 * Writes statistics for spreadsheets: a line a figure, told of what, so that they can be pivoted.
 */
final class StatistiquesCsv {
  static final List<String> COLONNES =
      List.of(
          "stats.csv.niveau",
          "stats.csv.region",
          "html.entente",
          "html.exercice",
          "html.fichier",
          "stats.partie",
          "stats.theme",
          "stats.csv.chiffre",
          "stats.csv.valeur");

  private final BilanStatistique bilan;
  private final Statistiques statistiques;
  private final Textes textes;
  private final Mots mots;

  StatistiquesCsv(BilanStatistique bilan, Textes textes) {
    this.bilan = bilan;
    this.statistiques = bilan.statistiques();
    this.textes = textes;
    this.mots = textes.mots();
  }

  /** A figure: the part and the row of table 11 that it is of, its name and its value. */
  private record Chiffre(String partie, String theme, String cle, String valeur) {}

  void ecris(OutputStream sortie) throws IOException {
    Writer csv = Sortie.utf8(sortie);
    csv.append(RedacteurCsv.MARQUE_UTF8);
    CSVPrinter lignes = new CSVPrinter(csv, RedacteurCsv.FORMAT);
    lignes.printRecord(COLONNES.stream().map(mots::mot));
    for (Chiffre chiffre : chiffres(statistiques.total())) {
      ecris(lignes, List.of(mots.mot("html.total"), "", "", "", ""), chiffre);
    }
    for (Territoire territoire : statistiques.territoires()) {
      String region =
          territoire.region() == null
              ? mots.mot("stats.sansRegion")
              : textes.fait(territoire.region());
      for (Chiffre chiffre : chiffres(territoire.chiffres())) {
        ecris(lignes, List.of(mots.mot("stats.csv.region"), region, "", "", ""), chiffre);
      }
    }
    for (Compilee compilee : statistiques.redditions()) {
      List<String> place = place(compilee.apport());
      ecris(lignes, place, new Chiffre("", "", "html.cible4", niveau(compilee.apport())));
      if (bilan.detail()) {
        for (Chiffre chiffre : chiffres(compilee.chiffres())) {
          ecris(lignes, place, chiffre);
        }
      }
    }
    for (BilanStatistique.Laissee laissee : bilan.laissees()) {
      ecris(
          lignes,
          List.of(mots.mot("html.fichier"), "", "", "", laissee.fichier()),
          new Chiffre("", "", "stats.laissees", DetailStatistiques.cause(laissee, mots)));
    }
    lignes.flush();
  }

  private void ecris(CSVPrinter lignes, List<String> place, Chiffre chiffre) throws IOException {
    lignes.printRecord(
        Stream.concat(
                place.stream(),
                Stream.of(
                    chiffre.partie(), chiffre.theme(), mots.mot(chiffre.cle()), chiffre.valeur()))
            .map(RedacteurCsv::sansFormule));
  }

  private List<String> place(Apport apport) {
    String region =
        apport.entente().region() == null
            ? mots.mot("stats.sansRegion")
            : textes.fait(apport.entente().region());
    return List.of(
        mots.mot("stats.csv.reddition"),
        region,
        textes.fait(apport.entente()),
        apport.exercice().nom(),
        apport.fichier().nom());
  }

  private String niveau(Apport apport) {
    return textes.niveau(apport.niveau() == null ? Cible4.INDETERMINE : apport.niveau().name());
  }

  private List<Chiffre> chiffres(Chiffres c) {
    List<Chiffre> chiffres = new ArrayList<>();
    nombre(chiffres, "stats.redditions", c.redditions());
    effectif(chiffres, "", "", c.effectif());
    part(chiffres, "stats.partRegionale", c.effectif().partRegionale());
    for (Map.Entry<Rubrique, Effectif> entree : c.projets().entrySet()) {
      effectif(
          chiffres,
          mots.mot("stats.groupe." + entree.getKey().groupe()),
          TableauxStatistiques.titre(entree.getKey(), textes),
          entree.getValue());
    }
    nombre(chiffres, "stats.alignes", c.effectif(Groupe.PRIORITES_REGIONALES).total());
    nombre(chiffres, "stats.alignementInconnu", c.effectif(Groupe.ALIGNEMENT_INCONNU).total());
    part(chiffres, "stats.partAlignee", c.partAlignee());
    montant(chiffres, "stats.aideRegionale", c.aide().regionale());
    montant(chiffres, "stats.aideLocale", c.aide().locale());
    nombre(chiffres, "stats.aideInconnue", c.aide().inconnus());
    part(chiffres, "stats.partMontant", c.aide().partRegionale());
    nombre(chiffres, "stats.municipaux", c.promoteurs().municipaux());
    nombre(chiffres, "stats.mrc", c.promoteurs().mrc());
    nombre(chiffres, "stats.categorieInconnue", c.promoteurs().inconnus());
    part(chiffres, "stats.partMunicipale", c.promoteurs().partMunicipale());
    nombre(chiffres, "stats.rejointes", c.personnes().rejointes());
    nombre(chiffres, "stats.rejointesInconnues", c.personnes().inconnus());
    montant(chiffres, "stats.aide", c.levier().aide());
    montant(chiffres, "stats.publiques", c.levier().publiques());
    montant(chiffres, "stats.milieu", c.levier().milieu());
    montant(chiffres, "stats.parDollar", c.levier().parDollar());
    nombre(chiffres, "stats.levierInconnu", c.levier().inconnus());
    nombre(chiffres, "stats.annules", c.exclus().annules());
    nombre(chiffres, "stats.statutInconnu", c.exclus().statutInconnu());
    nombre(chiffres, "stats.repris", c.exclus().repris());
    return chiffres;
  }

  private void effectif(List<Chiffre> chiffres, String partie, String theme, Effectif effectif) {
    chiffres.add(new Chiffre(partie, theme, "stats.nombreProjets", entier(effectif.total())));
    chiffres.add(new Chiffre(partie, theme, "stats.regionaux", entier(effectif.regionaux())));
    chiffres.add(new Chiffre(partie, theme, "stats.locaux", entier(effectif.locaux())));
    chiffres.add(new Chiffre(partie, theme, "stats.porteeInconnue", entier(effectif.inconnus())));
  }

  private void nombre(List<Chiffre> chiffres, String cle, long nombre) {
    chiffres.add(new Chiffre("", "", cle, entier(nombre)));
  }

  private void montant(List<Chiffre> chiffres, String cle, Montant montant) {
    chiffres.add(new Chiffre("", "", cle, montant == null ? "" : decimal(montant.dollars())));
  }

  private void part(List<Chiffre> chiffres, String cle, Part part) {
    chiffres.add(new Chiffre("", "", cle, part == null ? "" : decimal(part.fraction())));
  }

  private static String entier(long nombre) {
    return Long.toString(nombre);
  }

  /** As a spreadsheet of the language takes it for a number. */
  private String decimal(BigDecimal nombre) {
    String ecrit = nombre.toPlainString();
    return textes.langue() == Langue.FR ? ecrit.replace('.', ',') : ecrit;
  }
}
