package org.verifqis.rapport;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.verifqis.modele.Avis;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Feuille;
import org.verifqis.rapport.Annotation.Remarque;
import org.verifqis.rapport.Annotation.Ton;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Gravite;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Regle;
import org.verifqis.regles.derogations.UsageDerogation;

/** Says what a judgement found in the form in which it is written into a copy of the workbook. */
public final class Annotations {
  private static final List<String> COLONNES =
      List.of(
          "gravite",
          "regle",
          "titre",
          "feuille",
          "cellule",
          "valeur",
          "message",
          "correction",
          "norme");

  private final Textes textes;
  private final Mots mots;
  private final PhrasesDerogation derogations;

  /** In the language of the texts. */
  public Annotations(Textes textes) {
    this.textes = textes;
    this.mots = textes.mots();
    this.derogations = new PhrasesDerogation(textes);
  }

  /** The annotation of the workbook that was judged: its findings by sheet, worst first. */
  public Annotation de(Jugement jugement) {
    return de(jugement, List.of());
  }

  /**
   * The same, with the dérogations about it that cover nothing; the others stand at their finding.
   */
  public Annotation de(Jugement jugement, List<UsageDerogation> usages) {
    Textes siens = textes.sous(jugement.fichier().origine());
    Comptes comptes = Comptes.de(jugement);
    List<Remarque> remarques =
        comptes.feuilles().stream()
            .flatMap(feuille -> feuille.regles().stream())
            .flatMap(groupe -> groupe.dits().stream())
            .map(constat -> remarque(constat, siens))
            .toList();
    return new Annotation(
        mots.mot("html.constats"),
        mots.mot("html.titre"),
        sommaire(comptes, usages),
        COLONNES.stream().map(colonne -> mots.mot("csv." + colonne)).toList(),
        COLONNES.indexOf("cellule"),
        remarques,
        mots.mot("annotation.reste"));
  }

  private List<String> sommaire(Comptes comptes, List<UsageDerogation> usages) {
    Jugement jugement = comptes.jugement();
    List<String> lignes = new ArrayList<>();
    lignes.add(
        Stream.of(
                Inoffensif.ligne(jugement.fichier().nom()),
                jugement.entente() == null
                    ? mots.mot("entente.inconnue")
                    : textes.fait(jugement.entente()),
                jugement.exercice() == null
                    ? mots.mot("exercice.inconnu")
                    : mots.mot("exercice", jugement.exercice().nom()))
            .collect(Collectors.joining(" · ")));
    lignes.add(
        mots.mot("annotation.verdict", textes.verdict(jugement.verdict()), comptes.enMots(mots)));
    lignes.add(mots.mot("console.cible4", new Cible4(jugement, textes).libelleEtClasse()));
    if (jugement.deroges() > 0) {
      lignes.add(derogations.sansElles(comptes));
    }
    for (UsageDerogation usage : usages) {
      if (usage.concerne(jugement) && usage.statut() != UsageDerogation.Statut.UTILISEE) {
        String ligne = Inoffensif.ligne(derogations.ligne(usage));
        lignes.add(mots.mot("annotation.derogation", ligne));
      }
    }
    for (Avis avis : jugement.avis()) {
      String message = Inoffensif.ligne(textes.message(avis));
      lignes.add(mots.mot("annotation.avis", message, Inoffensif.ligne(textes.conseil(avis))));
    }
    lignes.add(mots.mot("annotation.mode"));
    return lignes;
  }

  private Remarque remarque(Constat constat, Textes siens) {
    Regle regle = constat.regle();
    Emplacement lieu = constat.emplacements().get(0);
    String message = Inoffensif.ligne(siens.message(constat));
    boolean deroge = constat.estDeroge();
    String correction =
        Inoffensif.ligne(
            deroge ? derogations.acceptation(constat.derogation()) : siens.correction(constat));
    String gravite = textes.gravite(regle.gravite());
    if (deroge) {
      gravite = mots.mot("deroge.gravite", gravite);
    }
    return new Remarque(
        lieu,
        deroge ? Ton.ACCEPTE : ton(regle.gravite()),
        List.of(
            gravite,
            regle.id(),
            textes.titre(regle),
            nom(lieu.feuille()),
            mots.cellule(lieu),
            lieu.valeur() == null ? "" : Inoffensif.ligne(textes.fait(lieu.valeur())),
            message,
            correction,
            textes.reference(regle)),
        mots.mot("annotation.note", gravite, regle.id(), message, correction));
  }

  private String nom(Feuille feuille) {
    return mots.feuille(feuille);
  }

  private static Ton ton(Gravite gravite) {
    return switch (gravite) {
      case BLOQUANTE -> Ton.BLOQUANT;
      case NON_CONFORMITE -> Ton.GRAVE;
      case AVERTISSEMENT -> Ton.ATTENTION;
      case INFORMATION -> Ton.INFORMATION;
    };
  }
}
