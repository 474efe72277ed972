package org.verifqis.rapport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Properties;
import org.verifqis.audit.Demande;
import org.verifqis.audit.Dossier;
import org.verifqis.audit.Resultat;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Erreur;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Parametres.Superposee;
import org.verifqis.regles.comparaison.Changement;
import org.verifqis.regles.derogations.UsageDerogation;
import org.verifqis.service.Sources;
import org.verifqis.service.Verification;

/**
 * What a report tells.
 *
 * @param outil the program
 * @param genereLe when it is written
 * @param jugements what was judged, in the order of the report
 * @param erreurs files that could not be checked
 * @param derogations what became of each dérogation; null where no file of them was given
 * @param audit what was found across redditions; null in a report on single ones
 * @param chiffres figures of staff that took the place of those of the program
 */
public record Rapport(
    Outil outil,
    OffsetDateTime genereLe,
    List<Jugement> jugements,
    List<Erreur> erreurs,
    List<UsageDerogation> derogations,
    PartieAudit audit,
    List<Superposee> chiffres) {

  /** A report on single redditions, nothing of which is accepted. */
  public Rapport(
      Outil outil, OffsetDateTime genereLe, List<Jugement> jugements, List<Erreur> erreurs) {
    this(outil, genereLe, jugements, erreurs, null, null, List.of());
  }

  /** A report whose redditions are told one after another, nothing of which is accepted. */
  public static Rapport vide(OffsetDateTime genereLe, List<Superposee> chiffres) {
    return new Rapport(Outil.courant(), genereLe, List.of(), List.of(), null, null, chiffres);
  }

  /** The report on what was checked. */
  public static Rapport de(Verification verification, OffsetDateTime genereLe) {
    return new Rapport(
        Outil.courant(),
        genereLe,
        verification.jugements(),
        verification.erreurs(),
        verification.derogations(),
        null,
        verification.chiffres());
  }

  /** The report on an audit. */
  public static Rapport de(
      Demande demande,
      List<Entente> ententes,
      Resultat resultat,
      List<Changement> changements,
      List<Superposee> chiffres,
      OffsetDateTime genereLe) {
    return new Rapport(
        Outil.courant(),
        genereLe,
        resultat.dossiers().stream().map(Dossier::jugement).toList(),
        resultat.echecs().stream()
            .map(e -> new Erreur(Sources.nom(demande.racine(), e.fichier()), e.refus()))
            .toList(),
        resultat.derogations(),
        PartieAudit.de(demande, ententes, resultat, changements),
        chiffres);
  }

  /** The report on one of its redditions, with the dérogations that are about it. */
  public Rapport seul(Jugement jugement) {
    return new Rapport(
        outil,
        genereLe,
        List.of(jugement),
        List.of(),
        derogations == null
            ? null
            : derogations.stream().filter(usage -> usage.concerne(jugement)).toList(),
        null,
        chiffres);
  }

  /** Whether there is a dérogation to tell of. */
  boolean aDesDerogations() {
    return derogations != null && !derogations.isEmpty();
  }

  /** Whether dérogations were looked at. */
  boolean avecDerogations() {
    return derogations != null;
  }

  /** The program that judged: its name and its version. */
  public record Outil(String nom, String version) {
    /** This program, of the version in the pom, as the build noted it. */
    public static Outil courant() {
      try (InputStream flux = Outil.class.getResourceAsStream("version.properties")) {
        Properties proprietes = new Properties();
        proprietes.load(flux);
        return new Outil("verifqis", proprietes.getProperty("version"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
