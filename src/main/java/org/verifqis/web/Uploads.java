package org.verifqis.web;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.verifqis.service.depot.Compte;

/**
 * Takes in what is uploaded: so many an address, or an account, past the antivirus where there is
 * one, and no more at once than the machine can bear. No name of a file is logged.
 */
@Component
class Uploads {
  private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
  private static final Duration ANTIVIRUS_PATIENCE = Duration.ofSeconds(20);

  private final RateLimit rate;
  private final Antivirus antivirus;
  private final RateLimit accountRate;
  private final Admission admission;
  private final Admission accountAdmission;

  /** An antivirus that does not answer must not hold every thread there is. */
  private final Admission scanning;

  private final Admission accountScanning;

  private final Timer durations;
  private final Counter turnedAway;

  Uploads(ServerSettings settings, Management management) {
    rate = new RateLimit(settings.perMinute(), TimeMeter.SYSTEM_MILLISECONDS);
    accountRate = new RateLimit(settings.accounts().perMinute(), TimeMeter.SYSTEM_MILLISECONDS);
    antivirus = settings.clamd() == null ? null : antivirus(settings.clamd());
    admission = new Admission(settings.workers(), settings.queue(), settings.patience());
    scanning = new Admission(settings.workers(), settings.queue(), settings.patience());
    ServerSettings.Accounts accounts = settings.accounts();
    accountAdmission = admission.ahead(accounts.queue(), accounts.patience());
    accountScanning = scanning.ahead(accounts.queue(), accounts.patience());
    durations = Timer.builder("verifqis.travaux").register(management.metrics());
    present("verifqis.presents", admission, management);
    present("verifqis.presents.connectes", accountAdmission, management);
    turnedAway = Counter.builder("verifqis.renvoyes").register(management.metrics());
  }

  private static void present(String name, Admission admission, Management management) {
    int places = admission.free();
    Gauge.builder(name, admission, room -> places - room.free()).register(management.metrics());
  }

  private static Antivirus antivirus(String clamd) {
    int colon = clamd.lastIndexOf(':');
    String host = clamd.substring(0, Math.max(0, colon));
    try {
      if (host.isEmpty()) {
        throw new IllegalArgumentException("no host");
      }
      int port = Integer.parseInt(clamd.substring(colon + 1));
      return new Antivirus(InetSocketAddress.createUnresolved(host, port), ANTIVIRUS_PATIENCE);
    } catch (IllegalArgumentException e) {
      throw new CannotStart.WrongSetting("verifqis.clamd", clamd, e);
    }
  }

  /** Why an upload goes no further. */
  enum Motif {
    AUCUN_FICHIER,
    CORRECTIONS_ILLISIBLES,
    TROP_SOUVENT,
    INFECTE,
    ANTIVIRUS_MUET
  }

  /** An upload that goes no further. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Motif reason;

    Refused(Motif reason) {
      super(reason.name(), null, false, false);
      this.reason = reason;
    }

    Motif reason() {
      return reason;
    }
  }

  /**
   * The bytes of what was uploaded.
   *
   * @throws Refused if they go no further
   */
  byte[] bytes(HttpServletRequest request, MultipartFile fichier) throws IOException {
    Compte who = Desks.who(request);
    if (!(who == null ? rate.admits(request.getRemoteAddr()) : accountRate.admits(who.id()))) {
      throw new Refused(Motif.TROP_SOUVENT);
    }
    if (fichier == null || fichier.getOriginalFilename() == null || name(fichier).isEmpty()) {
      throw new Refused(Motif.AUCUN_FICHIER);
    }
    if (request.getAttribute(UploadSize.ALLOWED) instanceof DataSize allowed
        && fichier.getSize() > allowed.toBytes()) {
      throw new MaxUploadSizeExceededException(allowed.toBytes());
    }
    byte[] bytes = fichier.getBytes();
    if (antivirus != null) {
      scan(who == null ? scanning : accountScanning, bytes);
    }
    return bytes;
  }

  /**
   * What was uploaded, and the correspondance that came with it, if any.
   *
   * @throws Refused if they go no further
   */
  Received received(HttpServletRequest request, MultipartFile fichier, MultipartFile correspondance)
      throws IOException {
    byte[] bytes = bytes(request, fichier);
    if (correspondance == null || correspondance.isEmpty()) {
      return new Received(name(fichier), bytes, null);
    }
    byte[] profile = correspondance.getBytes();
    if (antivirus != null) {
      scan(scanning, profile);
    }
    return new Received(name(fichier), bytes, new Received.Profile(name(correspondance), profile));
  }

  /** The name of a file as people call it, without the folders that some browsers send. */
  static String name(MultipartFile fichier) {
    String name = fichier.getOriginalFilename();
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }

  private void scan(Admission turns, byte[] bytes) {
    boolean clean;
    try {
      clean = turns.run(() -> antivirus.admits(bytes));
    } catch (Admission.Full e) {
      turnedAway.increment();
      throw e;
    } catch (Exception e) {
      LOG.error("the antivirus can't be asked: {}", e.toString());
      throw new Refused(Motif.ANTIVIRUS_MUET);
    }
    if (!clean) {
      LOG.warn("the antivirus found something in an upload");
      throw new Refused(Motif.INFECTE);
    }
  }

  /**
   * Works on a workbook when its turn comes.
   *
   * @throws Admission.Full if there is no place for it
   */
  <T> T work(Callable<T> work) throws Exception {
    return work(admission, work);
  }

  /**
   * The same for somebody who is logged in: however many visitors wait, that is another queue.
   *
   * @throws Admission.Full if there is no place for it
   */
  <T> T workForAccount(Callable<T> work) throws Exception {
    return work(accountAdmission, work);
  }

  /** Whether nobody's workbook is worked on or waits. */
  boolean idle() {
    return admission.idle() && accountAdmission.idle();
  }

  private <T> T work(Admission turns, Callable<T> work) throws Exception {
    try {
      return turns.run(() -> durations.recordCallable(work));
    } catch (Admission.Full e) {
      turnedAway.increment();
      throw e;
    }
  }
}
