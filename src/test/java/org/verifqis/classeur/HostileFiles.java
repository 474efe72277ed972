package org.verifqis.classeur;

import static org.verifqis.classeur.HostileCorpus.READ;
import static org.verifqis.classeur.HostileCorpus.twoProjects;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Files of other kinds, of strange names, and what is no file at all. */
final class HostileFiles {
  private static final String OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships";

  private HostileFiles() {}

  static void addTo(HostileCorpus corpus) throws Exception {
    otherFormats(corpus);
    names(corpus);
    noFiles(corpus);
  }

  private static void otherFormats(HostileCorpus corpus) throws Exception {
    String html = "<html><table><tr><td>Projets</td></tr></table></html>";
    String list = "Projets;Statut\n1;2\n";
    corpus.add("format-csv.xlsx", "FORMAT_CSV", file -> Files.writeString(file, list));
    text(corpus, "format-pdf.xlsx", "%PDF-1.7\n");
    text(corpus, "format-xml.xlsx", "<?xml version=\"1.0\"?><!DOCTYPE a SYSTEM \"http://x/\"><a/>");
    text(corpus, "format-script.xlsx", "#!/bin/sh\ntouch /tmp/evade\n");
    corpus.add("format-vide.xlsx", "VIDE", Files::createFile);
    for (String name : new String[] {"format-html.xls", "format-html.xlsx"}) {
      corpus.add(name, "FORMAT_HTML", file -> Files.writeString(file, html));
    }
    for (String name : new String[] {"format-ancien.xls", "format-ancien.xlsx"}) {
      corpus.add(
          name,
          READ + 0,
          file -> {
            try (HSSFWorkbook old = new HSSFWorkbook();
                OutputStream stream = Files.newOutputStream(file)) {
              old.createSheet("Projets");
              old.write(stream);
            }
          });
    }
    byte[] ole = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    ByteArrayOutputStream damaged = new ByteArrayOutputStream();
    damaged.writeBytes(ole);
    for (int i = 0; i < 600; i++) {
      damaged.write(0xFE);
    }
    corpus.add(
        "format-ole-casse.xlsx", "CORROMPU", file -> Files.write(file, damaged.toByteArray()));
    corpus.add("format-chiffre.xlsx", "PROTEGE", HostileFiles::encrypt);
    for (String name : new String[] {"format-libre.ods", "format-libre.xlsx"}) {
      corpus.add(
          name,
          "CORROMPU",
          file -> {
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
              zip.putNextEntry(new ZipEntry("mimetype"));
              zip.write(
                  "application/vnd.oasis.opendocument.spreadsheet"
                      .getBytes(StandardCharsets.US_ASCII));
            }
          });
    }
    RawWorkbook binary = twoProjects();
    String types = new String(binary.parts().get("[Content_Types].xml"), StandardCharsets.UTF_8);
    binary.part(
        "[Content_Types].xml",
        types.replace(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            "application/vnd.ms-excel.sheet.binary.macroEnabled.main"));
    corpus.add("format-binaire.xlsx", "FORMAT_XLSB", binary);
    corpus.add("format-binaire.xlsb", "FORMAT_XLSB", twoProjects());
    corpus.add(
        "format-document.xlsx",
        "PAS_UN_CLASSEUR",
        file -> {
          try (XWPFDocument document = new XWPFDocument();
              OutputStream stream = Files.newOutputStream(file)) {
            document.createParagraph().createRun().setText("Projets");
            document.write(stream);
          }
        });
    RawWorkbook strict = twoProjects();
    for (String part :
        new String[] {"xl/workbook.xml", "_rels/.rels", "xl/_rels/workbook.xml.rels"}) {
      strict.part(
          part,
          new String(strict.parts().get(part), StandardCharsets.UTF_8)
              .replace(
                  "http://schemas.openxmlformats.org/officeDocument/2006/relationships", OFFICE)
              .replace(
                  "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                  "http://purl.oclc.org/ooxml/spreadsheetml/main"));
    }
    corpus.add("format-strict.xlsx", READ + 2, strict);
  }

  private static void text(HostileCorpus corpus, String name, String content) throws Exception {
    corpus.add(name, "PAS_UN_CLASSEUR", file -> Files.writeString(file, content));
  }

  private static void encrypt(Path file) throws Exception {
    try (POIFSFileSystem ole = new POIFSFileSystem();
        OutputStream out = Files.newOutputStream(file)) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
      encryptor.confirmPassword("secret");
      ByteArrayOutputStream plain = new ByteArrayOutputStream();
      plain.writeBytes(RawZip.of(twoProjects()).bytes());
      try (OutputStream stream = encryptor.getDataStream(ole)) {
        plain.writeTo(stream);
      }
      ole.writeFilesystem(out);
    }
  }

  private static void names(HostileCorpus corpus) throws Exception {
    for (String name :
        new String[] {
          "nom\navec\rlignes\t.xlsx",
          "nom\u001B[2J\u001B]0;vole\u0007\u009B31m.xlsx",
          "nom\u202Exslx.exe.xlsx",
          "=cmd|' -C calc'!A0.xlsx",
          "-o.xlsx",
          "@nom.xlsx",
          "<script>alert(1)<&script>\"'.xlsx",
          "nom {0} %s %n ${x} é œ 😀.xlsx",
          " .xlsx",
          "\u00E9".repeat(120) + ".xlsx",
          "n".repeat(250) + ".xlsx"
        }) {
      corpus.add(name, READ + 2, twoProjects());
      if (name.length() < 100) {
        text(corpus, "0" + name, "a");
      }
    }
  }

  private static void noFiles(HostileCorpus corpus) throws Exception {
    corpus.add(
        "lien-casse.xlsx", "INTROUVABLE", f -> Files.createSymbolicLink(f, Path.of("absent")));
    corpus.add("lien-rond.xlsx", "INTROUVABLE", f -> Files.createSymbolicLink(f, f.getFileName()));
    corpus.add(
        "lien-mots-de-passe.xlsx",
        "PAS_UN_CLASSEUR",
        f -> Files.createSymbolicLink(f, Path.of("/etc/passwd")));
    corpus.add(
        "lien-sans-fin.xlsx",
        "INACCESSIBLE",
        f -> Files.createSymbolicLink(f, Path.of("/dev/zero")));
    corpus.add(
        "lien-memoire.xlsx",
        "DOSSIER|INACCESSIBLE|INTROUVABLE",
        f -> Files.createSymbolicLink(f, Path.of("/proc/self")));
    corpus.add(
        "tuyau.xlsx",
        "INACCESSIBLE",
        file -> {
          int status = new ProcessBuilder("mkfifo", file.toString()).start().waitFor();
          if (status != 0) {
            throw new IllegalStateException("mkfifo: " + status);
          }
        });
  }
}
