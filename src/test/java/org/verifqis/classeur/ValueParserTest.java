package org.verifqis.classeur;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verifqis.classeur.RawCell.Kind;
import org.verifqis.classeur.ValueParser.Reading;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Statut;
import org.verifqis.modele.TypeValeur;

/** Cells of a kind that does not fit their column (lecture.md, "Values"). */
class ValueParserTest {
  private static final Gabarit GABARIT = LecteurGabarit.charge();
  private static final ValueParser PARSER = new ValueParser(GABARIT);

  /** Shown as a day, where 1 alone would be a code, an answer, a number. */
  private static final RawCell DATED_ONE = RawCell.number(1, 1, RawCell.Shape.DATE, false);

  private static Champ column(String sheet, String key) {
    return GABARIT.feuilles().stream()
        .filter(wanted -> wanted.nom().equals(sheet))
        .flatMap(wanted -> wanted.champs().stream())
        .filter(champ -> champ.cle().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static Reading read(String sheet, String key, RawCell cell) {
    return PARSER.read(column(sheet, key), cell);
  }

  private static Reading read(String sheet, String key, String text) {
    return read(sheet, key, RawCell.text(1, text));
  }

  private static RawCell isoDate(String date) {
    return new RawCell(1, Kind.ISO_DATE, date, 0, RawCell.Shape.PLAIN, false);
  }

  private static RawCell number(double number) {
    return RawCell.number(1, number, RawCell.Shape.PLAIN, false);
  }

  @Test
  void aDateIsNoCodeNoAnswerAndNoNumber() {
    for (RawCell date : List.of(DATED_ONE, isoDate("2019-04-15"))) {
      assertThat(read("Identification", "region", date).problem()).isEqualTo(Reading.UNKNOWN_CODE);
      assertThat(read("Identification", "bilanJoint", date).problem()).isEmpty();
      assertThat(read("Projets", "neq", date).problem()).isEmpty();
      assertThat(read("Projets", "aideAccordee", date).problem()).isEqualTo("dateDansMontant");
      assertThat(read("Gouvernance", "rencontres", date).problem()).isEqualTo("dateDansMontant");
    }
  }

  @Test
  void anAnswerIsNoCodeAndNoNumber() {
    RawCell yes = RawCell.bool(1, true);
    assertThat(read("Identification", "region", yes).problem()).isEqualTo(Reading.UNKNOWN_CODE);
    assertThat(read("Projets", "neq", yes).problem()).isEmpty();
    assertThat(read("Projets", "aideAccordee", yes).problem()).isEmpty();
    assertThat(read("Projets", "dateFin", yes).problem()).isEmpty();
    assertThat(read("Identification", "bilanJoint", yes).content()).isEqualTo(true);
  }

  @Test
  void numbersAreCodesAnswersAndNeqsAsTyped() {
    assertThat(read("Identification", "region", number(1)).content())
        .isEqualTo(GABARIT.regions().get("01"));
    assertThat(read("Identification", "bilanJoint", number(1)).content()).isEqualTo(true);
    assertThat(read("Identification", "bilanJoint", number(0)).content()).isEqualTo(false);
    assertThat(read("Identification", "bilanJoint", number(2)).problem()).isEmpty();
    assertThat(read("Projets", "neq", number(1143920115)).content()).isEqualTo("1143920115");
    assertThat(read("Projets", "neq", number(114392011)).problem()).isEmpty();
    assertThat(read("Projets", "neq", "11 4392-0115").content()).isEqualTo("1143920115");
  }

  @Test
  void aWholeNumberMayHaveAFractionOfZerosAndAnyNumberOfThem() {
    assertThat(read("Gouvernance", "rencontres", number(12)).content()).isEqualTo(12L);
    assertThat(read("Gouvernance", "rencontres", number(120)).content()).isEqualTo(120L);
    assertThat(read("Gouvernance", "rencontres", "12,0").content()).isEqualTo(12L);
    assertThat(read("Gouvernance", "rencontres", number(12.5)).problem()).isEqualTo("fraction");
    assertThat(read("Gouvernance", "rencontres", "1 $").problem()).isEmpty();
    assertThat(read("Gouvernance", "rencontres", "9".repeat(18)).content())
        .isEqualTo(999_999_999_999_999_999L);
    assertThat(read("Gouvernance", "rencontres", "9".repeat(19)).problem()).isEmpty();
  }

  @Test
  void aListIsCutAtSemicolonsAndLineEnds() {
    assertThat(read("Projets", "territoires", "Gaspé; n/a ;\nPercé").content())
        .isEqualTo(List.of("Gaspé", "Percé"));
    assertThat(read("Projets", "territoires", " ; ").isEmpty()).isTrue();
    assertThat(read("Projets", "territoires", "Gaspé, Percé").content())
        .isEqualTo(List.of("Gaspé, Percé"));
  }

  @Test
  void anAddressIsOne() {
    assertThat(read("Identification", "responsableCourriel", " a@b.ca ").content())
        .isEqualTo("a@b.ca");
    assertThat(read("Identification", "responsableCourriel", "a@b").problem()).isEmpty();
  }

  @Test
  void whatIsTooLongToBeOneIsNotTried() {
    String longest = "a".repeat(400 - "@b.ca".length()) + "@b.ca";
    assertThat(read("Identification", "responsableCourriel", longest).content()).isEqualTo(longest);
    assertThat(read("Identification", "responsableCourriel", "a" + longest).problem()).isEmpty();
    assertThat(read("Projets", "statut", "EN_COURS" + " ".repeat(392)).content())
        .isEqualTo(Statut.EN_COURS);
    assertThat(read("Projets", "statut", "EN_COURS" + " ".repeat(393)).problem())
        .isEqualTo(Reading.UNKNOWN_CODE);
    assertThat(read("Projets", "titre", "a" + longest).content()).isEqualTo("a" + longest);
    assertThat(read("Projets", "territoires", "a" + longest).content())
        .isEqualTo(List.of("a" + longest));
  }

  @ParameterizedTest
  @EnumSource(TypeValeur.class)
  void errorsAndFormulasWithoutResultAreOfNoType(TypeValeur type) {
    Champ champ =
        GABARIT.feuilles().stream()
            .flatMap(wanted -> wanted.champs().stream())
            .filter(each -> each.type() == type)
            .findFirst()
            .orElseThrow();
    assertThat(PARSER.read(champ, RawCell.error(1, "#REF!")).problem()).isEqualTo("erreur");
    assertThat(
            PARSER
                .read(champ, new RawCell(1, Kind.UNRESOLVED, "A1", 0, RawCell.Shape.PLAIN, false))
                .problem())
        .isEqualTo("formule");
    assertThat(PARSER.read(champ, RawCell.text(1, "s. o.")).isEmpty()).isTrue();
    assertThat(PARSER.read(champ, null).isEmpty()).isTrue();
  }
}
