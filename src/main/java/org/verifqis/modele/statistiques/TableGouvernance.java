package org.verifqis.modele.statistiques;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.verifqis.modele.FamillePartenaires;
import org.verifqis.modele.Identification;
import org.verifqis.modele.Instance;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Palier;
import org.verifqis.modele.Part;
import org.verifqis.modele.RoleInstance;
import org.verifqis.modele.TypeInstance;
import org.verifqis.modele.Verite;
import org.verifqis.modele.statistiques.Lot.Mesure;

/** How each Alliance is governed, as its last reddition shows (RAPPORT, tableaux 6 and 13). */
final class TableGouvernance implements Table {
  @Override
  public String cle() {
    return "gouvernance";
  }

  @Override
  public boolean renseignee(Apport apport) {
    return apport.ditLaGouvernance();
  }

  @Override
  public Statistiques portee(Statistiques statistiques) {
    return statistiques.dernieres(a -> true);
  }

  @Override
  public Grille grille(Statistiques s) {
    List<Mesure> mesures = new ArrayList<>();
    mesures.add(Mesure.de("champ:mandataireType", l -> dit(l, i -> i.mandataireType().contenu())));
    mesures.add(Mesure.de("champ:gestion", l -> dit(l, i -> i.gestion().contenu())));
    mesures.add(Mesure.de("stats.gouvernance.part", TableGouvernance::partReservee));
    for (Palier palier : Palier.values()) {
      for (RoleInstance role : RoleInstance.values()) {
        mesures.add(
            new Mesure(
                List.of(new Mot("stats.gouvernance.instances"), palier, role),
                l ->
                    Chiffre.compte(
                        l.tout(Apport::instances),
                        i -> i.palier().est(palier).et(i.role().est(role)))));
      }
    }
    mesures.add(Mesure.de("stats.gouvernance.table", l -> un(l, TableGouvernance::table)));
    mesures.add(Mesure.de("stats.gouvernance.sieges", l -> un(l, TableGouvernance::sieges)));
    mesures.add(Mesure.de("champ:familles", l -> un(l, TableGouvernance::familles)));
    mesures.add(
        Mesure.de(
            "champ:pspes",
            l -> Chiffre.total(l.tout(Apport::instances), i -> i.pspes().contenu())));
    mesures.add(Mesure.de("stats.gouvernance.rencontres", TableGouvernance::rencontres));
    return Lot.parEntente(s, mesures);
  }

  /** What is said of one agreement; nothing of all of them. */
  private static Chiffre un(Lot lot, Function<Apport, Chiffre> quoi) {
    return lot.redditions().size() == 1
        ? quoi.apply(lot.redditions().get(0).apport())
        : Chiffre.RIEN;
  }

  private static Chiffre dit(Lot lot, Function<Identification, Object> quoi) {
    return un(
        lot,
        a -> {
          Object dit = quoi.apply(a.identification());
          return Chiffre.texte(dit == null ? new Mot("stats.nonDit") : dit);
        });
  }

  private static Chiffre partReservee(Lot lot) {
    List<Identification> connues =
        lot.de(Apport::identification).stream()
            .filter(i -> i.enveloppe().estConnue() && i.enveloppeRegionale().estConnue())
            .toList();
    Montant reservees =
        connues.stream()
            .map(i -> i.enveloppeRegionale().contenu())
            .reduce(Montant.ZERO, Montant::plus);
    Montant enveloppes =
        connues.stream().map(i -> i.enveloppe().contenu()).reduce(Montant.ZERO, Montant::plus);
    return new Chiffre(
        Chiffre.Nature.PART,
        Part.de(reservees, enveloppes),
        null,
        (long) lot.redditions().size() - connues.size());
  }

  private static Chiffre table(Apport apport) {
    if (apport.instances().isEmpty()) {
      return Chiffre.texte(new Mot("stats.nonDit"));
    }
    return Chiffre.texte(
        switch (aTable(apport)) {
          case VRAI -> new Mot("fait.oui");
          case FAUX -> new Mot("fait.non");
          case INCONNU -> new Mot("stats.nonDit");
        });
  }

  /** Whether it has a regional table; a regional body that does not say what it is may be it. */
  static Verite aTable(Apport apport) {
    return Verite.uneDe(
        apport.instances().stream()
            .map(
                i ->
                    i.palier()
                        .est(Palier.REGIONAL)
                        .et(
                            i.typeInstance().estConnue()
                                ? i.typeInstance().parmi(TypeInstance.TABLES_REGIONALES)
                                : Verite.INCONNU))
            .toList());
  }

  private static Chiffre sieges(Apport apport) {
    return Chiffre.texte(
        Stream.of(Siege.values())
            .filter(siege -> siege.siege(apport.instances(), Palier.REGIONAL).isVrai())
            .map(Siege::mot)
            .toArray());
  }

  private static Chiffre familles(Apport apport) {
    Set<FamillePartenaires> familles = EnumSet.noneOf(FamillePartenaires.class);
    apport.instances().stream()
        .filter(i -> i.familles().estConnue())
        .forEach(i -> familles.addAll(i.familles().contenu()));
    return Chiffre.texte(
        familles.isEmpty() ? new Object[] {new Mot("stats.nonDit")} : familles.toArray());
  }

  private static Chiffre rencontres(Lot lot) {
    List<Instance> instances = lot.tout(Apport::instances);
    List<Long> connues =
        instances.stream().map(i -> i.rencontres().contenu()).filter(Objects::nonNull).toList();
    return Chiffre.mediane(connues, (long) instances.size() - connues.size());
  }
}
