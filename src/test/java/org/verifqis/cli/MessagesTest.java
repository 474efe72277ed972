package org.verifqis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.verifqis.audit.Transfert.TransfertImpossible;
import org.verifqis.rapport.Langue;
import org.verifqis.regles.simulation.DossierRegles.DossierInvalide;
import org.verifqis.service.depot.GesteRefuse.Motif;
import org.verifqis.web.CannotStart;

class MessagesTest {
  @Test
  void saysTheSameInBothLanguages() {
    assertThat(Messages.of(Langue.EN).bundle().keySet())
        .isEqualTo(Messages.of(Langue.FR).bundle().keySet());
  }

  /** The other rooms ask the words of their reports, which are theirs alone. */
  @Test
  void everyKeyThatTheCodeAsksForIsInTheBundleThatItAsks() throws IOException {
    Pattern asked =
        Pattern.compile("(?:messages|messages\\(\\))\\s*\\.text\\(\\s*\"([\\w.]+)\"\\s*[,)]");
    Set<String> keys = new TreeSet<>();
    try (Stream<Path> files = Files.list(Path.of("src/main/java/org/verifqis/cli"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String code = Files.readString(file);
        asked.matcher(code).results().map(m -> m.group(1)).forEach(keys::add);
      }
    }
    assertThat(keys).hasSizeGreaterThan(40);
    assertThat(Messages.of(Langue.FR).bundle().keySet()).containsAll(keys);
  }

  @Test
  void hasAMessageForEachReason() {
    for (Langue language : Langue.values()) {
      Messages messages = Messages.of(language);
      for (TransfertImpossible.Motif motif : TransfertImpossible.Motif.values()) {
        assertThat(messages.text("historique." + motif, "x")).doesNotContain("{");
      }
      for (Motif motif :
          List.of(Motif.COMPTE_EXISTANT, Motif.COURRIEL, Motif.ENTENTES, Motif.NOM)) {
        assertThat(messages.text("compte." + motif, "x")).doesNotContain("{");
      }
      for (CannotStart.Reason reason : CannotStart.Reason.values()) {
        if (reason != CannotStart.Reason.DATABASE) {
          assertThat(messages.text("servir." + reason, "x", "y")).doesNotContain("{");
        }
      }
      for (DossierInvalide.Motif motif : DossierInvalide.Motif.values()) {
        assertThat(messages.text("regles." + motif, "x", "y")).doesNotContain("{");
      }
    }
  }

  @Test
  void theHelpTellsEachCommandByItsOwnWords() {
    Messages messages = Messages.of(Langue.FR);
    Environment none = new Environment(null, null, null, null);
    for (String name : Verifqis.line(none, messages).getSubcommands().keySet()) {
      String command = Verifqis.line(none, messages).getSubcommands().get(name).getCommandName();
      assertThat(messages.bundle().containsKey("verifqis." + command + ".usage.header"))
          .as(command)
          .isTrue();
    }
  }

  @Test
  void aWordThatIsUnknownIsToldBeforeWhatIsMissing() {
    Environment none = new Environment(null, null, null, null);
    for (String name : Verifqis.line(none, Messages.of(Langue.FR)).getSubcommands().keySet()) {
      Run run = Run.of(name, "--zut");
      assertThat(run.status()).as(name).isEqualTo(2);
      assertThat(run.err()).as(name).contains("--zut");
    }
  }

  @Test
  void aMistypedWordIsAnsweredByWhatThereIs() {
    assertThat(Run.of("verifer", "x.xlsx").err()).contains("Vouliez-vous dire", "verifier");
    assertThat(Run.of("verifier", "x.xlsx", "--format", "xml").err())
        .contains("xml", "--format", "console, json, csv, html");
    assertThat(Run.of("regles", "--lang", "de").err()).contains("fr, en");
  }

  @Test
  void whatIsNotWrittenWholeIsKnown() throws Exception {
    Written full = new Written(new FileOutputStream("/dev/full"));
    PrintStream report = new PrintStream(full);
    report.print("x");
    report.flush();
    assertThat(full.isCut()).isTrue();
    Written left =
        new Written(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
              }
            });
    new PrintStream(left, true).println("x");
    assertThat(left.isCut()).isFalse();
  }

  @Test
  void numbersAreWrittenAsTheLanguageDoes() {
    assertThat(Messages.of(Langue.FR).text("auditer.avance", 269, 1_008, 30, 25))
        .startsWith("269 fichiers sur 1\u00A0008,");
    assertThat(Messages.of(Langue.EN).text("auditer.avance", 269, 1_008, 30, 25)).contains("1,008");
  }
}
