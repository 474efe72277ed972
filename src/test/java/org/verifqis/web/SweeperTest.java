package org.verifqis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.regles.Registre;
import org.verifqis.service.depot.Brouillons;
import org.verifqis.service.depot.Compte;
import org.verifqis.service.depot.ComptesDuGreffe;
import org.verifqis.service.depot.Greffe;
import org.verifqis.service.depot.Role;

/** What ends by itself does, in a server that sends no messages and where nobody comes. */
class SweeperTest {
  private static final String OLD = "timestamp with time zone '2023-07-01 12:00:00+00'";

  @Test
  void whatIsTooOldIsGoneOnceTheServerRuns(@TempDir Path folder) throws Exception {
    String base = "jdbc:h2:file:" + folder.resolve("depots");
    try (Greffe registry =
            Greffe.ouvre(base, LecteurGabarit.charge(), Registre.charge(), Site.CLOCK);
        Connection connection = DriverManager.getConnection(base);
        Statement statement = connection.createStatement()) {
      Compte hers =
          registry
              .comptes()
              .cree(
                  "console",
                  new ComptesDuGreffe.Demande(
                      "marie@exemple.ca",
                      "Marie",
                      Role.COORDINATION,
                      "fr",
                      java.util.Set.of("ALL-04")))
              .compte();
      Entente agreement = LecteurGabarit.charge().ententes().get("ALL-04");
      for (int year : new int[] {2021, 2022}) {
        registry
            .brouillons()
            .garde(hers, agreement, new Exercice(year), new Brouillons.Brouillon("a", new byte[1]));
      }
      registry.connexionsRefusees().note("x@exemple.ca", "10.0.0.1");
      registry.connexionsRefusees().note("y@exemple.ca", "10.0.0.1");
      statement.execute("update brouillon set quand = " + OLD + " where exercice = 2021");
      statement.execute(
          "update connexion_refusee set quand = " + OLD + " where courriel = 'x@exemple.ca'");
      try (Site site = Site.filing(base, null)) {
        assertThat(site.get("/").statusCode()).isEqualTo(200);
        for (String table : new String[] {"brouillon", "connexion_refusee"}) {
          assertThat(rows(statement, table)).as(table).isEqualTo(1);
        }
      }
    }
  }

  /** Once there is one, or as many as there were after a while. */
  private static int rows(Statement statement, String table) throws Exception {
    int rows = 0;
    for (int wait = 0; wait < 150 && rows != 1; wait++) {
      Thread.sleep(wait == 0 ? 0 : 200);
      try (ResultSet count = statement.executeQuery("select count(*) from " + table)) {
        count.next();
        rows = count.getInt(1);
      }
    }
    return rows;
  }
}
