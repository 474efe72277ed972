package org.verifqis.modele;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.verifqis.modele.Couples.Couple;
import org.verifqis.modele.Resume.Suivi;

/**
 * The projects of a reddition beside those of the year before. A number that can't be read may be
 * any, and what holds whichever it is holds; all is looked up, never compared one by one.
 */
public final class SuiteProjets {
  private final Feuille feuilleIci;
  private final Feuille feuilleAvant;
  private final Valeur<LocalDate> finAvant;
  private final ParNumero<Suivi> ici;
  private final ParNumero<Suivi> avant;

  SuiteProjets(Resume actuelle, Resume precedente) {
    feuilleIci = actuelle.feuilleProjets();
    feuilleAvant = precedente.feuilleProjets();
    finAvant = precedente.exerciceFin();
    ici = new ParNumero<>(actuelle.projets());
    avant = new ParNumero<>(precedente.projets());
  }

  /**
   * A project of this year and what the year before says of it.
   *
   * @param projet the project of this year; null where a sheet is unknown
   * @param avant that of the year before; null where none is known
   * @param differe whether they tell something else
   */
  public record Report(Suivi projet, Suivi avant, Verite differe) {
    /** What was paid up to this year; null where that is unknown. */
    public Montant attendue() {
      return avant == null ? null : avant.aideVersee();
    }

    /** The values of this year that differ (INT-12). */
    public List<Valeur<?>> differents() {
      return ceux(projet);
    }

    /** What is written above the values that differ. */
    public List<String> champs() {
      return differents().stream().map(v -> v.champ().libelle()).toList();
    }

    /** What this year says of them. */
    public List<Object> actuel() {
      return Succession.dits(differents());
    }

    /** What the year before said of them. */
    public List<Object> precedent() {
      return Succession.dits(anciens());
    }

    /** The values of the year before that differ. */
    public List<Valeur<?>> anciens() {
      return ceux(avant);
    }

    private List<Valeur<?>> ceux(Suivi duquel) {
      List<Valeur<?>> ceux = new ArrayList<>();
      if (avant == null) {
        return ceux;
      }
      if (Succession.differe(projet.aideAccordee(), avant.aideAccordee()).isVrai()) {
        ceux.add(duquel.aideAccordee());
      }
      if (autreNom(projet.promoteur(), avant.promoteur()).isVrai()) {
        ceux.add(duquel.promoteur());
      }
      if (Succession.differe(projet.portee(), avant.portee()).isVrai()) {
        ceux.add(duquel.portee());
      }
      return ceux;
    }
  }

  /** The projects that stand in both, by what was paid for them (INT-04). */
  public List<Report> reports() {
    return suites(
        p -> Arrays.asList(p.aideVerseeAnterieure().contenu()),
        p -> Arrays.asList(simple(p.aideVersee())),
        (p, q) -> differe(p.aideVerseeAnterieure(), q.aideVersee()));
  }

  private static Verite differe(Valeur<Montant> aide, Montant attendue) {
    return attendue == null || !aide.estConnue()
        ? Verite.INCONNU
        : Verite.de(!attendue.concorde(aide.contenu()));
  }

  /** A sum that is the same in both ways of adding; null for another one. */
  private static Montant simple(Montant somme) {
    return somme != null && Montant.arrondi(somme.garde()).equals(somme.dollars()) ? somme : null;
  }

  /** The projects that stand in both, by what was granted, to whom and where (INT-12). */
  public List<Report> changements() {
    return suites(
        SuiteProjets::dit,
        SuiteProjets::dit,
        (p, q) ->
            Succession.differe(p.aideAccordee(), q.aideAccordee())
                .ou(autreNom(p.promoteur(), q.promoteur()))
                .ou(Succession.differe(p.portee(), q.portee())));
  }

  private static List<Object> dit(Suivi projet) {
    return Arrays.asList(
        projet.aideAccordee().contenu(), nom(projet.promoteur()), projet.portee().contenu());
  }

  private static String nom(Valeur<String> texte) {
    return texte.estConnue() ? Normalisation.normalise(texte.contenu()) : null;
  }

  private static Verite autreNom(Valeur<String> un, Valeur<String> autre) {
    return un.estConnue() && autre.estConnue()
        ? Verite.de(!nom(un).equals(nom(autre)))
        : Verite.INCONNU;
  }

  private List<Report> suites(
      Function<Suivi, List<Object>> ditIci,
      Function<Suivi, List<Object>> ditAvant,
      BiFunction<Suivi, Suivi, Verite> differe) {
    List<Report> reports = new ArrayList<>();
    if (!feuilleIci.estLue() || !feuilleAvant.estLue()) {
      boolean rien = estVide(feuilleIci, ici) || estVide(feuilleAvant, avant);
      return rien ? reports : List.of(new Report(null, null, Verite.INCONNU));
    }
    SansNumero<Suivi> autres = new SansNumero<>(avant, ditAvant);
    Map<List<Object>, Integer> libres = libres(ditAvant);
    for (int rang = 0; rang < ici.taille(); rang++) {
      Verite premier = ici.estPremier(rang);
      if (premier == Verite.FAUX) {
        continue;
      }
      Suivi projet = ici.fiche(rang);
      String cle = ici.cle(rang);
      List<Object> dit = ditIci.apply(projet);
      if (cle == null) {
        boolean memes = libres.size() == 1 && !dit.contains(null) && libres.containsKey(dit);
        if (!libres.isEmpty()) {
          reports.add(new Report(projet, null, memes ? Verite.FAUX : Verite.INCONNU));
        }
        continue;
      }
      Suivi meme = avant.premier(cle);
      if (meme != null) {
        libres.computeIfPresent(ditAvant.apply(meme), (d, n) -> n == 1 ? null : n - 1);
      }
      if (meme != null || !avant.sansNumero().isEmpty()) {
        Verite deCelui = meme == null ? Verite.FAUX : differe.apply(projet, meme);
        Verite tient = autres.tient(dit, avant.rang(cle), deCelui);
        reports.add(new Report(projet, meme, premier.et(tient)));
      }
    }
    return reports;
  }

