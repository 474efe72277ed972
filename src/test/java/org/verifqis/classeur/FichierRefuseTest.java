package org.verifqis.classeur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.verifqis.classeur.RawWorkbook.row;
import static org.verifqis.classeur.RawWorkbook.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Refus.Motif;

/** What comes of files that are no workbook, or no honest one (lecture.md, "Files"). */
class FichierRefuseTest {
  @TempDir private Path folder;

  private static Motif refusal(Path file) {
    return refusal(file, Limites.parDefaut());
  }

  private static Motif refusal(Path file, Limites limites) {
    LecteurReddition reader = new LecteurReddition(LecteurGabarit.charge(), limites);
    FichierRefuse refused = catchThrowableOfType(FichierRefuse.class, () -> reader.lis(file));
    assertThat(refused).as(file.toString()).isNotNull();
    return refused.motif();
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private RawWorkbook workbook() {
    return new RawWorkbook().sheet("Projets", row(1, text("A1", "Statut")));
  }

  @Test
  void namesWhatIsMissingEmptyOrNoWorkbook() throws IOException {
    assertThat(refusal(folder.resolve("absent.xlsx"))).isEqualTo(Motif.INTROUVABLE);
    assertThat(refusal(folder)).isEqualTo(Motif.DOSSIER);
    assertThat(refusal(file("vide.xlsx", ""))).isEqualTo(Motif.VIDE);
    assertThat(refusal(file("page.xlsx", "<html><table></table></html>")))
        .isEqualTo(Motif.FORMAT_HTML);
    assertThat(refusal(file("image.xlsx", "GIF89a"))).isEqualTo(Motif.PAS_UN_CLASSEUR);
    assertThat(refusal(file("donnees.xlsx", "a;b;c\n1;2;3\n"))).isEqualTo(Motif.FORMAT_CSV);
    assertThat(refusal(file("donnees.csv", "a;b;c\n1;2;3\n"))).isEqualTo(Motif.FORMAT_CSV);
    assertThat(refusal(file("note.txt", "Bonjour.\n"))).isEqualTo(Motif.EXTENSION);
    assertThat(refusal(workbook().write(folder.resolve("classeur.zip"))))
        .isEqualTo(Motif.EXTENSION);
  }

  /** A workbook must never be judged under the hash of what took its place meanwhile. */
  @Test
  void whatIsReadIsWhatIsNamed() throws Exception {
    Path file = folder.resolve("depot.xlsx");
    Map<String, String> sheets = new ConcurrentHashMap<>();
    replace(file, "0", sheets);
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Void> clerk =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 1; !done.get(); i++) {
                replace(file, Integer.toString(i), sheets);
              }
            });
    LecteurReddition reader = new LecteurReddition(LecteurGabarit.charge(), Limites.parDefaut());
    try {
      for (int i = 0; i < 300; i++) {
        try {
          Reddition read = reader.lis(file);
          assertThat(read.feuillesTrouvees()).containsExactly(sheets.get(read.fichier().sha256()));
        } catch (FichierRefuse refused) {
          assertThat(refused.motif()).isEqualTo(Motif.MODIFIE);
        }
      }
    } finally {
      done.set(true);
    }
    clerk.join();
  }

  private void replace(Path file, String sheet, Map<String, String> sheets) {
    try {
      Path draft = folder.resolve("brouillon");
      new RawWorkbook().sheet(sheet, row(1, text("A1", "x"))).write(draft);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(draft));
      sheets.put(HexFormat.of().formatHex(digest), sheet);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void namesAProtectedWorkbook() throws Exception {
    Path protectedFile = folder.resolve("protege.xlsx");
    try (POIFSFileSystem ole = new POIFSFileSystem();
        var out = Files.newOutputStream(protectedFile)) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      Path plain = workbook().write(folder.resolve("clair.xlsx"));
      try (var stream = encryptor.getDataStream(ole)) {
        Files.copy(plain, stream);
      }
      ole.writeFilesystem(out);
    }
    assertThat(refusal(protectedFile)).isEqualTo(Motif.PROTEGE);
  }

  @Test
  void refusesDamagedFiles() throws IOException {
    byte[] whole = Files.readAllBytes(workbook().write(folder.resolve("entier.xlsx")));
    for (int kept : new int[] {4, 30, whole.length / 2, whole.length - 10}) {
      Path cut = Files.write(folder.resolve("coupe.xlsx"), java.util.Arrays.copyOf(whole, kept));
      assertThat(refusal(cut)).as("%d bytes", kept).isEqualTo(Motif.CORROMPU);
    }
    RawWorkbook broken = workbook().part("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row>");
    assertThat(refusal(broken.write(folder.resolve("casse.xlsx")))).isEqualTo(Motif.CORROMPU);
    RawWorkbook document = workbook().part("xl/workbook.xml", "<document/>");
    assertThat(refusal(document.write(folder.resolve("document.xlsx"))))
        .isEqualTo(Motif.PAS_UN_CLASSEUR);
  }

  @Test
  void refusesADocumentTypeInAnyPart() throws IOException {
    String hostile =
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>";
    for (String part :
        new String[] {
          "xl/worksheets/sheet1.xml", "xl/theme/theme1.xml", "docProps/core.xml", "xl/styles.xml"
        }) {
      Path file = workbook().part(part, hostile).write(folder.resolve("doctype.xlsx"));
      assertThat(refusal(file)).as(part).isEqualTo(Motif.DOCTYPE);
    }
  }

  @Test
  void refusesBombs() throws IOException {
    ByteArrayOutputStream blanks = new ByteArrayOutputStream();
    blanks.write(new byte[30 << 20]);
    Path file =
        workbook()
            .part(
                "xl/worksheets/sheet1.xml",
                "<worksheet>"
                    + blanks.toString(StandardCharsets.US_ASCII).replace('\0', ' ')
                    + "</worksheet>")
            .write(folder.resolve("bombe.xlsx"));
    assertThat(Files.size(file)).isLessThan(100_000);
    assertThat(refusal(file)).isEqualTo(Motif.BOMBE);
  }

  @Test
  void holdsToItsLimits() throws IOException {
    Path file = workbook().write(folder.resolve("petit.xlsx"));
    assertThat(refusal(file, new Limites(100, 10))).isEqualTo(Motif.TROP_GROS);

    StringBuilder rows = new StringBuilder();
    for (int i = 1; i <= 11; i++) {
      rows.append(row(i, "<c r=\"A" + i + "\" s=\"1\"/>"));
    }
    Path tall =
        new RawWorkbook().sheet("Projets", rows.toString()).write(folder.resolve("haut.xlsx"));
    assertThat(refusal(tall, new Limites(1 << 20, 10))).isEqualTo(Motif.TROP_DE_LIGNES);
    Path unwanted =
        new RawWorkbook().sheet("Notes", rows.toString()).write(folder.resolve("notes.xlsx"));
    Reddition read =
        new LecteurReddition(LecteurGabarit.charge(), new Limites(1 << 20, 10)).lis(unwanted);
    assertThat(read.feuillesTrouvees()).containsExactly("Notes");
  }

  @Test
  void readsStrictWorkbooksAndAnyCaseOfTheEnding() throws IOException {
    Path file = folder.resolve("STRICT.XLSM");
    String strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    String workbook =
        "<workbook xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" xmlns:r=\""
            + strict
            + "\">"
            + "<sheets><sheet name=\"Projets\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    String relations =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"rId1\" Type=\""
            + strict
            + "/%s\" Target=\"%s\"/></Relationships>";
    workbook()
        .part("xl/workbook.xml", workbook)
        .part("_rels/.rels", relations.formatted("officeDocument", "xl/workbook.xml"))
        .part(
            "xl/_rels/workbook.xml.rels", relations.formatted("worksheet", "worksheets/sheet1.xml"))
        .write(file);
    Reddition read = new LecteurReddition(LecteurGabarit.charge(), Limites.parDefaut()).lis(file);
    assertThat(read.feuillesTrouvees()).containsExactly("Projets");
  }
}
