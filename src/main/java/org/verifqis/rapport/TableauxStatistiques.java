package org.verifqis.rapport;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Part;
import org.verifqis.modele.Region;
import org.verifqis.modele.Theme;
import org.verifqis.modele.statistiques.Chiffres;
import org.verifqis.modele.statistiques.Effectif;
import org.verifqis.modele.statistiques.Rubrique;
import org.verifqis.modele.statistiques.Rubrique.Groupe;
import org.verifqis.modele.statistiques.Statistiques.Territoire;
import org.verifqis.rapport.Tableau.Case;
import org.verifqis.rapport.Tableau.Ligne;
import org.verifqis.rapport.Tableau.Nature;
import org.verifqis.rapport.Tableau.Rang;

/** The statistics by region, as tables: table 11 of the evaluation report, then the indicators. */
final class TableauxStatistiques {
  /** The themes of the upper half of table 11; those of the lower half are the others. */
  private static final Set<Theme> DU_HAUT =
      Collections.unmodifiableSet(EnumSet.range(Theme.SECURITE_ALIMENTAIRE, Theme.ELUS));

  private final Textes textes;
  private final Mots mots;
  private final Chiffres total;
  private final List<Territoire> territoires;

  TableauxStatistiques(BilanStatistique bilan, Textes textes) {
    this.textes = textes;
    this.mots = textes.mots();
    this.total = bilan.statistiques().total();
    this.territoires = bilan.statistiques().territoires();
  }

  /** Projects by theme and region, how many of them regional between parentheses. */
  Tableau projets() {
    return projets("stats.projets", this::effectif);
  }

  /** The same three times, each with one number a cell, for those who go on to calculate. */
  List<Tableau> projetsParPortee() {
    return List.of(
        projets("stats.projets.nombre", e -> nombre(e.total())),
        projets("stats.projets.regionaux", e -> nombre(e.regionaux())),
        projets("stats.projets.locaux", e -> nombre(e.locaux())));
  }

  private Tableau projets(String cle, Function<Effectif, Case> valeur) {
    List<Ligne> lignes = new ArrayList<>();
    for (Groupe groupe : Groupe.values()) {
      Set<Rubrique> rubriques = rubriques(groupe);
      if (rubriques.isEmpty()) {
        continue;
      }
      lignes.add(new Ligne(Rang.GROUPE, mots.mot("stats.groupe." + groupe), List.of()));
      for (Rubrique rubrique : rubriques) {
        lignes.add(
            effectifs(Rang.ORDINAIRE, titre(rubrique, textes), c -> c.effectif(rubrique), valeur));
      }
      lignes.add(effectifs(Rang.TOTAL, mots.mot("html.total"), c -> c.effectif(groupe), valeur));
      parts(
          lignes,
          "stats.pourcentage",
          c -> Part.de(c.effectif(groupe).total(), c.effectif().total()));
    }
    lignes.add(new Ligne(Rang.GROUPE, mots.mot("stats.tous"), List.of()));
    nombres(lignes, "stats.regionaux", c -> c.effectif().regionaux());
    parts(
        lignes, "stats.pourcentage", c -> Part.de(c.effectif().regionaux(), c.effectif().total()));
    parts(lignes, "stats.partMontant", c -> c.aide().partRegionale());
    nombres(lignes, "stats.locaux", c -> c.effectif().locaux());
    if (total.effectif().inconnus() > 0) {
      nombres(lignes, "stats.porteeInconnue", c -> c.effectif().inconnus());
    }
    lignes.add(
        effectifs(Rang.TOTAL, mots.mot("html.total"), Chiffres::effectif, e -> nombre(e.total())));
    List<String> entetes = entetes("stats.theme");
    entetes.add(mots.mot("stats.pourCent"));
    return new Tableau(
        mots.mot(cle),
        mots.mot("stats.projets.legende"),
        entetes,
        lignes.stream().map(this::complete).toList());
  }

  /** The other figures by region, each with what is unknown of it. */
  Tableau indicateurs() {
    List<Ligne> lignes = new ArrayList<>();
    nombres(lignes, "stats.redditions", Chiffres::redditions);
    nombres(lignes, "stats.nombreProjets", c -> c.effectif().total());
    groupe(lignes, "stats.alignement");
    nombres(lignes, "stats.alignes", c -> c.effectif(Groupe.PRIORITES_REGIONALES).total());
    parts(lignes, "stats.partAlignee", Chiffres::partAlignee);
    inconnus(lignes, c -> c.effectif(Groupe.ALIGNEMENT_INCONNU).total());
    groupe(lignes, "stats.argent");
    montants(lignes, "stats.aideRegionale", c -> c.aide().regionale());
    montants(lignes, "stats.aideLocale", c -> c.aide().locale());
    parts(lignes, "stats.partMontant", c -> c.aide().partRegionale());
    inconnus(lignes, c -> c.aide().inconnus());
    groupe(lignes, "stats.promoteurs");
    nombres(lignes, "stats.municipaux", c -> c.promoteurs().municipaux());
    nombres(lignes, "stats.mrc", c -> c.promoteurs().mrc());
    parts(lignes, "stats.partMunicipale", c -> c.promoteurs().partMunicipale());
    inconnus(lignes, c -> c.promoteurs().inconnus());
    groupe(lignes, "stats.personnes");
    nombres(lignes, "stats.rejointes", c -> c.personnes().rejointes());
    inconnus(lignes, c -> c.personnes().inconnus());
    groupe(lignes, "stats.levier");
    montants(lignes, "stats.aide", c -> c.levier().aide());
    montants(lignes, "stats.publiques", c -> c.levier().publiques());
    montants(lignes, "stats.milieu", c -> c.levier().milieu());
    montants(lignes, "stats.parDollar", c -> c.levier().parDollar());
    inconnus(lignes, c -> c.levier().inconnus());
    groupe(lignes, "stats.exclus");
    nombres(lignes, "stats.annules", c -> c.exclus().annules());
    nombres(lignes, "stats.statutInconnu", c -> c.exclus().statutInconnu());
    nombres(lignes, "stats.repris", c -> c.exclus().repris());
    return new Tableau(
        mots.mot("stats.indicateurs"),
        mots.mot("stats.indicateurs.legende"),
        entetes("stats.indicateur"),
        lignes);
  }

