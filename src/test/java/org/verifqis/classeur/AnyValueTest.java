package org.verifqis.classeur;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Normalisation;

/**
 * Any text and any number at all, given to what reads values. These are the seeds from which
 * FuzzText and FuzzNumber look for more: docs/securite.md.
 */
class AnyValueTest {
  private static final Gabarit GABARIT = LecteurGabarit.charge();
  private static final ValueParser PARSER = new ValueParser(GABARIT);

  /** One field of each type, and of each list of codes. */
  private static final List<Champ> FIELDS =
      GABARIT.feuilles().stream()
          .flatMap(feuille -> feuille.champs().stream())
          .collect(
              Collectors.toMap(
                  champ -> champ.type() + " " + champ.liste(), champ -> champ, (a, b) -> a))
          .values()
          .stream()
          .toList();

  /** What {@link ValueParser} gives to patterns is no longer. */
  private static final int LONGEST = 400;

  static Stream<byte[]> texts() {
    return Stream.of(
            "",
            "1 234,56 $",
            "\u001d",
            "$ (1\u00a0234,56)",
            "(12,5) $",
            "\u2212 12.50",
            "1,234.5",
            "1.234,5",
            "1,234",
            "0,10",
            "12 $ 34",
            "2022-06-30T12:00:00Z",
            "30/06/2022",
            "31-02-2022",
            "1er ao\u00fbt 2022",
            "\u200b s. o. \ufeff",
            "n/d",
            "\u2013\u2013",
            "Oui",
            "1140000001",
            "114-000-0001",
            "a@b.qc.ca",
            "a; b\r\nc\u2028d",
            "R\u00e9gion 03",
            "C\u0153ur n\u00b0 3 \u0130\u03a3",
            "A1:$B$3",
            ":",
            "$:$",
            "XFD1048576",
            "_x000D__xD800__x005F_",
            "1".repeat(LONGEST),
            "a@b" + ".c".repeat(20_000))
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("texts")
  @ParameterizedTest
  void text(byte[] bytes) {
    // The escapes of Excel are also how a lone surrogate or a NUL gets in.
    String text = RichText.decode(new String(bytes, StandardCharsets.UTF_8));
    checkBlanks(text);
    checkNormalised(text);
    checkReference(text);
    for (RawCell.Kind kind : RawCell.Kind.values()) {
      if (kind != RawCell.Kind.NUMBER && kind != RawCell.Kind.BOOLEAN) {
        checkCell(new RawCell(1, kind, text, 0, RawCell.Shape.PLAIN, false));
      }
    }
    if (text.length() <= LONGEST) {
      checkNumber(text, NumberText.amount(text));
      checkNumber(text, NumberText.whole(text));
      assertThat(DateText.parse(text)).isEqualTo(DateText.parse(Texts.trim(text)));
    }
  }

  static Stream<byte[]> numbers() {
    return Stream.of(0, 1, -1, 0.1, 44_742.5, 2_958_465, 1e308, Double.MIN_VALUE, 1e18, 9.3e18)
        .map(number -> ByteBuffer.allocate(8).putDouble(number.doubleValue()).array());
  }

  @MethodSource("numbers")
  @ParameterizedTest
  void number(byte[] bytes) {
    double number = bytes.length < 8 ? bytes.length : ByteBuffer.wrap(bytes).getDouble();
    // No cell holds another: SheetRows tells.
    if (Double.isFinite(number)) {
      RawCell plain = RawCell.number(1, number, RawCell.Shape.PLAIN, false);
      assertThat(plain.decimal().doubleValue()).isEqualTo(number);
      checkCell(plain);
      checkCell(RawCell.number(1, number, RawCell.Shape.DATE, false));
      checkCell(RawCell.number(1, number, RawCell.Shape.DATE, true));
      checkCell(RawCell.bool(1, number > 0));
    }
  }

  private static void checkBlanks(String text) {
    String trimmed = Texts.trim(text);
    assertThat(text).contains(trimmed);
    assertThat(Texts.trim(trimmed)).isEqualTo(trimmed);
    assertThat(Texts.isEmpty(trimmed)).isEqualTo(Texts.isEmpty(text));
    assertThat(trimmed.isEmpty()).isEqualTo(text.replaceAll(Texts.BLANK, "").isEmpty());
  }

  private static void checkNormalised(String text) {
    String once = Normalisation.normalise(text);
    assertThat(Normalisation.normalise(once)).isEqualTo(once);
    assertThat(once).isEqualTo(Texts.trim(once));
  }

  private static void checkReference(String text) {
    assertThat(Refs.column(text)).isBetween(0, Refs.COLUMNS);
    assertThat(Refs.row(text)).isBetween(0, Refs.ROWS);
    Refs.Range range = Refs.range(text);
    if (range != null) {
      assertThat(range.firstRow()).isBetween(1, Refs.ROWS);
      assertThat(range.lastColumn()).isBetween(1, Refs.COLUMNS);
    }
  }

  private static void checkCell(RawCell cell) {
    for (Champ field : FIELDS) {
      ValueParser.Reading reading = PARSER.read(field, cell);
      assertThat(reading.content() == null || reading.problem() == null).isTrue();
      assertThat(PARSER.read(field, cell)).isEqualTo(reading);
    }
    assertThat(PARSER.read(FIELDS.get(0), null).isEmpty()).isTrue();
  }

  /** Its digits are those of the text, its sign too; written out, it is read back as itself. */
  private static void checkNumber(String text, BigDecimal number) {
    if (number == null) {
      return;
    }
    BigInteger digits = new BigInteger("0" + Normalisation.nette(text).replaceAll("[^0-9]", ""));
    BigInteger kept = number.movePointRight(number.scale()).toBigIntegerExact().abs();
    assertThat(kept).isEqualTo(digits.multiply(BigInteger.TEN));
    if (number.signum() != 0) {
      assertThat(number.signum() < 0).isEqualTo(Texts.plain(text).matches("(?s).*[-\u2212(].*"));
    }
    // Four decimals or more: with three the text would be ambiguous.
    BigDecimal padded = number.setScale(Math.max(4, number.scale()));
    assertThat(NumberText.amount(padded.toPlainString())).isEqualByComparingTo(number);
    assertThat(NumberText.amount(padded.toPlainString().replace('.', ',')))
        .isEqualByComparingTo(number);
  }
}
