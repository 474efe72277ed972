package org.verifqis.rapport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.proposition.Proposition;
import org.verifqis.modele.proposition.Proposition.Bloc;
import org.verifqis.modele.proposition.Proposition.Constante;
import org.verifqis.modele.proposition.Proposition.Intitule;
import org.verifqis.modele.proposition.Proposition.Ligne;
import org.verifqis.modele.proposition.Proposition.Mot;
import org.verifqis.modele.proposition.Proposition.Question;
import org.verifqis.modele.proposition.Proposition.Rival;

/**
 * What the page of a proposal shows. The profile is cut into pieces; a choice is a list of texts
 * for one of them, so that a script has only to put the chosen text in its place.
 */
final class PageProposition {
  private static final Pattern MARQUE =
      Pattern.compile("^( *(?:- )?)\"?'?([^:\"']+)\"?'?: [\"']?zz(\\d+)zz[\"']?$");
  private static final String A_CONFIRMER = "aConfirmer";

  /**
   * A piece of the profile.
   *
   * @param groupe the piece of the line whose words it holds; empty for none
   * @param titre what it says where there is a word below it; empty for what is no heading
   */
  record Morceau(String id, String texte, String groupe, String titre) {}

  /** One of several texts for a piece; {@code vide} where the line is left out. */
  record Option(String nom, String texte, boolean vide) {}

  /** A choice for a piece: the first is what is there. */
  record Choix(String nom, String cible, List<Option> options) {}

  /** A line of the page. */
  record Rang(Ligne ligne, Choix choix, List<RangMot> mots) {}

  /** A word of it. */
  record RangMot(Mot mot, Choix choix) {}

  /** A block of the page. */
  record Partie(Bloc bloc, List<Rang> rangs) {}

  /** A field that a person decides on. */
  record ADecider(Question question, Choix choix) {}

  private final Proposition proposition;
  private final PhrasesProposition phrases;
  private final Mots mots;
  private final Gabarit gabarit;
  private final ObjectMapper yaml;
  private final String enTete;
  private final List<Morceau> morceaux = new ArrayList<>();
  private final List<Partie> parties = new ArrayList<>();
  private final List<Choix> confirmations = new ArrayList<>();
  private final List<ADecider> decisions = new ArrayList<>();

  /** What each mark stands for, in the order of their numbers. */
  private final List<Marque> marques = new ArrayList<>();

  /** Fills in the pieces of a mark, of which the line begins so. */
  private interface Marque {
    void coupe(String retrait, String cle);
  }

  PageProposition(
      Proposition proposition,
      PhrasesProposition phrases,
      Mots mots,
      Gabarit gabarit,
      ObjectMapper yaml,
      String enTete) {
    this.proposition = proposition;
    this.phrases = phrases;
    this.mots = mots;
    this.gabarit = gabarit;
    this.yaml = yaml;
    this.enTete = enTete;
    coupe();
  }

  private String marque(Marque marque) {
    marques.add(marque);
    return "zz" + (marques.size() - 1) + "zz";
  }

  private void coupe() {
    Map<String, Object> profil = proposition.profil(phrases::preuveSimple);
    profil.put(A_CONFIRMER, marque(confirmation(mots.mot("proposition.choix.tout"))));
    profil.computeIfPresent("constantes", (k, v) -> constantes());
    profil.computeIfPresent("blocs", (k, v) -> blocs());
    profil.computeIfPresent("absents", (k, v) -> absents(v));
    StringBuilder fixe = new StringBuilder(enTete);
    for (String ligne : ecrit(profil).split("\n")) {
      Matcher trouvee = MARQUE.matcher(ligne);
      if (trouvee.matches()) {
        morceau(fixe.toString(), "");
        fixe.setLength(0);
        marques.get(Integer.parseInt(trouvee.group(3))).coupe(trouvee.group(1), trouvee.group(2));
      } else {
        fixe.append(ligne).append('\n');
      }
    }
    morceau(fixe.toString(), "");
  }

  private String morceau(String texte, String groupe) {
    String id = "p" + morceaux.size();
    morceaux.add(new Morceau(id, texte, groupe, ""));
    return id;
  }

