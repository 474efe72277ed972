package org.verifqis.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.regles.Registre;
import org.verifqis.service.depot.ComptesDuGreffe;
import org.verifqis.service.depot.Greffe;
import org.verifqis.service.depot.Journal;
import org.verifqis.service.depot.Role;

/** A site where workbooks are filed, the people who work there, and its registry. */
final class Office implements AutoCloseable {
  static final Path BROKEN = Path.of("fixtures/exemples/non-conforme.xlsx");
  static final Path RESERVES = Path.of("fixtures/exemples/avec-reserves.xlsx");
  static final Path CLEAN = Path.of("fixtures/exemples/conforme.xlsx");

  final Site site;
  final Greffe registry;
  private int people;

  private Office(Site site, Greffe registry) {
    this.site = site;
    this.registry = registry;
  }

  static Office open(String base, Path folder) throws IOException {
    Path settings = Files.writeString(folder.resolve("s.properties"), "verifqis.par-minute=1000\n");
    return with(base, settings);
  }

  /** One with settings of its own. */
  static Office with(String base, Path settings) {
    return with(base, settings, Site.CLOCK);
  }

  static Office with(String base, Path settings, Clock clock) {
    Site site = Site.filing(base, settings, clock);
    // Within one process H2 lets everybody in.
    return new Office(site, Greffe.ouvre(base, LecteurGabarit.charge(), Registre.charge(), clock));
  }

  ComptesDuGreffe.Lien account(String name, Role role, String... agreements) {
    return registry
        .comptes()
        .cree(
            Journal.CONSOLE,
            new ComptesDuGreffe.Demande(
                "personne" + ++people + "@exemple.ca", name, role, "fr", Set.of(agreements)));
  }

  Person in(String name, Role role, String... agreements) throws Exception {
    return Person.in(site, account(name, role, agreements));
  }

  /** Checks a workbook and files it, with what is said of findings. */
  static void file(Person person, String place, Path workbook, Map<String, String> said)
      throws Exception {
    person.upload(
        place + "/verifier", Site.Form.of("fichier", workbook).field("_csrf", person.csrf(place)));
    person.confirm(place, said);
  }

  /** The workbook that breaks rules, with its total as the rules want it. */
  static Path corrected(Path folder) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(BROKEN));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      workbook.getSheet("Rapport financier").getRow(12).getCell(1).setCellValue(1_349_255.29);
      workbook.write(bytes);
      return Files.write(folder.resolve("corrigée.xlsx"), bytes.toByteArray());
    }
  }

  @Override
  public void close() {
    registry.close();
    site.close();
  }
}
