package org.verifqis.web;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.util.unit.DataSize;
import org.verifqis.service.depot.Conservation;

/**
 * What the configuration says of this program, under {@code verifqis.}: docs/exploitation.md.
 *
 * @param managementPort where health and figures are, on 127.0.0.1; 0 for any free one
 * @param size how large an uploaded workbook may be
 * @param rows how many rows a sheet of it may have
 * @param inflated how large it may be once inflated
 * @param workers how many workbooks are worked on at once
 * @param queue how many more may wait
 * @param patience how long one waits at most
 * @param timeLimit how long one may take
 * @param perMinute how many an address may send in a minute
 * @param passage a folder of its own, where uploads lie while they are read; null for one that ends
 *     with the server
 * @param clamd host and port of an antivirus; null without one
 * @param base the database of filings, by its JDBC address; null where nothing is filed
 * @param page address where people see this server, for links; null where that is this machine
 * @param localLogin whether people come in by a password that is kept here
 * @param oidc the provider that says who somebody is; null where there is none
 * @param mail how messages are sent; null where none are
 * @param kept for how long what is kept, by the names of {@link Conservation.Sorte}
 * @param responsible who answers for personal information, and how to write to that person; null
 *     where that is not said
 * @param audit when all that is filed is audited; null where it is not
 * @param aside bounds of what is worked on in a process of its own
 * @param accounts bounds for whoever is logged in
 */
@ConfigurationProperties(prefix = "verifqis", ignoreUnknownFields = false)
record ServerSettings(
    @Name("port-gestion") @DefaultValue("8081") int managementPort,
    @Name("taille") @DefaultValue("5MB") DataSize size,
    @Name("lignes") @DefaultValue("5000") int rows,
    @Name("deployee") @DefaultValue("64MB") DataSize inflated,
    @Name("ouvriers") @DefaultValue("2") int workers,
    @Name("file") @DefaultValue("8") int queue,
    @DefaultValue("30s") Duration patience,
    @Name("delai") @DefaultValue("30s") Duration timeLimit,
    @Name("par-minute") @DefaultValue("30") int perMinute,
    Path passage,
    String clamd,
    String base,
    String page,
    @Name("connexion-locale") @DefaultValue("true") boolean localLogin,
    OidcSettings oidc,
    @Name("courriel") MailSettings mail,
    @Name("conservation") Map<String, String> kept,
    @Name("responsable") String responsible,
    Audit audit,
    @Name("a-part") @DefaultValue Aside aside,
    @Name("connectes") @DefaultValue Accounts accounts) {

  /**
   * What is larger or slower than the rest is worked on in a process of its own, one at a time.
   *
   * @param rows how many rows a sheet of it may have
   * @param memory the memory of that process
   * @param timeLimit how long it may take
   * @param queue how many more may wait
   */
  record Aside(
      @Name("lignes") @DefaultValue("20000") int rows,
      @Name("memoire") @DefaultValue("640MB") DataSize memory,
      @Name("delai") @DefaultValue("120s") Duration timeLimit,
      @Name("file") @DefaultValue("2") int queue) {
    Aside {
      atLeast(1, rows, "a-part.lignes");
      atLeast(1, memory.toMegabytes(), "a-part.memoire");
      atLeast(1, timeLimit, "a-part.delai");
      atLeast(0, queue, "a-part.file");
    }
  }

  /**
   * Whoever is logged in has wider bounds, and a queue that no visitor fills.
   *
   * @param size how large an uploaded workbook may be
   * @param rows how many rows a sheet of it may have
   * @param inflated how large it may be once inflated
   * @param queue how many may wait
   * @param patience how long one waits at most
   * @param timeLimit how long one workbook may take
   * @param perMinute how many an account may send in a minute
   */
  record Accounts(
      @Name("taille") @DefaultValue("20MB") DataSize size,
      @Name("lignes") @DefaultValue("20000") int rows,
      @Name("deployee") @DefaultValue("256MB") DataSize inflated,
      @Name("file") @DefaultValue("32") int queue,
      @DefaultValue("60s") Duration patience,
      @Name("delai") @DefaultValue("60s") Duration timeLimit,
      @Name("par-minute") @DefaultValue("30") int perMinute) {
    Accounts {
      atLeast(1, size.toBytes(), "connectes.taille");
      atLeast(1, rows, "connectes.lignes");
      atLeast(1, inflated.toBytes(), "connectes.deployee");
      atLeast(0, queue, "connectes.file");
      atLeast(0, patience, "connectes.patience");
      atLeast(1, timeLimit, "connectes.delai");
      atLeast(1, perMinute, "connectes.par-minute");
    }
  }

  /**
   * All that is filed is audited at an hour of the night.
   *
   * @param hour which, {@code 02:30}, where the server is
   * @param pace how often it is looked whether it is time
   */
  record Audit(@Name("heure") String hour, @Name("cadence") @DefaultValue("1m") Duration pace) {
    Audit {
      time(hour);
      atLeast(1, pace, "audit.cadence");
    }

    private static LocalTime time(String hour) {
      try {
        return LocalTime.parse(String.valueOf(hour));
      } catch (DateTimeParseException e) {
        throw new CannotStart.WrongSetting("verifqis.audit.heure", String.valueOf(hour), e);
      }
    }

    /** Which hour. */
    LocalTime time() {
      return time(hour);
    }
  }

  ServerSettings {
    atLeast(1, size.toBytes(), "taille");
    atLeast(1, rows, "lignes");
    atLeast(1, inflated.toBytes(), "deployee");
    atLeast(0, workers, "ouvriers");
    atLeast(0, queue, "file");
    atLeast(0, patience, "patience");
    atLeast(1, timeLimit, "delai");
    atLeast(1, perMinute, "par-minute");
    kept = kept == null ? Map.of() : Map.copyOf(kept);
    terms(kept);
    if (page != null && !page.matches("https?://[^/?#\\s@]+(/[^?#\\s@]*)?")) {
      throw new CannotStart.WrongSetting("verifqis.page", page, null);
    }
    if (oidc != null && page == null) {
      throw new CannotStart.Alone("verifqis.oidc", "verifqis.page");
    }
    if (audit != null && base == null) {
      throw new CannotStart.Alone("verifqis.audit.heure", "verifqis.base");
    }
    if (oidc == null && !localLogin) {
      throw new CannotStart.Alone("verifqis.connexion-locale", "verifqis.oidc");
    }
  }

  /** For how long what is kept. */
  Conservation.Termes terms() {
    return terms(kept);
  }

  private static Conservation.Termes terms(Map<String, String> kept) {
    try {
      return Conservation.Termes.de(kept);
    } catch (Conservation.TermeInvalide e) {
      throw new CannotStart.WrongSetting("verifqis.conservation." + e.sorte(), e.texte(), e);
    }
  }

  private static void atLeast(long least, Duration value, String name) {
    if (value.toMillis() < least) {
      throw new CannotStart.WrongSetting("verifqis." + name, value.toMillis() + "ms", null);
    }
  }

  private static void atLeast(long least, long value, String name) {
    if (value < least) {
      throw new CannotStart.WrongSetting("verifqis." + name, String.valueOf(value), null);
    }
  }
}
