package org.verifqis.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Implication;
import org.verifqis.modele.Participation;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Resume;
import org.verifqis.modele.Valeur;
import org.verifqis.modele.Valeurs;
import org.verifqis.modele.Versement;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Registre;
import org.verifqis.regles.Regle;
import org.verifqis.regles.ResultatRegle;
import org.verifqis.regles.StatutRegle;
import org.verifqis.regles.Sujet;
import org.verifqis.regles.Verdict;

/** What a judged reddition is in the database, so that it need not be read and judged again. */
final class Codec {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final List<String> RESUMEES =
      List.of(
          "dateSignatureEntente",
          "dateFinEntente",
          "dateDepot",
          "enveloppe",
          "soldeOuverture",
          "soldeCloture");

  private final Gabarit gabarit;
  private final Registre registre;
  private final CodecFaits faits;
  private final Map<String, Map<String, Champ>> champs = new LinkedHashMap<>();

  Codec(Gabarit gabarit, Registre registre) {
    this.gabarit = gabarit;
    this.registre = registre;
    this.faits = new CodecFaits(gabarit);
    for (Gabarit.FeuilleVoulue feuille : gabarit.feuilles()) {
      Map<String, Champ> siens = new LinkedHashMap<>();
      feuille.champs().forEach(champ -> siens.put(champ.cle(), champ));
      champs.put(feuille.nom(), siens);
    }
  }

  /** Throws IllegalArgumentException for what it can't write. */
  byte[] ecris(Jugement jugement, Resume resume) {
    return new Ecriture().ecris(jugement, resume);
  }

