package org.verifqis.service;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.verifqis.classeur.LecteurReddition;
import org.verifqis.classeur.Lecture;
import org.verifqis.classeur.Source;
import org.verifqis.classeur.correspondance.Correspondance;
import org.verifqis.classeur.correspondance.LecteurCorrespondance;
import org.verifqis.classeur.correspondance.proposition.MemoireProfils;
import org.verifqis.classeur.correspondance.proposition.Proposeur;
import org.verifqis.modele.Correction;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Erreur;
import org.verifqis.modele.Essai;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Refus;
import org.verifqis.modele.Refus.Motif;
import org.verifqis.modele.proposition.Proposition;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Moteur;
import org.verifqis.regles.comparaison.Comparaison;
import org.verifqis.regles.derogations.Derogations;
import org.verifqis.regles.derogations.UsageDerogation;
import org.verifqis.regles.simulation.Simulation;

/**
 * The counter that every door calls. Whatever is read for it goes through the one gate of its
 * {@link Socle} and has its time; what ran short of memory is tried once more, alone. It serves all
 * threads.
 */
public final class Guichet {
  /** One that is judged, and one that waits for a slower one before it. */
  private static final int A_LA_FOIS_PAR_OUVRIER = 2;

  private final Socle socle;
  private final LecteurReddition template;
  private final Lecture lecteur;
  private final Reglages reglages;
  private final List<Correspondance> correspondances;
  private final Atelier atelier;
  private final Path passage;
  private final int fenetre;

  /** A counter on that base, within those bounds; others may stand on the same. */
  public Guichet(Socle socle, Reglages reglages) {
    this(socle, reglages, List.of());
  }

  /**
   * A counter that reads workbooks of others too.
   *
   * @param correspondances through which they are read; empty where all are the template
   */
  public Guichet(Socle socle, Reglages reglages, List<Correspondance> correspondances) {
    this.socle = socle;
    this.reglages = reglages;
    this.correspondances = List.copyOf(correspondances);
    this.template = new LecteurReddition(socle.gabarit(), reglages.limites());
    this.lecteur =
        correspondances.isEmpty()
            ? template
            : new LecteurCorrespondance(socle.gabarit(), reglages.limites(), correspondances);
    this.atelier = new Atelier(reglages.ouvriers(), reglages.delai());
    this.passage = reglages.passage();
    this.fenetre = A_LA_FOIS_PAR_OUVRIER * reglages.ouvriers();
  }

  /** What is done with a workbook. */
  public interface Travail<R> {
    /** Does it; the source lies in a file. */
    R fais(Source source) throws IOException;
  }

  /** What writes something of a workbook that was checked, a marked copy for instance. */
  public interface Copie {
    /** Writes it; the source lies in a file. */
    void ecris(Source source, Jugement jugement, List<UsageDerogation> usages) throws IOException;
  }

  /** What writes corrections into a copy of a workbook. */
  public interface Ecrivain {
    /** Writes it; the source lies in a file. */
    void ecris(Source source, List<Correction> corrections, OutputStream sortie) throws IOException;
  }

  /** What takes what was checked, one workbook after another. */
  public interface Remise {
    /** Takes it; nobody else holds it. */
    void prend(Source source, Jugement jugement) throws IOException;
  }

  /** What it stands on. */
  public Socle socle() {
    return socle;
  }

  /** What reads workbooks within its bounds; to be called in what {@link #chacun} does. */
  public Lecture lecteur() {
    return lecteur;
  }

  /** A hash of the correspondances through which it reads; empty without any. */
  public String empreinteDesCorrespondances() {
    return correspondances.stream().map(Correspondance::empreinte).collect(Collectors.joining(" "));
  }

  /** Checks a workbook, as {@link #verifie(List, Derogations, LocalDate, Runnable)} does. */
  public Verification verifie(Source source, Derogations derogations, LocalDate jour) {
    Issue<Jugement> issue = fais(source, this::juge);
    return Verification.de(List.of(source), List.of(issue), derogations, jour, socle);
  }

  /**
   * Checks workbooks. No workbook can stop it: one that can't be judged is told with its reason.
   *
   * @param derogations findings that staff accept; null for none
   * @param jour the day of the judgement
   * @param unDeFait called when one more is done
   */
  public Verification verifie(
      List<Source> sources, Derogations derogations, LocalDate jour, Runnable unDeFait) {
    List<Issue<Jugement>> issues = chacun(sources, this::juge, unDeFait);
    return Verification.de(sources, issues, derogations, jour, socle);
  }

