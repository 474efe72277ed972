package org.verifqis.classeur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Refus.Motif;
import org.verifqis.modele.Versement;

/** What an .xls and an .ods tell of rows and cells, and what is refused of them. */
class OtherFormatsTest {
  private static final LecteurReddition READER =
      new LecteurReddition(LecteurGabarit.charge(), new Limites(Limites.OCTETS_PAR_MO, 2_000));

  private static final String HEADER =
      "<table:table-row>%s%s%s%s</table:table-row>"
          .formatted(
              text("N°"), text("Type de versement"), text("Date de réception"), text("Montant"));

  private static final String REPEATED = " table:number-rows-repeated=\"%d\"";

  @TempDir private Path folder;

  private Reddition read(Path file) {
    return READER.lis(file);
  }

  private Motif refusal(Path file) {
    return catchThrowableOfType(FichierRefuse.class, () -> READER.lis(file)).motif();
  }

  // .ods

  private static String text(String text) {
    return "<table:table-cell office:value-type=\"string\"><text:p>%s</text:p></table:table-cell>"
        .formatted(text);
  }

  private static String number(String number) {
    return "<table:table-cell office:value-type=\"float\" office:value=\"%s\"/>".formatted(number);
  }

  private static String row(String cells) {
    return "<table:table-row>" + cells + "</table:table-row>";
  }

  private Path ods(String rows) {
    String table = "<table:table table:name=\"Versements\">" + HEADER + rows + "</table:table>";
    return Transcription.ods(Transcription.document("", table), folder.resolve("essai.ods"));
  }

  private List<Versement> versements(String rows) {
    return read(ods(rows)).versements();
  }

  private static String amount(Versement versement) {
    return versement.montant().contenu() == null
        ? "?"
        : versement.montant().contenu().dollars().toPlainString();
  }

  @Test
  void blanksBreaksAndTabsOfAnOdsAreThoseThatWereTyped() {
    String shown =
        "<table:table-cell office:value-type=\"string\">"
            + "<office:annotation><text:p>une note</text:p></office:annotation>"
            + "<text:p>\n  V<text:s text:c=\"2\"/>1 \n <text:span>b</text:span></text:p>"
            + "<draw:frame><draw:text-box><text:p>un cadre</text:p></draw:text-box></draw:frame>"
            + "<text:p>c<text:line-break/>d</text:p></table:table-cell>";
    List<Versement> versements = versements(row(shown + text("AVRIL") + number("1")));
    assertThat(versements).hasSize(1);
    assertThat(versements.get(0).numero().contenu()).isEqualTo("V  1 b\nc\nd");
  }

  @Test
  void cellsOfAnOdsThatAreToldOnceCountAsOftenAsTheyAreTold() {
    String twice =
        "<table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"string\">"
            + "<text:p>AVRIL</text:p></table:table-cell>";
    List<Versement> versements =
        versements(
            "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell/></table:table-row>"
                + "<table:table-row table:number-rows-repeated=\"2\">"
                + twice
                + "<table:table-cell/>"
                + number("2.5")
                + "</table:table-row>");
    assertThat(versements)
        .extracting(v -> v.montant().emplacement().reference())
        .containsExactly("D5", "D6");
    assertThat(versements).extracting(OtherFormatsTest::amount).containsExactly("2.50", "2.50");
    assertThat(versements).extracting(v -> v.numero().contenu()).containsOnly("AVRIL");
  }

  @Test
  void whatAMergeOfAnOdsCoversDoesNotCount() {
    String merged =
        "<table:table-cell table:number-columns-spanned=\"2\" table:number-rows-spanned=\"2\""
            + " office:value-type=\"string\"><text:p>V-1</text:p></table:table-cell>";
    String covered =
        "<table:covered-table-cell office:value-type=\"string\"><text:p>x</text:p>"
            + "</table:covered-table-cell>";
    List<Versement> versements =
        versements(
            row(merged + covered + "<table:table-cell/>" + number("1"))
                + row(covered + text("SEPTEMBRE") + "<table:table-cell/>" + number("2")));
    assertThat(versements).extracting(v -> v.numero().contenu()).containsExactly("V-1", null);
    assertThat(versements).extracting(v -> v.type().contenu()).containsExactly(null, null);
    assertThat(versements).extracting(OtherFormatsTest::amount).containsExactly("1.00", "2.00");
  }

