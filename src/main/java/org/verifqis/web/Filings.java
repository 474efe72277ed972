package org.verifqis.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.verifqis.classeur.Source;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.rapport.Inoffensif;
import org.verifqis.rapport.Rapport;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Derogation;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.derogations.Derogations;
import org.verifqis.service.Suivi;
import org.verifqis.service.Verification;
import org.verifqis.service.depot.CleConstat;
import org.verifqis.service.depot.Compte;
import org.verifqis.service.depot.DossierDepose;
import org.verifqis.service.depot.Dossiers;
import org.verifqis.service.depot.Greffe;
import org.verifqis.service.depot.Provenance;
import org.verifqis.service.depot.Role;
import org.verifqis.service.depot.VersionDeposee;

/** What several pages of filings ask: a reddition, and what the rules say of it today. */
@Component
class Filings {
  /** Beyond so many a page of findings serves nobody. */
  static final int MOST_FINDINGS = 200;

  /** Redditions of so many years are filed, of the last that has ended and those before. */
  private static final int YEARS = 3;

  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;

  private final House house;
  private final Uploads uploads;
  private final Greffe registry;
  private final Clock clock;
  private final Figures figures;

  Filings(House house, Uploads uploads, Greffe registry, Figures figures, Clock clock) {
    this.house = house;
    this.uploads = uploads;
    this.registry = registry;
    this.figures = figures;
    this.clock = clock;
  }

