package org.verifqis.rapport;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Regard;
import org.verifqis.regles.Regle;
import org.verifqis.regles.ResultatRegle;
import org.verifqis.regles.Verdict;
import org.verifqis.regles.comparaison.Changement;

/** An audit as the template of the dashboard sees it. */
final class VueAudit {
  /** How many findings or changes are shown: a browser has to hold them. */
  static final int PLAFOND = 200;

  /** How many rules are told as the most often broken. */
  private static final int FREQUENTES = 15;

  private static final String EN_RETARD = "DEP-05";

  private static final Map<Verdict, Graphique.Teinte> TEINTES =
      Map.of(
          Verdict.CONFORME, new Graphique.Teinte(0x2C6A1E, 0xFFFFFF),
          Verdict.CONFORME_AVEC_RESERVES, new Graphique.Teinte(0xFFDD82, 0x4A3500),
          Verdict.INDETERMINE, new Graphique.Teinte(0xC5CAD2, 0x1B2733),
          Verdict.NON_CONFORME, new Graphique.Teinte(0xC0331B, 0xFFFFFF),
          Verdict.IRRECEVABLE, new Graphique.Teinte(0x7A0F2B, 0xFFFFFF));
  private static final Graphique.Teinte TEINTE_ILLISIBLE = new Graphique.Teinte(0x6B4E9B, 0xFFFFFF);
  private static final Graphique.Teinte TEINTE_MANQUANTE = new Graphique.Teinte(0x3B4652, 0xFFFFFF);

  /** From the best level to what is not known. */
  private static final List<TeinteDeNiveau> TEINTES_DES_NIVEAUX =
      List.of(
          new TeinteDeNiveau("ATTEINTE", new Graphique.Teinte(0x2C6A1E, 0xFFFFFF)),
          new TeinteDeNiveau("EN_VOIE", new Graphique.Teinte(0x8CC4F5, 0x1B2733)),
          new TeinteDeNiveau("AMORCEE", new Graphique.Teinte(0x1F5A96, 0xFFFFFF)),
          new TeinteDeNiveau("APPRENTISSAGE", new Graphique.Teinte(0xFFDD82, 0x4A3500)),
          new TeinteDeNiveau("CONSULTATION", new Graphique.Teinte(0xE08A2E, 0x1B2733)),
          new TeinteDeNiveau("AUCUNE", new Graphique.Teinte(0xC0331B, 0xFFFFFF)),
          new TeinteDeNiveau("NON_DOCUMENTEE", new Graphique.Teinte(0x7A0F2B, 0xFFFFFF)),
          new TeinteDeNiveau(Cible4.INDETERMINE, new Graphique.Teinte(0xC5CAD2, 0x1B2733)));

  /** A reddition that has no place in the tables, and why. */
  record HorsTableau(Jugement reddition, String motif) {}

  private record TeinteDeNiveau(String niveau, Graphique.Teinte teinte) {}

  /** A rule, how many findings it has and in how many redditions. */
  record Frequente(Regle regle, long constats, long redditions) {}

  private record Place(String entente, String exercice) {}

  private final Rapport rapport;
  private final Textes textes;
  private final Map<Place, Jugement> retenus = new HashMap<>();
  private final Set<Place> manquantes = new HashSet<>();
  private final Illisibles illisibles;

  /** An audit. */
  VueAudit(Rapport rapport, Textes textes) {
    this.rapport = rapport;
    this.textes = textes;
    this.illisibles = new Illisibles(audit(), textes);
    Set<String> ecartes =
        audit().ecartes().stream().map(PartieAudit.Ecarte::sha256).collect(Collectors.toSet());
    for (Jugement j : rapport.jugements()) {
      if (j.entente() != null && j.exercice() != null && !ecartes.contains(j.fichier().sha256())) {
        retenus.putIfAbsent(new Place(j.entente().code(), j.exercice().nom()), j);
      }
    }
    for (Constat constat : manquantes()) {
      manquantes.add(
          new Place(PartieAudit.entente(constat).code(), PartieAudit.exercice(constat).nom()));
    }
  }

