package org.verifqis.rapport;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Regle;
import org.verifqis.regles.Verdict;

/** An audit as the template of the dashboard sees it. */
final class VueAudit {
  /** How many findings or changes are shown: a browser has to hold them. */
  static final int PLAFOND = 200;

  /** How many rules are told as the most often broken. */
  private static final int FREQUENTES = 15;

  private static final String MANQUANTE = "INT-01";
  private static final String EN_RETARD = "DEP-05";

  /** A rule, how many findings it has and in how many redditions. */
  record Frequente(Regle regle, long constats, long redditions) {}

  private record Place(String entente, String exercice) {}

  private final Rapport rapport;
  private final Textes textes;
  private final Map<Place, Jugement> retenus = new HashMap<>();
  private final Set<Place> manquantes = new HashSet<>();

  VueAudit(Rapport rapport, Textes textes) {
    this.rapport = rapport;
    this.textes = textes;
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

  boolean manque(Entente entente, Exercice exercice) {
    return manquantes.contains(new Place(entente.code(), exercice.nom()));
  }

  /** Where the page of a reddition lies, from the dashboard. */
  String page(Jugement jugement) {
    return RedacteurTableau.page(jugement, textes.langue());
  }

  Cible4 cible4(Jugement jugement) {
    return new Cible4(jugement, textes);
  }

  /** The style class of a level of cible 4. */
  String classeDuNiveau(Jugement jugement) {
    String niveau = cible4(jugement).niveau();
    return switch (niveau == null ? "" : niveau) {
      case "ATTEINTE" -> "verdict-conforme";
      case "EN_VOIE" -> "gravite-information";
      case "APPRENTISSAGE", "CONSULTATION" -> "verdict-conforme-avec-reserves";
      case "AUCUNE", "NON_DOCUMENTEE" -> "verdict-non-conforme";
      default -> "verdict-indetermine";
    };
  }

  long nombre(Verdict verdict) {
    return rapport.jugements().stream().filter(j -> j.verdict() == verdict).count();
  }

  List<Constat> manquantes() {
    return audit().constats().stream().filter(c -> c.regle().id().equals(MANQUANTE)).toList();
  }

  /** A reddition that was filed late, and the finding that says so. */
  record Retard(Jugement reddition, Constat constat) {}

  /** The redditions that were filed late. */
  List<Retard> retards() {
    return rapport.jugements().stream()
        .filter(j -> j.entente() != null && j.exercice() != null)
        .flatMap(
            j ->
                j.constats().stream()
                    .filter(c -> c.regle().id().equals(EN_RETARD))
                    .map(c -> new Retard(j, c)))
        .toList();
  }

  /** What else was found across redditions. */
  List<Constat> autresConstats() {
    return audit().constats().stream().filter(c -> !c.regle().id().equals(MANQUANTE)).toList();
  }

  /** The rules that are broken most often, gravest first among equals. */
  List<Frequente> frequentes() {
    Map<String, Regle> regles = new TreeMap<>();
    Map<String, Long> constats = new HashMap<>();
    Map<String, Long> redditions = new HashMap<>();
    for (Jugement j : rapport.jugements()) {
      Set<String> siennes = new HashSet<>();
      for (Constat constat : j.constats()) {
        String id = constat.regle().id();
        regles.put(id, constat.regle());
        constats.merge(id, 1L, Long::sum);
        if (siennes.add(id)) {
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
