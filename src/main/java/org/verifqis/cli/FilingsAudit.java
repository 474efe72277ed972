package org.verifqis.cli;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.verifqis.audit.AuditDesDepots;
import org.verifqis.service.depot.Greffe;
import org.verifqis.service.depot.Nuits;
import picocli.CommandLine.ParameterException;

/** Lets what is filed be audited, by one program at a time, and the staff know how it ended. */
final class FilingsAudit {
  /** The audit itself. */
  interface Audit {
    /** Does it. */
    ExitStatus of(AuditDesDepots filed) throws Exception;
  }

  private final Environment environment;
  private final Messages messages;

  FilingsAudit(Environment environment, Messages messages) {
    this.environment = environment;
    this.messages = messages;
  }

  /** Audits what is filed at an address. */
  ExitStatus of(String url, Audit audit) throws Exception {
    try (Greffe registry = StoreOption.existing(url, environment.clock())) {
      Optional<Nuits.Bail> lease = registry.nuits().prends();
      if (lease.isEmpty()) {
        environment.err().println(messages.text("auditer.depots.rien"));
        return ExitStatus.NOT_READ;
      }
      return of(registry, lease.get(), audit);
    } catch (Greffe.GreffeInutilisable e) {
      environment.err().println(StoreOption.complaint(messages, e));
      return ExitStatus.NOT_READ;
    }
  }

  private ExitStatus of(Greffe registry, Nuits.Bail lease, Audit audit) throws Exception {
    OffsetDateTime now = OffsetDateTime.now(environment.clock());
    try (AuditDesDepots filed = AuditDesDepots.commence(registry, lease, now, null)) {
      try {
        ExitStatus status = audit.of(filed);
        // Where it was not left to the registry, the command has told why.
        filed.echoue(messages.text("auditer.depots.echec"));
        return status;
      } catch (ParameterException e) {
        // What was mistyped is no audit that failed.
        filed.abandonne();
        throw e;
      } catch (Exception e) {
        filed.echoue(e.toString());
        throw e;
      }
    }
  }
}
