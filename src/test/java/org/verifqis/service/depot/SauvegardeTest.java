package org.verifqis.service.depot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.audit.PostgresDEssai;
import org.verifqis.regles.Verdict;
import org.verifqis.regles.comparaison.Changement;

/** A registry in a file, and back: in H2, and in PostgreSQL where it is installed. */
class SauvegardeTest {
  @TempDir private Path temp;

  private static PostgresDEssai postgres;
  private static int bases;

  @AfterAll
  static void stops() throws Exception {
    if (postgres != null) {
      postgres.close();
    }
  }

  private String h2() {
    return "jdbc:h2:file:" + temp.resolve("base" + ++bases) + ";TRACE_LEVEL_FILE=0";
  }

  private static String postgres() throws Exception {
    if (postgres == null) {
      Optional<Path> programmes = PostgresDEssai.programmes();
      assumeTrue(programmes.isPresent(), "PostgreSQL is not installed: it was not tried");
      postgres = PostgresDEssai.demarre(programmes.get());
    }
    return postgres.baseNeuve("sauvegarde" + ++bases);
  }

  /** A year of all that there is: every table has a row, one workbook every byte. */
  private static void joue(GreffeDEssai g) throws Exception {
    g.peuple();
    Gestes gestes = g.greffe.gestes();
    byte[] octets = new byte[70_000];
    for (int i = 0; i < octets.length; i++) {
      octets[i] = (byte) (i * 31 + i / 256);
    }
    Gestes.Depot premier = GreffeDEssai.depot("x");
    gestes.depose(
        g.coordination,
        g.vu(g.coordination),
        new Gestes.Depot(
            "été \"\\ \u2028.xlsx",
            octets,
            Verdict.NON_CONFORME,
            GreffeDEssai.PROVENANCE,
            premier.explications()));
    gestes.depose(g.coordination, g.vu(g.coordination), GreffeDEssai.depot("second"));
    gestes.adopte(g.personnel, g.vu(g.personnel), Verdict.NON_CONFORME, GreffeDEssai.PROVENANCE);
    g.greffe.echeances().fixe(g.personnel, GreffeDEssai.ANNEE, null, LocalDate.of(2023, 9, 30));
    g.greffe.courriels().envoie(courriel -> {});
    ChiffreSaisi.Demande chiffre =
        new ChiffreSaisi.Demande(
            "montreal.enveloppeAnnuelle",
            null,
            null,
            LocalDate.of(2023, 4, 1),
            List.of("12000000.00"),
            "Décret");
    g.greffe.chiffres().publie(g.admin, g.greffe.chiffres().propose(g.personnel, chiffre));
    Nuits nuits = g.greffe.nuits();
    nuits.termine(
        nuits.prends().orElseThrow(),
        new Nuits.Bilan(
            g.greffe.maintenant(),
            List.of(new Nuits.Jugee(g.vu(g.personnel).id(), 2, Verdict.CONFORME)),
            0,
            List.of(
                new Changement(
                    Changement.Genre.REJUGEE,
                    List.of(Changement.Cause.NOUVELLES_REGLES),
                    "ALL-04",
                    GreffeDEssai.ANNEE.nom(),
                    "ALL-04.xlsx",
                    Verdict.NON_CONFORME,
                    Verdict.CONFORME,
                    List.of(),
                    List.of()))),
        pieces -> pieces.ajoute("audit.html", new byte[] {1, 2, 3}));
  }

  private static byte[] faite(GreffeDEssai g) throws IOException {
    ByteArrayOutputStream sortie = new ByteArrayOutputStream();
    Sauvegarde.ecris(g.greffe, sortie);
    return sortie.toByteArray();
  }

  private void revient(String de, String vers) throws Exception {
    Path fichier = temp.resolve("s" + ++bases + ".zip");
    byte[] ecrite;
    byte[] classeur;
    try (GreffeDEssai g = new GreffeDEssai(de)) {
      joue(g);
      ecrite = faite(g);
      classeur = g.greffe.dossiers().classeur(g.personnel, g.vu(g.personnel), 1).orElseThrow();
    }
    Files.write(fichier, ecrite);
    Map<String, Long> lignes = Sauvegarde.restaure(fichier, vers);

    assertThat(lignes).containsEntry("version_depot", 2L).containsEntry("adoption", 1L);
    assertThat(lignes).containsEntry("audit_changement", 1L).containsEntry("audit_piece", 1L);
    assertThat(lignes).containsEntry("chiffre", 1L);
    assertThat(lignes.get("evenement")).isPositive();
    try (GreffeDEssai g = new GreffeDEssai(vers)) {
      assertThat(g.greffe.journal().verifie().entier()).isTrue();
      assertThat(faite(g)).isEqualTo(ecrite);
      Compte elle = g.greffe.comptes().parCourriel("jeanne@exemple.ca").orElseThrow();
      assertThat(g.greffe.dossiers().classeur(elle, g.vu(elle), 1)).contains(classeur);
      // What comes after has numbers of its own.
      g.greffe.gestes().rouvre(elle, g.vu(elle), "suite");
      Compte marie = g.greffe.comptes().parCourriel("marie@exemple.ca").orElseThrow();
      assertThat(g.greffe.gestes().depose(marie, g.vu(marie), GreffeDEssai.depot("troisième")))
          .isEqualTo(3);
      assertThat(g.greffe.journal().verifie().entier()).isTrue();
    }
    assertThatThrownBy(() -> Sauvegarde.restaure(fichier, vers))
        .isInstanceOfSatisfying(
            Sauvegarde.Refusee.class,
            refus -> assertThat(refus.motif()).isEqualTo(Sauvegarde.Motif.BASE_OCCUPEE));
  }

