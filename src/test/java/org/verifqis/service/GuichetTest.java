package org.verifqis.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.audit.PetiteReddition;
import org.verifqis.classeur.Limites;
import org.verifqis.classeur.Source;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Erreur;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Refus;
import org.verifqis.modele.Refus.Motif;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Verdict;

/** The counter behind every door: what it is given, and what it makes of it. */
class GuichetTest {
  private static final Socle SOCLE = Socle.charge(null);
  private static final Path EXEMPLES = Path.of("fixtures/exemples");
  private static final LocalDate JOUR = LocalDate.of(2022, 9, 1);

  @TempDir private Path dossier;

  private final Guichet guichet = guichet(Limites.parDefaut());

  private static Guichet guichet(Limites limites) {
    return new Guichet(SOCLE, new Reglages(limites, 2, Duration.ofSeconds(120)));
  }

  private Verification verifie(Source source) {
    return guichet.verifie(source, null, JOUR);
  }

  private static byte[] octets(String exemple) throws IOException {
    return Files.readAllBytes(EXEMPLES.resolve(exemple));
  }

  @Test
  void aFileItsBytesAndAStreamOfThemAreJudgedAlike() throws IOException {
    Jugement fichier = verifie(Source.de(EXEMPLES.resolve("non-conforme.xlsx"))).jugements().get(0);
    byte[] octets = octets("non-conforme.xlsx");
    InputStream flux = new ByteArrayInputStream(octets);
    assertThat(fichier.verdict()).isEqualTo(Verdict.NON_CONFORME);
    assertThat(verifie(Source.de("non-conforme.xlsx", octets)).jugements())
        .containsExactly(fichier);
    assertThat(verifie(Source.de("non-conforme.xlsx", flux, Limites.parDefaut())).jugements())
        .containsExactly(fichier);
  }

  @Test
  void judgementsThatAreHandedOverAreLetGo() throws IOException {
    List<Source> sources = Collections.nCopies(24, Source.de(EXEMPLES.resolve("irrecevable.xlsx")));
    List<WeakReference<Jugement>> rendus = new ArrayList<>();
    List<Erreur> erreurs =
        guichet.verifie(
            sources, () -> {}, (source, jugement) -> rendus.add(new WeakReference<>(jugement)));
    assertThat(erreurs).isEmpty();
    assertThat(rendus).hasSize(24);
    for (int essai = 0; essai < 50 && rendus.stream().anyMatch(r -> r.get() != null); essai++) {
      System.gc();
    }
    assertThat(rendus).allMatch(rendu -> rendu.get() == null);
  }

  @Test
  void handedOverOneByOneTheyAreTheSameAsAllAtOnce() throws IOException {
    List<Source> sources =
        List.of(
            Source.de(EXEMPLES.resolve("non-conforme.xlsx")),
            Source.de(Path.of("pom.xml")),
            Source.de(EXEMPLES.resolve("conforme.xlsx")));
    List<Jugement> rendus = new ArrayList<>();
    List<Erreur> erreurs =
        guichet.verifie(sources, () -> {}, (source, jugement) -> rendus.add(jugement));
    Verification toutes = guichet.verifie(sources, null, JOUR, () -> {});
    assertThat(rendus).isEqualTo(toutes.jugements());
    assertThat(erreurs).isEqualTo(toutes.erreurs()).hasSize(1);
  }

  /** What is sent is kept no longer than it takes to judge it. */
  @Test
  void bytesLeaveNoFileBehind() throws IOException {
    Path passager;
    try (Source ouverte = Source.de("x.xlsx", octets("conforme.xlsx")).surDisque()) {
      passager = ouverte.chemin();
      assertThat(passager).exists();
      assertThat(ouverte.nomDeFichier()).isEqualTo("x.xlsx");
    }
    assertThat(passager).doesNotExist();
    Path fichier = Files.copy(EXEMPLES.resolve("conforme.xlsx"), dossier.resolve("y.xlsx"));
    verifie(Source.de(fichier));
    assertThat(fichier).exists();
  }