  /** A mark that stands until somebody has checked what it is of. */
  private Marque confirmation(String quoi) {
    return (retrait, cle) -> {
      String debut = retrait.replace('-', ' ');
      String id = morceau(debut + A_CONFIRMER + ": true\n", "");
      confirmations.add(
          new Choix(
              quoi,
              id,
              List.of(
                  new Option(
                      mots.mot("proposition.choix.aConfirmer"),
                      debut + A_CONFIRMER + ": true\n",
                      false),
                  new Option(mots.mot("proposition.choix.verifie"), "", false))));
    };
  }

  private Map<String, Map<String, Object>> constantes() {
    Map<String, Map<String, Object>> parFeuille = new LinkedHashMap<>();
    for (Constante constante : proposition.constantes()) {
      String quoi =
          mots.mot("proposition.choix.constante", constante.champ().libelle(), constante.valeur());
      Map<String, Object> valeur = new LinkedHashMap<>();
      valeur.put("valeur", constante.valeur());
      valeur.put("preuve", phrases.preuveSimple(constante.preuve()));
      valeur.put(A_CONFIRMER, marque(confirmation(quoi)));
      parFeuille
          .computeIfAbsent(constante.onglet().nom(), f -> new LinkedHashMap<>())
          .put(constante.champ().cle(), valeur);
    }
    return parFeuille;
  }

  private Map<String, Object> absents(Object ecrits) {
    Map<String, Object> parFeuille = new LinkedHashMap<>();
    ((Map<?, ?>) ecrits)
        .forEach(
            (feuille, absents) -> {
              Map<String, Object> valeur = new LinkedHashMap<>();
              valeur.put("cles", ((Map<?, ?>) absents).get("cles"));
              String quoi = mots.mot("proposition.choix.absents", feuille);
              valeur.put(A_CONFIRMER, marque(confirmation(quoi)));
              parFeuille.put(feuille.toString(), valeur);
            });
    return parFeuille;
  }

  private List<Map<String, Object>> blocs() {
    List<Map<String, Object>> blocs = new ArrayList<>();
    for (Bloc bloc : proposition.blocs()) {
      Partie partie = new Partie(bloc, new ArrayList<>());
      parties.add(partie);
      Map<String, Object> ecrit = new LinkedHashMap<>();
      ecrit.put("vers", bloc.onglet().nom());
      ecrit.putAll(bloc.cadre());
      ecrit.computeIfPresent(
          A_CONFIRMER,
          (k, v) -> marque(confirmation(mots.mot("proposition.choix.bloc", bloc.onglet().nom()))));
      Map<String, Object> colonnes = new LinkedHashMap<>();
      for (Ligne ligne : bloc.lignes()) {
        colonnes.put(ligne.champ().cle(), marque((retrait, cle) -> ligne(partie, ligne, retrait)));
      }
      for (Question question : proposition.questions()) {
        if (question.onglet() == bloc.onglet()) {
          colonnes.put(
              question.champ().cle(), marque((retrait, cle) -> question(question, retrait)));
        }
      }
      ecrit.put("colonnes", colonnes);
      blocs.add(ecrit);
    }
    return blocs;
  }

  private void ligne(Partie partie, Ligne ligne, String retrait) {
    Map<String, Object> proposee = Proposition.colonne(ligne, phrases::preuveSimple);
    proposee.remove("valeurs");
    Map<String, Object> confirmee = new LinkedHashMap<>(ligne.source());
    String nom = phrases.intitules(ligne);
    List<Option> options = new ArrayList<>();
    if (ligne.aConfirmer()) {
      options.add(option("propose", nom, retrait, ligne.champ(), proposee));
    }
    options.add(option("confirme", nom, retrait, ligne.champ(), confirmee));
    for (Rival rival : ligne.rivaux()) {
      options.add(rival(retrait, ligne, rival.intitule()));
    }
    options.add(new Option(mots.mot("proposition.choix.absent"), "", true));
    if (!ligne.aConfirmer()) {
      options.set(
          0, new Option(options.get(0).nom(), snippet(retrait, ligne.champ(), proposee), false));
    }
    String id = morceau(options.get(0).texte(), "");
    Choix choix = new Choix(ligne.champ().libelle(), id, options);
    partie.rangs().add(new Rang(ligne, choix, mots(ligne, id, retrait)));
  }