  @Test
  void comesBackInH2() throws Exception {
    revient(h2(), h2());
  }

  @Test
  void goesFromH2ToPostgres() throws Exception {
    revient(h2(), postgres());
  }

  @Test
  void goesFromPostgresToH2() throws Exception {
    revient(postgres(), h2());
  }

  @Test
  void aNulThatH2TookOnceIsAMarkInWhicheverTakesItBack() throws Exception {
    String de = h2();
    Path fichier = temp.resolve("nul.zip");
    try (GreffeDEssai g = new GreffeDEssai(de)) {
      joue(g);
      try (Connection base = g.greffe.connexion();
          Statement ordre = base.createStatement()) {
        ordre.execute(
            "update compte set nom = 'Jean' || char(0) || 'ne' where courriel like 'jeanne%'");
      }
      Files.write(fichier, faite(g));
    }
    for (String vers : List.of(h2(), postgres())) {
      Sauvegarde.restaure(fichier, vers);
      try (GreffeDEssai g = new GreffeDEssai(vers)) {
        assertThat(g.greffe.comptes().parCourriel("jeanne@exemple.ca").orElseThrow().nom())
            .isEqualTo("Jean\uFFFDne");
      }
    }
  }

  @Test
  void whatWasDamagedIsNotRestored() throws Exception {
    Path fichier = temp.resolve("s.zip");
    try (GreffeDEssai g = new GreffeDEssai(h2())) {
      joue(g);
      Files.write(fichier, faite(g));
    }
    byte[] entiere = Files.readAllBytes(fichier);
    String vide = h2();
    refuse(Files.write(fichier, Arrays.copyOf(entiere, entiere.length / 2)), vide);
    refuse(Files.writeString(fichier, "pas une sauvegarde"), vide);
    Files.write(fichier, entiere);
    refuse(changee(fichier, "compte.jsonl", "jeanne@exemple.ca", "eve@exemple.ca", true), vide);
    refuse(changee(fichier, "evenement.jsonl", "", "", false), vide);
    assertThat(Sauvegarde.restaure(fichier, vide)).containsEntry("compte", 5L);
  }

  @Test
  void oneOfANewerProgramIsToldAsSuch() throws Exception {
    Path fichier = temp.resolve("s.zip");
    try (GreffeDEssai g = new GreffeDEssai(h2())) {
      joue(g);
      Files.write(fichier, faite(g));
    }
    Path autre = changee(fichier, "sommaire.json", "\"version\":\"", "\"version\":\"9", true);
    assertThatThrownBy(() -> Sauvegarde.restaure(autre, h2()))
        .isInstanceOfSatisfying(
            Sauvegarde.Refusee.class,
            refus -> assertThat(refus.motif()).isEqualTo(Sauvegarde.Motif.TROP_RECENTE));
  }

  /** One that an older program made gets the tables of this one. */
  @Test
  void anOlderVersionIsBroughtUpToDate() throws Exception {
    String url = h2();
    String premiere = Migrations.connues().get(0);
    Greffe.emplis(url, premiere, base -> null);
    try (Connection base = DriverManager.getConnection(url)) {
      assertThat(Migrations.version(base)).isEqualTo(premiere);
    }
    try (GreffeDEssai g = new GreffeDEssai(url)) {
      joue(g);
      assertThat(g.greffe.journal().verifie().entier()).isTrue();
    }
  }

  @Test
  void aJournalThatWasTouchedStaysSo() throws Exception {
    String url = h2();
    Path fichier = temp.resolve("s.zip");
    try (GreffeDEssai g = new GreffeDEssai(url)) {
      joue(g);
    }
    try (Connection base = DriverManager.getConnection(url);
        Statement ordre = base.createStatement()) {
      ordre.execute("drop trigger evenement_ajout_seul");
      ordre.execute("update evenement set acteur = 'eve@exemple.ca' where numero = 3");
    }
    try (GreffeDEssai g = new GreffeDEssai(url)) {
      Files.write(fichier, faite(g));
    }
    String vers = h2();
    Sauvegarde.restaure(fichier, vers);
    try (GreffeDEssai g = new GreffeDEssai(vers)) {
      assertThat(g.greffe.journal().verifie().rompu()).isEqualTo(3);
    }
  }

  private static void refuse(Path fichier, String vers) {
    assertThatThrownBy(() -> Sauvegarde.restaure(fichier, vers))
        .isInstanceOfSatisfying(
            Sauvegarde.Refusee.class,
            refus -> assertThat(refus.motif()).isEqualTo(Sauvegarde.Motif.ABIMEE));
    assertThat(Greffe.estA(vers)).isFalse();
  }

  /** The same with a part that says something else, or without it. */
  private Path changee(Path fichier, String partie, String avant, String apres, boolean reste)
      throws IOException {
    Path autre = temp.resolve("autre" + ++bases + ".zip");
    try (ZipFile zip = new ZipFile(fichier.toFile());
        ZipOutputStream sortie = new ZipOutputStream(Files.newOutputStream(autre))) {
      for (ZipEntry entree : zip.stream().toList()) {
        byte[] octets = zip.getInputStream(entree).readAllBytes();
        if (entree.getName().equals(partie)) {
          if (!reste) {
            continue;
          }
          String texte = new String(octets, java.nio.charset.StandardCharsets.UTF_8);
          assertThat(texte).contains(avant);
          octets = texte.replace(avant, apres).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        }
        sortie.putNextEntry(new ZipEntry(entree.getName()));
        sortie.write(octets);
        sortie.closeEntry();
      }
    }
    return autre;
  }
}