  @ParameterizedTest
  @CsvSource({
    "office:value-type=\"currency\" office:value=\"12.345\", 12.35",
    "office:value-type=\"float\" office:value=\"17.000000000000004\", 17.00",
    "office:value-type=\"percentage\" office:value=\"0.5\", ?",
    "office:value-type=\"date\" office:date-value=\"2022-06-30\", ?",
    "office:value-type=\"float\" office:value=\"NaN\", ?",
    "office:value-type=\"float\" office:value=\"x\", ?",
    "office:value-type=\"string\" office:string-value=\"1 200 $\", 1200.00",
    "office:value-type=\"string\" calcext:value-type=\"error\", ?",
    "table:formula=\"of:=[.A1]+1\", ?",
    "table:formula=\"of:=[.A1]+1\" office:value-type=\"float\" office:value=\"8\", 8.00"
  })
  void amountsOfAnOds(String attributes, String amount) {
    String cell = "<table:table-cell " + attributes + "/>";
    List<Versement> versements =
        versements(row(text("V-1") + text("AVRIL") + "<table:table-cell/>" + cell));
    assertThat(versements).extracting(OtherFormatsTest::amount).containsExactly(amount);
    if (amount.equals("?")) {
      assertThat(versements.get(0).montant().estConnue()).isFalse();
      assertThat(versements.get(0).montant().estIllisible()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "office:value-type=\"date\" office:date-value=\"2022-06-30\", 2022-06-30",
    "office:value-type=\"date\" office:date-value=\"2022-06-30T13:59:59.5\", 2022-06-30",
    "office:value-type=\"date\" office:date-value=\"1850-01-02\", 1850-01-02",
    "office:value-type=\"date\" office:date-value=\"bientôt\", ",
    "office:value-type=\"time\" office:time-value=\"PT12H30M00S\", ",
    "office:value-type=\"time\" office:time-value=\"midi\", ",
    "office:value-type=\"float\" office:value=\"44742\", "
  })
  void datesOfAnOds(String attributes, String date) {
    String cell = "<table:table-cell " + attributes + "/>";
    List<Versement> versements = versements(row(text("V-1") + text("AVRIL") + cell + number("1")));
    assertThat(versements).hasSize(1);
    assertThat(versements.get(0).date().contenu())
        .isEqualTo(date == null ? null : LocalDate.parse(date));
  }

  @Test
  void onlyTheTablesOfTheWorkbookAreSheetsOfAnOds() {
    String aside =
        "<table:tracked-changes><table:table table:name=\"Projets\"/></table:tracked-changes>"
            + "<table:table table:name=\"'file:///a.ods'#$Projets\"/>"
            + "<table:table table:name=\"Versements\" table:style-name=\"th\">"
            + HEADER
            + row(
                "<table:table-cell office:value-type=\"string\"><text:p>V-1</text:p>"
                    + "<table:table table:name=\"Dedans\"><table:table-row><table:table-cell"
                    + " office:value-type=\"string\"><text:p>x</text:p></table:table-cell>"
                    + "</table:table-row></table:table></table:table-cell>"
                    + text("AVRIL")
                    + "<table:table-cell/>"
                    + number("5"))
            + "</table:table><table:table table:name=\"Notes\"/>";
    Path file = Transcription.ods(Transcription.document("", aside), folder.resolve("a.ods"));
    Reddition reddition = read(file);
    assertThat(reddition.feuillesTrouvees()).containsExactly("Versements", "Notes");
    assertThat(reddition.versements()).hasSize(1);
    assertThat(reddition.releves().toString()).contains("CONTENU_MASQUE", "feuille");
  }

  @Test
  void encryptedFlatAndForeignOpenDocumentsAreToldForWhatTheyAre() throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("mimetype", Transcription.bytes("application/vnd.oasis.opendocument.spreadsheet"));
    parts.put(
        "META-INF/manifest.xml",
        Transcription.bytes(
            "<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">"
                + "<m:file-entry m:full-path=\"content.xml\"><m:encryption-data/></m:file-entry>"
                + "</m:manifest>"));
    parts.put("content.xml", new byte[] {1, 2, 3});
    assertThat(refusal(Transcription.zip(parts, folder.resolve("clos.ods"))))
        .isEqualTo(Motif.PROTEGE);
    parts.put("mimetype", Transcription.bytes("application/vnd.oasis.opendocument.text"));
    assertThat(refusal(Transcription.zip(parts, folder.resolve("texte.ods"))))
        .isEqualTo(Motif.PAS_UN_CLASSEUR);
    String flat =
        "<?xml version=\"1.0\"?>\n<office:document"
            + " office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\"/>";
    for (String name : List.of("plat.fods", "plat.ods")) {
      assertThat(refusal(Files.writeString(folder.resolve(name), flat)))
          .isEqualTo(Motif.FORMAT_FODS);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"page.xls", "page.xlsx", "page.ods", "page.html"})
  void aWebPageIsToldForWhatItIs(String name) throws IOException {
    for (String page :
        List.of(
            "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><body/></html>",
            "\uFEFF \n<!DOCTYPE HTML><html/>",
            "<?xml version=\"1.0\"?><!-- a --><html xmlns=\"http://www.w3.org/1999/xhtml\"/>",
            "<table border=1><tr><td>Projets",
            "MIME-Version: 1.0\nContent-Type: multipart/related\n")) {
      assertThat(refusal(Files.writeString(folder.resolve(name), page)))
          .as(page)
          .isEqualTo(Motif.FORMAT_HTML);
    }
  }

