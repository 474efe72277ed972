package org.verifqis.rapport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Valeur;
import org.verifqis.modele.proposition.Preuve;
import org.verifqis.modele.proposition.Proposition;
import org.verifqis.modele.proposition.Proposition.Bloc;
import org.verifqis.modele.proposition.Proposition.Constante;
import org.verifqis.modele.proposition.Proposition.Controle;
import org.verifqis.modele.proposition.Proposition.Ecart;
import org.verifqis.modele.proposition.Proposition.Intitule;
import org.verifqis.modele.proposition.Proposition.Lieu;
import org.verifqis.modele.proposition.Proposition.Ligne;
import org.verifqis.modele.proposition.Proposition.Manque;
import org.verifqis.modele.proposition.Proposition.Mot;
import org.verifqis.modele.proposition.Proposition.Question;
import org.verifqis.modele.proposition.Proposition.Rival;

/** What is said of a proposal, alike at a terminal and on a page. */
final class PhrasesProposition {
  private static final int LONGUEUR = 60;

  private final Textes textes;
  private final Gabarit gabarit;
  private final Mots mots;

  PhrasesProposition(Textes textes, Gabarit gabarit) {
    this.textes = textes;
    this.gabarit = gabarit;
    this.mots = textes.mots();
  }

  /** Why something is proposed, or set aside. */
  String preuve(Preuve preuve) {
    Object[] details = preuve.details().stream().map(d -> (Object) court(d)).toArray(Object[]::new);
    if (preuve.details().size() > 1 && mots.contient(source(preuve))) {
      details[1] = mots.mot(source(preuve));
    }
    return mots.mot("proposition.preuve." + preuve.nature(), details);
  }

  /** The same for a file that people edit: without blanks that look like others. */
  String preuveSimple(Preuve preuve) {
    return preuve(preuve).replace('\u00a0', ' ').replace('\u202f', ' ');
  }

  private static String source(Preuve preuve) {
    return "proposition.source." + preuve.details().get(1);
  }

  /** The evidence of a line in one sentence. */
  String preuves(Ligne ligne) {
    return ligne.preuves().stream()
        .map(this::preuve)
        .collect(Collectors.joining(mots.mot("proposition.entre")));
  }

  private static String court(String texte) {
    String net = Inoffensif.ligne(texte);
    return net.length() <= LONGUEUR ? net : net.substring(0, LONGUEUR - 1) + "…";
  }

  /** A header and its cell. */
  String intitule(Intitule intitule) {
    return mots.mot("proposition.intitule", court(intitule.texte()), lieu(intitule.lieu()));
  }

  /** What a line is made of. */
  String intitules(Ligne ligne) {
    if (ligne.intitules().isEmpty()) {
      return preuves(ligne);
    }
    // A header that several sheets have is told once.
    Map<String, List<String>> lieux = new LinkedHashMap<>();
    for (Intitule un : ligne.intitules()) {
      lieux.computeIfAbsent(un.texte(), texte -> new ArrayList<>()).add(lieu(un.lieu()));
    }
    return lieux.entrySet().stream()
        .map(
            un ->
                mots.mot(
                    "proposition.intitule",
                    court(un.getKey()),
                    un.getValue().stream().distinct().collect(Collectors.joining(", "))))
        .collect(Collectors.joining(" + "));
  }

  String lieu(Lieu lieu) {
    String feuille = Inoffensif.ligne(lieu.feuille());
    return lieu.cellule().isEmpty() ? feuille : feuille + "!" + lieu.cellule();
  }

  /** How sure a line is. */
  String confiance(double confiance) {
    return mots.mot("proposition.confiance", Math.round(confiance * 100));
  }

  String rival(Rival rival) {
    return mots.mot("proposition.rival", intitule(rival.intitule()), confiance(rival.confiance()));
  }

  /** A value as it would be read. */
  String exemple(Valeur<?> valeur) {
    if (valeur == null || valeur.estVide()) {
      return mots.mot("fait.vide");
    }
    if (valeur.estConnue()) {
      return court(textes.fait(valeur.contenu()));
    }
    return valeur.estIllisible()
        ? mots.mot("proposition.illisible", court(valeur.montree()))
        : mots.mot("fait.vide");
  }

  String exemples(Ligne ligne) {
    return ligne.exemples().stream().map(this::exemple).collect(Collectors.joining(" · "));
  }

  /** A word, and the code that it seems to be. */
  String mot(Champ champ, Mot mot) {
    String fois = mots.mot("proposition.fois", mot.fois());
    return mot.code() == null
        ? mots.mot("proposition.mot.sans", court(mot.mot()), fois)
        : mots.mot(
            "proposition.mot",
            court(mot.mot()),
            code(champ, mot.code()),
            fois,
            preuve(mot.preuve()));
  }

  /** A code by its label. */
  String code(Champ champ, String code) {
    return gabarit.offert(champ.liste(), code);
  }

  /** The required fields that were not found, sheet by sheet. */
  Map<String, List<String>> obligatoires(Proposition proposition) {
    Map<String, List<String>> parFeuille = new LinkedHashMap<>();
    for (Manque manque : proposition.obligatoires()) {
      parFeuille
          .computeIfAbsent(manque.onglet().nom(), f -> new ArrayList<>())
          .add(manque.champ().libelle());
    }
    for (FeuilleVoulue feuille : gabarit.feuilles()) {
      long requis = feuille.champs().stream().filter(Champ::requis).count();
      parFeuille.computeIfPresent(
          feuille.nom(),
          (nom, champs) ->
              champs.size() == requis
                  ? List.of(mots.mot("proposition.touteLaFeuille", String.join(", ", champs)))
                  : champs);
    }
    return parFeuille;
  }

  String manque(Map.Entry<String, List<String>> feuille) {
    return mots.mot("proposition.manque", feuille.getKey(), String.join(", ", feuille.getValue()));
  }

  String question(Question question) {
    String candidats =
        question.candidats().stream()
            .map(this::rival)
            .collect(Collectors.joining(mots.mot("proposition.entre")));
    return mots.mot(
        "proposition.question", question.onglet().nom(), question.champ().libelle(), candidats);
  }

  String constante(Constante constante) {
    return mots.mot(
        "proposition.constante",
        constante.champ().libelle(),
        constante.valeur(),
        preuve(constante.preuve()));
  }

  String bloc(Bloc bloc) {
    String feuilles =
        bloc.feuilles().stream().map(Inoffensif::ligne).collect(Collectors.joining(", "));
    String cle = bloc.onglet().estTableau() ? "proposition.bloc" : "proposition.formulaire";
    return mots.mot(cle, bloc.onglet().nom(), feuilles, bloc.fiches());
  }

  String ecart(Ecart ecart) {
    Intitule intitule = ecart.intitule();
    String quoi =
        intitule.lieu().cellule().isEmpty()
            ? mots.mot("proposition.feuille", Inoffensif.ligne(intitule.texte()))
            : intitule(intitule);
    return mots.mot("proposition.ecart", quoi, preuve(ecart.raison()));
  }

  String controle(Controle controle) {
    Format nombres = textes.format();
    return mots.mot(
        controle.concorde() ? "proposition.concorde" : "proposition.discorde",
        lieu(controle.lieu()),
        controle.champ().libelle(),
        nombres.nombre(controle.leur()),
        nombres.nombre(controle.notre()));
  }
}
