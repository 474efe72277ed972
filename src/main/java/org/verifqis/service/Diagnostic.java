package org.verifqis.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.verifqis.modele.Correction;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Retouche;
import org.verifqis.modele.Valeur;
import org.verifqis.modele.Verite;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Epreuve;
import org.verifqis.regles.Explication;
import org.verifqis.regles.Explication.CasExamine;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Moteur;
import org.verifqis.regles.comparaison.Comparaison;
import org.verifqis.regles.remedes.Remedes;
import org.verifqis.regles.remedes.Remedes.Remede;

/** A workbook checked: what was found, where that may be mended, what became of the rest. */
public final class Diagnostic {
  /** Rules whose finding is about what stands in its cell: there it is mended. */
  private static final Set<String> DE_LA_CELLULE =
      Set.of("LEC-01", "LEC-02", "LEC-03", "LEC-06", "LEC-07", "LEC-09", "LEC-10");

  /**
   * So many records are looked at to find remedies, each change that is tried looking at all of
   * them: beyond that nobody waits any longer, and other findings are told without.
   */
  private static final int REGARDS = 60_000;

  private final Jugement jugement;
  private final Comparaison comparaison;
  private final List<Correction> corrections;
  private final List<Tapee> ecartees;
  private final Map<Constat, List<Remede>> remedes = new IdentityHashMap<>();

  private Diagnostic(
      Jugement jugement,
      Comparaison comparaison,
      List<Correction> corrections,
      List<Tapee> ecartees) {
    this.jugement = jugement;
    this.comparaison = comparaison;
    this.corrections = corrections;
    this.ecartees = ecartees;
  }

  /** Of a reddition; {@code avant} is what it was before corrections, null without any. */
  static Diagnostic de(
      Moteur moteur,
      Reddition reddition,
      Reddition avant,
      List<Correction> corrections,
      List<Tapee> ecartees) {
    Jugement jugement = moteur.juge(reddition);
    Comparaison comparaison =
        avant == null ? null : Comparaison.de(avant, moteur.juge(avant), reddition, jugement);
    Diagnostic diagnostic = new Diagnostic(jugement, comparaison, corrections, ecartees);
    diagnostic.cherche(moteur, reddition);
    return diagnostic;
  }

  private void cherche(Moteur moteur, Reddition reddition) {
    int fiches = reddition.fiches().values().stream().mapToInt(List::size).sum();
    int permis = REGARDS / fiches;
    Map<String, Explication> explications = new HashMap<>();
    int essais = 0;
    try (Epreuve epreuve = moteur.epreuve(reddition)) {
      for (Constat constat : jugement.constats()) {
        String regle = constat.regle().id();
        if (DE_LA_CELLULE.contains(regle)) {
          remedes.put(constat, enPlace(reddition, constat));
        } else if (essais < permis) {
          Explication explication = explications.computeIfAbsent(regle, epreuve::explique);
          Remedes recherche = new Remedes(epreuve, explication);
          cas(explication, constat)
              .map(recherche::de)
              .ifPresent(trouves -> remedes.put(constat, trouves));
          essais += recherche.essais();
        }
      }
    }
  }

  private static Optional<CasExamine> cas(Explication explication, Constat constat) {
    return explication.cas().stream()
        .filter(cas -> cas.enfreint() == Verite.VRAI)
        .filter(cas -> cas.vu().emplacements().equals(constat.emplacements()))
        .filter(cas -> cas.vu().variante().equals(constat.variante()))
        .findFirst();
  }

  private static List<Remede> enPlace(Reddition reddition, Constat constat) {
    Emplacement lieu = constat.emplacements().get(0);
    List<Object> contenus = new ArrayList<>();
    Object proche = constat.faits().get("suggestionLibelle");
    if (proche != null) {
      contenus.add(proche);
    }
    Optional<Valeur<?>> ici =
        lieu.reference() == null || lieu.reference().contains(":")
            ? Optional.empty()
            : Retouche.valeur(reddition, lieu);
    return ici.map(valeur -> List.of(new Remede(valeur, contenus))).orElse(List.of());
  }

  /** What the rules say of it as it is corrected. */
  public Jugement jugement() {
    return jugement;
  }

  /** What the corrections changed; null without any. */
  public Comparaison comparaison() {
    return comparaison;
  }

  /** What was typed and stands in it now. */
  public List<Correction> corrections() {
    return corrections;
  }

  /** What was typed for cells that hold no value of it. */
  public List<Tapee> ecartees() {
    return ecartees;
  }

  /**
   * The cells where a finding may be mended, each with the smallest change that is known to do so,
   * if any is; none where no cell alone does.
   */
  public List<Remede> remedes(Constat constat) {
    return remedes.getOrDefault(constat, List.of());
  }
}