  @Test
  void theNameOfBytesTellsTheirKind() throws IOException {
    assertThat(motif(Source.de("reddition.odt", "rien".getBytes(UTF_8))))
        .isEqualTo(Motif.EXTENSION);
    assertThat(motif(Source.de("C:\\a.b\\reddition", octets("conforme.xlsx"))))
        .isEqualTo(Motif.EXTENSION);
    assertThat(motif(Source.de("reddition.xlsx", new byte[0]))).isEqualTo(Motif.VIDE);
    assertThat(verifie(Source.de("../a/b.xlsx", octets("conforme.xlsx"))).jugements().get(0))
        .extracting(jugement -> jugement.fichier().nom())
        .isEqualTo("b.xlsx");
  }

  private Motif motif(Source source) {
    List<Erreur> erreurs = verifie(source).erreurs();
    assertThat(erreurs).hasSize(1).first().extracting(Erreur::fichier).isEqualTo(source.nom());
    return erreurs.get(0).refus().motif();
  }

  /** A door may have limits of its own. */
  @Test
  void refusesWhatIsBeyondTheLimitsOfTheDoor() throws IOException {
    byte[] octets = octets("conforme.xlsx");
    assertThat(refus(new Limites(octets.length - 1, 5_000))).isEqualTo(Motif.TROP_GROS);
    assertThat(refus(new Limites(octets.length, 2))).isEqualTo(Motif.TROP_DE_LIGNES);
    assertThat(refus(new Limites(octets.length, 5_000, 10_000))).isEqualTo(Motif.BOMBE);
    assertThat(
            guichet(new Limites(octets.length, 5_000, 64 << 20))
                .verifie(Source.de("x.xlsx", octets), null, JOUR)
                .erreurs())
        .isEmpty();
  }

  private static Motif refus(Limites limites) throws IOException {
    InputStream flux = new ByteArrayInputStream(octets("conforme.xlsx"));
    Source source = Source.de("x.xlsx", flux, limites);
    return guichet(limites).verifie(source, null, JOUR).erreurs().get(0).refus().motif();
  }

  /** Who sends without end is not listened to beyond what tells that it is too much. */
  @Test
  void anEndlessStreamEnds() throws IOException {
    InputStream sansFin =
        new InputStream() {
          @Override
          public int read() {
            return 'P';
          }
        };
    Limites limites = new Limites(1_000, 10);
    Source source = Source.de("x.xlsx", sansFin, limites);
    assertThat(guichet(limites).verifie(source, null, JOUR).erreurs().get(0).refus().motif())
        .isEqualTo(Motif.TROP_GROS);
  }

  @Test
  void manyAreJudgedInTheirOrder() throws IOException {
    AtomicInteger faites = new AtomicInteger();
    List<Source> sources =
        List.of(
            Source.de("a.xlsx", octets("conforme.xlsx")),
            Source.de("b.xlsx", "PK rien de bon".getBytes(UTF_8)),
            Source.de("c.xlsx", octets("non-conforme.xlsx")));
    Verification verification = guichet.verifie(sources, null, JOUR, faites::incrementAndGet);
    assertThat(faites).hasValue(3);
    assertThat(verification.jugements())
        .extracting(jugement -> jugement.fichier().nom())
        .containsExactly("a.xlsx", "c.xlsx");
    assertThat(verification.erreurs()).extracting(Erreur::fichier).containsExactly("b.xlsx");
    assertThat(verification.derogations()).isNull();
  }

