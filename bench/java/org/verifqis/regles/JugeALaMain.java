package org.verifqis.regles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Reddition;

/**
 * Rules of one reddition, written in Java without Drools: what the rule engine is measured against.
 * Of the rules that it knows it says what {@link Moteur} says, or the benchmarks refuse to print. A
 * new rule need not be written here; one that changes is changed here too, or taken out.
 */
public final class JugeALaMain {
  /** How one rule of the register is checked. */
  interface Verification {
    /** Reports its cases. */
    void juge(FaitsALaMain faits, Parametre parametre, Constats constats);
  }

  private static final List<String> PREALABLES = List.of("LEC-01", "DEP-00");

  private final Map<String, Verification> verifications = new HashMap<>();
  private final Registre registre;
  private final Parametres parametres;

  /** Prepares the checks. */
  public JugeALaMain(Registre registre, Parametres parametres) {
    this.registre = registre;
    this.parametres = parametres;
    LectureALaMain.inscris(verifications);
    DepotALaMain.inscris(verifications);
    OrganismesALaMain.inscris(verifications);
    ProjetsALaMain.inscris(verifications);
    VersementsALaMain.inscris(verifications);
    FinancesALaMain.inscris(verifications);
    Cible4ALaMain.inscris(verifications);
  }

  /** Whether it knows a rule. */
  boolean connait(Regle regle) {
    return regle.estInter() || verifications.containsKey(regle.id());
  }

  /** The register without the rules that it does not know: so the engine does the same work. */
  public Registre connues() {
    List<Regle> connues = registre.regles().stream().filter(this::connait).toList();
    return new Registre(registre.editions(), connues);
  }

  /** Judges a reddition by the rules that it knows. */
  public Jugement juge(Reddition reddition) {
    Exercice exercice =
        Optional.ofNullable(reddition.identification().exerciceDebut().contenu())
            .map(Exercice::contenant)
            .orElse(null);
    Edition edition = exercice == null ? null : registre.edition(exercice).orElse(null);
    Entente entente = reddition.identification().codeEntente().contenu();
    FaitsALaMain faits = FaitsALaMain.de(reddition, registre, entente, exercice);
    List<ResultatRegle> resultats = new ArrayList<>();
    List<Constat> constats = new ArrayList<>();
    boolean recevable = true;
    for (Regle toute : registre.regles().stream().filter(this::connait).toList()) {
      Regle regle = toute.dans(edition == null ? null : edition.nom());
      ResultatRegle resultat = juge(regle, faits, edition, recevable, constats);
      resultats.add(resultat);
      recevable &= !PREALABLES.contains(regle.id()) || resultat.statut() == StatutRegle.RESPECTEE;
    }
    boolean cible4Lue = reddition.feuilles().get("Cible 4").estLue();
    return new Jugement(
        reddition.fichier(),
        reddition.projets().size(),
        edition == null ? null : edition.nom(),
        exercice,
        entente,
        Verdict.de(resultats),
        recevable && cible4Lue ? faits.participation().synthese() : null,
        List.copyOf(resultats),
        List.copyOf(constats),
        reddition.avis());
  }

  private ResultatRegle juge(
      Regle regle, FaitsALaMain faits, Edition edition, boolean recevable, List<Constat> constats) {
    if (regle.estInter()) {
      return ResultatRegle.sans(regle, StatutRegle.NON_APPLICABLE);
    }
    if (regle.famille().equals("LEC") || PREALABLES.contains(regle.id())) {
      return applique(regle, faits, null, constats);
    }
    if (!recevable) {
      return ResultatRegle.sans(regle, StatutRegle.INDETERMINE);
    }
    if (!regle.editions().contains(edition.nom())
        || !regle.regimes().contains(faits.entente().regime())) {
      return ResultatRegle.sans(regle, StatutRegle.NON_APPLICABLE);
    }
    Parametre parametre = null;
    if (regle.parametre() != null) {
      parametre =
          parametres
              .enVigueur(regle.parametre(), edition.nom(), faits.identification())
              .orElse(null);
      if (parametre == null) {
        return ResultatRegle.sans(regle, StatutRegle.NON_PARAMETREE);
      }
    }
    for (String feuille : regle.feuilles()) {
      if (!faits.feuille(feuille).estLue()) {
        return ResultatRegle.sans(regle, StatutRegle.INDETERMINE);
      }
    }
    return applique(regle, faits, parametre, constats);
  }

  private ResultatRegle applique(
      Regle regle, FaitsALaMain faits, Parametre parametre, List<Constat> constats) {
    Constats rapporteur = new Constats();
    verifications.get(regle.id()).juge(faits, parametre, rapporteur);
    List<Constat> trouves =
        new ArrayList<>(rapporteur.constats(regle, Sujets.de(faits.reddition())));
    trouves.sort(Constat.ORDRE);
    constats.addAll(trouves);
    return rapporteur.resultat(regle);
  }
}
