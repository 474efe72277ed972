package org.verifqis.web;

import java.nio.file.Files;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.verifqis.audit.Historique;
import org.verifqis.audit.Transfert;

/**
 * The history that the nights' audits leave, open as long as somebody uses it and closed by the
 * last: whoever closes one tidies its file, which would take it from the others.
 */
@Component
class NightHistory {
  private static final Logger LOG = LoggerFactory.getLogger(NightHistory.class);

  private final String url;
  private final House house;
  private Historique open;
  private int users;

  NightHistory(ServerSettings settings, House house) {
    this.url = Historique.urlDesDepots(settings.base());
    this.house = house;
  }

  /** The history in somebody's use. */
  final class Use implements AutoCloseable {
    private Use() {}

    Historique history() {
      return open;
    }

    @Override
    public void close() {
      leave();
    }
  }

  /**
   * Opens it, or makes it.
   *
   * @throws Historique.BaseInutilisable if that can't be done
   */
  synchronized Use use() {
    if (users == 0) {
      open = Historique.ouvre(url, house.base().gabarit(), house.base().registre());
    }
    users++;
    return new Use();
  }

  /** Opens it where a night has left one that can be used. */
  synchronized Optional<Use> useIfThere() {
    if (users == 0 && !isThere()) {
      return Optional.empty();
    }
    try {
      return Optional.of(use());
    } catch (Historique.BaseInutilisable e) {
      LOG.warn("the history of the nights can't be used: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private boolean isThere() {
    return Historique.fichier(url).map(Files::exists).orElseGet(() -> Transfert.aUnHistorique(url));
  }

  private synchronized void leave() {
    users--;
    if (users == 0) {
      Historique last = open;
      open = null;
      try {
        last.close();
      } catch (Historique.BaseInutilisable e) {
        // Nothing is lost: it is tidied another time.
        LOG.warn("the history of the nights can't be tidied: {}", e.getMessage());
      }
    }
  }
}
