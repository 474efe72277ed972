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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Resume;
import org.verifqis.modele.Valeur;
import org.verifqis.modele.Versement;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Ensemble;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.ListeTardive;
import org.verifqis.regles.Registre;
import org.verifqis.regles.Regle;
import org.verifqis.regles.ResultatRegle;
import org.verifqis.regles.Tardif;
import org.verifqis.regles.Verdict;

/** What was judged is so written in the database that it need not be read and judged again. */
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

  private final CodecFaits faits;
  private final CodecLecture.Noms noms;
  private final List<Regle> regles;
  private final List<Regle> inter;

  Codec(Gabarit gabarit, Registre registre) {
    this.faits = new CodecFaits(gabarit);
    this.noms = new CodecLecture.Noms(gabarit, registre, faits);
    this.regles = registre.regles();
    this.inter = regles.stream().filter(Regle::estInter).toList();
  }

  /**
   * A judged reddition.
   *
   * @param jugement how the rules ended, and what little is compared of every other reddition; as
   *     it is read every night, it is not compressed
   * @param lignes findings, and rows that are compared with those of others: read only if somebody
   *     asks for them
   */
  record Ecrit(byte[] jugement, byte[] lignes) {}

  /**
   * What was found of redditions among the others.
   *
   * @param suites of each of them
   * @param traces hash that stands for all that was found of each of them
   * @param manquantes findings about those that are missing; null where it was asked on another day
   */
  record Voisinage(List<Ensemble.Suite> suites, List<String> traces, List<Constat> manquantes) {}

  /** Throws IllegalArgumentException for what it can't write. */
  Ecrit ecris(Jugement jugement, Resume resume) {
    CodecEcriture ecriture = new CodecEcriture(faits);
    ObjectNode racine = ecriture.racine();
    racine.put("projets", jugement.projets());
    racine.put("edition", jugement.edition());
    racine.set("exercice", faits.ecris(jugement.exercice()));
    racine.set("entente", faits.ecris(jugement.entente()));
    racine.put("verdict", jugement.verdict().name());
    if (jugement.participation() != null) {
      racine.set("participation", CodecEcriture.synthese(jugement.participation()));
    }
    racine.put("resultats", CodecEcriture.resultats(jugement.resultats()));
    Map<String, Valeur<?>> valeurs = CodecEcriture.composantes(resume);
    RESUMEES.forEach(cle -> racine.set(cle, ecriture.valeur(valeurs.get(cle))));
    racine.put("feuilleVersements", ecriture.rang(resume.feuilleVersements()));
    racine.put("feuilleProjets", ecriture.rang(resume.feuilleProjets()));
    CodecEcriture lignes = new CodecEcriture(faits);
    lignes.racine().set("constats", lignes.constats(jugement.constats()));
    lignes.racine().set("versements", lignes.lignes(resume.versements()));
    lignes.racine().set("suivis", lignes.lignes(resume.projets()));
    return new Ecrit(octets(ecriture.finie()), comprime(lignes.finie()));
  }

  /**
   * A judgement and what is compared of its reddition, for a file of the same content.
   *
   * @param rangees gives the findings and rows, if they are ever looked at
   */
  Dossier lis(byte[] ecrit, Supplier<byte[]> rangees, Path chemin, Reddition.Fichier fichier) {
    CodecLecture lecture = new CodecLecture(noms, arbre(ecrit));
    Exercice exercice = (Exercice) lecture.fait("exercice");
    Entente entente = (Entente) lecture.fait("entente");
    String edition = lecture.texte("edition");
    Verdict verdict = Verdict.valueOf(lecture.texte("verdict"));
    Tardif<CodecLecture> lignes =
        new Tardif<>(() -> new CodecLecture(noms, decomprime(rangees.get())));
    Jugement jugement =
        new Jugement(
            fichier,
            lecture.racine().get("projets").asInt(),
            edition,
            exercice,
            entente,
            verdict,
            CodecLecture.synthese(lecture.racine().get("participation")),
            CodecLecture.resultats(regles, edition, lecture.racine().get("resultats")),
            new ListeTardive<>(() -> lignes.get().constats(lignes.get().racine().get("constats"))));
    Resume resume =
        new Resume(
            fichier,
            entente,
            exercice,
            edition,
            jugement.recevable(),
            lecture.valeur("dateSignatureEntente"),
            lecture.valeur("dateFinEntente"),
            lecture.valeur("dateDepot"),
            lecture.valeur("enveloppe"),
            lecture.valeur("soldeOuverture"),
            lecture.valeur("soldeCloture"),
            lecture.feuille("feuilleVersements"),
            lecture.feuille("feuilleProjets"),
            new ListeTardive<>(() -> lignes.get().lignes("versements", Versement::de)),
            new ListeTardive<>(() -> lignes.get().lignes("suivis", Resume.Suivi::de)));
    return new Dossier(chemin, jugement, resume, true, null);
  }

  byte[] ecris(Voisinage voisinage) {
    CodecEcriture ecriture = new CodecEcriture(faits);
    ArrayNode redditions = ecriture.racine().putArray("redditions");
    for (int i = 0; i < voisinage.suites().size(); i++) {
      Ensemble.Suite suite = voisinage.suites().get(i);
      redditions
          .addArray()
          .add(voisinage.traces().get(i))
          .add(CodecEcriture.resultats(suite.resultats()))
          .add(ecriture.constats(suite.constats()))
          .add(ecriture.constats(suite.partages()))
          .add(CodecEcriture.edition(suite.resultats()));
    }
    ecriture.racine().set("manquantes", ecriture.constats(voisinage.manquantes()));
    return comprime(ecriture.finie());
  }

  Voisinage lisVoisinage(byte[] octets) {
    CodecLecture lecture = new CodecLecture(noms, decomprime(octets));
    List<Ensemble.Suite> suites = new ArrayList<>();
    List<String> traces = new ArrayList<>();
    for (JsonNode noeud : lecture.racine().get("redditions")) {
      traces.add(noeud.get(0).asText());
      suites.add(
          new Ensemble.Suite(
              CodecLecture.resultats(inter, noeud.get(4).asText(null), noeud.get(1)),
              lecture.constats(noeud.get(2)),
              lecture.constats(noeud.get(3))));
    }
    return new Voisinage(suites, traces, lecture.constats(lecture.racine().get("manquantes")));
  }

  /** Findings as text; the same findings are the same text. */
  String constats(List<Constat> constats) {
    CodecEcriture ecriture = new CodecEcriture(faits);
    if (!constats.isEmpty()) {
      ecriture.racine().set("constats", ecriture.constats(constats));
    }
    return ecriture.finie().toString();
  }

  /** The findings of such a text; a rule that the register has no more is left out. */
  List<Constat> constats(String texte) {
    try {
      CodecLecture lecture = new CodecLecture(noms, JSON.readTree(texte));
      return lecture.constats(lecture.racine().path("constats"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How the rules ended, as text. */
  static String statuts(Jugement jugement) {
    return jugement.resultats().stream().map(Codec::statut).collect(Collectors.joining(" "));
  }

  private static String statut(ResultatRegle r) {
    return r.regle().id()
        + "="
        + r.statut()
        + ":"
        + r.examines()
        + "/"
        + r.enfreints()
        + "/"
        + r.inconnus();
  }

  /** A hash that stands for the statuses and findings of a judgement. */
  String trace(Jugement jugement) {
    return Empreintes.hache(statuts(jugement) + constats(jugement.constats()));
  }

  private static byte[] octets(JsonNode noeud) {
    try {
      return JSON.writeValueAsBytes(noeud);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode arbre(byte[] octets) {
    try {
      return JSON.readTree(octets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] comprime(JsonNode noeud) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (OutputStream flux = new DeflaterOutputStream(octets, new Deflater(Deflater.BEST_SPEED))) {
      JSON.writeValue(flux, noeud);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return octets.toByteArray();
  }

  private static JsonNode decomprime(byte[] octets) {
    try (InputStream flux = new InflaterInputStream(new ByteArrayInputStream(octets))) {
      return JSON.readTree(flux);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
