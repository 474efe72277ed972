package org.verifqis.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.verifqis.classeur.Source;
import org.verifqis.modele.Erreur;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Resume;
import org.verifqis.regles.Ensemble;
import org.verifqis.regles.JugeInter;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Moteur;
import org.verifqis.regles.ResultatRegle;
import org.verifqis.regles.StatutRegle;
import org.verifqis.regles.derogations.Derogations;

/**
 * A workbook judged after the earlier redditions of its agreement: by the rules of the audit that
 * hold years against each other too. Those that need all agreements are left to the audit.
 *
 * @param verification what checking it gave, what was found across years included
 * @param tenues names of the earlier workbooks that it was held against
 * @param illisibles earlier ones that could not be read
 * @param resultats how each rule across years ended
 */
public record Suivi(
    Verification verification,
    Set<String> tenues,
    List<Erreur> illisibles,
    List<ResultatRegle> resultats) {

  private record Lue(Jugement jugement, Resume resume) {}

  /**
   * Checks a workbook.
   *
   * @param anterieures the earlier redditions of its agreement, one a year
   * @param derogations findings that staff accept; null for none
   * @param jour the day of the judgement
   */
  public static Suivi de(
      Guichet guichet,
      Source source,
      Collection<Source> anterieures,
      Derogations derogations,
      LocalDate jour) {
    List<Source> toutes = new ArrayList<>(List.of(source));
    toutes.addAll(anterieures);
    List<Issue<Lue>> issues = guichet.chacun(toutes, s -> lis(guichet, s), () -> {});
    List<Issue<Lue>> autres = issues.subList(1, issues.size());
    List<Erreur> illisibles =
        autres.stream().filter(issue -> !issue.reussie()).map(Issue::erreur).toList();
    if (!issues.get(0).reussie()) {
      return new Suivi(
          verification(guichet, List.of(), List.of(issues.get(0).erreur()), null),
          Set.of(),
          illisibles,
          List.of());
    }
    Lue elle = issues.get(0).valeur();
    List<Resume> avant =
        autres.stream()
            .filter(Issue::reussie)
            .map(issue -> issue.valeur().resume())
            .filter(resume -> precede(resume, elle.resume()))
            .toList();
    List<Resume> ensemble = new ArrayList<>(List.of(elle.resume()));
    ensemble.addAll(avant);
    Ensemble.Suite suite =
        entreAnnees(guichet.socle().moteur().inter().suites(ensemble).get(0), illisibles);
    List<Jugement> jugements = List.of(JugeInter.complete(elle.jugement(), suite));
    Derogations.Effet effet =
        derogations == null ? null : derogations.applique(jugements, null, jour);
    Jugement jugement = effet == null ? jugements.get(0) : effet.jugements().get(0);
    Set<String> tenues = new HashSet<>();
    avant.forEach(resume -> tenues.add(resume.fichier().nom()));
    return new Suivi(
        verification(
            guichet, List.of(new Verification.Verifiee(source, jugement)), List.of(), effet),
        Set.copyOf(tenues),
        illisibles,
        suite.resultats());
  }

  private static Verification verification(
      Guichet guichet,
      List<Verification.Verifiee> verifiees,
      List<Erreur> erreurs,
      Derogations.Effet effet) {
    return new Verification(
        verifiees,
        erreurs,
        effet == null ? null : effet.usages(),
        guichet.socle().parametres().superposees());
  }

  private static Lue lis(Guichet guichet, Source source) {
    Moteur moteur = guichet.socle().moteur();
    Reddition reddition = guichet.lecteur().lis(source);
    Jugement jugement = moteur.juge(reddition);
    return new Lue(
        jugement,
        Resume.de(reddition, jugement.exercice(), jugement.edition(), jugement.recevable()));
  }

  /** Whether it may be held against: an earlier one of its agreement and edition that counts. */
  private static boolean precede(Resume autre, Resume elle) {
    return autre.recevable()
        && autre.situee()
        && elle.situee()
        && autre.entente().equals(elle.entente())
        && Objects.equals(autre.edition(), elle.edition())
        && autre.exercice().compareTo(elle.exercice()) < 0;
  }

  /** What is said of it alone and of its earlier ones; what could not be read leaves it open. */
  private static Ensemble.Suite entreAnnees(Ensemble.Suite suite, List<Erreur> illisibles) {
    List<ResultatRegle> resultats =
        suite.resultats().stream()
            .filter(resultat -> !resultat.regle().estDEnsemble())
            .map(
                resultat ->
                    !illisibles.isEmpty() && resultat.statut() == StatutRegle.RESPECTEE
                        ? ResultatRegle.sans(resultat.regle(), StatutRegle.INDETERMINE)
                        : resultat)
            .toList();
    return new Ensemble.Suite(resultats, suite.constats(), List.of());
  }
}
