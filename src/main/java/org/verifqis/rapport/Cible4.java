package org.verifqis.rapport;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.verifqis.modele.Code;
import org.verifqis.modele.Etape;
import org.verifqis.modele.Niveau;
import org.verifqis.modele.Palier;
import org.verifqis.modele.Participation;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Verdict;

/** How far the Alliance has come towards cible 4, and why, in sentences. */
final class Cible4 {
  static final String INDETERMINE = "INDETERMINE";

  private final Jugement jugement;
  private final Textes textes;
  private final Mots mots;

  Cible4(Jugement jugement, Textes textes) {
    this.jugement = jugement;
    this.textes = textes.sous(jugement.fichier().origine());
    this.mots = textes.mots();
  }

  /**
   * Code of the level; null where the workbook can't be assessed, INDETERMINE where something
   * unknown hides it.
   */
  String niveau() {
    if (jugement.verdict() == Verdict.IRRECEVABLE) {
      return null;
    }
    Niveau niveau = jugement.participation() == null ? null : jugement.participation().niveau();
    return niveau == null ? INDETERMINE : niveau.name();
  }

  /** What the evaluation report calls it; null and INDETERMINE as for the level. */
  String classe() {
    String niveau = niveau();
    return niveau == null || niveau.equals(INDETERMINE)
        ? niveau
        : Niveau.valueOf(niveau).classe().name();
  }

  /** Name of the level, with what the evaluation report calls it. */
  String libelleEtClasse() {
    String classe = libelleDeLaClasse();
    return classe.isEmpty() ? libelle() : mots.mot("cible4.classe", libelle(), classe);
  }

  /** Name of the evaluation report's class; empty where the level is not known. */
  String libelleDeLaClasse() {
    String classe = classe();
    return classe == null || classe.equals(INDETERMINE)
        ? ""
        : textes.classe(Niveau.Classe.valueOf(classe));
  }

  /** Name of the level. */
  String libelle() {
    return niveau() == null ? mots.mot("cible4.nonEvalue") : textes.niveau(niveau());
  }

  /** The levels that may be it: one alone where it is known, none where nothing is. */
  Set<Niveau> possibles() {
    return jugement.participation() == null
        ? EnumSet.noneOf(Niveau.class)
        : jugement.participation().niveaux();
  }

  /** Why, in sentences: what the rows show, then what is missing for the next level. */
  List<String> motifs() {
    if (niveau() == null) {
      return List.of(mots.mot("cible4.irrecevable"));
    }
    if (jugement.participation() == null) {
      boolean gabarit = jugement.fichier().origine() == null;
      return List.of(mots.mot("cible4.sansFeuille" + (gabarit ? "" : ".correspondance")));
    }
    List<String> motifs = new ArrayList<>();
    if (niveau().equals(INDETERMINE)) {
      motifs.add(mots.mot("cible4.incertain", enumere(possibles(), n -> textes.niveau(n.name()))));
    } else {
      motifs.add(textes.explicationNiveau(niveau()));
    }
    participationDirecte(motifs);
    manque(motifs);
    return motifs;
  }

  private void participationDirecte(List<String> motifs) {
    Participation.Synthese participation = jugement.participation();
    if (!participation.paliersDirects().isEmpty()) {
      motifs.add(mots.mot("cible4.paliers", paliers(participation.paliersDirects())));
    }
    Set<Etape> etapes = participation.etapesDirectes();
    if (!etapes.isEmpty()) {
      motifs.add(
          mots.mot(
              "cible4.etapes",
              etapes.size(),
              Participation.ETAPES_COMPTEES.size(),
              libelles(etapes)));
    }
  }

  private void manque(List<String> motifs) {
    Participation.Synthese participation = jugement.participation();
    if (participation.niveau() == null) {
      motifs.add(mots.mot("cible4.manque.valeurs"));
      return;
    }
    switch (participation.niveau()) {
      case ATTEINTE -> {}
      case EN_VOIE -> manquePourLaCible(motifs);
      case AMORCEE -> {
        motifs.add(mots.mot("cible4.manque.enVoie", paliers(autresPaliers())));
        manquePourLaCible(motifs);
      }
      default -> {
        motifs.add(mots.mot("cible4.manque.directe"));
        motifs.add(mots.mot("cible4.manque.deuxPaliers"));
      }
    }
  }

  private void manquePourLaCible(List<String> motifs) {
    Set<Etape> etapes = EnumSet.copyOf(Participation.ETAPES_COMPTEES);
    etapes.removeAll(jugement.participation().etapesDirectes());
    int manquantes =
        Participation.ETAPES_VOULUES - jugement.participation().etapesDirectes().size();
    if (manquantes > 0) {
      motifs.add(mots.compte("cible4.manque.etapes", manquantes, libelles(etapes)));
    }
  }

  private Set<Palier> autresPaliers() {
    Set<Palier> paliers = EnumSet.allOf(Palier.class);
    paliers.removeAll(jugement.participation().paliersDirects());
    return paliers;
  }

  private String paliers(Set<Palier> paliers) {
    return enumere(paliers, p -> mots.mot("cible4.palier." + p.name()));
  }

  private String libelles(Collection<? extends Code> codes) {
    return enumere(codes, textes::libelle);
  }

  private static <T> String enumere(Collection<T> elements, Function<T, String> nom) {
    return elements.stream().map(nom).collect(Collectors.joining(", "));
  }
}
