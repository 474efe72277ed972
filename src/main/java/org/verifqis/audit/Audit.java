package org.verifqis.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.verifqis.classeur.Source;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Refus;
import org.verifqis.modele.Resume;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Ensemble;
import org.verifqis.regles.JugeInter;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Moteur;
import org.verifqis.regles.derogations.Derogations;
import org.verifqis.service.Compilation;
import org.verifqis.service.Guichet;
import org.verifqis.service.Issue;

/** Judges every workbook of a folder, each for itself and all of them together. */
public final class Audit {
  private final Guichet guichet;
  private final Gabarit gabarit;
  private final Moteur moteur;
  private final Memoire memoire;
  private final Durees durees;

  /** An audit at a counter, which remembers. */
  public Audit(Guichet guichet, Memoire memoire, Durees durees) {
    this.guichet = guichet;
    this.gabarit = guichet.socle().gabarit();
    this.moteur = guichet.socle().moteur();
    this.memoire = memoire;
    this.durees = durees;
  }

  /**
   * Judges. No file can stop it: one that can't be judged is told with its cause.
   *
   * @param identites of the files of the request
   */
  public Resultat fais(Demande demande, Identites identites, Runnable unDeFait) {
    List<Issue<Dossier>> issues = connus(demande, identites, unDeFait);
    List<Integer> inconnus =
        IntStream.range(0, issues.size()).filter(i -> issues.get(i) == null).boxed().toList();
    List<Issue<Dossier>> juges =
        guichet.chacun(
            inconnus.stream().map(i -> Source.de(demande.fichiers().get(i))).toList(),
            this::jugeDeNouveau,
            unDeFait);
    for (int i = 0; i < inconnus.size(); i++) {
      issues.set(inconnus.get(i), juges.get(i));
    }
    List<Dossier> dossiers = new ArrayList<>();
    List<Resultat.Echec> echecs = new ArrayList<>();
    for (int i = 0; i < issues.size(); i++) {
      Issue<Dossier> issue = issues.get(i);
      if (issue.valeur() != null) {
        dossiers.add(issue.valeur());
      } else {
        echecs.add(new Resultat.Echec(demande.fichiers().get(i), issue.erreur().refus()));
      }
    }
    return ensemble(demande, dossiers, echecs);
  }

  /**
   * What is remembered of each file, or why it can't be looked at; null for what is to be judged.
   */
  private List<Issue<Dossier>> connus(Demande demande, Identites identites, Runnable unDeFait) {
    List<Issue<Reddition.Fichier>> fichiers = identites.attends();
    IntStream rangs = IntStream.range(0, fichiers.size());
    return (demande.ouvriers() > 1 ? rangs.parallel() : rangs)
        .mapToObj(i -> connu(demande.fichiers().get(i), fichiers.get(i), unDeFait))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private Issue<Dossier> connu(Path chemin, Issue<Reddition.Fichier> fichier, Runnable unDeFait) {
    if (fichier.valeur() == null) {
      unDeFait.run();
      return Issue.ratee(fichier.erreur());
    }
    Optional<Dossier> connu =
        durees.mesure(Phase.BASE, () -> memoire.trouve(chemin, fichier.valeur()));
    connu.ifPresent(dossier -> unDeFait.run());
    return connu.map(Issue::de).orElse(null);
  }

  private Dossier jugeDeNouveau(Source source) {
    Reddition reddition = durees.mesure(Phase.LECTURE, () -> guichet.lecteur().lis(source));
    Jugement jugement = durees.mesure(Phase.REGLES, () -> moteur.juge(reddition));
    return durees.mesure(
        Phase.BASE,
        () -> {
          Compilation.Lue lue = Compilation.Lue.de(reddition, jugement);
          memoire.garde(jugement, lue);
          return new Dossier(source.chemin(), jugement, lue.resume(), false, null);
        });
  }

  private Resultat ensemble(Demande demande, List<Dossier> dossiers, List<Resultat.Echec> echecs) {
    List<Resume> resumes = dossiers.stream().map(Dossier::resume).toList();
    Ensemble ensemble = durees.mesure(Phase.REGLES, () -> jugeEnsemble(demande, resumes, echecs));
    List<Jugement> jugements =
        IntStream.range(0, dossiers.size())
            .mapToObj(i -> JugeInter.complete(dossiers.get(i).jugement(), ensemble.suites().get(i)))
            .toList();
    List<String> traces = jugements.parallelStream().map(memoire::trace).toList();
    if (demande.derogations() == null) {
      return new Resultat(
          avec(dossiers, jugements, traces), ensemble, memoire.trace(ensemble), null, echecs);
    }
    Derogations.Effet effet = demande.derogations().applique(jugements, ensemble, demande.date());
    return new Resultat(
        avec(dossiers, effet.jugements(), traces),
        effet.ensemble(),
        memoire.trace(effet.ensemble()),
        effet.usages(),
        echecs);
  }

  private Ensemble jugeEnsemble(
      Demande demande, List<Resume> resumes, List<Resultat.Echec> echecs) {
    JugeInter juge = moteur.inter();
    List<Constat> manquantes = List.of();
    try {
      manquantes =
          juge.manquantes(
              resumes, gabarit.ententes().values(), demande.date(), demande.exercices());
    } catch (IllegalStateException e) {
      echecs.add(new Resultat.Echec(demande.racine(), Refus.de(Refus.Motif.INTERNE, e.toString())));
    }
    return juge.ensemble(resumes, juge.suites(resumes), manquantes, demande.exercices());
  }

  private static List<Dossier> avec(
      List<Dossier> dossiers, List<Jugement> jugements, List<String> traces) {
    return IntStream.range(0, dossiers.size())
        .mapToObj(i -> dossiers.get(i).avec(jugements.get(i), traces.get(i)))
        .toList();
  }
}
