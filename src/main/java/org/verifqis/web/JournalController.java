package org.verifqis.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.verifqis.rapport.RedacteurCsv;
import org.verifqis.service.depot.Evenement;
import org.verifqis.service.depot.Greffe;
import org.verifqis.service.depot.Journal;

/** The journal: a page of it after another, whether it is whole, and all of it as CSV. */
@Controller
class JournalController {
  private static final int PER_PAGE = 100;

  private final Desks desks;
  private final Greffe registry;

  JournalController(Desks desks, Greffe registry) {
    this.desks = desks;
    this.registry = registry;
  }

  @GetMapping({"/journal", "/en/journal"})
  View page(HttpServletRequest request, @RequestParam(defaultValue = "0") long avant) {
    List<Evenement> events = registry.journal().derniers(Desks.who(request), avant, PER_PAGE);
    Journal.Controle checked = registry.journal().suit();
    long next = events.size() < PER_PAGE ? 0 : events.get(events.size() - 1).numero();
    return desks.page(
        request,
        "journal",
        HttpStatus.OK,
        desks.mots(request).mot("journal.titre"),
        "/journal",
        Map.of("evenements", events, "controle", checked, "suite", next));
  }

  /** For programs: names of columns and natures are those of the database. */
  @GetMapping({"/journal/journal.csv", "/en/journal/journal.csv"})
  ResponseEntity<byte[]> csv(HttpServletRequest request) {
    StringWriter text = new StringWriter();
    // So that a spreadsheet reads accents.
    text.write('\uFEFF');
    try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
      csv.printRecord(
          "numero", "quand", "acteur", "nature", "dossier", "details", "precedent", "empreinte");
      long before = 0;
      List<Evenement> events;
      do {
        events = registry.journal().derniers(Desks.who(request), before, PER_PAGE);
        for (Evenement event : events) {
          csv.printRecord(
              event.numero(),
              event.quand().toInstant(),
              RedacteurCsv.sansFormule(event.acteur()),
              event.nature(),
              event.dossier(),
              event.details(),
              event.precedent(),
              event.empreinte());
          before = event.numero();
        }
      } while (events.size() == PER_PAGE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Download.of(
        "journal.csv",
        MediaType.valueOf("text/csv;charset=UTF-8"),
        text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
