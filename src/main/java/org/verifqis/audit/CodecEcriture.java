package org.verifqis.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Participation;
import org.verifqis.modele.Valeur;
import org.verifqis.regles.Constat;
import org.verifqis.regles.ResultatRegle;
import org.verifqis.regles.Sujet;

/** Findings, values and rows as JSON; each sheet that they stand on is told once. */
final class CodecEcriture {
  private final CodecFaits faits;
  private final List<Feuille> feuilles = new ArrayList<>();
  private final ObjectNode racine = JsonNodeFactory.instance.objectNode();

  CodecEcriture(CodecFaits faits) {
    this.faits = faits;
  }

  /** What is written, to which more can be added. */
  ObjectNode racine() {
    return racine;
  }

  /** All of it, with the sheets. */
  ObjectNode finie() {
    racine.set("feuilles", listeDeFeuilles());
    return racine;
  }

  ArrayNode constats(List<Constat> constats) {
    ArrayNode noeud = JsonNodeFactory.instance.arrayNode();
    constats.forEach(c -> noeud.add(constat(c)));
    return noeud;
  }

  /**
   * How rules ended, in the order of the register, which is not told: four numbers each. That they
   * could not be run is not told either.
   */
  static String resultats(List<ResultatRegle> resultats) {
    StringBuilder texte = new StringBuilder();
    for (ResultatRegle r : resultats) {
      texte.append(r.statut().ordinal()).append(' ').append(r.examines()).append(' ');
      texte.append(r.enfreints()).append(' ').append(r.inconnus()).append(' ');
    }
    return texte.toString();
  }

  /** The edition that rules were judged under; null where none of them goes by it. */
  static String edition(List<ResultatRegle> resultats) {
    return resultats.stream()
        .map(r -> r.regle().edition())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  static ArrayNode synthese(Participation.Synthese participation) {
    ArrayNode noeud = JsonNodeFactory.instance.arrayNode();
    for (Set<? extends Enum<?>> codes :
        List.of(
            participation.niveaux(),
            participation.paliersDirects(),
            participation.etapesDirectes())) {
      ArrayNode noms = noeud.addArray();
      codes.forEach(code -> noms.add(code.name()));
    }
    return noeud;
  }

  private ArrayNode listeDeFeuilles() {
    ArrayNode liste = JsonNodeFactory.instance.arrayNode();
    feuilles.forEach(f -> liste.addArray().add(f.cle()).add(f.nom()).add(f.etat().name()));
    return liste;
  }

  int rang(Feuille feuille) {
    if (!feuilles.contains(feuille)) {
      feuilles.add(feuille);
    }
    return feuilles.indexOf(feuille);
  }

  private ArrayNode constat(Constat constat) {
    ArrayNode noeud = JsonNodeFactory.instance.arrayNode();
    noeud.add(constat.regle().id()).add(constat.variante());
    ArrayNode lieux = noeud.addArray();
    for (Emplacement e : constat.emplacements()) {
      lieux
          .addArray()
          .add(rang(e.feuille()))
          .add(e.ligne())
          .add(e.colonne())
          .add(e.derniereLigne())
          .add(e.derniereColonne())
          .add(faits.ecris(e.valeur()));
    }
    ArrayNode dits = noeud.addArray();
    constat.faits().forEach((nom, fait) -> dits.addArray().add(nom).add(faits.ecris(fait)));
    Sujet sujet = constat.sujet();
    noeud.addArray().add(sujet.fiche()).add(sujet.rang()).add(sujet.champ());
    if (constat.regle().edition() != null) {
      noeud.add(constat.regle().edition());
    }
    return noeud;
  }

  ArrayNode lignes(List<? extends Record> lignes) {
    ArrayNode noeud = JsonNodeFactory.instance.arrayNode();
    for (Record ligne : lignes) {
      ArrayNode valeurs = noeud.addArray();
      composantes(ligne).values().forEach(valeur -> valeurs.add(valeur(valeur)));
    }
    return noeud;
  }

  ArrayNode valeur(Valeur<?> valeur) {
    ArrayNode noeud = JsonNodeFactory.instance.arrayNode();
    String montree = valeur.montree();
    Object contenu = valeur.contenu();
    return noeud
        .add(valeur.champ().cle())
        .add(rang(valeur.emplacement().feuille()))
        .add(valeur.ligne())
        .add(valeur.colonne())
        .add(faits.ecris(contenu))
        .add(contenu != null && contenu.toString().equals(montree) ? null : montree)
        .add(valeur.estIllisible());
  }

  /** The values of a record, by the names of its components. */
  static Map<String, Valeur<?>> composantes(Record ligne) {
    Map<String, Valeur<?>> valeurs = new LinkedHashMap<>();
    for (RecordComponent composante : ligne.getClass().getRecordComponents()) {
      if (composante.getType() == Valeur.class) {
        try {
          valeurs.put(composante.getName(), (Valeur<?>) composante.getAccessor().invoke(ligne));
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    return valeurs;
  }
}
