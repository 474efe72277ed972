package org.verifqis.modele;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the rows of sheet Cible 4 show together. Each row adds marks (someone takes part directly at
 * the regional level, in the selection of projects …); the marks of all rows give the level. An
 * unknown value allows several marks, so that the level may be one of several.
 */
public final class Participation {
  private static final int DIRECT_REGIONAL = 1;
  private static final int DIRECT_LOCAL = 1 << 1;
  private static final int APPRENTISSAGE = 1 << 2;
  private static final int CONSULTATION = 1 << 3;
  private static final int PREMIERE_ETAPE = 1 << 4;

  /** On how many stages people must take part for the target to be reached. */
  public static final int ETAPES_VOULUES = 4;

  /** Forms in which people in poverty take part in the mechanisms themselves. */
  public static final Set<Forme> FORMES_DIRECTES =
      Collections.unmodifiableSet(
          EnumSet.of(Forme.INSTANCE, Forme.COMITE_AVEC, Forme.COMITE_ANALYSE));

  /** Forms for which nobody need be counted. */
  public static final Set<Forme> FORMES_SANS_PERSONNE =
      Collections.unmodifiableSet(EnumSet.of(Forme.AUCUNE, Forme.APPRENTISSAGE));

  /** Stages at which people can't take part in the mechanisms. */
  private static final Set<Etape> HORS_DES_MECANISMES =
      Collections.unmodifiableSet(EnumSet.of(Etape.REALISATION, Etape.AUCUNE));

  /** Stages of which so many are wanted. */
  public static final Set<Etape> ETAPES_COMPTEES =
      Collections.unmodifiableSet(
          EnumSet.of(
              Etape.PORTRAIT,
              Etape.PRIORITES,
              Etape.PLAN,
              Etape.SELECTION,
              Etape.CONCEPTION,
              Etape.SUIVI));

  private static final Set<Forme> FORMES_DES_MECANISMES =
      Collections.unmodifiableSet(EnumSet.of(Forme.INSTANCE, Forme.COMITE_ANALYSE));

  /** Forms in which people take part in projects. */
  public static final Set<Forme> FORMES_DES_PROJETS =
      Collections.unmodifiableSet(EnumSet.of(Forme.BENEVOLAT, Forme.BENEFICIAIRE));

  private static final Set<Etape> ETAPES_DES_MECANISMES =
      Collections.unmodifiableSet(
          EnumSet.of(
              Etape.ENJEUX,
              Etape.PORTRAIT,
              Etape.PRIORITES,
              Etape.PLAN,
              Etape.SELECTION,
              Etape.SUIVI));

  private final Set<Niveau> niveaux = EnumSet.noneOf(Niveau.class);
  private final List<Implication> implications;
  private final Verite uneAutreForme;

  /** Looks at all the rows once. */
  public Participation(List<Implication> implications) {
    this.implications = implications;
    uneAutreForme =
        Verite.uneDe(implications.stream().map(i -> i.forme().est(Forme.AUCUNE).non()).toList());
    if (implications.isEmpty()) {
      niveaux.add(Niveau.NON_DOCUMENTEE);
      return;
    }
    Set<Integer> etats = Set.of(0);
    for (Implication implication : implications) {
      etats = combine(etats, marques(implication));
    }
    etats.forEach(marques -> niveaux.add(niveau(marques)));
  }

  /** The level; null when an unknown value could change it. */
  public Niveau niveau() {
    return Niveau.certain(niveaux);
  }

  /** Whether the level is one of these. */
  public Verite niveauParmi(Collection<Niveau> vises) {
    if (vises.containsAll(niveaux)) {
      return Verite.VRAI;
    }
    return niveaux.stream().anyMatch(vises::contains) ? Verite.INCONNU : Verite.FAUX;
  }

  /**
   * What is told of it, without its rows.
   *
   * @param niveaux every level that the rows allow: one alone when nothing unknown could change it
   * @param paliersDirects the levels at which people are known to take part directly
   * @param etapesDirectes the counted stages in which people are known to take part directly
   */
  public record Synthese(
      Set<Niveau> niveaux, Set<Palier> paliersDirects, Set<Etape> etapesDirectes) {
    /** The level; null when an unknown value could change it. */
    public Niveau niveau() {
      return Niveau.certain(niveaux);
    }
  }