  @Test
  void listsAndXmlWorkbooksAreToldForWhatTheyAre() throws IOException {
    for (String list : List.of("a,\"b,c\"\n1,2\n", "a\tb\n1\t2", "\n\na;b;c\r\n;;\r\n")) {
      assertThat(refusal(Files.writeString(folder.resolve("liste.xls"), list)))
          .isEqualTo(Motif.FORMAT_CSV);
    }
    assertThat(
            refusal(
                Files.write(
                    folder.resolve("unicode.xls"),
                    "\uFEFFa\tb\n1\t2".getBytes(StandardCharsets.UTF_16LE))))
        .isEqualTo(Motif.FORMAT_CSV);
    String xml =
        "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>"
            + "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>";
    assertThat(refusal(Files.writeString(folder.resolve("x.xls"), xml)))
        .isEqualTo(Motif.FORMAT_XML);
    assertThat(refusal(Files.writeString(folder.resolve("prose.xls"), "Bonjour, vous.\nAdieu.")))
        .isEqualTo(Motif.PAS_UN_CLASSEUR);
  }

  @ParameterizedTest
  @ValueSource(ints = {3_000, 1_048_576, Integer.MAX_VALUE})
  void rowsThatAnOdsTellsOnceAreCounted(int times) {
    String rows =
        "<table:table-row" + REPEATED.formatted(times) + ">" + text("V") + "</table:table-row>";
    assertThat(refusal(ods(rows))).isEqualTo(Motif.TROP_DE_LIGNES);
  }

  @Test
  void cellsAndBlanksThatAnOdsTellsOnceAreCounted() {
    String wide =
        "<table:table-cell table:number-columns-repeated=\"16384\" office:value-type=\"string\">"
            + "<text:p>x</text:p></table:table-cell>";
    String rows =
        "<table:table-row" + REPEATED.formatted(1_999) + ">" + wide + "</table:table-row>";
    assertThat(refusal(ods(rows))).isEqualTo(Motif.DEMESURE);
    assertThat(refusal(ods(row(wide + text("V"))))).isEqualTo(Motif.CORROMPU);
    assertThat(refusal(ods(row(text("<text:s text:c=\"2000000000\"/>")))))
        .isEqualTo(Motif.TROP_DE_TEXTE);
    String many = row(text("a<text:s text:c=\"900000\"/>b")).repeat(300);
    assertThat(refusal(ods(many))).isEqualTo(Motif.TROP_DE_TEXTE);
    // Below the last row of a table LibreOffice and Excel tell all the others.
    String empty = "<table:table-row" + REPEATED.formatted(Integer.MAX_VALUE) + "/>";
    assertThat(read(ods(empty.repeat(3))).versements()).isEmpty();
    assertThat(refusal(ods(empty + row(text("V"))))).isEqualTo(Motif.CORROMPU);
  }

