package org.verifqis.modele.statistiques;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Part;
import org.verifqis.modele.RapportFinancier;
import org.verifqis.modele.Statut;
import org.verifqis.modele.Valeur;
import org.verifqis.modele.Verite;
import org.verifqis.modele.statistiques.Grille.Colonne;
import org.verifqis.modele.statistiques.Statistiques.Compilee;

/**
 * What came in, what went out, and what projects were paid (RAPPORT, tableaux 3 and 4, annexe 1).
 */
final class TableFinancement implements Table {
  /** A line of the financial report: its title is that of the gabarit. */
  private static Chiffre ligne(Lot lot, Function<RapportFinancier, Valeur<Montant>> ligne) {
    return Chiffre.somme(lot.de(a -> ligne.apply(a.finances()).contenu()), m -> m);
  }

  private static final Map<String, Function<RapportFinancier, Valeur<Montant>>> REVENUS =
      ordre(
          Map.entry("champ:versementsRecus", RapportFinancier::versementsRecus),
          Map.entry("champ:interets", RapportFinancier::interets),
          Map.entry("champ:autresRevenus", RapportFinancier::autresRevenus),
          Map.entry("champ:totalRevenus", RapportFinancier::totalRevenus));

  private static final Map<String, Function<RapportFinancier, Valeur<Montant>>> DEPENSES =
      ordre(
          Map.entry("champ:depCoordination", RapportFinancier::depCoordination),
          Map.entry("champ:depParticipation", RapportFinancier::depParticipation),
          Map.entry("champ:depProjetsRegionaux", RapportFinancier::depProjetsRegionaux),
          Map.entry("champ:depProjetsLocaux", RapportFinancier::depProjetsLocaux),
          Map.entry("champ:depAdministration", RapportFinancier::depAdministration),
          Map.entry("champ:depAutres", RapportFinancier::depAutres));

  private static final Map<String, Function<RapportFinancier, Valeur<Montant>>> SOLDES =
      ordre(
          Map.entry("champ:soldeOuverture", RapportFinancier::soldeOuverture),
          Map.entry("champ:soldeCloture", RapportFinancier::soldeCloture),
          Map.entry("champ:engagements", RapportFinancier::engagements));

  @SafeVarargs
  private static Map<String, Function<RapportFinancier, Valeur<Montant>>> ordre(
      Map.Entry<String, Function<RapportFinancier, Valeur<Montant>>>... lignes) {
    Map<String, Function<RapportFinancier, Valeur<Montant>>> ordre = new LinkedHashMap<>();
    for (Map.Entry<String, Function<RapportFinancier, Valeur<Montant>>> ligne : lignes) {
      ordre.put(ligne.getKey(), ligne.getValue());
    }
    return Collections.unmodifiableMap(ordre);
  }

  /** The redditions of a column; of several years, {@code plusieurs} is true. */
  private record Annees(Statistiques statistiques, Exercice exercice, Lot lot, boolean plusieurs) {}

  @Override
  public String cle() {
    return "financement";
  }

  @Override
  public boolean parExercice() {
    return true;
  }

  @Override
  public List<Object> series() {
    return List.copyOf(DEPENSES.keySet().stream().map(Mot::new).toList());
  }

  @Override
  public boolean renseignee(Apport apport) {
    RapportFinancier finances = apport.finances();
    return Stream.of(REVENUS, DEPENSES, SOLDES)
        .flatMap(lignes -> lignes.values().stream())
        .anyMatch(ligne -> ligne.apply(finances).estConnue());
  }

