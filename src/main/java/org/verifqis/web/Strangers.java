package org.verifqis.web;

import io.micrometer.core.instrument.Gauge;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The sessions of those who have not logged in: each page with a form begins one. Only the latest
 * are kept, and not for long, so that asking for many fills no memory; nobody who has logged in is
 * among them.
 */
@Component
class Strangers implements HttpSessionListener {
  private static final int MOST = 5_000;
  private static final int SECONDS = 600;

  private final int most;

  /** The oldest first. */
  private final Set<HttpSession> sessions = new LinkedHashSet<>();

  @Autowired
  Strangers(Management management) {
    this(MOST);
    Gauge.builder("verifqis.sessions.inconnues", this, Strangers::count)
        .register(management.metrics());
  }

  Strangers(int most) {
    this.most = most;
  }

  int count() {
    synchronized (sessions) {
      return sessions.size();
    }
  }

  @Override
  public void sessionCreated(HttpSessionEvent event) {
    event.getSession().setMaxInactiveInterval(SECONDS);
    HttpSession oldest = null;
    synchronized (sessions) {
      sessions.add(event.getSession());
      if (sessions.size() > most) {
        oldest = sessions.iterator().next();
        sessions.remove(oldest);
      }
    }
    if (oldest != null) {
      end(oldest);
    }
  }

  /** Not while the others wait: ending one tells every listener. */
  private static void end(HttpSession session) {
    try {
      session.invalidate();
    } catch (IllegalStateException endedMeanwhile) {
      // There is nothing to end any more.
    }
  }

  @Override
  public void sessionDestroyed(HttpSessionEvent event) {
    synchronized (sessions) {
      sessions.remove(event.getSession());
    }
  }

  /** Somebody has logged in: hers lasts as long as any. */
  void knows(HttpServletRequest request) {
    HttpSession hers = request.getSession();
    synchronized (sessions) {
      sessions.remove(hers);
    }
    hers.setMaxInactiveInterval(60 * request.getServletContext().getSessionTimeout());
  }
}
