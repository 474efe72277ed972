package org.verifqis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Gabarit;
import org.verifqis.regles.Moteur;
import org.verifqis.regles.Parametres;
import org.verifqis.regles.Registre;
import org.verifqis.regles.simulation.DossierRegles;

/**
 * A rule that crashes across redditions is told, and never remembered as if nothing were missing.
 */
class RegleInterEnPanneTest {
  private static final OffsetDateTime QUAND = OffsetDateTime.parse("2022-09-01T02:00:00-04:00");
  private static final Gabarit GABARIT = LecteurGabarit.charge();

  @TempDir private Path temp;

  /** A folder of rules that holds INT-01 only, which crashes. */
  private DossierRegles enPanne() throws IOException {
    Path regles = Files.createDirectory(temp.resolve("rules"));
    YAMLMapper yaml = new YAMLMapper();
    ObjectNode registre = (ObjectNode) yaml.readTree(Path.of("rules/registre.yaml").toFile());
    ((ObjectNode) registre.get("regles")).retain("LEC-01", "DEP-00", "INT-01");
    yaml.writeValue(regles.resolve("registre.yaml").toFile(), registre);
    for (String nom : List.of("lecture.drl", "depot.drl", "inter.drl")) {
      String drl = Files.readString(Path.of("rules", nom));
      Files.writeString(
          regles.resolve(nom),
          drl.replace("$attente.manque($jour)", "$attente.manque((LocalDate) null)"));
    }
    return new DossierRegles(regles);
  }

  @Test
  void itIsTold() throws IOException {
    Path dossier = temp.resolve("redditions");
    Path fichier = PetiteReddition.de("ALL-14", 2020).ecris(dossier.resolve("a.xlsx"));
    DossierRegles regles = enPanne();
    Registre registre = regles.registre();
    Parametres parametres = Parametres.charge();
    Moteur moteur = regles.moteur(registre, parametres);
    Demande demande =
        new Demande(
            dossier,
            List.of(fichier),
            LocalDate.of(2022, 9, 1),
            List.of(),
            null,
            1,
            Duration.ofSeconds(60));
    Empreintes empreintes = Empreintes.de("1.0.0", parametres, "");
    try (Historique historique = Historique.ouvre("jdbc:h2:mem:panne", GABARIT, registre)) {
      for (int soir = 0; soir < 2; soir++) {
        Memoire memoire = new Memoire(historique, demande, empreintes, QUAND, false, false);
        Resultat resultat = AuditDEssai.fais(demande, moteur, memoire);
        memoire.termine(resultat, QUAND);
        assertThat(resultat.dossiers()).hasSize(1);
        assertThat(resultat.echecs()).hasSize(1);
        assertThat(resultat.echecs().get(0).refus().details().toString()).contains("INT-01");
      }
    }
  }
}