  /**
   * Checks workbooks and hands over each, in their order, as soon as it and those before are done:
   * however many there are, few are held. There is no dérogation, which may look at all of them.
   *
   * @param unDeFait called when one more is done
   * @return those that can't be judged
   * @throws IOException if it can't be taken; nothing more is judged then
   */
  public List<Erreur> verifie(List<Source> sources, Runnable unDeFait, Remise remise)
      throws IOException {
    List<Erreur> erreurs = new ArrayList<>();
    atelier.<Source, Issue<Jugement>, IOException>enOrdre(
        sources,
        source -> fais(source, this::juge),
        fenetre,
        unDeFait,
        (rang, issue) -> {
          if (issue.reussie()) {
            remise.prend(sources.get(rang), issue.valeur());
          } else {
            erreurs.add(issue.erreur());
          }
        });
    return erreurs;
  }

  /** Checks a workbook and writes something of it; what can't be written is told like the rest. */
  public Verification annote(Source source, Derogations derogations, LocalDate jour, Copie copie) {
    return annote(
        source,
        surDisque ->
            Verification.de(
                List.of(source), List.of(Issue.de(juge(surDisque))), derogations, jour, socle),
        copie);
  }

  /** The same of a workbook that was judged already, after others it may be. */
  public Verification annote(Source source, Verification faite, Copie copie) {
    return faite.jugements().isEmpty() ? faite : annote(source, surDisque -> faite, copie);
  }

  private Verification annote(
      Source source, Function<Source, Verification> verification, Copie copie) {
    Issue<Verification> issue =
        fais(
            source,
            surDisque -> {
              Verification faite = verification.apply(surDisque);
              List<UsageDerogation> usages = faite.derogations();
              copie.ecris(surDisque, faite.jugements().get(0), usages == null ? List.of() : usages);
              return faite;
            });
    return issue.reussie()
        ? issue.valeur()
        : new Verification(
            List.of(), List.of(issue.erreur()), null, socle.parametres().superposees());
  }

  /** A copy of a workbook with what was typed for its cells; the same bytes without any. */
  public Issue<Corrige> corrige(Source source, List<Tapee> tapees, Ecrivain ecrivain) {
    return fais(
        source,
        surDisque -> {
          Corrections corrections = Corrections.de(template, lecteur.lis(surDisque), tapees);
          return corrections.corrige(surDisque, ecrivain);
        });
  }

  /**
   * Checks a workbook as it would be with what was typed for its cells, and tells where its
   * findings may be mended and what became of those that it had.
   */
  public Issue<Diagnostic> diagnostique(Source source, List<Tapee> tapees, Ecrivain ecrivain) {
    return fais(
        source,
        surDisque -> {
          Reddition avant = lecteur.lis(surDisque);
          if (tapees.isEmpty()) {
            return Diagnostic.de(socle.moteur(), avant, null, List.of(), List.of());
          }
          Corrections corrections = Corrections.de(template, avant, tapees);
          Corrige corrige = corrections.corrige(surDisque, ecrivain);
          try (Source copie = Source.de(source.nom(), corrige.octets()).surDisque(passage)) {
            return Diagnostic.de(
                socle.moteur(),
                lecteur.lis(copie),
                avant,
                corrections.faites(),
                corrige.ecartees());
          }
        });
  }

  /** Tries a correspondance on a workbook: what it finds and what it leaves. */
  public Issue<Essai> essaie(Source source, Correspondance correspondance) {
    LecteurCorrespondance essayeur =
        new LecteurCorrespondance(socle.gabarit(), reglages.limites(), List.of(correspondance));
    return fais(source, s -> essayeur.essaie(s, correspondance));
  }

  /**
   * Proposes how somebody's own workbook may be read.
   *
   * @param memoire what confirmed profiles say
   * @param exercice the year that it tells of; null to have that found
   */
  public Issue<Proposition> propose(Source source, MemoireProfils memoire, Exercice exercice) {
    Proposeur proposeur = new Proposeur(socle.gabarit(), reglages.limites(), memoire);
    return fais(source, s -> proposeur.propose(s, exercice));
  }

  /** Reads a workbook. */
  public Issue<Reddition> lis(Source source) {
    return fais(source, lecteur::lis);
  }

  /** Tells how a rule of the register comes to its status for a workbook. */
  public Issue<Explique> explique(Source source, String id) {
    return fais(source, s -> new Explique(socle.moteur(), lecteur.lis(s), id));
  }

