package org.verifqis.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.verifqis.fixtures.PortLibre;

/** A PostgreSQL of Debian's packages, for one test, on loopback, by a user who is not root. */
public final class PostgresDEssai implements AutoCloseable {
  private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
  private static final int ENTRE_DEUX_MILLIS = 50;

  private final Path programmes;
  private final Path dossier;
  private final int port;

  private PostgresDEssai(Path programmes, Path dossier, int port) {
    this.programmes = programmes;
    this.dossier = dossier;
    this.port = port;
  }

  /** Where its programs are; empty where it is not installed. */
  public static Optional<Path> programmes() throws IOException {
    if (!Files.isDirectory(VERSIONS)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(VERSIONS)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.naturalOrder());
    }
  }

  /** The address of a new, empty database of that name. */
  public String baseNeuve(String nom) throws SQLException {
    try (Connection base = DriverManager.getConnection(url());
        Statement ordre = base.createStatement()) {
      ordre.execute("create database " + nom);
    }
    return url().replace("/postgres?", "/" + nom + "?");
  }

  /** Starts it. */
  public static PostgresDEssai demarre(Path programmes) throws IOException, InterruptedException {
    Path dossier = Files.createTempDirectory(Path.of("/tmp"), "verifqis-pg");
    if (estRoot()) {
      attends(new ProcessBuilder("chown", "postgres", dossier.toString()));
    }
    attends(
        commande(
            programmes.resolve("initdb").toString(),
            "-D",
            dossier.resolve("donnees").toString(),
            "-A",
            "trust",
            "-U",
            "verifqis",
            "-E",
            "UTF8",
            "--no-sync"));
    PostgresDEssai postgres = new PostgresDEssai(programmes, dossier, PortLibre.un());
    try {
      postgres.redemarre();
      return postgres;
    } catch (IOException e) {
      postgres.close();
      throw e;
    }
  }

  /** Starts it again where it was, and waits until it answers. */
  public void redemarre() throws IOException, InterruptedException {
    Process serveur =
        commande(
                programmes.resolve("postgres").toString(),
                "-D",
                donnees(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=")
            .start();
    while (serveur.isAlive()) {
      try {
        DriverManager.getConnection(url()).close();
        return;
      } catch (SQLException pasEncore) {
        Thread.sleep(ENTRE_DEUX_MILLIS);
      }
    }
    throw new IOException("PostgreSQL ended");
  }

  /** Ends it at once, as a power cut would: nothing is written any more. */
  public void tue() throws IOException, InterruptedException {
    attends(
        commande(
            programmes.resolve("pg_ctl").toString(), "stop", "-D", donnees(), "-m", "immediate"));
  }

  private String donnees() {
    return dossier.resolve("donnees").toString();
  }

  /** Its address. */
  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=verifqis";
  }

  private static boolean estRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static ProcessBuilder commande(String... mots) {
    List<String> commande = new ArrayList<>();
    if (estRoot()) {
      commande.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    commande.addAll(Arrays.asList(mots));
    return new ProcessBuilder(commande)
        .directory(Path.of("/tmp").toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
  }

  private static void attends(ProcessBuilder commande) throws IOException, InterruptedException {
    if (commande.start().waitFor() != 0) {
      throw new IOException("failed: " + commande.command());
    }
  }

  @Override
  public void close() throws IOException {
    try {
      tue();
    } catch (IOException e) {
      // It had ended already.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try (Stream<Path> arbre = Files.walk(dossier)) {
      arbre.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
    }
  }
}
