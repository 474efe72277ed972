package org.verifqis.modele;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.stream.Stream;
import org.verifqis.modele.Resume.Suivi;

/**
 * What was granted under an agreement, over a reddition and the earlier ones: each project once, as
 * the latest of them tells it (INT-10).
 *
 * @param actuelle the reddition that is judged
 * @param anterieures the earlier ones, in the order of their years
 */
public record Octrois(Resume actuelle, List<Resume> anterieures) {
  /**
   * What a project may count for: two amounts where its statut is unknown.
   *
   * @param cle its number, normalised; null where it can't be read
   * @param sures whether both are known
   */
  private record Octroi(String cle, Montant moins, Montant plus, boolean sures) {
    static Octroi de(String cle, Suivi projet) {
      List<Montant> montants = new ArrayList<>();
      Verite actif = projet.actif();
      if (actif.isPossible()) {
        montants.add(projet.aideAccordee().contenu());
      }
      if (actif.non().isPossible()) {
        montants.add(projet.aideVersee());
      }
      if (montants.stream().anyMatch(Objects::isNull)) {
        return new Octroi(cle, Montant.ZERO, Montant.ZERO, false);
      }
      return new Octroi(
          cle,
          montants.stream().min(Comparator.naturalOrder()).orElseThrow(),
          montants.stream().max(Comparator.naturalOrder()).orElseThrow(),
          true);
    }
  }

  /** Whether more was granted than the envelope and the additional payments. */
  public Verite depassent() {
    return reste().depasse(actuelle.enveloppe());
  }

  /** What was granted less the additional payments. */
  public Somme reste() {
    return accordee().moins(additionnels());
  }

  /** The additional payments of this reddition. */
  public Somme additionnels() {
    if (!actuelle.feuilleVersements().estLue()) {
      return inconnue();
    }
    return Somme.desTermes(
        actuelle.versements().stream()
            .map(v -> Terme.si(v.type().est(TypeVersement.ADDITIONNEL), v.montant()))
            .toList());
  }

  /** What was granted. */
  public Somme accordee() {
    List<Resume> toutes = toutes();
    if (!toutes.stream().allMatch(r -> r.feuilleProjets().estLue())) {
      return inconnue();
    }
    List<Octroi> octrois = comptables(toutes);
    if (!octrois.stream().allMatch(Octroi::sures)) {
      return inconnue();
    }
    Montant moins = auMoins(octrois, Octroi::moins);
    Montant plus = Montant.ZERO.moins(auMoins(octrois, o -> Montant.ZERO.moins(o.plus)));
    return Somme.desTermes(
        List.of(new Terme(Verite.VRAI, moins), new Terme(Verite.INCONNU, plus.moins(moins))));
  }

  private static Somme inconnue() {
    return Somme.desTermes(List.of(new Terme(Verite.VRAI, null)));
  }

  /** All of them, in the order of their years. */
  private List<Resume> toutes() {
    return Stream.concat(anterieures.stream(), Stream.of(actuelle)).toList();
  }

  /** How many redditions tell it. */
  public int redditions() {
    return anterieures.size() + 1;
  }

  /**
   * The projects that count or may count, those last that stand for others of their number: the
   * later reddition, in it the earlier row.
   */
  private static List<Octroi> comptables(List<Resume> toutes) {
    List<Octroi> octrois = new ArrayList<>();
    for (Resume reddition : toutes) {
      ParNumero<Suivi> projets = new ParNumero<>(reddition.projets());
      for (int rang = projets.taille() - 1; rang >= 0; rang--) {
        octrois.add(Octroi.de(projets.cle(rang), projets.fiche(rang)));
      }
    }
    Map<String, Octroi> derniers = new HashMap<>();
    octrois.stream().filter(o -> o.cle != null).forEach(o -> derniers.put(o.cle, o));
    return octrois.stream().filter(o -> o.cle == null || derniers.get(o.cle) == o).toList();
  }

  /**
   * The least that they come to, whatever the numbers that can't be read. Such a project may be a
   * new one, may be told by a later one and count for nothing, or may itself stand for an earlier
   * one: the dearest first, and a cheaper one that comes after it may take its place.
   */
  private static Montant auMoins(List<Octroi> octrois, Function<Octroi, Montant> montant) {
    Montant total = Montant.ZERO;
    PriorityQueue<Montant> remplacables = new PriorityQueue<>(Comparator.reverseOrder());
    for (int i = 0; i < octrois.size(); i++) {
      Montant sien = montant.apply(octrois.get(i));
      if (octrois.get(i).cle != null) {
        total = total.plus(sien);
        remplacables.add(sien);
        continue;
      }
      boolean remplace = !remplacables.isEmpty() && remplacables.peek().compareTo(Montant.ZERO) > 0;
      Montant autre = remplace ? remplacables.peek() : Montant.ZERO;
      // No later one can tell the last one.
      if (autre.compareTo(sien) > 0 || i == octrois.size() - 1) {
        if (remplace) {
          remplacables.poll();
        }
        total = total.plus(sien).moins(autre);
        remplacables.add(sien);
      }
    }
    return total;
  }

  /** Where the amounts stand that this reddition tells. */
  public List<Emplacement> montants() {
    return montants(actuelle);
  }

  /** Where those stand that the earlier ones tell, each in its file. */
  public List<Emplacement> montantsAnterieurs() {
    return anterieures.stream()
        .flatMap(r -> montants(r).stream().map(lieu -> lieu.dans(r.fichier())))
        .toList();
  }

  private static List<Emplacement> montants(Resume reddition) {
    return Emplacement.colonne(reddition.projets().stream().map(Suivi::aideAccordee).toList());
  }
}
