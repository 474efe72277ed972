package org.verifqis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.verifqis.classeur.LecteurReddition;
import org.verifqis.classeur.Limites;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Avis;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.statistiques.Apport;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Registre;
import org.verifqis.regles.Verdict;
import org.verifqis.service.Compilation;
import org.verifqis.service.Socle;

/** What is kept of a judgement comes back as it was. */
class CodecTest {
  private static final Reddition.Fichier FICHIER = new Reddition.Fichier("a.xlsx", "0", 1);
  private static final Feuille FEUILLE =
      new Feuille("Versements", "Versements", 2, Feuille.Etat.LUE);

  private final Codec codec = new Codec(LecteurGabarit.charge(), Registre.charge());

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

  /** The forms of the six sheets, their rows, and figures that can't be told. */
  @Test
  void whatTheStatisticsTakeComesBack() throws IOException {
    Socle socle = Socle.charge(null);
    LecteurReddition lecteur = new LecteurReddition(socle.gabarit(), Limites.parDefaut());
    try (Stream<Path> exemples = Files.list(Path.of("fixtures/exemples"))) {
      for (Path exemple : exemples.sorted().toList()) {
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
  }

  @Test
  void whatWasKeptBeforeThatWasSaidSaysNothing() throws IOException {
    byte[] kept = codec.ecris(new Codec.Garde(jugement(), null));
    byte[] text = new InflaterInputStream(new ByteArrayInputStream(kept)).readAllBytes();
    String json = new String(text, StandardCharsets.UTF_8);
    String older = json.replaceFirst(",\"avis\":\\[.*](?=}+$)", "");
    assertThat(older).hasSizeLessThan(json.length());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream stream = new DeflaterOutputStream(bytes)) {
      stream.write(older.getBytes(StandardCharsets.UTF_8));
    }
    Jugement back = codec.lis(bytes.toByteArray(), FICHIER).jugement();
    assertThat(back.avis()).isEmpty();
    assertThat(back.projets()).isEqualTo(3);
  }
}
