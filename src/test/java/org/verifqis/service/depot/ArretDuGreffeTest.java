package org.verifqis.service.depot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.classeur.Sha256;
import org.verifqis.fixtures.Patience;
import org.verifqis.regles.Verdict;

/**
 * A process that files and decides without end is killed with SIGKILL at random moments; what it
 * had told somebody is done, and done once. {@code -Dverifqis.arrets=100} kills it that often.
 */
class ArretDuGreffeTest {
  private static final int ARRETS = Integer.getInteger("verifqis.arrets", 5);

  /** Whoever files, and two of the staff; of the rest, whoever files. */
  private static final int PAR_DEPOT = 3;

  @TempDir private Path temp;

  @Test
  void nothingIsLostAndNothingTwice() throws Exception {
    Path base = temp.resolve("greffe");
    Path dits = temp.resolve("dits.txt");
    Random hasard = new Random(20261128);
    for (int arret = 0; arret < ARRETS; arret++) {
      long avant = taille(dits);
      Process processus =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Deposant.class.getName(),
                  base.toString(),
                  dits.toString())
              .redirectErrorStream(true)
              .redirectOutput(temp.resolve("sortie-" + arret + ".txt").toFile())
              .start();
      // Some are killed earlier than they work, over the making of the tables.
      int attente = hasard.nextInt(arret % 3 == 0 ? 2_500 : 2_000);
      if (arret % 3 != 0) {
        assertThat(Patience.jusquA(() -> taille(dits) > avant || !processus.isAlive())).isTrue();
      }
      assertThat(processus.waitFor(attente, TimeUnit.MILLISECONDS))
          .as(Files.readString(temp.resolve("sortie-" + arret + ".txt")))
          .isFalse();
      processus.destroyForcibly().waitFor();
    }
    try (GreffeDEssai g = new GreffeDEssai(url(base))) {
      assertThat(g.greffe.journal().verifie().entier()).isTrue();
      List<String> faits = Files.readAllLines(dits);
      assertThat(faits).hasSizeGreaterThan(ARRETS);
      Compte elle = g.greffe.comptes().parCourriel("jeanne@exemple.ca").orElseThrow();
      DossierDepose vu = g.vu(elle);
      List<VersionDeposee> versions = g.greffe.dossiers().versions(elle, vu);
      List<Evenement> histoire = g.greffe.dossiers().histoire(elle, vu);

      assertThat(versions).extracting(VersionDeposee::sha256).doesNotHaveDuplicates();
      assertThat(versions.get(0).numero()).isEqualTo(vu.version()).isEqualTo(versions.size());
      for (String fait : faits) {
        String[] mots = fait.split(" ");
        if (mots[0].equals("DEPOSER")) {
          VersionDeposee une = versions.get(versions.size() - Integer.parseInt(mots[1]));
          assertThat(une.sha256()).isEqualTo(mots[2]);
          assertThat(g.greffe.dossiers().classeur(elle, vu, une.numero()))
              .hasValueSatisfying(o -> assertThat(Sha256.de(o)).isEqualTo(mots[2]));
        }
      }
      for (Geste geste : List.of(Geste.DEPOSER, Geste.ADOPTER, Geste.ROUVRIR)) {
        long dits1 = faits.stream().filter(f -> f.startsWith(geste.name())).count();
        long notes = histoire.stream().filter(e -> e.nature().equals(geste.name())).count();
        // What was done the moment before it was killed may not have been told any more.
        assertThat(notes).isBetween(dits1, dits1 + ARRETS);
      }
      List<String> partis =
          new ArrayList<>(faits.stream().filter(f -> f.startsWith("COURRIEL")).toList());
      long distincts = partis.stream().distinct().count();
      // One that was taken the moment before the kill is sent again, under the same identifier.
      assertThat(partis.size() - distincts).isBetween(0L, (long) ARRETS);
      g.greffe.courriels().envoie(courriel -> partis.add("COURRIEL " + courriel.id()));
      long attendus =
          histoire.stream().mapToLong(e -> e.nature().equals("DEPOSER") ? PAR_DEPOT : 1).sum();
      assertThat(partis.stream().distinct().count()).isEqualTo(attendus);
      assertThat(histoire.stream().filter(e -> e.nature().equals("DEPOSER")))
          .hasSameSizeAs(versions);
      assertThat(histoire.stream().filter(e -> e.nature().equals("ADOPTER")))
          .hasSameSizeAs(g.greffe.dossiers().adoptions(elle, vu));
    }
  }

  private static long taille(Path dits) throws IOException {
    return Files.exists(dits) ? Files.size(dits) : 0;
  }

  private static String url(Path base) {
    return "jdbc:h2:file:" + base + ";TRACE_LEVEL_FILE=0";
  }

  /** The process that is killed: it says what is done once that is done. */
  static final class Deposant {
    public static void main(String[] mots) throws IOException {
      Path dits = Path.of(mots[1]);
      GreffeDEssai g = new GreffeDEssai(url(Path.of(mots[0])));
      if (g.greffe.comptes().parCourriel("anne@exemple.ca").isEmpty()) {
        try {
          g.peuple();
        } catch (GesteRefuse dejaLa) {
          // Killed over it: some are there, and the missing ones are made below.
          manquants(g);
        }
      }
      ComptesDuGreffe comptes = g.greffe.comptes();
      Compte elle = comptes.parCourriel("marie@exemple.ca").orElseThrow();
      Compte eux = comptes.parCourriel("jeanne@exemple.ca").orElseThrow();
      for (long tour = System.nanoTime(); ; tour++) {
        if (g.vu(elle).etat() == EtatDossier.ADOPTE) {
          g.greffe.gestes().rouvre(eux, g.vu(eux), "suite");
          dis(dits, "ROUVRIR");
        }
        Gestes.Depot depot = GreffeDEssai.depot("contenu " + tour);
        int version = g.greffe.gestes().depose(elle, g.vu(elle), depot);
        dis(dits, "DEPOSER " + version + " " + Sha256.de(depot.octets()));
        g.greffe.gestes().adopte(eux, g.vu(eux), Verdict.CONFORME, GreffeDEssai.PROVENANCE);
        dis(dits, "ADOPTER");
        g.greffe.courriels().envoie(courriel -> dis(dits, "COURRIEL " + courriel.id()));
      }
    }

    private static void manquants(GreffeDEssai g) {
      for (String courriel :
          List.of("jeanne@exemple.ca", "luc@exemple.ca", "marie@exemple.ca", "anne@exemple.ca")) {
        if (g.greffe.comptes().parCourriel(courriel).isEmpty()) {
          boolean elles = courriel.startsWith("marie") || courriel.startsWith("anne");
          g.greffe
              .comptes()
              .cree(
                  Journal.CONSOLE,
                  new ComptesDuGreffe.Demande(
                      courriel,
                      courriel,
                      elles ? Role.COORDINATION : Role.PERSONNEL,
                      "fr",
                      elles
                          ? Set.of(courriel.startsWith("marie") ? "ALL-04" : "ALL-14")
                          : Set.of()));
        }
      }
    }

    private static void dis(Path dits, String quoi) throws IOException {
      Files.write(
          dits,
          (quoi + "\n").getBytes(StandardCharsets.UTF_8),
          java.nio.file.StandardOpenOption.CREATE,
          java.nio.file.StandardOpenOption.APPEND);
    }
  }
}