  @Test
  void aDocumentTypeIsRefusedWhereAnOdsIsReadAndLeftWhereMacrosAre() throws IOException {
    String type = "<!DOCTYPE a [<!ENTITY e \"x\">]>";
    String content = Transcription.document("", "<table:table table:name=\"Versements\"/>");
    Path hostile =
        Transcription.ods(content.replace("?>", "?>" + type), folder.resolve("type.ods"));
    assertThat(refusal(hostile)).isEqualTo(Motif.DOCTYPE);
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("content.xml", Transcription.bytes(content));
    parts.put("Basic/Standard/script-lb.xml", Transcription.bytes(type + "<a/>"));
    assertThat(read(Transcription.zip(parts, folder.resolve("macros.ods"))).feuillesTrouvees())
        .containsExactly("Versements");
  }

  // .xls

  private static Workbook payments(Workbook workbook) {
    Sheet sheet = workbook.createSheet("Versements");
    Row header = sheet.createRow(0);
    List<String> names = List.of("N°", "Type de versement", "Date de réception", "Montant");
    for (int i = 0; i < names.size(); i++) {
      header.createCell(i).setCellValue(names.get(i));
    }
    for (int r = 1; r <= 3; r++) {
      Row row = sheet.createRow(r);
      row.createCell(0).setCellValue("V-" + r);
      row.createCell(1).setCellValue("AVRIL");
      row.createCell(3).setCellValue(r * 10 + 0.25);
    }
    return workbook;
  }

  private Path write(Workbook workbook, String name) throws IOException {
    Path file = folder.resolve(name);
    try (workbook;
        OutputStream stream = Files.newOutputStream(file)) {
      workbook.write(stream);
    }
    return file;
  }

  private static List<String> told(Reddition reddition) {
    List<String> told = new ArrayList<>();
    reddition
        .versements()
        .forEach(
            v ->
                told.add(
                    v.numero().contenu()
                        + " "
                        + v.date().contenu()
                        + " "
                        + amount(v)
                        + " "
                        + v.montant().emplacement().reference()));
    told.add(reddition.releves().toString());
    return told;
  }

  /** Formats, results of formulas, errors, merges, what is hidden: as the .xlsx says it. */
  private static Workbook odd(Workbook workbook) {
    payments(workbook);
    Sheet sheet = workbook.getSheetAt(0);
    CellStyle dated = workbook.createCellStyle();
    dated.setDataFormat(workbook.createDataFormat().getFormat("d mmmm yyyy"));
    CellStyle percent = workbook.createCellStyle();
    percent.setDataFormat(workbook.createDataFormat().getFormat("0.0%"));
    for (int r = 1; r <= 3; r++) {
      Cell date = sheet.getRow(r).createCell(2);
      date.setCellValue(LocalDate.of(2022, r, 28));
      date.setCellStyle(dated);
    }
    sheet.getRow(1).createCell(3).setCellFormula("SUM(D3:D4)");
    sheet.getRow(2).getCell(0).setCellFormula("\"V\"&\"-\"&2");
    sheet.getRow(3).getCell(0).setCellFormula("\"\"");
    Row row = sheet.createRow(4);
    row.createCell(0).setCellValue("V-4");
    row.createCell(3).setCellValue(0.5);
    row.getCell(3).setCellStyle(percent);
    row = sheet.createRow(6);
    row.createCell(0).setCellValue(true);
    row.createCell(3).setCellErrorValue(FormulaError.REF.getCode());
    row.setZeroHeight(true);
    row = sheet.createRow(7);
    row.createCell(0).setCellFormula("1=1");
    row.createCell(3).setCellFormula("1/0");
    row = sheet.createRow(8);
    row.createCell(0).setCellValue("V-8");
    row.createCell(1).setCellValue("caché sous la fusion");
    row.createCell(3).setCellValue(1.0 / 3);
    sheet.addMergedRegion(CellRangeAddress.valueOf("A9:B10"));
    sheet.createRow(9).createCell(0).setCellValue("sous la fusion");
    sheet.getRow(9).createCell(3).setCellValue(-1e-7);
    workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
    return workbook;
  }