  /** A judgement and what is compared of its reddition, for a file of the same content. */
  Dossier lis(byte[] octets, java.nio.file.Path chemin, Reddition.Fichier fichier) {
    try (InputStream flux = new InflaterInputStream(new ByteArrayInputStream(octets))) {
      return new Lecture(JSON.readTree(flux)).lis(chemin, fichier);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Findings as text; the same findings are the same text. */
  String constats(List<Constat> constats) {
    Ecriture ecriture = new Ecriture();
    constats.forEach(c -> ecriture.racine.withArray("constats").add(ecriture.constat(c)));
    ecriture.racine.set("feuilles", ecriture.listeDeFeuilles());
    return ecriture.racine.toString();
  }

  /** The findings of such a text; a rule that the register has no more is left out. */
  List<Constat> constats(String texte) {
    try {
      return new Lecture(JSON.readTree(texte)).constats();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What makes a finding the same as another: its rule and what it tells, not where it stands. */
  String identite(Constat constat) {
    ObjectNode noeud = JSON.createObjectNode();
    new TreeMap<>(constat.faits()).forEach((nom, fait) -> noeud.set(nom, faits.ecris(fait)));
    return constat.regle().id() + constat.variante() + noeud;
  }

  private final class Ecriture {
    private final List<Feuille> feuilles = new ArrayList<>();
    private final ObjectNode racine = JSON.createObjectNode();

    byte[] ecris(Jugement jugement, Resume resume) {
      racine.put("projets", jugement.projets());
      racine.put("edition", jugement.edition());
      racine.set("exercice", faits.ecris(jugement.exercice()));
      racine.set("entente", faits.ecris(jugement.entente()));
      racine.put("verdict", jugement.verdict().name());
      if (jugement.participation() != null) {
        racine.set("participation", lignes(jugement.participation().implications()));
      }
      ArrayNode resultats = racine.putArray("resultats");
      for (ResultatRegle r : jugement.resultats()) {
        resultats
            .addArray()
            .add(r.regle().id())
            .add(r.statut().name())
            .add(r.examines())
            .add(r.enfreints())
            .add(r.inconnus())
            .add(r.cause());
      }
      ArrayNode constats = racine.putArray("constats");
      jugement.constats().forEach(c -> constats.add(constat(c)));
      Map<String, Valeur<?>> valeurs = composantes(resume);
      RESUMEES.forEach(cle -> racine.set(cle, valeur(valeurs.get(cle))));
      racine.put("feuilleVersements", rang(resume.feuilleVersements()));
      racine.put("feuilleProjets", rang(resume.feuilleProjets()));
      racine.set("versements", lignes(resume.versements()));
      racine.set("suivis", lignes(resume.projets()));
      racine.set("feuilles", listeDeFeuilles());
      ByteArrayOutputStream octets = new ByteArrayOutputStream();
      try (OutputStream flux =
          new DeflaterOutputStream(octets, new Deflater(Deflater.BEST_SPEED))) {
        JSON.writeValue(flux, racine);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return octets.toByteArray();
    }

    private ArrayNode listeDeFeuilles() {
      ArrayNode liste = JSON.createArrayNode();
      feuilles.forEach(f -> liste.addArray().add(f.cle()).add(f.nom()).add(f.etat().name()));
      return liste;
    }

    private int rang(Feuille feuille) {
      if (!feuilles.contains(feuille)) {
        feuilles.add(feuille);
      }
      return feuilles.indexOf(feuille);
    }

    private ArrayNode constat(Constat constat) {
      ArrayNode noeud = JSON.createArrayNode();
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
      return noeud;
    }

    private ArrayNode lignes(List<? extends Record> lignes) {
      ArrayNode noeud = JSON.createArrayNode();
      for (Record ligne : lignes) {
        ArrayNode valeurs = noeud.addArray();
        composantes(ligne).values().forEach(valeur -> valeurs.add(valeur(valeur)));
      }
      return noeud;
    }

    private ArrayNode valeur(Valeur<?> valeur) {
      ArrayNode noeud = JSON.createArrayNode();
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
  }

  /** The values of a record, by the names of its components. */
  private static Map<String, Valeur<?>> composantes(Record ligne) {
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

  private final class Lecture {
    private final JsonNode racine;
    private final List<Feuille> feuilles = new ArrayList<>();

    Lecture(JsonNode racine) {
      this.racine = racine;
      List<String> noms = gabarit.feuilles().stream().map(Gabarit.FeuilleVoulue::nom).toList();
      for (JsonNode f : racine.get("feuilles")) {
        String cle = f.get(0).asText();
        Feuille.Etat etat = Feuille.Etat.valueOf(f.get(2).asText());
        feuilles.add(new Feuille(cle, f.get(1).asText(), noms.indexOf(cle), etat));
      }
    }

    Dossier lis(java.nio.file.Path chemin, Reddition.Fichier fichier) {
      Exercice exercice = (Exercice) faits.lis(racine.get("exercice"));
      Entente entente = (Entente) faits.lis(racine.get("entente"));
      String edition = racine.get("edition").isNull() ? null : racine.get("edition").asText();
      Verdict verdict = Verdict.valueOf(racine.get("verdict").asText());
      List<ResultatRegle> resultats = new ArrayList<>();
      for (JsonNode r : racine.get("resultats")) {
        resultats.add(
            new ResultatRegle(
                registre.regle(r.get(0).asText()),
                StatutRegle.valueOf(r.get(1).asText()),
                r.get(2).asInt(),
                r.get(3).asInt(),
                r.get(4).asInt(),
                r.get(5).isNull() ? null : r.get(5).asText()));
      }
      Jugement jugement =
          new Jugement(
              fichier,
              racine.get("projets").asInt(),
              edition,
              exercice,
              entente,
              verdict,
              racine.has("participation")
                  ? new Participation(lignes("participation", Implication::de))
                  : null,
              resultats,
              constats());
      Resume resume =
          new Resume(
              fichier,
              entente,
              exercice,
              edition,
              jugement.recevable(),
              valeur(racine.get("dateSignatureEntente")),
              valeur(racine.get("dateFinEntente")),
              valeur(racine.get("dateDepot")),
              valeur(racine.get("enveloppe")),
              valeur(racine.get("soldeOuverture")),
              valeur(racine.get("soldeCloture")),
              feuilles.get(racine.get("feuilleVersements").asInt()),
              feuilles.get(racine.get("feuilleProjets").asInt()),
              lignes("versements", Versement::de),
              lignes("suivis", Resume.Suivi::de));
      return new Dossier(chemin, jugement, resume, true);
    }

    List<Constat> constats() {
      List<Constat> constats = new ArrayList<>();
      for (JsonNode noeud : racine.path("constats")) {
        String id = noeud.get(0).asText();
        registre.regles().stream()
            .filter(r -> r.id().equals(id))
            .findFirst()
            .ifPresent(regle -> constats.add(constat(regle, noeud)));
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
                faits.lis(e.get(5))));
      }
      Map<String, Object> dits = new LinkedHashMap<>();
      noeud.get(3).forEach(dit -> dits.put(dit.get(0).asText(), faits.lis(dit.get(1))));
      JsonNode s = noeud.path(4);
      Sujet sujet = new Sujet(texte(s.path(0)), s.path(1).asInt(), texte(s.path(2)));
      return new Constat(regle, noeud.get(1).asText(), List.copyOf(lieux), dits, sujet, null);
    }

    private static String texte(JsonNode noeud) {
      return noeud.isTextual() ? noeud.asText() : null;
    }

    private <T> List<T> lignes(String nom, Function<Valeurs, T> ligne) {
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
      Champ champ = champs.get(feuille.cle()).get(noeud.get(0).asText());
      int ligne = noeud.get(2).asInt();
      int colonne = noeud.get(3).asInt();
      Object contenu = faits.lis(noeud.get(4));
      String montree = noeud.get(5).isNull() ? null : noeud.get(5).asText();
      if (contenu != null) {
        return Valeur.connue((T) contenu, montree, feuille, champ, ligne, colonne);
      }
      return noeud.get(6).asBoolean()
          ? Valeur.illisible(montree, feuille, champ, ligne, colonne)
          : Valeur.vide(feuille, champ, ligne, colonne);
    }
  }
}
