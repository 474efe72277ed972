package org.verifqis.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.audit.HistoriqueTest.Soir;
import org.verifqis.audit.Transfert.TransfertImpossible;
import org.verifqis.audit.Transfert.TransfertImpossible.Motif;
import org.verifqis.regles.Parametres;
import org.verifqis.regles.comparaison.Changement;
import org.verifqis.regles.comparaison.Changement.Genre;

class TransfertTest {
  private static final Empreintes EMPREINTES = Empreintes.de("1.0.0", Parametres.charge(), "");

  @TempDir private Path temp;
  private Path dossier;
  private Path suivante;

  @BeforeEach
  void ecrisDesRedditions() throws IOException {
    dossier = temp.resolve("redditions");
    PetiteReddition.de("ALL-14", 2019).ecris(dossier.resolve("a.xlsx"));
    suivante = PetiteReddition.de("ALL-14", 2020).ecris(dossier.resolve("b.xlsx"));
    Files.writeString(dossier.resolve("brise.xlsx"), "?");
  }

  private String h2(String nom) {
    return "jdbc:h2:file:" + temp.resolve(nom);
  }

  private Soir audite(String url) throws IOException {
    return HistoriqueTest.audite(url, dossier, EMPREINTES, false);
  }

  @Test
  void fromH2ToAnotherAndBack() throws IOException, SQLException {
    carries(h2("ailleurs"));
  }

  @Test
  void fromH2ToPostgresqlAndBack() throws IOException, InterruptedException, SQLException {
    Optional<Path> programmes = PostgresDEssai.programmes();
    assumeTrue(programmes.isPresent(), "PostgreSQL is not installed: not tested on it");
    try (PostgresDEssai postgres = PostgresDEssai.demarre(programmes.get())) {
      carries(postgres.url());
    }
  }

  /** The audits go on in each database as if nothing had been moved. */
  private void carries(String autre) throws IOException, SQLException {
    audite(h2("depart"));
    PetiteReddition.de("ALL-14", 2020).avec("soldeOuverture", "90,00").ecris(suivante);
    audite(h2("depart"));

    assertThat(Transfert.copie(h2("depart"), autre))
        .containsEntry("passage", 2L)
        .containsEntry("jugement", 3L)
        .containsEntry("reddition", 4L)
        .containsEntry("echec", 2L);
    assertThat(lignes(autre)).isEqualTo(lignes(h2("depart")));
    goesOn(autre, 3);

    Transfert.copie(autre, h2("retour"));
    assertThat(lignes(h2("retour"))).isEqualTo(lignes(autre));
    goesOn(h2("retour"), 4);
  }

  private void goesOn(String url, int passage) throws IOException, SQLException {
    Soir soir = audite(url);
    assertThat(soir.repris()).isEqualTo(2);
    assertThat(soir.changements()).isEmpty();
    assertThat(soir.constats()).anyMatch(constats -> constats.contains("INT-02"));
    try (Connection base = Historique.connecte(url);
        ResultSet dernier =
            base.createStatement()
                .executeQuery("select max(id) from passage where fin is not null")) {
      dernier.next();
      assertThat(dernier.getInt(1)).isEqualTo(passage);
    }
  }

  /** What the findings were is carried too: what goes away is told. */
  @Test
  void whatChangesAfterwardsIsTold() throws IOException {
    PetiteReddition.de("ALL-14", 2020).avec("soldeOuverture", "90,00").ecris(suivante);
    audite(h2("depart"));
    Transfert.copie(h2("depart"), h2("arrivee"));
    PetiteReddition.de("ALL-14", 2020).ecris(suivante);
    List<Changement> changements = audite(h2("arrivee")).changements();
    assertThat(changements).extracting(Changement::genre).containsExactly(Genre.REMPLACEE);
    assertThat(changements.get(0).disparus()).extracting(c -> c.regle().id()).contains("INT-02");
  }

  @Test
  void refusesWhatItCannotDo() throws IOException {
    assertThat(motif(h2("nulle-part"), h2("arrivee"))).isEqualTo(Motif.DEPART_INUTILISABLE);
    assertThat(temp.resolve("nulle-part.mv.db")).doesNotExist();
    assertThat(motif("jdbc:h2:mem:vide", h2("arrivee"))).isEqualTo(Motif.DEPART_VIDE);
    audite(h2("depart"));
    assertThat(motif(h2("depart"), "jdbc:inconnue:x")).isEqualTo(Motif.ARRIVEE_INUTILISABLE);
    audite(h2("occupee"));
    assertThat(motif(h2("depart"), h2("occupee"))).isEqualTo(Motif.ARRIVEE_OCCUPEE);
  }

  private static Motif motif(String de, String vers) {
    return catchThrowableOfType(TransfertImpossible.class, () -> Transfert.copie(de, vers)).motif();
  }

  /** A table that is forgotten would be lost. */
  @Test
  void carriesEachTable() throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Connection base = Historique.connecte(h2("tables"));
        ResultSet toutes =
            base.getMetaData().getTables(null, base.getSchema(), "%", new String[] {"TABLE"})) {
      while (toutes.next()) {
        tables.add(toutes.getString("TABLE_NAME").toLowerCase(java.util.Locale.ROOT));
      }
    }
    tables.remove("flyway_schema_history");
    assertThat(Transfert.TABLES.keySet()).containsExactlyInAnyOrderElementsOf(tables);
  }

  /**
   * All rows but for the hour's zone and the order of columns, which databases tell differently.
   */
  private static List<String> lignes(String url) throws SQLException {
    List<String> textes = new ArrayList<>();
    try (Connection base = Historique.connecte(url)) {
      for (String requete :
          List.of(
              "select id, dossier, date_audit, outil, regles, parametres, derogations, exercices,"
                  + " reutilisees, ensemble, comme from passage order by id",
              "select sha256, cle, contenu from jugement order by sha256, cle",
              "select empreinte, statuts, constats from resultat order by empreinte",
              "select passage, chemin, nom, sha256, entente, exercice, edition, verdict, retenue,"
                  + " resultat from reddition order by passage, chemin",
              "select passage, chemin, cause from echec order by passage, chemin")) {
        try (ResultSet lignes = base.createStatement().executeQuery(requete)) {
          while (lignes.next()) {
            textes.add(texte(lignes));
          }
        }
      }
      try (ResultSet heures =
          base.createStatement().executeQuery("select debut, fin from passage order by id")) {
        while (heures.next()) {
          textes.add(heures.getTimestamp(1).toInstant() + " " + heures.getTimestamp(2).toInstant());
        }
      }
    }
    return textes;
  }

  private static String texte(ResultSet lignes) throws SQLException {
    StringBuilder texte = new StringBuilder();
    for (int i = 1; i <= lignes.getMetaData().getColumnCount(); i++) {
      Object valeur = lignes.getObject(i);
      texte.append(
          valeur instanceof byte[] octets
              ? java.util.HexFormat.of().formatHex(octets)
              : lignes.getString(i));
      texte.append('|');
    }
    return texte.toString().replace("|t|", "|TRUE|").replace("|f|", "|FALSE|");
  }
}