  @Test
  void anXlsTellsWhatTheSameXlsxTells() throws IOException {
    List<String> told = told(read(write(odd(new XSSFWorkbook()), "a.xlsx")));
    assertThat(told).hasSize(9);
    assertThat(told(read(write(odd(new HSSFWorkbook()), "a.xls")))).isEqualTo(told);
    // What a file is counts, not what it is called.
    assertThat(told(read(write(odd(new HSSFWorkbook()), "b.xlsx")))).isEqualTo(told);
    assertThat(told(read(write(odd(new XSSFWorkbook()), "b.xls")))).isEqualTo(told);
    assertThat(told(read(Transcription.ods(odd(new XSSFWorkbook()), folder.resolve("a.ods")))))
        .isEqualTo(told);
  }

  @Test
  void datesOfAnXlsMayCountFrom1904() throws IOException {
    HSSFWorkbook workbook = (HSSFWorkbook) odd(new HSSFWorkbook());
    workbook.getInternalWorkbook().getRecords().stream()
        .filter(org.apache.poi.hssf.record.DateWindow1904Record.class::isInstance)
        .forEach(
            r -> ((org.apache.poi.hssf.record.DateWindow1904Record) r).setWindowing((short) 1));
    assertThat(read(write(workbook, "mac.xls")).versements().get(0).date().contenu())
        .isEqualTo(LocalDate.of(2022, 1, 28).plusDays(1_462));
  }

  @Test
  void anXlsUnderAPasswordIsToldAndOneOfAProtectedStructureIsRead() throws IOException {
    try {
      Biff8EncryptionKey.setCurrentUserPassword(Decryptor.DEFAULT_PASSWORD);
      HSSFWorkbook open = (HSSFWorkbook) odd(new HSSFWorkbook());
      open.setEncryptionMode(EncryptionMode.binaryRC4);
      Path structure = write(open, "structure.xls");
      Biff8EncryptionKey.setCurrentUserPassword("secret");
      HSSFWorkbook closed = (HSSFWorkbook) odd(new HSSFWorkbook());
      closed.setEncryptionMode(EncryptionMode.cryptoAPI);
      Path secret = write(closed, "secret.xls");
      Biff8EncryptionKey.setCurrentUserPassword(null);
      assertThat(told(read(structure)))
          .isEqualTo(told(read(write(odd(new HSSFWorkbook()), "clair.xls"))));
      assertThat(refusal(secret)).isEqualTo(Motif.PROTEGE);
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
  }

  /** The records of an .xls, to be changed. */
  private byte[] records(Workbook workbook) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (workbook) {
      workbook.write(bytes);
    }
    try (POIFSFileSystem ole =
            new POIFSFileSystem(new java.io.ByteArrayInputStream(bytes.toByteArray()));
        DocumentInputStream stream = ole.createDocumentInputStream("Workbook")) {
      return stream.readAllBytes();
    }
  }

  private Path xls(String stream, byte[] records) throws IOException {
    Path file = folder.resolve("essai.xls");
    try (POIFSFileSystem ole = new POIFSFileSystem();
        OutputStream out = Files.newOutputStream(file)) {
      ole.createDocument(new java.io.ByteArrayInputStream(records), stream);
      ole.writeFilesystem(out);
    }
    return file;
  }

  /** Where the records of a kind begin. */
  private static List<Integer> places(byte[] records, int kind) {
    List<Integer> places = new ArrayList<>();
    for (int at = 0; at + 4 <= records.length; at += 4 + word(records, at + 2)) {
      if (word(records, at) == kind) {
        places.add(at);
      }
    }
    return places;
  }

  private static int word(byte[] bytes, int at) {
    return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
  }

  @Test
  void cellsOfAnXlsMayComeInAnyOrderAndEachOnce() throws IOException {
    byte[] records = records(payments(new HSSFWorkbook()));
    List<Integer> numbers = places(records, 0x203);
    assertThat(numbers).hasSize(3);
    byte[] turned = records.clone();
    int length = 4 + word(records, numbers.get(0) + 2);
    System.arraycopy(records, numbers.get(0), turned, numbers.get(2), length);
    System.arraycopy(records, numbers.get(2), turned, numbers.get(0), length);
    List<Versement> versements = read(xls("Workbook", turned)).versements();
    assertThat(versements)
        .extracting(v -> v.numero().contenu() + " " + amount(v))
        .containsExactly("V-1 10.25", "V-2 20.25", "V-3 30.25");
    byte[] twice = records.clone();
    System.arraycopy(records, numbers.get(0), twice, numbers.get(2), length);
    assertThat(refusal(xls("Workbook", twice))).isEqualTo(Motif.CORROMPU);
  }

