package org.verifqis.classeur;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.classeur.HostilePlace.Told;
import org.verifqis.classeur.correspondance.Correspondance;
import org.verifqis.classeur.correspondance.LecteurCorrespondance;
import org.verifqis.classeur.correspondance.LecteurProfil;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.Reddition;

/**
 * Workbooks that mean harm, read through a correspondance: refused for the reason for which the
 * template's reader refuses them, and no reason for an audit to stop.
 */
class HostileProfileTest {
  private static final Gabarit GABARIT = LecteurGabarit.charge();

  /** Of each kind of harm, what is soon made. */
  private static final String CHOSEN =
      "zip-(coupe|retourne|somme|chiffre|bombe-(ratio|nombre)|nom-double).*"
          + "|xml-(rires|entite-[12]-xl_worksheets|mal-ferme|vide).*|format-.*";

  private static final String PROFILE =
      """
      correspondance: "1"
      nom: hostile
      tables:
        noms: {feuille: Projets, entete: {contient: [N° de projet]}}
      blocs:
      - vers: Projets
        feuille: Projets
        entete: {contient: [N° de projet]}
        colonnes:
          numero: N° de projet
          titre: Titre du projet
          promoteur:
            joindre: {table: noms, par: N° de projet, cle: N° de projet, colonne: Titre du projet}
      """;

  @TempDir private static Path root;
  private static HostilePlace place;
  private static Path corpus;
  private static Map<String, String> expected;

  @BeforeAll
  static void makeCorpus() throws Exception {
    place = new HostilePlace(root);
    corpus = Files.createDirectory(root.resolve("corpus"));
    expected = new TreeMap<>();
    expected.putAll(
        HostileCorpus.make(corpus, place.address(), name -> name.matches("(?s)" + CHOSEN)));
    addOtherFormats();
  }

  /** The same harm in an .xls or an .ods. */
  private static void addOtherFormats() throws IOException {
    String laughs =
        "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;\">]>";
    String content = Transcription.document("", "<table:table table:name=\"Projets\"/>");
    Transcription.ods(content.replace("?>", "?>" + laughs), corpus.resolve("rires.ods"));
    expected.put("rires.ods", "DOCTYPE");
    String bomb =
        "<table:table table:name=\"Projets\"><table:table-row"
            + " table:number-rows-repeated=\"2000000000\"><table:table-cell"
            + " office:value-type=\"string\"><text:p>P</text:p></table:table-cell>"
            + "</table:table-row></table:table>";
    Transcription.ods(Transcription.document("", bomb), corpus.resolve("lignes.ods"));
    expected.put("lignes.ods", "TROP_DE_LIGNES");
    try (XSSFWorkbook workbook = projects(new XSSFWorkbook())) {
      byte[] ods = Files.readAllBytes(Transcription.ods(workbook, corpus.resolve("entier.ods")));
      byte[] xls = Files.readAllBytes(Transcription.xls(workbook, corpus.resolve("entier.xls")));
      Files.write(corpus.resolve("coupe.ods"), Arrays.copyOf(ods, ods.length / 2));
      Files.write(corpus.resolve("coupe.xls"), Arrays.copyOf(xls, xls.length / 2));
      Files.write(corpus.resolve("autre-fin.xls"), ods);
      Files.write(corpus.resolve("autre-fin.ods"), xls);
    }
    for (String read : List.of("entier.ods", "entier.xls", "autre-fin.xls", "autre-fin.ods")) {
      expected.put(read, HostileCorpus.READ + 1);
    }
    expected.put("coupe.ods", "CORROMPU");
    expected.put("coupe.xls", "CORROMPU");
    try (HSSFWorkbook workbook = projects(new HSSFWorkbook());
        OutputStream stream = Files.newOutputStream(corpus.resolve("secret.xls"))) {
      Biff8EncryptionKey.setCurrentUserPassword("secret");
      workbook.setEncryptionMode(EncryptionMode.cryptoAPI);
      workbook.write(stream);
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
    expected.put("secret.xls", "PROTEGE");
  }

  private static <T extends Workbook> T projects(T workbook) {
    Sheet sheet = workbook.createSheet("Projets");
    sheet.createRow(0);
    sheet.createRow(1);
    for (Champ champ : GABARIT.feuille(Onglet.PROJETS).champs()) {
      int column = Math.max(0, sheet.getRow(0).getLastCellNum());
      sheet.getRow(0).createCell(column).setCellValue(champ.libelle());
      sheet.getRow(1).createCell(column).setCellValue("P-1");
    }
    return workbook;
  }

  private static String outcome(Lecture reader, Path file) {
    try {
      return HostileCorpus.READ + reader.lis(Source.de(file)).projets().size();
    } catch (FichierRefuse e) {
      return e.motif().name();
    }
  }

  @Test
  void eachIsRefusedForTheReasonOfTheTemplatesReader() {
    Correspondance profile = new LecteurProfil(GABARIT).lis("p.yaml", "p.yaml", PROFILE);
    Lecture own = new LecteurCorrespondance(GABARIT, Limites.parDefaut(), List.of(profile));
    Lecture template = new LecteurReddition(GABARIT, Limites.parDefaut());
    Map<String, String> found = new TreeMap<>();
    Map<String, String> wanted = new TreeMap<>();
    expected.forEach(
        (name, outcome) -> {
          found.put(name, outcome(own, corpus.resolve(name)));
          String theirs = outcome(template, corpus.resolve(name));
          // A sheet without its header is read as the template's; a profile finds nothing there.
          boolean nothing = theirs.equals(HostileCorpus.READ + 0);
          wanted.put(name, nothing ? "SANS_CORRESPONDANCE" : theirs);
          assertThat(outcome.split("\\|")).as(name).contains(theirs);
        });
    assertThat(found).isEqualTo(wanted).hasSizeGreaterThan(30);
    Reddition read = own.lis(Source.de(corpus.resolve("entier.ods")));
    assertThat(read.fichier().origine().correspondance()).isEqualTo("hostile");
  }

  @Test
  void noneStopsAnAudit() throws Exception {
    Path output = Files.createDirectory(root.resolve("sortie"));
    Path profile = Files.writeString(root.resolve("p.yaml"), PROFILE);
    Told told =
        place.run(
            output,
            "org.verifqis.cli.Verifqis",
            "auditer",
            "--correspondance",
            profile.toString(),
            "--format",
            "json",
            "-o",
            output.resolve("audit").toString(),
            corpus.toString());
    assertThat(told.status()).as(told.err()).isEqualTo(3);
    assertThat(told.err()).doesNotContain("Exception", "Error");
    JsonNode report =
        JsonMapper.builder().build().readTree(output.resolve("audit/audit.json").toFile());
    long refused = expected.values().stream().filter(e -> !e.contains(HostileCorpus.READ)).count();
    assertThat(report.get("redditions").size() + report.get("erreurs").size())
        .isEqualTo(expected.size());
    assertThat(report.get("erreurs").size()).isGreaterThanOrEqualTo((int) refused);
    place.checkNothingWasFetched();
  }
}