  @Override
  public Grille grille(Statistiques s) {
    List<Annees> annees = new ArrayList<>();
    List<Colonne> colonnes = new ArrayList<>();
    for (Exercice exercice : s.exercices()) {
      annees.add(new Annees(s, exercice, lot(s, exercice), false));
      colonnes.add(Colonne.de(exercice));
    }
    if (s.exercices().size() > 1) {
      Exercice dernier = s.exercices().get(s.exercices().size() - 1);
      annees.add(new Annees(s, dernier, new Lot(s.redditions()), true));
      colonnes.add(Colonne.de(new Mot("stats.ensemble")));
    }
    Grille grille = Grille.de("stats.poste", colonnes);
    grille.groupe(new Mot("stats.financement.revenus"));
    REVENUS.forEach((cle, l) -> grille.ligne(new Mot(cle), annees, a -> ligne(a.lot(), l)));
    grille.groupe(new Mot("stats.financement.depenses"));
    DEPENSES.forEach((cle, l) -> grille.ligne(new Mot(cle), annees, a -> ligne(a.lot(), l)));
    grille.ligne(
        new Mot("champ:totalDepenses"),
        annees,
        a -> ligne(a.lot(), RapportFinancier::totalDepenses));
    grille.groupe(new Mot("stats.financement.parts"));
    DEPENSES.forEach(
        (cle, l) -> grille.ligne(new Mot(cle), annees, a -> Chiffre.part(partDesDepenses(a, l))));
    grille.groupe(new Mot("stats.financement.soldes"));
    SOLDES.forEach(
        (cle, l) ->
            grille.ligne(
                new Mot(cle), annees, a -> a.plusieurs() ? Chiffre.RIEN : ligne(a.lot(), l)));
    grille.groupe(new Mot("stats.financement.enveloppes"));
    grille.ligne(
        new Mot("champ:enveloppe"), annees, a -> a.plusieurs() ? Chiffre.RIEN : enveloppe(a.lot()));
    grille.ligne(
        new Mot("stats.financement.verse"),
        annees,
        a ->
            a.plusieurs()
                ? Chiffre.RIEN
                : rapport(a.lot().redditions(), c -> c.apport().recus().aCeJour()));
    grille.ligne(
        new Mot("stats.financement.depense"),
        annees,
        a ->
            a.plusieurs()
                ? Chiffre.RIEN
                : rapport(a.lot().redditions(), c -> depenseACeJour(a, c.apport())));
    grille.groupe(new Mot("html.projets"));
    grille.ligne(
        new Mot("champ:aideVerseeExercice"),
        annees,
        a -> Chiffre.somme(actifs(a.lot()), Apport.Ligne::verse));
    grille.ligne(
        new Mot("stats.financement.actifs"),
        annees,
        a -> a.plusieurs() ? Chiffre.RIEN : actifsOuNon(a.lot()));
    grille.ligne(
        new Mot("stats.financement.nouveaux"),
        annees,
        a -> Chiffre.compte(actifs(a.lot()), Apport.Ligne::nouveau));
    grille.ligne(
        new Mot("stats.financement.termines"),
        annees,
        a -> Chiffre.compte(actifs(a.lot()), l -> Verite.de(l.statut() == Statut.TERMINE)));
    grille.ligne(
        new Mot("stats.financement.moyenne"),
        annees,
        a ->
            Chiffre.moyenne(
                actifs(a.lot()).size(),
                a.lot().de(Apport::projetsLus).stream().filter(l -> l).count()));
    if (s.exercices().size() > 1) {
      grille.ligne(
          new Mot("stats.financement.parAnnee"),
          annees,
          a ->
              a.plusieurs()
                  ? Chiffre.moyenne(
                      actifs(a.lot()).size(),
                      a.lot().de(Apport::exercice).stream().distinct().count())
                  : Chiffre.RIEN);
    }
    return grille;
  }

  private static Lot lot(Statistiques s, Exercice exercice) {
    return new Lot(
        s.redditions().stream().filter(c -> c.apport().exercice().equals(exercice)).toList());
  }

  /** Over the redditions of which this line and all others are known. */
  private static Part partDesDepenses(
      Annees annees, Function<RapportFinancier, Valeur<Montant>> ligne) {
    List<RapportFinancier> connus =
        annees.lot().de(Apport::finances).stream()
            .filter(f -> DEPENSES.values().stream().allMatch(l -> l.apply(f).estConnue()))
            .toList();
    Montant siennes =
        connus.stream().map(f -> ligne.apply(f).contenu()).reduce(Montant.ZERO, Montant::plus);
    Montant toutes =
        connus.stream()
            .flatMap(f -> f.depenses().stream())
            .map(Valeur::contenu)
            .reduce(Montant.ZERO, Montant::plus);
    return Part.de(siennes, toutes);
  }

  private static Chiffre enveloppe(Lot lot) {
    return Chiffre.somme(lot.de(a -> a.identification().enveloppe().contenu()), m -> m);
  }

  /** What sums are of the envelopes, over the redditions of which both are known. */
  private static Chiffre rapport(List<Compilee> redditions, Function<Compilee, Montant> somme) {
    Montant sommes = Montant.ZERO;
    Montant enveloppes = Montant.ZERO;
    long inconnus = 0;
    for (Compilee c : redditions) {
      Montant une = somme.apply(c);
      Montant enveloppe = c.apport().identification().enveloppe().contenu();
      if (une == null || enveloppe == null) {
        inconnus++;
      } else {
        sommes = sommes.plus(une);
        enveloppes = enveloppes.plus(enveloppe);
      }
    }
    return new Chiffre(Chiffre.Nature.PART, Part.de(sommes, enveloppes), null, inconnus);
  }

  /**
   * What was spent since the agreement began; null unless every year since is compiled: the first
   * one is that before which nothing was received.
   */
  private static Montant depenseACeJour(Annees annees, Apport apport) {
    Montant depenses = Montant.ZERO;
    for (Exercice e = apport.exercice(); ; e = new Exercice(e.annee() - 1)) {
      Apport un = annees.statistiques().reddition(apport.entente(), e);
      Montant sien = un == null ? null : un.finances().totalDepenses().contenu();
      if (sien == null) {
        return null;
      }
      depenses = depenses.plus(sien);
      if (un.recus().avant() != Verite.VRAI) {
        return un.recus().avant() == Verite.FAUX ? depenses : null;
      }
    }
  }

  private static List<Apport.Ligne> actifs(Lot lot) {
    return lot.tout(a -> a.projets().stream().filter(l -> l.actif().isVrai()).toList());
  }

  private static Chiffre actifsOuNon(Lot lot) {
    return Chiffre.compte(lot.tout(Apport::projets), Apport.Ligne::actif);
  }
}