  private Option option(
      String sorte, String nom, String retrait, Champ champ, Map<String, Object> colonne) {
    String texte = snippet(retrait, champ, colonne);
    return new Option(mots.mot("proposition.choix." + sorte, nom), texte, false);
  }

  private Option rival(String retrait, Ligne ligne, Intitule intitule) {
    Map<String, Object> autre = new LinkedHashMap<>(ligne.source());
    String cle = autre.containsKey("etiquette") ? "etiquette" : "entete";
    autre.put(cle, intitule.texte());
    return option("autre", phrases.intitule(intitule), retrait, ligne.champ(), autre);
  }

  private void question(Question question, String retrait) {
    List<Option> options = new ArrayList<>();
    options.add(new Option(mots.mot("proposition.choix.aucun"), "", true));
    for (Rival rival : question.candidats()) {
      Map<String, Object> colonne = new LinkedHashMap<>();
      String cle = question.onglet().estTableau() ? "entete" : "etiquette";
      colonne.put(cle, rival.intitule().texte());
      options.add(
          option(
              "confirme", phrases.intitule(rival.intitule()), retrait, question.champ(), colonne));
    }
    String id = morceau("", "");
    decisions.add(new ADecider(question, new Choix(question.champ().libelle(), id, options)));
  }

  private List<RangMot> mots(Ligne ligne, String groupe, String retrait) {
    List<RangMot> rangs = new ArrayList<>();
    if (ligne.mots().isEmpty()) {
      return rangs;
    }
    String dedans = retrait + "  ";
    boolean aucun = ligne.mots().stream().noneMatch(m -> m.code() != null);
    String titre = dedans + "valeurs:\n";
    morceaux.add(new Morceau("p" + morceaux.size(), aucun ? "" : titre, groupe, titre));
    for (Mot mot : ligne.mots()) {
      List<Option> options = new ArrayList<>();
      if (mot.code() != null) {
        Map<String, Object> propose = new LinkedHashMap<>();
        propose.put("valeur", mot.code());
        propose.put(A_CONFIRMER, true);
        String nom = phrases.code(ligne.champ(), mot.code());
        options.add(
            new Option(
                mots.mot("proposition.choix.propose", nom),
                indente(dedans + "  ", Map.of(mot.mot(), propose)),
                false));
      } else {
        options.add(new Option(mots.mot("proposition.choix.aucun"), "", false));
      }
      gabarit
          .listes()
          .get(ligne.champ().liste())
          .keySet()
          .forEach(
              code ->
                  options.add(
                      new Option(
                          phrases.code(ligne.champ(), code),
                          indente(dedans + "  ", Map.of(mot.mot(), code)),
                          false)));
      String cible = morceau(options.get(0).texte(), groupe);
      rangs.add(new RangMot(mot, new Choix(mot.mot(), cible, options)));
    }
    return rangs;
  }

  private String snippet(String retrait, Champ champ, Map<String, Object> colonne) {
    return indente(retrait, Map.of(champ.cle(), colonne));
  }

  private String indente(String retrait, Map<String, Object> valeur) {
    StringBuilder texte = new StringBuilder();
    for (String ligne : ecrit(valeur).split("\n")) {
      texte.append(retrait).append(ligne).append('\n');
    }
    return texte.toString();
  }

  private String ecrit(Map<String, Object> valeur) {
    try {
      return yaml.writeValueAsString(valeur);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  Proposition proposition() {
    return proposition;
  }

  PhrasesProposition phrases() {
    return phrases;
  }

  Mots mots() {
    return mots;
  }

  List<Morceau> morceaux() {
    return morceaux;
  }

  List<Partie> parties() {
    return parties;
  }

  List<Choix> confirmations() {
    return confirmations;
  }

  List<ADecider> decisions() {
    return decisions;
  }

  /** The name under which the profile is saved. */
  String fichier() {
    return proposition.classeur().replaceFirst("\\.[^.]*$", "") + ".yaml";
  }
}