  /** Together they want more than there is, one after the other they do not. */
  @Test
  void whatWantedMemoryIsTriedAgainAlone() throws IOException {
    AtomicInteger ensemble = new AtomicInteger();
    AtomicInteger essais = new AtomicInteger();
    AtomicInteger faites = new AtomicInteger();
    CyclicBarrier rencontre = new CyclicBarrier(2);
    List<Issue<String>> issues =
        guichet.chacun(
            Stream.of("a", "b").map(nom -> Source.de(nom, new byte[1])).toList(),
            source -> {
              int autres = ensemble.getAndIncrement();
              try {
                if (essais.incrementAndGet() <= 2) {
                  rencontre.await();
                }
                if (autres > 0) {
                  throw new OutOfMemoryError("too much together");
                }
                return source.nom();
              } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
              } finally {
                ensemble.decrementAndGet();
              }
            },
            faites::incrementAndGet);
    assertThat(issues).extracting(Issue::valeur).containsExactly("a", "b");
    assertThat(essais).hasValue(3);
    assertThat(faites).hasValue(2);
  }

  /** However many work, no more is read at once than there is memory for. */
  @Test
  void allThatIsReadGoesThroughOneGate() {
    Reglages quatre = new Reglages(Limites.parDefaut(), 4, Duration.ofSeconds(120));
    Socle etroit = SOCLE.avec(new Ecluse(20 << 20));
    Guichet un = new Guichet(etroit, quatre);
    Guichet autre = new Guichet(etroit, quatre);
    AtomicInteger dedans = new AtomicInteger();
    AtomicInteger plus = new AtomicInteger();
    List<Source> sources =
        Stream.of("a", "b", "c", "d").map(nom -> Source.de(nom, new byte[1])).toList();
    Stream.of(un, autre)
        .parallel()
        .forEach(
            guichet ->
                guichet.chacun(
                    sources,
                    source -> {
                      plus.accumulateAndGet(dedans.incrementAndGet(), Math::max);
                      Thread.yield();
                      return dedans.decrementAndGet();
                    },
                    () -> {}));
    assertThat(plus).hasValue(1);
  }

  private Source petite(String entente, int annee) {
    String nom = entente + "-" + annee + ".xlsx";
    return Source.de(PetiteReddition.de(entente, annee).ecris(dossier.resolve(nom)));
  }

  @Test
  void comparesFilingsOfOneAgreement() {
    Source une = petite("ALL-14", 2021);
    assertThat(guichet.compare(une, petite("ALL-14", 2022)).valeur().differences()).isNotEmpty();
    assertThat(guichet.compare(une, petite("ALL-09", 2022)).erreur().refus())
        .isEqualTo(Refus.de(Motif.DEUX_ENTENTES, "ALL-14", "ALL-09"));
    assertThat(guichet.compare(une, Source.de("x.xlsx", new byte[0])).erreur())
        .isEqualTo(new Erreur("x.xlsx", Refus.de(Motif.VIDE)));
  }

  @Test
  void preparesTheWorkbookOfTheYearAfter() {
    Source derniere = petite("ALL-14", 2021);
    Entente autre = SOCLE.gabarit().ententes().get("ALL-09");
    Map<String, Object> champs =
        guichet
            .prepare(null, null, derniere)
            .valeur()
            .preremplissage()
            .contenu()
            .formulaire("Identification");
    assertThat(champs).containsEntry("exerciceDebut", LocalDate.of(2022, 4, 1));
    assertThat(guichet.prepare(autre, null, derniere).erreur().refus())
        .isEqualTo(Refus.de(Motif.AUTRE_ENTENTE, "ALL-14-2021.xlsx", "ALL-14"));
    assertThat(guichet.prepare(null, new Exercice(2021), derniere).erreur().refus())
        .isEqualTo(Refus.de(Motif.AUTRE_EXERCICE, "ALL-14-2021.xlsx", "2022-2023"));
    assertThat(
            guichet
                .prepare(autre, null, null)
                .valeur()
                .preremplissage()
                .contenu()
                .formulaire("Identification"))
        .containsEntry("codeEntente", autre);
  }

  /** Whoever names a folder is told in which of its folders a file lies. */
  @Test
  void filesAreToldByTheirPathsBelowTheFolder() throws IOException {
    for (String entente : List.of("ALL-01", "ALL-02")) {
      Files.createDirectories(dossier.resolve(entente));
      Files.write(dossier.resolve(entente).resolve("reddition.xlsx"), new byte[] {'P'});
    }
    Path un = dossier.resolve("ALL-01");
    Path deux = dossier.resolve("ALL-02");
    assertThat(Sources.sous(List.of(dossier)))
        .extracting(Source::nom)
        .containsExactly("ALL-01/reddition.xlsx", "ALL-02/reddition.xlsx");
    assertThat(Sources.sous(List.of(un))).extracting(Source::nom).containsExactly("reddition.xlsx");
    // Told by these alone, one would be taken for the other.
    assertThat(Sources.sous(List.of(un, deux.resolve("reddition.xlsx"))))
        .extracting(Source::nom)
        .containsExactly(
            un.resolve("reddition.xlsx").toString(), deux.resolve("reddition.xlsx").toString());
  }
}
