package org.verifqis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.verifqis.classeur.LecteurReddition;
import org.verifqis.classeur.Limites;
import org.verifqis.modele.Avis;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Resume;
import org.verifqis.modele.statistiques.Apport;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Verdict;
import org.verifqis.service.Compilation;
import org.verifqis.service.Socle;

/** What is kept of a judgement comes back as it was. */
class CodecTest {
  private static final Reddition.Fichier FICHIER = new Reddition.Fichier("a.xlsx", "0", 1);
  private static final Feuille FEUILLE =
      new Feuille("Versements", "Versements", 2, Feuille.Etat.LUE);

  private final Socle socle = Socle.charge(null);
  private final LecteurReddition lecteur =
      new LecteurReddition(socle.gabarit(), Limites.parDefaut());
  private final Codec codec = new Codec(socle.gabarit(), socle.registre());

  private static Jugement jugement() {
    Map<String, Object> faits =
        Map.of("lue", LocalDate.of(2020, 11, 9), "cellule", "C2", "nombre", 2L);
    Avis avis =
        new Avis(Avis.Nature.DATES_MELEES, Emplacement.cellule(FEUILLE, 2, 3, "09/11/2020"), faits);
    return new Jugement(
        FICHIER,
        3,
        "2017-2024",
        null,
        null,
        Verdict.CONFORME,
        null,
        List.of(),
        List.of(),
        List.of(avis));
  }

  @Test
  void whatIsSaidComesBack() {
    byte[] kept = codec.ecris(new Codec.Garde(jugement(), null));
    assertThat(codec.lis(kept, FICHIER).jugement()).isEqualTo(jugement());
  }

  /** Every result and finding, and what is compared with other redditions. */
  @Test
  void whatWasJudgedComesBack() throws IOException {
    for (Path exemple : exemples()) {
      Reddition reddition = lecteur.lis(exemple);
      Jugement jugement = socle.moteur().juge(reddition);
      Resume resume = Compilation.Lue.de(reddition, jugement).resume();
      Codec.Garde rendu =
          codec.lis(codec.ecris(new Codec.Garde(jugement, resume)), reddition.fichier());
      assertThat(codec.trace(rendu.jugement())).as("%s", exemple).isEqualTo(codec.trace(jugement));
      assertThat(rendu.resume())
          .as("%s", exemple)
          .usingRecursiveComparison()
          // What a cell shows is not kept where its content tells it.
          .ignoringFieldsMatchingRegexes(".*\\.brut")
          .isEqualTo(resume);
    }
  }

  /** The forms of the six sheets, their rows, and figures that can't be told. */
  @Test
  void whatTheStatisticsTakeComesBack() throws IOException {
    for (Path exemple : exemples()) {
      Reddition reddition = lecteur.lis(exemple);
      Jugement jugement = socle.moteur().juge(reddition);
      Apport apport = Compilation.Lue.de(reddition, jugement).apport();
      assertThat(apport == null).as("%s", exemple).isNotEqualTo(jugement.recevable());
      assertThat(codec.apport(codec.ecris(apport), reddition.fichier()))
          .as("%s", exemple)
          .usingRecursiveComparison()
          // What a cell shows is not kept where its content tells it.
          .ignoringFieldsMatchingRegexes(".*\\.brut")
          .isEqualTo(apport);
    }
  }

  private static List<Path> exemples() throws IOException {
    try (Stream<Path> exemples = Files.list(Path.of("fixtures/exemples"))) {
      return exemples.sorted().toList();
    }
  }
}