  /** What is told of it. */
  public Synthese synthese() {
    Set<Palier> paliers = EnumSet.noneOf(Palier.class);
    Set<Etape> etapes = EnumSet.noneOf(Etape.class);
    for (Implication implication : implications) {
      if (directe(implication).isVrai()) {
        etapes.add(implication.etape().contenu());
        etapes.retainAll(ETAPES_COMPTEES);
        if (implication.palier().estConnue()) {
          paliers.add(implication.palier().contenu());
        }
      }
    }
    return new Synthese(
        Collections.unmodifiableSet(niveaux),
        Collections.unmodifiableSet(paliers),
        Collections.unmodifiableSet(etapes));
  }

  /** Whether somebody sits on a body of this level. */
  public Verite siege(Palier palier) {
    return Verite.uneDe(
        implications.stream().map(i -> siege(i).et(i.palier().est(palier))).toList());
  }

  /** How many sit on the first body of this level; null where none is known. */
  public Valeur<Long> premierSiege(Palier palier) {
    return implications.stream()
        .filter(i -> siege(i).et(i.palier().est(palier)).isVrai())
        .map(Implication::personnes)
        .findFirst()
        .orElse(null);
  }

  /** Whether the row says that somebody sits on a body. */
  public static Verite siege(Implication implication) {
    return implication.forme().est(Forme.INSTANCE).et(implication.personnes().apres(0L));
  }

  /** Whether a row of another form than AUCUNE stands in the sheet. */
  public Verite aUneAutreForme() {
    return uneAutreForme;
  }

  /** Whether there are DIRECT rows and none has an allocation above zero (CIB-08). */
  public Verite directeSansAllocation() {
    boolean unePeutEtreSans = false;
    boolean uneSans = false;
    Verite uneAvec = Verite.FAUX;
    for (Implication implication : implications) {
      Verite directe = directe(implication);
      Verite allouee = implication.allocation().apres(Montant.ZERO);
      uneAvec = uneAvec.ou(directe.et(allouee));
      uneSans |= directe.isVrai();
      unePeutEtreSans |= directe.isPossible() && allouee != Verite.VRAI;
    }
    if (uneAvec.isVrai() || !unePeutEtreSans) {
      return Verite.FAUX;
    }
    return uneSans && uneAvec == Verite.FAUX ? Verite.VRAI : Verite.INCONNU;
  }

  /** Whether the row is DIRECT: people take part themselves, at a stage that counts. */
  public static Verite directe(Implication implication) {
    return implication
        .forme()
        .parmi(FORMES_DIRECTES)
        .et(implication.personnes().apres(0L))
        .et(implication.etape().parmi(HORS_DES_MECANISMES).non());
  }

  /** Why a row counts as direct, or does not. */
  public enum Raison {
    DIRECTE,
    /** Direct, at a stage that is not one of those counted. */
    DIRECTE_SANS_ETAPE,
    FORME,
    PERSONNE,
    ETAPE,
    /** Something unknown decides. */
    INCONNUE
  }

  /** Why a row counts, or does not; the first reason that is known. */
  public static Raison raison(Implication implication) {
    if (implication.forme().parmi(FORMES_DIRECTES) == Verite.FAUX) {
      return Raison.FORME;
    }
    if (implication.personnes().apres(0L) == Verite.FAUX) {
      return Raison.PERSONNE;
    }
    if (implication.etape().parmi(HORS_DES_MECANISMES).isVrai()) {
      return Raison.ETAPE;
    }
    if (!directe(implication).isVrai()) {
      return Raison.INCONNUE;
    }
    boolean comptee = implication.etape().parmi(ETAPES_COMPTEES).isVrai();
    return comptee ? Raison.DIRECTE : Raison.DIRECTE_SANS_ETAPE;
  }

