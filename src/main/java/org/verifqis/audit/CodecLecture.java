package org.verifqis.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Etape;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Niveau;
import org.verifqis.modele.Palier;
import org.verifqis.modele.Participation;
import org.verifqis.modele.Valeur;
import org.verifqis.modele.Valeurs;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Registre;
import org.verifqis.regles.Regle;
import org.verifqis.regles.ResultatRegle;
import org.verifqis.regles.StatutRegle;
import org.verifqis.regles.Sujet;

/** Reads what {@link CodecEcriture} wrote. */
final class CodecLecture {
  private static final List<StatutRegle> STATUTS = List.of(StatutRegle.values());

  /** What the names in the text stand for. */
  static final class Noms {
    private final CodecFaits faits;
    private final Map<String, Regle> regles = new HashMap<>();
    private final List<String> feuilles;
    private final Map<String, Map<String, Champ>> champs = new HashMap<>();

    Noms(Gabarit gabarit, Registre registre, CodecFaits faits) {
      this.faits = faits;
      this.feuilles = gabarit.feuilles().stream().map(Gabarit.FeuilleVoulue::nom).toList();
      registre.regles().forEach(regle -> regles.put(regle.id(), regle));
      for (Gabarit.FeuilleVoulue feuille : gabarit.feuilles()) {
        Map<String, Champ> siens = new HashMap<>();
        feuille.champs().forEach(champ -> siens.put(champ.cle(), champ));
        champs.put(feuille.nom(), siens);
      }
    }
  }

  private final Noms noms;
  private final JsonNode racine;
  private final List<Feuille> feuilles = new ArrayList<>();

  CodecLecture(Noms noms, JsonNode racine) {
    this.noms = noms;
    this.racine = racine;
    for (JsonNode f : racine.get("feuilles")) {
      String cle = f.get(0).asText();
      Feuille.Etat etat = Feuille.Etat.valueOf(f.get(2).asText());
      feuilles.add(new Feuille(cle, f.get(1).asText(), noms.feuilles.indexOf(cle), etat));
    }
  }

  JsonNode racine() {
    return racine;
  }

  Object fait(String nom) {
    return noms.faits.lis(racine.get(nom));
  }

  String texte(String nom) {
    return texte(racine.get(nom));
  }

  Feuille feuille(String nom) {
    return feuilles.get(racine.get(nom).asInt());
  }

  <T> Valeur<T> valeur(String nom) {
    return valeur(racine.get(nom));
  }

  /** How the rules ended under an edition; they are given in the order of the register. */
  static List<ResultatRegle> resultats(List<Regle> regles, String edition, JsonNode noeud) {
    Nombres nombres = new Nombres(noeud.textValue());
    List<ResultatRegle> resultats = new ArrayList<>(regles.size());
    for (Regle regle : regles) {
      StatutRegle statut = STATUTS.get(nombres.suivant());
      resultats.add(
          new ResultatRegle(
              regle.dans(edition),
              statut,
              nombres.suivant(),
              nombres.suivant(),
              nombres.suivant(),
              null));
    }
    return resultats;
  }

  /** What is told of the participation; null where nothing was. */
  static Participation.Synthese synthese(JsonNode noeud) {
    return noeud == null
        ? null
        : new Participation.Synthese(
            codes(Niveau.class, noeud.get(0)),
            codes(Palier.class, noeud.get(1)),
            codes(Etape.class, noeud.get(2)));
  }

  private static <E extends Enum<E>> Set<E> codes(Class<E> classe, JsonNode noms) {
    Set<E> codes = EnumSet.noneOf(classe);
    noms.forEach(nom -> codes.add(Enum.valueOf(classe, nom.asText())));
    return Collections.unmodifiableSet(codes);
  }

  /** Numbers that each end with a blank: they are most of what is read. */
  private static final class Nombres {
    private final String texte;
    private int debut;

    Nombres(String texte) {
      this.texte = texte;
    }

    int suivant() {
      int fin = texte.indexOf(' ', debut);
      int nombre = Integer.parseInt(texte, debut, fin, 10);
      debut = fin + 1;
      return nombre;
    }
  }

  /** Findings; those of a rule that the register has no more are left out. */
  List<Constat> constats(JsonNode noeuds) {
    List<Constat> constats = new ArrayList<>(noeuds.size());
    for (JsonNode noeud : noeuds) {
      Regle regle = noms.regles.get(noeud.get(0).asText());
      if (regle != null) {
        constats.add(constat(regle, noeud));
      }
    }
    return constats;
  }

  private Constat constat(Regle regle, JsonNode noeud) {
    List<Emplacement> lieux = new ArrayList<>();
    for (JsonNode e : noeud.get(2)) {
      lieux.add(
          new Emplacement(
              feuilles.get(e.get(0).asInt()),
              e.get(1).asInt(),
              e.get(2).asInt(),
              e.get(3).asInt(),
              e.get(4).asInt(),
              noms.faits.lis(e.get(5))));
    }
    Map<String, Object> dits = new LinkedHashMap<>();
    noeud.get(3).forEach(dit -> dits.put(dit.get(0).asText(), noms.faits.lis(dit.get(1))));
    JsonNode s = noeud.path(4);
    Sujet sujet = new Sujet(texte(s.path(0)), s.path(1).asInt(), texte(s.path(2)));
    return new Constat(
        regle.dans(texte(noeud.path(5))),
        noeud.get(1).asText(),
        List.copyOf(lieux),
        dits,
        sujet,
        null);
  }

  private static String texte(JsonNode noeud) {
    return noeud.isTextual() ? noeud.asText() : null;
  }

  <T> List<T> lignes(String nom, Function<Valeurs, T> ligne) {
    List<T> lignes = new ArrayList<>();
    for (JsonNode noeud : racine.get(nom)) {
      Map<String, Valeur<?>> valeurs = new LinkedHashMap<>();
      noeud.forEach(v -> valeurs.put(v.get(0).asText(), valeur(v)));
      lignes.add(ligne.apply(new Valeurs(valeurs)));
    }
    return List.copyOf(lignes);
  }

  @SuppressWarnings("unchecked")
  private <T> Valeur<T> valeur(JsonNode noeud) {
    Feuille feuille = feuilles.get(noeud.get(1).asInt());
    Champ champ = noms.champs.get(feuille.cle()).get(noeud.get(0).asText());
    int ligne = noeud.get(2).asInt();
    int colonne = noeud.get(3).asInt();
    Object contenu = noms.faits.lis(noeud.get(4));
    String montree = noeud.get(5).isNull() ? null : noeud.get(5).asText();
    if (contenu != null) {
      return Valeur.connue((T) contenu, montree, feuille, champ, ligne, colonne);
    }
    return noeud.get(6).asBoolean()
        ? Valeur.illisible(montree, feuille, champ, ligne, colonne)
        : Valeur.vide(feuille, champ, ligne, colonne);
  }
}
