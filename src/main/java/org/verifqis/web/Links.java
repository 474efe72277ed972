package org.verifqis.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.verifqis.rapport.Langue;

/**
 * Addresses that leave the server. They are made of what its settings say, never of what a request
 * says of itself: whoever asks could have a link sent that leads elsewhere.
 */
@Component
class Links {
  private final String page;
  private final String address;

  Links(ServerSettings settings, Environment environment) {
    this.page = settings.page() == null ? null : settings.page().replaceFirst("/+$", "");
    this.address = environment.getProperty("server.address");
  }

  /** Whether it was said where people see this server. */
  boolean known() {
    return page != null;
  }

  /** Where a page is for people, given by its path in French. */
  String to(Langue language, String path) {
    if (page == null) {
      throw new IllegalStateException("verifqis.page is not set");
    }
    return page + Frame.link(language, path);
  }

  /** The same; where nothing was said, as this machine has it. */
  String to(HttpServletRequest request, Langue language, String path) {
    return known()
        ? to(language, path)
        : "http://" + address + ":" + request.getLocalPort() + Frame.link(language, path);
  }
}