  /** Those that are shown. */
  static <T> List<T> premiers(List<T> tous) {
    return tous.subList(0, Math.min(PLAFOND, tous.size()));
  }

  PartieAudit audit() {
    return rapport.audit();
  }

  List<Entente> ententes() {
    return audit().ententes();
  }

  List<Exercice> exercices() {
    return audit().exercices();
  }

  /** The reddition that counts; null where there is none. */
  Jugement reddition(Entente entente, Exercice exercice) {
    return retenus.get(new Place(entente.code(), exercice.nom()));
  }

  /** The redditions that the table of verdicts doesn't show, each content once. */
  List<HorsTableau> horsTableau() {
    Map<String, String> remplacants = new HashMap<>();
    audit().ecartes().forEach(e -> remplacants.put(e.sha256(), e.retenu()));
    Set<String> vues = new HashSet<>();
    ententes()
        .forEach(
            entente ->
                exercices().stream()
                    .map(exercice -> reddition(entente, exercice))
                    .filter(Objects::nonNull)
                    .forEach(j -> vues.add(j.fichier().sha256())));
    return rapport.jugements().stream()
        .filter(j -> vues.add(j.fichier().sha256()))
        .map(j -> new HorsTableau(j, motif(j, remplacants.get(j.fichier().sha256()))))
        .toList();
  }

  private String motif(Jugement jugement, String remplacant) {
    Mots mots = textes.mots();
    if (remplacant != null) {
      return mots.mot("tableau.hors.remplacee", remplacant);
    }
    return jugement.entente() == null || jugement.exercice() == null
        ? mots.mot("tableau.hors.inconnu")
        : mots.mot("tableau.hors.exercice");
  }

  boolean manque(Entente entente, Exercice exercice) {
    return manquantes.contains(new Place(entente.code(), exercice.nom()));
  }

  /** Whether a file that could not be read says by its name that it is this reddition. */
  boolean illisible(Entente entente, Exercice exercice) {
    return reddition(entente, exercice) == null && !illisibles.de(entente, exercice).isEmpty();
  }

  Illisibles illisibles() {
    return illisibles;
  }

  /** Where the page of a reddition lies, from the dashboard. */
  String page(Jugement jugement) {
    return RedacteurTableau.page(jugement, textes.langue());
  }

  Cible4 cible4(Jugement jugement) {
    return new Cible4(jugement, textes);
  }

  /** How many findings are accepted: without dérogations none, and none need be read to count. */
  long deroges(Jugement jugement) {
    return rapport.avecDerogations() ? jugement.deroges() : 0;
  }

  /** The style class of a level of cible 4. */
  String classeDuNiveau(Jugement jugement) {
    String niveau = cible4(jugement).niveau();
    return switch (niveau == null ? "" : niveau) {
      case "ATTEINTE" -> "verdict-conforme";
      case "EN_VOIE", "AMORCEE" -> "gravite-information";
      case "APPRENTISSAGE", "CONSULTATION" -> "verdict-conforme-avec-reserves";
      case "AUCUNE", "NON_DOCUMENTEE" -> "verdict-non-conforme";
      default -> "verdict-indetermine";
    };
  }

  /** How many agreements have each verdict, by year; null where none has. */
  Graphique graphiqueDesVerdicts() {
    List<Graphique.Serie<BiPredicate<Entente, Exercice>>> series = new ArrayList<>();
    List<Verdict> verdicts = new ArrayList<>(List.of(Verdict.values()));
    Collections.reverse(verdicts);
    verdicts.forEach(
        v ->
            series.add(
                new Graphique.Serie<>(
                    (e, x) -> reddition(e, x) != null && reddition(e, x).verdict() == v,
                    textes.verdict(v),
                    TEINTES.get(v))));
    series.add(
        new Graphique.Serie<>(
            this::illisible, textes.mots().mot("tableau.illisible"), TEINTE_ILLISIBLE));
    series.add(
        new Graphique.Serie<>(
            (e, x) -> reddition(e, x) == null && manque(e, x) && !illisible(e, x),
            textes.mots().mot("tableau.manquante"),
            TEINTE_MANQUANTE));
    return Graphique.de(
        textes.mots().mot("tableau.verdicts.graphique"),
        series,
        exercices(),
        (est, exercice) -> ententes().stream().filter(e -> est.test(e, exercice)).count());
  }