  @Test
  void anXlsOfAnOlderExcelIsTold() throws IOException {
    byte[] records = records(payments(new HSSFWorkbook()));
    assertThat(read(xls("WORKBOOK", records)).versements()).hasSize(3);
    assertThat(refusal(xls("Book", records))).isEqualTo(Motif.FORMAT_XLS);
    records[5] = 5;
    assertThat(refusal(xls("Workbook", records))).isEqualTo(Motif.FORMAT_XLS);
    Path biff4 =
        Files.write(folder.resolve("biff4.xls"), new byte[] {9, 4, 6, 0, 0, 0, 16, 0, 0, 0});
    assertThat(refusal(biff4)).isEqualTo(Motif.FORMAT_XLS);
    assertThat(refusal(xls("WordDocument", records))).isEqualTo(Motif.PAS_UN_CLASSEUR);
  }

  @Test
  void anXlsThatPromisesMoreThanItHasIsDamaged() throws IOException {
    byte[] records = records(payments(new HSSFWorkbook()));
    for (int kept : new int[] {4, 700, records.length / 2, records.length - 4}) {
      assertThat(refusal(xls("Workbook", Arrays.copyOf(records, kept)))).isEqualTo(Motif.CORROMPU);
    }
    byte[] texts = records.clone();
    int at = places(records, 0xFC).get(0) + 4 + 4;
    Arrays.fill(texts, at, at + 3, (byte) 0xFF);
    assertThat(refusal(xls("Workbook", texts))).isEqualTo(Motif.CORROMPU);
  }

  // Both

  /** Bytes that anything may have happened to: read, or refused for a reason, in bounded time. */
  @Test
  void mutatedWorkbooksAreReadOrRefused() throws IOException {
    Random random = new Random(1604);
    long start = cpu();
    byte[] xls = Files.readAllBytes(write(odd(new HSSFWorkbook()), "base.xls"));
    byte[] records = records(odd(new HSSFWorkbook()));
    Transcription.ods(odd(new XSSFWorkbook()), folder.resolve("base.ods"));
    String content = Transcription.content(odd(new XSSFWorkbook()));
    byte[] zipped = Files.readAllBytes(folder.resolve("base.ods"));
    int read = 0;
    for (int i = 0; i < 400; i++) {
      read += outcome(Files.write(folder.resolve("m.xls"), mutated(xls, random)));
      read += outcome(xls("Workbook", mutated(records, random)));
      read += outcome(Files.write(folder.resolve("m.ods"), mutated(zipped, random)));
      String other =
          new String(mutated(Transcription.bytes(content), random), StandardCharsets.UTF_8);
      read += outcome(Transcription.ods(other, folder.resolve("c.ods")));
    }
    assertThat(read).isBetween(50, 1_599);
    assertThat(Duration.ofNanos(cpu() - start)).isLessThan(Duration.ofSeconds(60));
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    byte[] mutated = bytes.clone();
    for (int i = random.nextInt(6); i >= 0; i--) {
      int at = random.nextInt(mutated.length);
      switch (random.nextInt(4)) {
        case 0 -> mutated[at] = (byte) random.nextInt();
        case 1 -> mutated[at] = (byte) (random.nextBoolean() ? 0xFF : 0);
        case 2 -> {
          int from = random.nextInt(mutated.length);
          int length = Math.min(random.nextInt(40), mutated.length - Math.max(at, from));
          System.arraycopy(mutated, from, mutated, at, length);
        }
        default -> mutated[at] ^= (byte) (1 << random.nextInt(8));
      }
    }
    return random.nextInt(10) == 0
        ? Arrays.copyOf(mutated, random.nextInt(mutated.length))
        : mutated;
  }

  /** 1 where it was read; anything but a refusal is a bug. */
  private static int outcome(Path file) {
    try {
      READER.lis(file).releves();
      return 1;
    } catch (FichierRefuse e) {
      assertThat(e.motif()).isNotEqualTo(Motif.MEMOIRE);
      return 0;
    }
  }
}
