package org.verifqis.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.verifqis.audit.Empreintes;
import org.verifqis.audit.Jugees;
import org.verifqis.classeur.Source;
import org.verifqis.ecriture.RedacteurTableaux;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.rapport.BilanStatistique;
import org.verifqis.rapport.Rapport;
import org.verifqis.rapport.RedacteurStatistiques;
import org.verifqis.service.Compilation;
import org.verifqis.service.Guichet;
import org.verifqis.service.depot.Compte;
import org.verifqis.service.depot.Dossiers.DerniereVersion;
import org.verifqis.service.depot.Greffe;

/** The statistics of what is filed: those of the command line, over the last versions. */
@Controller
class StatistiquesController {
  /** A form in which they are downloaded: that of the command line. */
  private enum Form {
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
      @Override
      void write(RedacteurStatistiques writer, BilanStatistique statistics, OutputStream out)
          throws IOException {
        RedacteurTableaux.ecris(
            writer.titre(statistics),
            writer.calculables(statistics),
            statistics.genereLe().toInstant(),
            out);
      }
    },
    CSV("text/csv;charset=UTF-8") {
      @Override
      void write(RedacteurStatistiques writer, BilanStatistique statistics, OutputStream out)
          throws IOException {
        writer.csv(statistics, out);
      }
    },
    HTML("text/html;charset=UTF-8") {
      @Override
      void write(RedacteurStatistiques writer, BilanStatistique statistics, OutputStream out)
          throws IOException {
        writer.html(statistics, out);
      }
    },
    JSON("application/json") {
      @Override
      void write(RedacteurStatistiques writer, BilanStatistique statistics, OutputStream out)
          throws IOException {
        writer.json(statistics, out);
      }
    };

    private final MediaType type;

    Form(String type) {
      this.type = MediaType.valueOf(type);
    }

    abstract void write(RedacteurStatistiques writer, BilanStatistique statistics, OutputStream out)
        throws IOException;

    String ending() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Form of(String ending) {
      return Stream.of(values())
          .filter(form -> form.ending().equals(ending))
          .findFirst()
          .orElseThrow(NotFound::new);
    }
  }

  /** What is asked for; the years in their order, whichever was named first. */
  private record Asked(Exercice from, Exercice to, boolean byYear, boolean detail) {
    List<Exercice> years() {
      return IntStream.rangeClosed(from.annee(), to.annee()).mapToObj(Exercice::new).toList();
    }

    /** The same as a part of an address. */
    String query() {
      return "de="
          + from.nom()
          + "&a="
          + to.nom()
          + flag("parExercice", byYear)
          + flag("detail", detail);
    }

    private static String flag(String name, boolean set) {
      return set ? "&" + name + "=true" : "";
    }
  }

  private final Desks desks;
  private final House house;
  private final Uploads uploads;
  private final Filings filings;
  private final Greffe registry;
  private final NightHistory nights;
  private final Clock clock;

  StatistiquesController(
      Desks desks,
      House house,
      Uploads uploads,
      Filings filings,
      Greffe registry,
      NightHistory nights,
      Clock clock) {
    this.desks = desks;
    this.house = house;
    this.uploads = uploads;
    this.filings = filings;
    this.registry = registry;
    this.nights = nights;
    this.clock = clock;
  }

  @GetMapping({"/statistiques", "/en/statistiques"})
  View page(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String de,
      @RequestParam(defaultValue = "") String a,
      @RequestParam(defaultValue = "false") boolean parExercice,
      @RequestParam(defaultValue = "false") boolean detail)
      throws Exception {
    Asked asked = asked(de, a, parExercice, detail);
    Map<String, Object> content = new HashMap<>();
    content.put("exercices", filings.ended());
    content.put("de", asked.from());
    content.put("a", asked.to());
    content.put("parExercice", parExercice);
    content.put("detail", detail);
    content.put("demande", asked.query());
    content.put("formes", Stream.of(Form.values()).map(Form::ending).toList());
    BilanStatistique statistics = compiled(Desks.who(request), asked);
    RedacteurStatistiques writer = writer(request);
    content.put("corps", writer.corps(statistics));
    return desks.page(
        request, "statistics", HttpStatus.OK, writer.titre(statistics), "/statistiques", content);
  }

  @GetMapping({"/statistiques/fichier/{forme}", "/en/statistiques/fichier/{forme}"})
  ResponseEntity<byte[]> file(
      HttpServletRequest request,
      @PathVariable String forme,
      @RequestParam(defaultValue = "") String de,
      @RequestParam(defaultValue = "") String a,
      @RequestParam(defaultValue = "false") boolean parExercice,
      @RequestParam(defaultValue = "false") boolean detail)
      throws Exception {
    Form form = Form.of(forme);
    Asked asked = asked(de, a, parExercice, detail);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    form.write(writer(request), compiled(Desks.who(request), asked), file);
    String years =
        asked.from().equals(asked.to())
            ? asked.from().nom()
            : asked.from().nom() + "_" + asked.to().nom();
    String name = desks.mots(request).mot("statistiques.nom", years) + "." + form.ending();
    return Download.of(name, form.type, file.toByteArray());
  }

  private RedacteurStatistiques writer(HttpServletRequest request) {
    return new RedacteurStatistiques(house.texts(Pages.language(request)));
  }

  private Asked asked(String from, String to, boolean byYear, boolean detail) {
    Exercice one = from.isEmpty() ? filings.ended().get(0) : filings.exercice(from);
    Exercice other = to.isEmpty() ? one : filings.exercice(to);
    boolean ordered = one.compareTo(other) <= 0;
    return new Asked(ordered ? one : other, ordered ? other : one, byYear, detail);
  }

  private BilanStatistique compiled(Compte who, Asked asked) throws Exception {
    List<Source> filed =
        registry.dossiers().dernieres(who, asked.from(), asked.to()).stream()
            .map(StatistiquesController::source)
            .toList();
    Compilation compiled = uploads.workForAccount(() -> compiled(filed, asked.years()));
    return BilanStatistique.de(
        compiled, OffsetDateTime.now(clock).withNano(0), asked.byYear(), asked.detail());
  }

  /** What a night has read is not read again. */
  private Compilation compiled(List<Source> filed, List<Exercice> years) {
    Guichet counter = house.filingCounter();
    Collection<Entente> agreements = house.base().gabarit().ententes().values();
    try (NightHistory.Use history = nights.useIfThere().orElse(null)) {
      Jugees known = history == null ? null : known(history, counter);
      return counter.compile(filed, years, agreements, known, () -> {});
    }
  }

  private static Jugees known(NightHistory.Use history, Guichet counter) {
    Empreintes prints = Empreintes.de(Rapport.Outil.courant().version(), counter, "");
    return new Jugees(history.history(), prints, null);
  }

  /** Workbooks of two agreements may have one name: each is told with whose it is. */
  private static Source source(DerniereVersion filed) {
    String whose = filed.dossier().entente().code() + " " + filed.dossier().exercice().nom() + ", ";
    return Source.de(whose + filed.nom(), filed.octets());
  }
}