  /** Whether some DIRECT rows have an allocation above zero and others do not (CIB-12). */
  public Verite allocationsInegales() {
    int avec = 0;
    int sans = 0;
    int peutEtreAvec = 0;
    int peutEtreSans = 0;
    int peutEtreLesDeux = 0;
    for (Implication implication : implications) {
      Verite directe = directe(implication);
      Verite allouee = implication.allocation().apres(Montant.ZERO);
      Verite a = directe.et(allouee);
      Verite s = directe.et(allouee.non());
      avec += a.isVrai() ? 1 : 0;
      sans += s.isVrai() ? 1 : 0;
      peutEtreAvec += a.isPossible() ? 1 : 0;
      peutEtreSans += s.isPossible() ? 1 : 0;
      peutEtreLesDeux += a.isPossible() && s.isPossible() ? 1 : 0;
    }
    if (avec > 0 && sans > 0) {
      return Verite.VRAI;
    }
    boolean uneSeule = peutEtreLesDeux == 1 && peutEtreAvec == 1 && peutEtreSans == 1;
    return peutEtreAvec > 0 && peutEtreSans > 0 && !uneSeule ? Verite.INCONNU : Verite.FAUX;
  }

  /** Whether a row takes involvement in projects for that in the mechanisms, or the reverse. */
  public static Verite confondue(Implication implication) {
    Verite dansUnProjet =
        implication
            .forme()
            .parmi(FORMES_DES_MECANISMES)
            .et(implication.etape().est(Etape.REALISATION));
    return implication
        .forme()
        .parmi(FORMES_DES_PROJETS)
        .et(implication.etape().parmi(ETAPES_DES_MECANISMES))
        .ou(dansUnProjet);
  }

  private static Set<Integer> combine(Set<Integer> etats, Set<Integer> ajouts) {
    Set<Integer> resultat = new HashSet<>();
    for (int etat : etats) {
      for (int ajout : ajouts) {
        resultat.add(etat | ajout);
      }
    }
    return resultat;
  }

  /** The marks that a row may add, one set for each reading of its unknown values. */
  private static Set<Integer> marques(Implication implication) {
    Set<Integer> possibles = new HashSet<>();
    for (Forme forme : lectures(implication.forme(), Forme.values())) {
      for (Etape etape : lectures(implication.etape(), Etape.values())) {
        for (Palier palier : lectures(implication.palier(), Palier.values())) {
          Verite quelquUn = implication.personnes().apres(0L);
          if (quelquUn.isPossible()) {
            possibles.add(marques(forme, etape, palier, true));
          }
          if (quelquUn != Verite.VRAI) {
            possibles.add(marques(forme, etape, palier, false));
          }
        }
      }
    }
    return possibles;
  }

  private static <T> List<T> lectures(Valeur<T> valeur, T[] toutes) {
    return valeur.estConnue() ? List.of(valeur.contenu()) : List.of(toutes);
  }

  private static int marques(Forme forme, Etape etape, Palier palier, boolean quelquUn) {
    if (FORMES_DIRECTES.contains(forme) && quelquUn && !HORS_DES_MECANISMES.contains(etape)) {
      int niveau = palier == Palier.REGIONAL ? DIRECT_REGIONAL : DIRECT_LOCAL;
      boolean comptee = ETAPES_COMPTEES.contains(etape);
      return comptee ? niveau | PREMIERE_ETAPE << etape.ordinal() : niveau;
    }
    return switch (forme) {
      case AUCUNE -> 0;
      case APPRENTISSAGE -> APPRENTISSAGE;
      default -> CONSULTATION;
    };
  }

  private static Niveau niveau(int marques) {
    boolean regional = (marques & DIRECT_REGIONAL) != 0;
    boolean local = (marques & DIRECT_LOCAL) != 0;
    if (regional && local && Integer.bitCount(marques / PREMIERE_ETAPE) >= ETAPES_VOULUES) {
      return Niveau.ATTEINTE;
    }
    if (regional && local) {
      return Niveau.EN_VOIE;
    }
    if (regional || local) {
      return Niveau.AMORCEE;
    }
    if ((marques & APPRENTISSAGE) != 0) {
      return Niveau.APPRENTISSAGE;
    }
    return (marques & CONSULTATION) != 0 ? Niveau.CONSULTATION : Niveau.AUCUNE;
  }
}
