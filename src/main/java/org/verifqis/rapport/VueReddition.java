package org.verifqis.rapport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Niveau;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Gravite;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Regle;
import org.verifqis.regles.ResultatRegle;
import org.verifqis.regles.StatutRegle;

/** A reddition as the templates of the HTML report see it. */
final class VueReddition {
  /** How many findings of a rule on a sheet are shown: a browser has to hold them. */
  static final int PLAFOND = 200;

  /** Beyond so many findings those of a rule are folded. */
  private static final int PLIS = 25;

  /** Up to so many findings those of a rule are printed on one page. */
  private static final int COURTE = 5;

  private final Jugement jugement;
  private final Textes textes;
  private final String ancre;
  private final Comptes comptes;
  private final List<GroupeFeuille> feuilles;
  private final Map<String, String> ancres = new HashMap<>();

  VueReddition(Jugement jugement, Textes textes, int rang) {
    this.jugement = jugement;
    this.textes = textes.sous(jugement.fichier().origine());
    this.ancre = "r" + rang;
    this.comptes = Comptes.de(jugement);
    this.feuilles = comptes.feuilles();
    for (GroupeFeuille feuille : feuilles) {
      feuille
          .regles()
          .forEach(groupe -> ancres.putIfAbsent(groupe.regle().id(), ancre(feuille, groupe)));
    }
  }

  Jugement jugement() {
    return jugement;
  }

  /** The texts, as they are said of its workbook. */
  Textes textes() {
    return textes;
  }

  String ancre() {
    return ancre;
  }

  String ancre(GroupeFeuille feuille) {
    int rang = feuille.feuille().rang();
    // Several sheets of another layout may say what one of ours asks.
    long avant =
        feuilles.subList(0, feuilles.indexOf(feuille)).stream()
            .filter(autre -> autre.feuille().rang() == rang)
            .count();
    return ancre + "-f" + rang + (avant == 0 ? "" : "." + (avant + 1));
  }

  String ancre(GroupeFeuille feuille, GroupeRegle groupe) {
    return ancre(feuille) + "-" + groupe.regle().id();
  }

  /** Where the first findings of a rule stand in the page; null where it has none. */
  String ancre(Regle regle) {
    return ancres.get(regle.id());
  }

  /** What people call it: its agreement and year, or its file where they are unknown. */
  String titre() {
    if (jugement.entente() == null || jugement.exercice() == null) {
      return jugement.fichier().nom();
    }
    return jugement.entente().nom() + ", " + jugement.exercice().nom();
  }

  /** By what the workbook was read; empty for the template. */
  List<String> origine() {
    return textes.mots().origine(jugement.fichier().origine());
  }

  Cible4 cible4() {
    return new Cible4(jugement, textes);
  }

  /** The levels of cible 4, lowest first. */
  static List<Niveau> echelle() {
    List<Niveau> niveaux = new ArrayList<>(Arrays.asList(Niveau.values()));
    Collections.reverse(niveaux);
    return niveaux;
  }

  List<GroupeFeuille> feuilles() {
    return feuilles;
  }

  String nom(Feuille feuille) {
    return textes.mots().feuille(feuille);
  }

  /** How many findings people are told. */
  Comptes comptes() {
    return comptes;
  }

  /** Those of a severity. */
  long nombre(Gravite gravite) {
    return comptes.de(gravite);
  }

  /** How many of a severity of a sheet. */
  static long nombre(GroupeFeuille feuille, Gravite gravite) {
    return feuille.regles().stream()
        .filter(groupe -> groupe.regle().gravite() == gravite)
        .mapToLong(groupe -> groupe.dits().size())
        .sum();
  }

  static boolean deplie(GroupeRegle groupe) {
    return groupe.dits().size() <= PLIS;
  }

  static boolean courte(GroupeRegle groupe) {
    return groupe.dits().size() <= COURTE;
  }

  /** The remedy that all the findings shown share; null where they have several. */
  String correctionCommune(GroupeRegle groupe) {
    List<String> corrections =
        groupe.premiers(PLAFOND).stream().map(textes::correction).distinct().toList();
    return corrections.size() == 1 ? corrections.get(0) : null;
  }

  /** The further places of a finding; those on the sheet of the first without its name. */
  static List<String> autresLieux(Constat constat) {
    Feuille feuille = constat.emplacements().get(0).feuille();
    return constat.emplacements().stream().skip(1).map(e -> lieu(e, feuille)).toList();
  }

  private static String lieu(Emplacement emplacement, Feuille feuille) {
    String cellule = emplacement.reference();
    boolean ici = emplacement.fichier() == null;
    String autre = (ici ? "" : "[" + emplacement.fichier() + "]") + emplacement.feuille().nom();
    if (cellule == null) {
      return autre;
    }
    boolean memeFeuille = ici && emplacement.feuille().equals(feuille);
    return memeFeuille ? cellule : autre + "!" + cellule;
  }

  /** What the rules came to, by family. */
  Map<String, List<ResultatRegle>> familles() {
    Map<String, List<ResultatRegle>> familles = new LinkedHashMap<>();
    for (ResultatRegle resultat : jugement.resultats()) {
      familles.computeIfAbsent(resultat.regle().famille(), f -> new ArrayList<>()).add(resultat);
    }
    return familles;
  }

  long nombre(StatutRegle statut) {
    return jugement.resultats().stream().filter(r -> r.statut() == statut).count();
  }

  /** The style class of a code. */
  static String classe(Enum<?> code) {
    return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