  /** Compares two filings of one agreement. */
  public Issue<Comparaison> compare(Source ancienne, Source nouvelle) {
    Issue<Reddition> avant = fais(ancienne, lecteur::lis);
    if (!avant.reussie()) {
      return Issue.ratee(avant.erreur());
    }
    Issue<Comparaison> comparaison = fais(nouvelle, s -> compare(avant.valeur(), lecteur.lis(s)));
    if (!comparaison.reussie()) {
      return comparaison;
    }
    Entente une = comparaison.valeur().ancienne().entente();
    Entente autre = comparaison.valeur().nouvelle().entente();
    if (une != null && autre != null && !une.equals(autre)) {
      Refus refus = Refus.de(Motif.DEUX_ENTENTES, une.code(), autre.code());
      return Issue.ratee(new Erreur(nouvelle.nom(), refus));
    }
    return comparaison;
  }

  private Comparaison compare(Reddition avant, Reddition apres) {
    Moteur moteur = socle.moteur();
    return Comparaison.de(avant, moteur.juge(avant), apres, moteur.juge(apres));
  }

  /** Judges workbooks as things stand and by another engine; no workbook can stop it. */
  public Simulations simule(List<Source> sources, Moteur autre) {
    List<Simulation> simulations = new ArrayList<>();
    List<Erreur> erreurs = new ArrayList<>();
    List<Issue<Simulation>> issues = chacun(sources, s -> simulation(s, autre), () -> {});
    for (Issue<Simulation> issue : issues) {
      if (issue.reussie()) {
        simulations.add(issue.valeur());
      } else {
        erreurs.add(issue.erreur());
      }
    }
    return new Simulations(simulations, erreurs);
  }

  private Simulation simulation(Source source, Moteur autre) {
    Reddition reddition = lecteur.lis(source);
    return new Simulation(socle.moteur().juge(reddition), autre.juge(reddition));
  }

  /**
   * What a new workbook may already say.
   *
   * @param entente of whom; null where that is left open, or told by last year's reddition
   * @param exercice of what year; likewise
   * @param precedente last year's reddition; null without one
   */
  public Issue<Preparation> prepare(Entente entente, Exercice exercice, Source precedente) {
    if (precedente == null) {
      return Issue.de(Preparation.sansPrecedente(entente, exercice));
    }
    Issue<Issue<Preparation>> issue =
        fais(
            precedente,
            s -> Preparation.apres(lecteur.lis(s), precedente.nom(), entente, exercice, socle));
    return issue.reussie() ? issue.valeur() : Issue.ratee(issue.erreur());
  }

  /**
   * Compiles the statistics of workbooks for some years and agreements; none can stop it.
   *
   * @param gardees what is kept of those that were read before; null where all are read
   */
  public Compilation compile(
      List<Source> sources,
      List<Exercice> exercices,
      Collection<Entente> ententes,
      Compilation.Gardees gardees,
      Runnable unDeFait) {
    Travail<Compilation.Lue> travail = gardees == null ? this::lue : s -> lue(s, gardees);
    return Compilation.de(chacun(sources, travail, unDeFait), exercices, ententes);
  }

  private Compilation.Lue lue(Source source) {
    Reddition reddition = lecteur.lis(source);
    return Compilation.Lue.de(reddition, socle.moteur().juge(reddition));
  }

  private Compilation.Lue lue(Source source, Compilation.Gardees gardees) {
    return gardees
        .trouve(LecteurReddition.identifie(source, reglages.limites()))
        .orElseGet(
            () -> {
              Reddition reddition = lecteur.lis(source);
              Jugement jugement = socle.moteur().juge(reddition);
              Compilation.Lue lue = Compilation.Lue.de(reddition, jugement);
              gardees.garde(jugement, lue);
              return lue;
            });
  }

  /** Does something with each workbook, side by side; the outcomes are in their order. */
  public <R> List<Issue<R>> chacun(List<Source> sources, Travail<R> travail, Runnable unDeFait) {
    return atelier.chacun(sources, source -> fais(source, travail), unDeFait);
  }

  private Jugement juge(Source source) {
    Reddition reddition = lecteur.lis(source);
    return socle.moteur().juge(reddition);
  }

  /** Does something with a workbook, in its time, once there is memory for it. */
  private <R> Issue<R> fais(Source source, Travail<R> travail) {
    try (Source surDisque = source.surDisque(passage)) {
      Supplier<Issue<R>> enTemps =
          () -> atelier.enTemps(source.nom(), () -> travail.fais(surDisque));
      long memoire = LecteurReddition.memoire(surDisque);
      Issue<R> issue = socle.ecluse().passe(memoire, enTemps);
      // Alone it may have the memory that another one took from it.
      return issue.sansMemoire() ? socle.ecluse().seul(enTemps) : issue;
    } catch (IOException e) {
      // Bytes that could not be put on this machine's disk.
      return Issue.ratee(new Erreur(source.nom(), Refus.de(Motif.INTERNE, e.toString())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the work was interrupted", e);
    }
  }
}
