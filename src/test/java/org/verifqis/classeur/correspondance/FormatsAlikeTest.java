package org.verifqis.classeur.correspondance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.verifqis.classeur.Limites;
import org.verifqis.classeur.Source;
import org.verifqis.classeur.Transcription;
import org.verifqis.classeur.correspondance.proposition.MemoireProfils;
import org.verifqis.classeur.correspondance.proposition.Proposeur;
import org.verifqis.ecriture.RedacteurConversion;
import org.verifqis.modele.Contenu;
import org.verifqis.modele.Essai;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Valeur;
import org.verifqis.modele.proposition.Proposition;
import org.verifqis.rapport.Langue;
import org.verifqis.rapport.Mots;
import org.verifqis.rapport.RedacteurProposition;
import org.verifqis.rapport.Textes;
import org.verifqis.regles.Jugement;
import org.verifqis.service.Socle;

/**
 * A workbook in somebody's own layout gives the same whatever its format: what is read and in which
 * cells, the judgement, what a trial tells, the template filled in, the profile that is proposed.
 */
class FormatsAlikeTest {
  private static final Path FOLDER = Path.of("fixtures", "correspondance");
  private static final Socle SOCLE = Socle.charge(null);

  @TempDir private Path folder;

  static Stream<Arguments> workbooks() {
    return Stream.of(
            // Tables and forms with joins; a sheet for each territory; a form for each project;
            // merged cells; records across; crosses; several tables one below the other.
            "x01-grand-livre",
            "x02-un-onglet-par-mrc",
            "x03-une-fiche-par-projet",
            "x07-cellules-fusionnees-et-couleurs",
            "x08-tout-a-la-verticale",
            "w13-croix-a-compter",
            "v04-tableaux-empiles")
        .flatMap(name -> Stream.of(arguments(name, "xls"), arguments(name, "ods")));
  }

  @ParameterizedTest(name = "{0}.{1}")
  @MethodSource("workbooks")
  void allThatIsMadeOfAWorkbookIsTheSameInAnotherFormat(String name, String format)
      throws IOException {
    Path own = FOLDER.resolve(name + ".xlsx");
    Path other = transcribed(own, format);
    JsonNode told = new ObjectMapper().readTree(FOLDER.resolve(name + ".json").toFile());
    Correspondance profile =
        new LecteurProfil(SOCLE.gabarit())
            .lis("profil.json", "profil.json", told.get("profil").toString());
    // What a file is counts, not what it is called; but a name may tell a year or an agreement.
    Source ownSource = Source.de(name + ".xlsx", Files.readAllBytes(own));
    Source otherSource = Source.de(name + ".xlsx", Files.readAllBytes(other));
    LecteurCorrespondance reader =
        new LecteurCorrespondance(SOCLE.gabarit(), Limites.parDefaut(), List.of(profile));

    Reddition expected = reader.lis(ownSource);
    Reddition read = reader.lis(otherSource);
    assertThat(values(read)).isNotEmpty().isEqualTo(values(expected));
    assertThat(read.feuillesTrouvees()).isEqualTo(expected.feuillesTrouvees());
    assertThat(read.releves()).isEqualTo(expected.releves());
    assertThat(read.fichier().origine()).isEqualTo(expected.fichier().origine());

    Jugement judged = SOCLE.moteur().juge(read);
    Jugement wanted = SOCLE.moteur().juge(expected);
    assertThat(judged.resultats()).isEqualTo(wanted.resultats());
    assertThat(judged.constats()).isNotEmpty().isEqualTo(wanted.constats());
    assertThat(judged.avis()).isEqualTo(wanted.avis());

    assertThat(tried(reader.essaie(otherSource, profile)))
        .isEqualTo(tried(reader.essaie(ownSource, profile)));
    assertThat(converted(read)).isEqualTo(converted(expected));
    assertThat(proposed(otherSource)).isEqualTo(proposed(ownSource));
  }

  private Path transcribed(Path own, String format) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(own))) {
      Path to = folder.resolve("autre." + format);
      return format.equals("xls")
          ? Transcription.xls(workbook, to)
          : Transcription.ods(workbook, to);
    }
  }

  private static List<String> values(Reddition read) {
    List<String> values = new ArrayList<>();
    read.fiches()
        .forEach(
            (sheet, records) -> {
              for (Record record : records) {
                for (Valeur<?> value : Contenu.valeurs(record).values()) {
                  values.add(
                      sheet + " " + value.emplacements() + value.contenu() + value.montree());
                }
              }
            });
    return values;
  }

  private static List<Object> tried(Essai trial) {
    return List.of(
        trial.blocs(),
        trial.nouveaux(),
        trial.sautees(),
        trial.totaux(),
        trial.absents(),
        trial.doubles(),
        trial.orphelines());
  }

  /** Each cell of it, Provenance too: the same bytes. */
  private static byte[] converted(Reddition read) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new RedacteurConversion(SOCLE.gabarit(), Mots.de(Langue.FR), false)
        .ecris(read, Instant.EPOCH, bytes);
    return bytes.toByteArray();
  }

  private static String proposed(Source source) throws IOException {
    Proposition proposal =
        new Proposeur(SOCLE.gabarit(), Limites.parDefaut(), MemoireProfils.vide())
            .propose(source, null);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new RedacteurProposition(Textes.charge(Langue.FR, SOCLE.gabarit()), SOCLE.gabarit())
        .yaml(proposal, bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