  /** What the projects of the year before tell, each as many times: those still to be found. */
  private Map<List<Object>, Integer> libres(Function<Suivi, List<Object>> dit) {
    Map<List<Object>, Integer> libres = new HashMap<>();
    for (int rang = 0; rang < avant.taille(); rang++) {
      if (avant.estPremier(rang).isPossible()) {
        libres.merge(dit.apply(avant.fiche(rang)), 1, Integer::sum);
      }
    }
    return libres;
  }

  private static boolean estVide(Feuille feuille, ParNumero<Suivi> projets) {
    return feuille.estLue() && projets.isVide();
  }

  /**
   * A project of the year before that was to go on.
   *
   * @param avant the project; null where its sheet is unknown
   * @param perdu whether it stands here under no number
   */
  public record Disparu(Suivi avant, Verite perdu) {}

  /** The projects of the year before that were to go on after it (INT-09). */
  public List<Disparu> disparus() {
    if (!feuilleAvant.estLue()) {
      return List.of(new Disparu(null, Verite.INCONNU));
    }
    List<Disparu> disparus = new ArrayList<>();
    for (int rang = 0; rang < avant.taille(); rang++) {
      Suivi projet = avant.fiche(rang);
      Verite continue_ = projet.statut().est(Statut.EN_COURS).et(projet.dateFin().apres(finAvant));
      Verite attendu = avant.estPremier(rang).et(continue_);
      if (attendu.isPossible()) {
        disparus.add(new Disparu(projet, attendu.et(absent(avant.cle(rang)))));
      }
    }
    return disparus;
  }

  /** Whether no project of this year bears a number; null stands for any. */
  private Verite absent(String cle) {
    if (!feuilleIci.estLue()) {
      return Verite.INCONNU;
    }
    if (cle == null) {
      return ici.isVide() ? Verite.VRAI : Verite.INCONNU;
    }
    if (ici.rang(cle) != null) {
      return Verite.FAUX;
    }
    return ici.sansNumero().isEmpty() ? Verite.VRAI : Verite.INCONNU;
  }

  /**
   * A project of this year whose number is new.
   *
   * @param projet the project; null where a sheet is unknown
   * @param avant that of the year before whose number is gone and that it is; null without one
   * @param meme whether it is one of the year before
   */
  public record Renumerote(Suivi projet, Suivi avant, Verite meme) {}

  /** The projects of this year whose number is not of the year before (INT-11). */
  public List<Renumerote> renumerotes() {
    List<Renumerote> renumerotes = new ArrayList<>();
    if (!feuilleIci.estLue() || !feuilleAvant.estLue()) {
      boolean rien = sansNeq(feuilleIci, ici) || sansNeq(feuilleAvant, avant);
      return rien ? renumerotes : List.of(new Renumerote(null, null, Verite.INCONNU));
    }
    Couples<Suivi> possibles = new Couples<>();
    Map<Couple, List<Suivi>> certains = new HashMap<>();
    for (int rang = 0; rang < avant.taille(); rang++) {
      Suivi projet = avant.fiche(rang);
      if (avant.estPremier(rang).isPossible()
          && absent(avant.cle(rang)).isPossible()
          && projet.neq().donnee().isPossible()) {
        Couple couple = Couple.de(projet.neq(), projet.titre());
        possibles.ajoute(couple, projet);
        certains.computeIfAbsent(couple, c -> new ArrayList<>()).add(projet);
      }
    }
    for (int rang = 0; rang < ici.taille(); rang++) {
      Suivi projet = ici.fiche(rang);
      Verite premier = ici.estPremier(rang).et(projet.actif());
      String cle = ici.cle(rang);
      if (!premier.isPossible() || cle != null && avant.rang(cle) != null) {
        continue;
      }
      Couple couple = Couple.de(projet.neq(), projet.titre());
      List<Suivi> memes =
          couple.estLisible() ? certains.getOrDefault(couple, List.of()) : List.of();
      // Each number that can't be read may be that of one of them.
      boolean certain =
          cle != null
              && premier.isVrai()
              && avant.sansNumero().isEmpty()
              && memes.size() > ici.sansNumero().size();
      boolean possible =
          projet.neq().donnee().isPossible() && possibles.peutEtre(couple, m -> !m.isEmpty());
      Verite meme = certain ? Verite.VRAI : possible ? Verite.INCONNU : Verite.FAUX;
      renumerotes.add(new Renumerote(projet, certain ? memes.get(0) : null, meme));
    }
    return renumerotes;
  }

  /** Whether a sheet is known to hold no project with an NEQ. */
  private static boolean sansNeq(Feuille feuille, ParNumero<Suivi> projets) {
    for (int rang = 0; rang < projets.taille(); rang++) {
      if (projets.fiche(rang).neq().donnee().isPossible()) {
        return false;
      }
    }
    return feuille.estLue();
  }
}