  /** What judges, now. */
  Provenance provenance() {
    return figures.provenance();
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  /**
   * A day as a browser sends it; nothing for what is none, or none that somebody means: what is to
   * be done by a day is counted from it.
   */
  static Optional<LocalDate> day(String typed) {
    try {
      return Optional.of(LocalDate.parse(typed.strip()))
          .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  Entente entente(String code) {
    Entente entente = house.base().gabarit().ententes().get(code);
    if (entente == null) {
      throw new NotFound();
    }
    return entente;
  }

  private Stream<Exercice> all() {
    return house.base().registre().editions().stream()
        .flatMap(
            edition ->
                Stream.iterate(
                    edition.premier(),
                    year -> year.compareTo(edition.dernier()) <= 0,
                    year -> new Exercice(year.annee() + 1)));
  }

  Exercice exercice(String name) {
    return all()
        .filter(year -> year.nom().equals(name) && year.fin().isBefore(today()))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** The years that have ended, the last first. */
  List<Exercice> ended() {
    return all()
        .filter(year -> year.fin().isBefore(today()))
        .distinct()
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  /** The years whose redditions are looked at, the last first: the latest, and those filed. */
  List<Exercice> years(List<DossierDepose> filed) {
    Set<Exercice> years = new TreeSet<>(Comparator.reverseOrder());
    ended().stream().limit(YEARS).forEach(years::add);
    filed.forEach(one -> years.add(one.exercice()));
    return List.copyOf(years);
  }

  /** The reddition of an agreement for a year, where the account sees it. */
  DossierDepose seen(Compte who, Entente entente, Exercice year) {
    boolean hers =
        who.role() == Role.PERSONNEL
            || who.role() == Role.COORDINATION && who.ententes().contains(entente.code());
    if (!hers) {
      throw new NotFound();
    }
    return registry
        .dossiers()
        .un(who, entente, year)
        .orElseGet(() -> DossierDepose.attendu(entente, year));
  }

  /** A version as a workbook to be read. */
  Source source(Compte who, DossierDepose dossier, int number) {
    String name =
        registry.dossiers().versions(who, dossier).stream()
            .filter(version -> version.numero() == number)
            .map(VersionDeposee::nom)
            .findFirst()
            .orElseThrow(NotFound::new);
    byte[] bytes = registry.dossiers().classeur(who, dossier, number).orElseThrow(NotFound::new);
    return Source.de(name, bytes);
  }

  /** The findings that are accepted, as the rules' room takes them. */
  Derogations accepted(Compte who, DossierDepose dossier) {
    return new Derogations(
        registry.dossiers().acceptations(who, dossier).stream()
            .map(Dossiers.Acceptation::derogation)
            .toList());
  }

  /** What was filed last of an earlier year, and its workbook. */
  record Earlier(DossierDepose dossier, Source source) {}

  /** What is filed of the years before, for the same agreement, where the account sees it. */
  List<Earlier> earlier(Compte who, DossierDepose dossier) {
    return registry.dossiers().tous(who).stream()
        .filter(one -> one.entente().equals(dossier.entente()))
        .filter(one -> one.exercice().compareTo(dossier.exercice()) < 0)
        .map(one -> new Earlier(one, named(who, one)))
        .toList();
  }

  /** Workbooks of two years may have one name: each is told with the filing that it is. */
  private Source named(Compte who, DossierDepose one) {
    String filing = one.entente().code() + " " + one.exercice().nom() + ", v" + one.version();
    byte[] bytes = registry.dossiers().classeur(who, one, one.version()).orElseThrow(NotFound::new);
    return Source.de(filing + ", " + source(who, one, one.version()).nom(), bytes);
  }

  /**
   * What the rules say of a workbook today, with what is accepted, held against what is filed of
   * the years before.
   */
  Suivi followed(Source source, List<Earlier> earlier, Derogations accepted) throws Exception {
    List<Source> before = earlier.stream().map(Earlier::source).toList();
    return uploads.workForAccount(
        () -> Suivi.de(house.filingCounter(), source, before, accepted, today()));
  }

  /** What is said of it then. */
  Verification judged(Compte who, DossierDepose dossier, Source source, Derogations accepted)
      throws Exception {
    return followed(source, earlier(who, dossier), accepted).verification();
  }

  Rapport report(Verification checked) {
    return Rapport.de(checked, OffsetDateTime.now(clock).withNano(0));
  }

  /** The findings by their keys, in the order of the report; one of those that are the same. */
  static Map<String, Constat> findings(Jugement judgement) {
    Map<String, Constat> findings = new LinkedHashMap<>();
    for (Constat finding : judgement.constats()) {
      if (findings.size() == MOST_FINDINGS) {
        break;
      }
      findings.putIfAbsent(CleConstat.de(finding), finding);
    }
    return findings;
  }

  /** Where a finding stands. */
  static String place(Constat finding) {
    if (finding.emplacements().isEmpty()) {
      return "";
    }
    Emplacement place = finding.emplacements().get(0);
    String sheet = place.feuille().nom();
    String told = place.reference() == null ? sheet : sheet + "!" + place.reference();
    return told.substring(0, Math.min(told.length(), 200));
  }

  /** What accepts a finding, and nothing else. */
  static Derogation.Vise aim(DossierDepose dossier, Constat finding) {
    String field = finding.sujet().champ();
    return new Derogation.Vise(
        dossier.entente(),
        dossier.exercice(),
        finding.regle(),
        finding.identite().feuille(),
        finding.sujet().fiche(),
        finding.sujet().rang(),
        field == null ? Set.of() : Set.of(field));
  }

  /** The same with one more. */
  static Derogations with(Derogations accepted, Derogation one) {
    List<Derogation> all = new ArrayList<>(accepted.liste());
    all.add(one);
    return new Derogations(all);
  }

  static String path(DossierDepose dossier) {
    return "/depots/" + dossier.entente().code() + "/" + dossier.exercice().nom();
  }

  /**
   * Text that somebody typed, without what surrounds it nor what would act where it is shown; empty
   * for none.
   */
  static String typed(String text, int longest) {
    return text == null ? "" : cut(Inoffensif.texte(text.strip()), longest);
  }

  /** The same on one line. */
  static String typedLine(String text, int longest) {
    return text == null ? "" : cut(Inoffensif.ligne(text.strip()), longest);
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    // No half of a character is left.
    return text.substring(
        0, longest - (Character.isHighSurrogate(text.charAt(longest - 1)) ? 1 : 0));
  }
}
