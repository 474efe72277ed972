package org.verifqis.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.verifqis.rapport.Format;
import org.verifqis.service.depot.Conservation;
import org.verifqis.service.depot.Conservation.Sorte;
import org.verifqis.service.depot.Conservation.Termes;
import org.verifqis.service.depot.DureeDeGarde;
import org.verifqis.service.depot.Greffe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code verifqis conservation}: what is past the time for which it is kept, and its end. */
@Command(name = "conservation", aliases = "retention", sortOptions = false)
final class ConservationCommand implements Callable<Integer> {
  /** What settings of the server that say how long something is kept begin with. */
  private static final String SETTINGS = "verifqis.conservation.";

  private final Environment environment;
  private final Messages messages;

  @Spec private CommandSpec spec;

  @Mixin private StoreOption store;

  @Option(names = "--config", paramLabel = "FICHIER", descriptionKey = "conservation.config")
  private Path config;

  @Option(
      names = {"--supprimer", "--delete"},
      split = ",",
      paramLabel = "SORTE",
      descriptionKey = "conservation.supprimer")
  private Set<Sorte> deleted = new LinkedHashSet<>();

  @Option(
      names = {"--avant", "--before"},
      paramLabel = "AAAA-MM-JJ",
      descriptionKey = "conservation.avant")
  private LocalDate before;

  ConservationCommand(Environment environment, Messages messages) {
    this.environment = environment;
    this.messages = messages;
  }

  @Override
  public Integer call() {
    Termes terms = terms();
    for (Sorte kind : deleted) {
      if (!terms.durees().containsKey(kind)) {
        throw messages.wrongUse(spec, "conservation.sansTerme", kind.nom(), SETTINGS + kind.nom());
      }
    }
    Clock clock = environment.clock();
    OffsetDateTime until =
        before == null ? null : before.atStartOfDay(clock.getZone()).toOffsetDateTime();
    try (Greffe registry = store.openExisting(clock)) {
      tell(registry.conservation(), terms, until);
      if (deleted.isEmpty()) {
        environment.out().println(messages.text("conservation.rien"));
        return ExitStatus.CLEAN.code();
      }
      registry
          .conservation()
          .supprime(EnumSet.copyOf(deleted), terms, until)
          .forEach(
              (kind, count) ->
                  environment
                      .out()
                      .println(messages.text("conservation.supprime", name(kind), count)));
      return ExitStatus.CLEAN.code();
    } catch (Greffe.GreffeInutilisable e) {
      environment.err().println(StoreOption.complaint(messages, e));
      return ExitStatus.NOT_READ.code();
    }
  }

  private Termes terms() {
    if (config == null) {
      return Termes.de(Map.of());
    }
    Properties settings = new Properties();
    try (Reader reader = Files.newBufferedReader(config)) {
      settings.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw messages.wrongUse(spec, "servir.sansConfig", config);
    }
    try {
      return Termes.de(
          settings.stringPropertyNames().stream()
              .filter(name -> name.startsWith(SETTINGS))
              .collect(
                  Collectors.toMap(
                      name -> name.substring(SETTINGS.length()),
                      settings::getProperty,
                      (one, other) -> one,
                      TreeMap::new)));
    } catch (Conservation.TermeInvalide e) {
      throw messages.wrongUse(spec, "conservation.terme", SETTINGS + e.sorte(), e.texte());
    }
  }

  private void tell(Conservation kept, Termes terms, OffsetDateTime until) {
    Format format = new Format(messages.language());
    for (Conservation.Echu past : kept.echus(terms, until)) {
      DureeDeGarde term = terms.durees().get(past.sorte());
      String many = term.nombre() == 1 ? ".un" : ".plusieurs";
      String how = messages.text("duree." + term.unite() + many, term.nombre());
      String key = past.ancien() == null ? "conservation.aucun" : "conservation.echus";
      String oldest =
          past.ancien() == null
              ? ""
              : format.date(
                  past.ancien().atZoneSameInstant(environment.clock().getZone()).toLocalDate());
      environment
          .out()
          .println(messages.text(key, name(past.sorte()), how, past.combien(), oldest));
    }
    for (Sorte kind : Sorte.values()) {
      if (!terms.durees().containsKey(kind)) {
        environment.out().println(messages.text("conservation.toujours", name(kind)));
      }
    }
  }

  private String name(Sorte kind) {
    return messages.text("conservation.sorte." + kind);
  }
}
