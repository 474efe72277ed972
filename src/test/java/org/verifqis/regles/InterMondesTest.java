package org.verifqis.regles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Portee;
import org.verifqis.modele.Resume;
import org.verifqis.modele.Statut;
import org.verifqis.modele.Succession;
import org.verifqis.modele.TypeVersement;
import org.verifqis.modele.Verite;

/**
 * What is said of records whose number can't be read is what holds in each of the worlds that they
 * may be of: every number is put in its place, one after the other.
 */
class InterMondesTest {
  private static final List<String> NUMEROS = List.of("A", "B", "C");
  private static final int FOIS = 120;

  /** A row: a number, "?" where it can't be read, and its values. */
  private record Rangee(
      String numero, String aide, String versee, String titre, String promoteur, Statut statut) {
    static Rangee auHasard(Random hasard, boolean illisible) {
      return new Rangee(
          illisible ? "?" : NUMEROS.get(hasard.nextInt(NUMEROS.size())),
          hasard.nextInt(8) == 0 ? "?" : String.valueOf(10 * hasard.nextInt(4)),
          String.valueOf(hasard.nextInt(2)),
          hasard.nextInt(8) == 0 ? "?" : hasard.nextBoolean() ? "Potager" : "Cuisine",
          hasard.nextInt(3) == 0 ? "Les Voisins" : "Les Amis",
          hasard.nextInt(5) == 0 ? Statut.ANNULE : Statut.EN_COURS);
    }

    Rangee numerotee(String autre) {
      return new Rangee(autre, aide, versee, titre, promoteur, statut);
    }
  }

  /** Two years of an agreement. */
  private record Monde(List<Rangee> avant, List<Rangee> ici, String enveloppe) {
    static Monde auHasard(Random hasard) {
      List<List<Rangee>> annees = new ArrayList<>();
      int illisibles = 1 + hasard.nextInt(3);
      for (int annee = 0; annee < 2; annee++) {
        List<Rangee> rangees = new ArrayList<>();
        int nombre = 1 + hasard.nextInt(3);
        for (int i = 0; i < nombre; i++) {
          boolean illisible = illisibles > 0 && hasard.nextInt(2) == 0;
          illisibles -= illisible ? 1 : 0;
          rangees.add(Rangee.auHasard(hasard, illisible));
        }
        annees.add(rangees);
      }
      return new Monde(annees.get(0), annees.get(1), String.valueOf(10 * hasard.nextInt(8)));
    }

    /** Those that it may be. */
    List<Monde> tous() {
      Set<String> numeros = new TreeSet<>(NUMEROS);
      IntStream.range(0, 3).forEach(i -> numeros.add("nouveau " + i));
      List<Monde> mondes = new ArrayList<>(List.of(this));
      for (int i = 0; i < avant.size() + ici.size(); i++) {
        int rang = i;
        if (rangee(rang).numero.equals("?")) {
          mondes =
              mondes.stream()
                  .flatMap(m -> numeros.stream().map(numero -> m.numerote(rang, numero)))
                  .toList();
        }
      }
      return mondes;
    }

    private Rangee rangee(int rang) {
      return rang < avant.size() ? avant.get(rang) : ici.get(rang - avant.size());
    }

    private Monde numerote(int rang, String numero) {
      List<Rangee> premieres = new ArrayList<>(avant);
      List<Rangee> secondes = new ArrayList<>(ici);
      if (rang < avant.size()) {
        premieres.set(rang, avant.get(rang).numerotee(numero));
      } else {
        secondes.set(rang - avant.size(), ici.get(rang - avant.size()).numerotee(numero));
      }
      return new Monde(premieres, secondes, enveloppe);
    }

    Succession succession() {
      return Succession.de(resume(2020, ici), List.of(resume(2019, avant)));
    }

    private Resume resume(int annee, List<Rangee> rangees) {
      Resumes resumes = Resumes.de("ALL-14", annee).avec("enveloppe", Montant.de(enveloppe));
      for (Rangee r : rangees) {
        resumes
            .projet(r.numero, r.titre, "1143920115", r.versee, r.versee)
            .dont("aideAccordee", r.aide.equals("?") ? "?" : Montant.de(r.aide))
            .dont("promoteur", r.promoteur)
            .dont("portee", r.versee.equals("0") ? Portee.LOCALE : Portee.REGIONALE)
            .dont("dateFin", LocalDate.of(2025, 1, 1))
            .deStatut(r.statut);
        LocalDate jour = r.titre.equals("?") ? null : LocalDate.of(2019, 4, r.titre.length());
        resumes.versement(r.numero, TypeVersement.AVRIL, jour, r.versee);
      }
      return resumes.fini();
    }
  }

  /** What a rule says of each record, by its row. */
  private static Map<Integer, Verite> dits(String regle, Succession s) {
    Map<Integer, Verite> dits = new TreeMap<>();
    switch (regle) {
      case "INT-04" ->
          s.projets().reports().forEach(r -> dits.put(r.projet().numero().ligne(), r.differe()));
      case "INT-09" ->
          s.projets().disparus().forEach(d -> dits.put(d.avant().numero().ligne(), d.perdu()));
      case "INT-08" ->
          s.versements().devenirs().forEach(d -> dits.put(d.avant().numero().ligne(), d.change()));
      case "INT-11" ->
          s.projets().renumerotes().forEach(r -> dits.put(r.projet().numero().ligne(), r.meme()));
      case "INT-12" ->
          s.projets()
              .changements()
              .forEach(r -> dits.put(r.projet().numero().ligne(), r.differe()));
      default -> dits.put(0, s.octrois().depassent());
    }
    return dits;
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT-04", "INT-08", "INT-09", "INT-10", "INT-11", "INT-12"})
  void whatIsSaidHoldsInEveryWorld(String regle) {
    Random hasard = new Random(7);
    Map<Verite, Integer> comptes = new HashMap<>();
    for (int i = 0; i < FOIS; i++) {
      Monde monde = Monde.auHasard(hasard);
      List<Map<Integer, Verite>> mondes =
          monde.tous().stream().map(m -> dits(regle, m.succession())).toList();
      Map<Integer, Verite> dits = dits(regle, monde.succession());
      Set<Integer> lignes = new TreeSet<>(dits.keySet());
      mondes.forEach(m -> lignes.addAll(m.keySet()));
      for (int ligne : lignes) {
        Verite tenu = tenu(mondes, ligne);
        assertThat(dits.getOrDefault(ligne, Verite.FAUX))
            .as("%s, row %s of %s", regle, ligne, monde)
            .isEqualTo(tenu);
        comptes.merge(tenu, 1, Integer::sum);
      }
    }
    assertThat(comptes.keySet()).as("each comes up").containsAll(Arrays.asList(Verite.values()));
  }

  /** True where all say so, false where none does or may. */
  private static Verite tenu(List<Map<Integer, Verite>> mondes, int ligne) {
    List<Verite> verites =
        mondes.stream().map(m -> m.getOrDefault(ligne, Verite.FAUX)).distinct().toList();
    return verites.size() == 1 ? verites.get(0) : Verite.INCONNU;
  }
}
