package org.verifqis.rapport;

import java.io.PrintWriter;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Implication;
import org.verifqis.modele.Participation;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Valeur;
import org.verifqis.modele.Verite;
import org.verifqis.regles.Explication;
import org.verifqis.regles.Explication.CasExamine;
import org.verifqis.regles.remedes.Remedes.Remede;

/** Tells for people at a terminal how a rule came to its status. */
public final class RedacteurExplication {
  /** Facts that are no field of the workbook. */
  private static final List<String> FAITS =
      List.of("declare", "calcule", "ecart", "limite", "attendu", "nombre");

  private static final List<Verite> PRIORITES = List.of(Verite.VRAI, Verite.INCONNU, Verite.FAUX);

  private final Textes textes;
  private final Mots mots;
  private final int montres;

  /**
   * In the language of the texts.
   *
   * @param montres how many cases are shown at most, and how many rows of cible 4
   */
  public RedacteurExplication(Textes textes, int montres) {
    this.textes = textes;
    this.montres = montres;
    this.mots = textes.mots();
  }

  /**
   * Writes the explanation of a rule for a reddition.
   *
   * @param remedes what would mend a case
   */
  public void ecris(
      Reddition.Fichier fichier,
      Explication explication,
      Function<CasExamine, List<Remede>> remedes,
      PrintWriter sortie) {
    var resultat = explication.resultat();
    sortie.print("\n");
    ligne(
        sortie,
        0,
        mots.mot(
            "explication.fichier",
            Inoffensif.ligne(fichier.nom()),
            textes.statut(resultat.statut())));
    ligne(
        sortie,
        0,
        mots.mot(
            "explication.comptes",
            mots.compte("explication.examines", resultat.examines()),
            mots.compte("explication.enfreints", resultat.enfreints()),
            mots.compte("explication.inconnus", resultat.inconnus())));
    mots.origine(fichier.origine()).forEach(origine -> ligne(sortie, 0, origine));
    if (resultat.cause() != null) {
      ligne(sortie, 0, mots.mot("regle.enPanne", resultat.regle().id(), resultat.cause()));
    }
    if (explication.parametre() != null) {
      String chiffres = new PhrasesChiffre(textes).chiffre(explication.parametre().valeurs());
      ligne(sortie, 0, mots.mot("explication.parametre", chiffres));
    }
    if (resultat.examines() > explication.cas().size()) {
      ligne(sortie, 0, mots.mot("explication.lecture"));
    }
    Textes siens = textes.sous(fichier.origine());
    for (CasExamine cas : choisis(explication.cas())) {
      sortie.print("\n");
      cas(sortie, cas, siens, remedes);
    }
    reste(sortie, "explication.reste", explication.cas().size());
    List<Implication> implications = explication.implications();
    if (!implications.isEmpty()) {
      sortie.print("\n");
      ligne(sortie, 2, mots.mot("explication.lignes"));
      implications.stream().limit(montres).forEach(i -> implication(sortie, i));
      reste(sortie, "explication.resteLignes", implications.size());
    }
    sortie.flush();
  }

  /** As many as are shown, in their order: those that break the rule before the others. */
  private List<CasExamine> choisis(List<CasExamine> cas) {
    if (cas.size() <= montres) {
      return cas;
    }
    Set<CasExamine> choisis = Collections.newSetFromMap(new IdentityHashMap<>());
    cas.stream()
        .sorted(Comparator.comparing(c -> PRIORITES.indexOf(c.enfreint())))
        .limit(montres)
        .forEach(choisis::add);
    return cas.stream().filter(choisis::contains).toList();
  }

  private void reste(PrintWriter sortie, String cle, int tous) {
    if (tous > montres) {
      sortie.print("\n");
      ligne(sortie, 0, mots.compte(cle, tous - montres));
    }
  }

  /** Why a row of Cible 4 counts for the level, or does not. */
  private void implication(PrintWriter sortie, Implication implication) {
    String raison =
        mots.mot(
            "explication.ligne." + Participation.raison(implication),
            montre(implication.forme()),
            montre(implication.personnes()),
            montre(implication.etape()),
            montre(implication.palier()));
    String ou = lieu(implication.mecanisme().emplacement());
    ligne(sortie, 4, mots.mot("explication.ligne", ou, montre(implication.mecanisme()), raison));
  }

  private String montre(Valeur<?> valeur) {
    return textes.fait(valeur.estConnue() ? valeur.contenu() : valeur.montree());
  }

  private void cas(
      PrintWriter sortie,
      CasExamine cas,
      Textes siens,
      Function<CasExamine, List<Remede>> remedes) {
    List<Emplacement> lieux = cas.vu().emplacements();
    String ou = lieux.isEmpty() ? mots.mot("explication.sansLieu") : lieu(lieux.get(0));
    ligne(sortie, 2, ou + "  " + mots.mot("explication." + cas.enfreint()));
    for (Emplacement lieu : lieux) {
      if (lieu.reference() != null) {
        ligne(
            sortie,
            4,
            lieu.valeur() == null && lieu.ligne() != lieu.derniereLigne()
                ? lieu(lieu)
                : mots.mot("explication.vu", lieu(lieu), textes.fait(lieu.valeur())));
      }
    }
    for (Map.Entry<String, Object> fait : cas.vu().faits().entrySet()) {
      String nom = nom(fait.getKey());
      if (nom != null) {
        ligne(sortie, 4, mots.mot("explication.vu", nom, textes.fait(fait.getValue())));
      }
    }
    if (cas.enfreint() != Verite.VRAI) {
      return;
    }
    ligne(sortie, 4, siens.message(cas.vu()));
    List<Remede> changements = remedes.apply(cas);
    for (Remede remede : changements) {
      String choix =
          remede.contenus().stream()
              .map(textes::fait)
              .reduce((un, autre) -> mots.mot("explication.ou", un, autre))
              .orElseThrow();
      ligne(
          sortie,
          4,
          mots.mot(
              "explication.remede",
              lieu(remede.valeur().emplacement()),
              choix,
              textes.fait(remede.valeur().contenu())));
    }
    if (changements.isEmpty()) {
      ligne(sortie, 4, "→ " + siens.correction(cas.vu()));
    }
  }

  /** What people call a fact; null for one that only messages tell. */
  private String nom(String fait) {
    return FAITS.contains(fait)
        ? mots.mot("explication.fait." + fait)
        : textes.libelleDuChamp(fait);
  }

  private static String lieu(Emplacement lieu) {
    String feuille = lieu.feuille().nom();
    return lieu.reference() == null ? feuille : feuille + "!" + lieu.reference();
  }

  private static void ligne(PrintWriter sortie, int retrait, String texte) {
    sortie.print(" ".repeat(retrait) + Inoffensif.ligne(texte) + "\n");
  }
}