  /** What is shown of a row of table 11. */
  static String titre(Rubrique rubrique, Textes textes) {
    return rubrique.theme() == null
        ? textes.mots().mot("stats.objet." + rubrique.objet())
        : textes.libelle(rubrique.theme());
  }

  /** The rows of table 11 itself, and those that projects stand in. */
  private Set<Rubrique> rubriques(Groupe groupe) {
    Set<Rubrique> rubriques = new TreeSet<>();
    if (groupe != Groupe.ALIGNEMENT_INCONNU) {
      boolean haut = groupe == Groupe.PRIORITES_REGIONALES;
      Stream.of(Theme.values())
          .filter(theme -> DU_HAUT.contains(theme) == haut)
          .forEach(theme -> rubriques.add(Rubrique.de(groupe, theme)));
    }
    total.projets().keySet().stream().filter(r -> r.groupe() == groupe).forEach(rubriques::add);
    return rubriques;
  }

  private List<String> entetes(String premiere) {
    List<String> entetes = new ArrayList<>();
    entetes.add(mots.mot(premiere));
    territoires.forEach(t -> entetes.add(nom(t.region())));
    entetes.add(mots.mot("html.total"));
    return entetes;
  }

  private String nom(Region region) {
    return region == null ? mots.mot("stats.sansRegion") : region.nom();
  }

  private Ligne ligne(Rang rang, String titre, Function<Chiffres, Case> valeur) {
    List<Case> cases = new ArrayList<>();
    territoires.forEach(t -> cases.add(valeur.apply(t.chiffres())));
    cases.add(valeur.apply(total));
    return new Ligne(rang, titre, cases);
  }

  /** A row of projects, which ends with their share of all projects. */
  private Ligne effectifs(
      Rang rang,
      String titre,
      Function<Chiffres, Effectif> effectif,
      Function<Effectif, Case> valeur) {
    Ligne ligne = ligne(rang, titre, c -> valeur.apply(effectif.apply(c)));
    ligne.cases().add(part(Part.de(effectif.apply(total).total(), total.effectif().total())));
    return ligne;
  }

  /** A row without a share ends with an empty cell. */
  private Ligne complete(Ligne ligne) {
    if (ligne.rang() != Rang.GROUPE && ligne.cases().size() == territoires.size() + 1) {
      ligne.cases().add(new Case(Nature.TEXTE, "", null));
    }
    return ligne;
  }

  private void groupe(List<Ligne> lignes, String cle) {
    lignes.add(new Ligne(Rang.GROUPE, mots.mot(cle), List.of()));
  }

  private void nombres(List<Ligne> lignes, String cle, Function<Chiffres, Long> nombre) {
    lignes.add(ligne(Rang.ORDINAIRE, mots.mot(cle), c -> nombre(nombre.apply(c))));
  }

  private void inconnus(List<Ligne> lignes, Function<Chiffres, Long> nombre) {
    nombres(lignes, "stats.inconnus", nombre);
  }

  private void parts(List<Ligne> lignes, String cle, Function<Chiffres, Part> part) {
    lignes.add(ligne(Rang.ORDINAIRE, mots.mot(cle), c -> part(part.apply(c))));
  }

  private void montants(List<Ligne> lignes, String cle, Function<Chiffres, Montant> montant) {
    lignes.add(ligne(Rang.ORDINAIRE, mots.mot(cle), c -> montant(montant.apply(c))));
  }

  /** So many, how many of them regional, and how many of unknown reach: {@code 26 (2)}. */
  private Case effectif(Effectif effectif) {
    String texte = textes.format().nombre(effectif.total());
    if (effectif.inconnus() > 0) {
      texte =
          mots.mot(
              "stats.effectifIncertain",
              texte,
              textes.format().nombre(effectif.regionaux()),
              textes.format().nombre(effectif.inconnus()));
    } else if (effectif.regionaux() > 0) {
      texte = mots.mot("entente", texte, textes.format().nombre(effectif.regionaux()));
    }
    return new Case(Nature.NOMBRE, texte, BigDecimal.valueOf(effectif.total()));
  }

  private Case nombre(long nombre) {
    return new Case(Nature.NOMBRE, textes.format().nombre(nombre), BigDecimal.valueOf(nombre));
  }

  private Case part(Part part) {
    return part == null
        ? vide(Nature.PART)
        : new Case(Nature.PART, textes.format().part(part), part.fraction());
  }

  private Case montant(Montant montant) {
    return montant == null
        ? vide(Nature.MONTANT)
        : new Case(Nature.MONTANT, textes.format().montant(montant), montant.dollars());
  }

  private Case vide(Nature nature) {
    return new Case(nature, mots.mot("stats.rien"), null);
  }
}
