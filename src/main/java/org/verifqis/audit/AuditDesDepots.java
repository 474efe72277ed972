package org.verifqis.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.verifqis.classeur.Source;
import org.verifqis.modele.Exercice;
import org.verifqis.regles.Parametres;
import org.verifqis.regles.comparaison.Changement;
import org.verifqis.service.Reglages;
import org.verifqis.service.Sources;
import org.verifqis.service.depot.ChiffreSaisi;
import org.verifqis.service.depot.ChiffresSaisis;
import org.verifqis.service.depot.Greffe;
import org.verifqis.service.depot.Nuits;

/**
 * All that is filed, as a folder that is audited as any other and ends with it: the last version of
 * each reddition, and what staff accept of them.
 */
public final class AuditDesDepots implements AutoCloseable {
  /** By what the history knows it, wherever the folder lies that night. */
  private static final String NOM = "depots";

  private static final Logger LOG = LoggerFactory.getLogger(AuditDesDepots.class);
  private static final long ENTRE_DEUX_SIGNES = Duration.ofMinutes(1).toNanos();
  private static final String DOSSIER = "verifqis-audit";

  private final Greffe greffe;
  private final Nuits nuits;
  private final Nuits.Bail bail;
  private final OffsetDateTime debut;
  private final Path dossier;
  private final List<Nuits.Copiee> copiees;
  private long dernierSigne = System.nanoTime();
  private boolean fini;

  private AuditDesDepots(
      Greffe greffe,
      Nuits.Bail bail,
      OffsetDateTime debut,
      Path dossier,
      List<Nuits.Copiee> copiees) {
    this.greffe = greffe;
    this.nuits = greffe.nuits();
    this.bail = bail;
    this.debut = debut;
    this.dossier = dossier;
    this.copiees = copiees;
  }

  /**
   * Begins.
   *
   * @param bail by which this is the only program that does it
   * @param lieu where the folder lies for that while; null for where this machine puts such things
   */
  public static AuditDesDepots commence(
      Greffe greffe, Nuits.Bail bail, OffsetDateTime debut, Path lieu) throws IOException {
    Path dossier =
        lieu == null
            ? Files.createTempDirectory(DOSSIER)
            : Files.createTempDirectory(lieu, DOSSIER);
    try {
      return new AuditDesDepots(greffe, bail, debut, dossier, greffe.nuits().copie(dossier));
    } catch (IOException | RuntimeException e) {
      efface(dossier);
      greffe.nuits().echoue(bail, debut, e.toString());
      throw e;
    }
  }

  /**
   * Figures with those that staff published over them.
   *
   * @throws org.verifqis.regles.ParametresInvalides if one of these can't be used by this program
   */
  public Parametres chiffres(Parametres propres) {
    return ChiffresSaisis.sur(
        propres, greffe.chiffres().enVigueur().stream().map(ChiffreSaisi::demande).toList());
  }

  /** The workbooks. */
  public List<Path> fichiers() {
    return Sources.sous(List.of(dossier)).stream().map(Source::chemin).toList();
  }

  /** What is asked of the audit. */
  public Demande demande(LocalDate jour, List<Exercice> exercices, Reglages reglages) {
    return new Demande(
        dossier,
        fichiers(),
        jour,
        exercices,
        nuits.derogations(),
        reglages.ouvriers(),
        reglages.delai(),
        NOM);
  }

  /** Tells other programs, now and then, that this one is still at it. */
  public synchronized void vit() {
    long maintenant = System.nanoTime();
    if (maintenant - dernierSigne < ENTRE_DEUX_SIGNES) {
      return;
    }
    dernierSigne = maintenant;
    try {
      nuits.prolonge(bail);
    } catch (RuntimeException e) {
      // Whether it is still this one's is asked again in the end.
      LOG.warn("the audit can't tell that it goes on: {}", e.toString());
    }
  }

  /**
   * Leaves what was found to the registry, with its report.
   *
   * @throws IllegalStateException if another program has taken the audit over meanwhile
   */
  public void termine(Resultat resultat, List<Changement> changements, Nuits.Redaction rapport)
      throws IOException {
    Map<Path, Nuits.Copiee> parFichier = new HashMap<>();
    copiees.forEach(une -> parFichier.put(une.fichier(), une));
    List<Nuits.Jugee> jugees =
        resultat.dossiers().stream()
            .map(
                un -> {
                  Nuits.Copiee une = parFichier.get(un.fichier());
                  return new Nuits.Jugee(une.dossier(), une.version(), un.jugement().verdict());
                })
            .toList();
    nuits.termine(
        bail, new Nuits.Bilan(debut, jugees, resultat.echecs().size(), changements), rapport);
    fini = true;
  }

  /** It does not come to its end: why, for the staff. Not where it has come to it already. */
  public void echoue(String cause) {
    if (!fini) {
      fini = true;
      nuits.echoue(bail, debut, cause);
    }
  }

  /** It is left to be done later, by this program or another one. */
  public void abandonne() {
    if (!fini) {
      fini = true;
      nuits.lache(bail);
    }
  }

  @Override
  public void close() throws IOException {
    efface(dossier);
  }

  private static void efface(Path dossier) throws IOException {
    try (Stream<Path> arbre = Files.walk(dossier)) {
      arbre
          .sorted(Comparator.reverseOrder())
          .forEach(
              un -> {
                try {
                  Files.deleteIfExists(un);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
