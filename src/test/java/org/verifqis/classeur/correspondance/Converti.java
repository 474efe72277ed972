package org.verifqis.classeur.correspondance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.verifqis.classeur.LecteurReddition;
import org.verifqis.classeur.Limites;
import org.verifqis.classeur.Source;
import org.verifqis.ecriture.RedacteurConversion;
import org.verifqis.modele.Reddition;
import org.verifqis.rapport.Langue;
import org.verifqis.rapport.Mots;
import org.verifqis.regles.Jugement;
import org.verifqis.service.Socle;

/** The template filled in from what was read of somebody's own workbook. */
final class Converti {
  private static final Socle SOCLE = Socle.charge(null);

  /** What the template tells of what only a correspondance can tell. */
  private static final Map<String, String> PLAINER =
      Map.ofEntries(
          Map.entry("LEC-03 formule", "LEC-03 "),
          Map.entry("LEC-03 extrait", "LEC-03 erreur"),
          Map.entry("LEC-03 cleSansRangee", "LEC-03 erreur"),
          Map.entry("LEC-03 cleRepetee", "LEC-03 erreur"),
          Map.entry("LEC-03 source", "LEC-03 erreur"),
          Map.entry("LEC-03 condition", "LEC-03 erreur"),
          Map.entry("LEC-03 conditionVide", "LEC-03 erreur"),
          Map.entry("LEC-03 cases", "LEC-03 erreur"),
          Map.entry("LEC-05 source", "LEC-05 "),
          Map.entry("LEC-05 sourceSemblable", "LEC-05 "),
          Map.entry("LEC-05 bloc", "LEC-05 entete"),
          Map.entry("LEC-05 sansEntete", "LEC-05 entete"),
          Map.entry("LEC-05 nonTenu", "LEC-05 "),
          Map.entry("LEC-05 nonSitue", "LEC-05 "),
          Map.entry("LEC-05 nonTrouve", "LEC-05 "),
          Map.entry("LEC-04 correspondance", "LEC-04 "),
          Map.entry("LEC-01 correspondance", "LEC-01 "),
          Map.entry("LEC-01 absente", "LEC-01 "),
          Map.entry("LEC-06 correspondance", "LEC-06 "),
          Map.entry("LEC-06 toutes", "LEC-06 "),
          Map.entry("LEC-06 correspondanceSuggestion", "LEC-06 suggestion"));

  private Converti() {}

  /** The template as it is read again. */
  static Reddition de(Reddition read) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      new RedacteurConversion(SOCLE.gabarit(), Mots.de(Langue.FR), false)
          .ecris(read, Instant.EPOCH, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new LecteurReddition(SOCLE.gabarit(), Limites.parDefaut())
        .lis(Source.de("reddition.xlsx", bytes.toByteArray()));
  }

  /**
   * Fails unless every rule says the same of it: status, counts and variants. What was hidden is in
   * sight there.
   */
  static Reddition estJugePareil(Reddition read) {
    Reddition converted = de(read);
    Jugement own = SOCLE.moteur().juge(read);
    Jugement other = SOCLE.moteur().juge(converted);
    assertThat(told(other)).containsExactlyElementsOf(told(own));
    assertThat(other.verdict()).isEqualTo(own.verdict());
    return converted;
  }

  private static String plainer(String finding) {
    return finding.equals("LEC-05 blocSemblable")
        ? "LEC-05 entete"
        : PLAINER.getOrDefault(finding, finding);
  }

  private static List<String> told(Jugement judgement) {
    Stream<String> results =
        judgement.resultats().stream()
            .filter(r -> !r.regle().id().equals("LEC-08"))
            .map(
                r ->
                    "%s %s %d/%d/%d %s"
                        .formatted(
                            r.regle().id(),
                            r.statut(),
                            r.examines(),
                            r.enfreints(),
                            r.inconnus(),
                            r.cause()));
    Stream<String> findings =
        judgement.constats().stream()
            .filter(c -> !c.regle().id().equals("LEC-08"))
            .map(c -> plainer(c.regle().id() + " " + c.variante()))
            .sorted();
    return Stream.concat(results, findings).toList();
  }
}
