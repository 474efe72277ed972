package org.verifqis.rapport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.fixtures.FicheDEssai;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Erreur;
import org.verifqis.modele.Etape;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Forme;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Implication;
import org.verifqis.modele.Palier;
import org.verifqis.modele.Participation;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Refus;
import org.verifqis.rapport.Rapport.Outil;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Registre;
import org.verifqis.regles.Regle;
import org.verifqis.regles.ResultatRegle;
import org.verifqis.regles.StatutRegle;
import org.verifqis.regles.Verdict;

/** Judgements made by hand, for the tests of the reports. */
final class Fabrique {
  static final Feuille VERSEMENTS = feuille("Versements", 2);
  static final Feuille PROJETS = feuille("Projets", 3);
  static final Feuille FINANCES = feuille("Rapport financier", 1);

  private static final Gabarit GABARIT = LecteurGabarit.charge();
  private static final Registre REGISTRE = Registre.charge();

  private Fabrique() {}

  static Feuille feuille(String nom, int rang) {
    return new Feuille(nom, nom, rang, Feuille.Etat.LUE);
  }

  static Textes textes(Langue langue) {
    return Textes.lis("textes." + langue.code() + ".yaml", langue, GABARIT);
  }

  static Textes textes() {
    return textes(Langue.FR);
  }

  static Regle regle(String id) {
    return REGISTRE.regle(id);
  }

  static Entente entente() {
    return GABARIT.ententes().get("ALL-14");
  }

  /** A finding; the facts are names and values in turn. */
  static Constat constat(String id, String variante, Emplacement lieu, Object... faits) {
    Map<String, Object> parNom = new LinkedHashMap<>();
    for (int i = 0; i < faits.length; i += 2) {
      parNom.put((String) faits[i], faits[i + 1]);
    }
    return new Constat(regle(id), variante, List.of(lieu), parNom);
  }

  /** As many findings of ORG-01, row after row. */
  static List<Constat> constats(int nombre) {
    List<Constat> constats = new ArrayList<>();
    for (int i = 1; i <= nombre; i++) {
      Emplacement lieu = Emplacement.cellule(PROJETS, i + 1, 5, "Entreprise");
      constats.add(constat("ORG-01", "", lieu, "numero", "P-" + i));
    }
    return constats;
  }

  static Participation.Synthese participation(Implication... implications) {
    return new Participation(List.of(implications)).synthese();
  }

  /** A row of Cible 4; null stands for what can't be read. */
  static Implication implication(Palier palier, Etape etape, Forme forme) {
    return Implication.de(
        FicheDEssai.de(
            "Cible 4",
            2,
            "mecanisme",
            "Comité",
            "palier",
            palier == null ? FicheDEssai.ILLISIBLE : palier,
            "etape",
            etape == null ? FicheDEssai.ILLISIBLE : etape,
            "forme",
            forme == null ? FicheDEssai.ILLISIBLE : forme,
            "personnes",
            3L,
            "accompagnement",
            true));
  }

  static Jugement jugement(Verdict verdict, List<Constat> constats) {
    return jugement(
        "lanaudiere.xlsx",
        verdict,
        participation(implication(Palier.REGIONAL, Etape.PLAN, Forme.INSTANCE)),
        constats);
  }

  static Jugement jugement(
      String fichier,
      Verdict verdict,
      Participation.Synthese participation,
      List<Constat> constats) {
    List<ResultatRegle> resultats = new ArrayList<>();
    for (String id : List.of("LEC-03", "ORG-01", "VER-02", "FIN-02")) {
      int enfreints = (int) constats.stream().filter(c -> c.regle().id().equals(id)).count();
      StatutRegle statut = enfreints > 0 ? StatutRegle.ENFREINTE : StatutRegle.RESPECTEE;
      resultats.add(new ResultatRegle(regle(id), statut, 48, enfreints, 0, null));
    }
    boolean irrecevable = verdict == Verdict.IRRECEVABLE;
    return new Jugement(
        new Reddition.Fichier(fichier, "0123456789abcdef".repeat(4), 18_234),
        0,
        irrecevable ? null : "2017-2024",
        irrecevable ? null : new Exercice(2021),
        irrecevable ? null : entente(),
        verdict,
        participation,
        resultats,
        constats,
        List.of());
  }

  static Rapport rapport(Jugement... jugements) {
    return new Rapport(
        new Outil("verifqis", "1.0.0"),
        OffsetDateTime.parse("2022-07-02T02:15:00-04:00"),
        List.of(jugements),
        List.of());
  }

  static Rapport avecErreur(Rapport rapport, String fichier, String cause) {
    return new Rapport(
        rapport.outil(),
        rapport.genereLe(),
        rapport.jugements(),
        List.of(new Erreur(fichier, Refus.de(Refus.Motif.INTERNE, cause))));
  }

  /** What a report is in a format. */
  static String ecrit(RedacteurRapport redacteur, Rapport rapport) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try {
      redacteur.ecris(rapport, octets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return octets.toString(StandardCharsets.UTF_8);
  }
}