  /** How many agreements stand at each level of cible 4, by year; null where none does. */
  Graphique graphiqueDeCible4() {
    List<Graphique.Serie<String>> series = new ArrayList<>();
    TEINTES_DES_NIVEAUX.forEach(
        niveau ->
            series.add(
                new Graphique.Serie<>(
                    niveau.niveau(), textes.niveau(niveau.niveau()), niveau.teinte())));
    return Graphique.de(
        textes.mots().mot("tableau.cible4.graphique"),
        series,
        exercices(),
        (niveau, exercice) ->
            ententes().stream()
                .map(e -> reddition(e, exercice))
                .filter(j -> j != null && niveau.equals(cible4(j).niveau()))
                .count());
  }

  long nombre(Verdict verdict) {
    return rapport.jugements().stream().filter(j -> j.verdict() == verdict).count();
  }

  List<Constat> manquantes() {
    return audit().constats().stream()
        .filter(c -> c.regle().regard() == Regard.MANQUANTES)
        .toList();
  }

  /** A reddition that was filed late, and the finding that says so. */
  record Retard(Jugement reddition, Constat constat) {}

  /** The redditions that were filed late. */
  List<Retard> retards() {
    return rapport.jugements().stream()
        .filter(j -> j.entente() != null && j.exercice() != null && estEnRetard(j))
        .flatMap(
            j ->
                j.constats().stream()
                    .filter(c -> c.regle().id().equals(EN_RETARD))
                    .map(c -> new Retard(j, c)))
        .toList();
  }

  private static boolean estEnRetard(Jugement jugement) {
    return jugement.resultats().stream()
        .anyMatch(r -> r.enfreints() > 0 && r.regle().id().equals(EN_RETARD));
  }

  /** How missing redditions are told where they are many. */
  Manquantes ensemble() {
    return new Manquantes(textes, illisibles);
  }

  /** Those of the findings of a change that are told one by one, as many as are shown. */
  List<Constat> unAUn(List<Constat> constats) {
    List<Constat> ensemble = ensemble().nombreuses(constats);
    return premiers(constats.stream().filter(c -> !ensemble.contains(c)).toList());
  }

  /** What else was found across redditions. */
  List<Constat> autresConstats() {
    return audit().constats().stream()
        .filter(c -> c.regle().regard() != Regard.MANQUANTES)
        .toList();
  }

  /** The rules that are broken most often, gravest first among equals. */
  List<Frequente> frequentes() {
    Map<String, Regle> regles = new TreeMap<>();
    Map<String, Long> constats = new HashMap<>();
    Map<String, Long> redditions = new HashMap<>();
    for (Jugement j : rapport.jugements()) {
      for (ResultatRegle r : j.resultats()) {
        if (r.enfreints() > 0 && !r.regle().estDEnsemble()) {
          String id = r.regle().id();
          regles.put(id, r.regle());
          constats.merge(id, (long) r.enfreints(), Long::sum);
          redditions.merge(id, 1L, Long::sum);
        }
      }
    }
    return regles.values().stream()
        .map(r -> new Frequente(r, constats.get(r.id()), redditions.get(r.id())))
        .sorted(
            Comparator.comparingLong(Frequente::redditions)
                .thenComparingLong(Frequente::constats)
                .reversed()
                .thenComparing(f -> f.regle().gravite())
                .thenComparing(f -> f.regle().id()))
        .limit(FREQUENTES)
        .toList();
  }

  String titre(Changement changement) {
    return Changements.titre(changement, textes);
  }
}
