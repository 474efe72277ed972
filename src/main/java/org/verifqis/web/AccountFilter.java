package org.verifqis.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;
import org.verifqis.service.depot.Compte;
import org.verifqis.service.depot.Greffe;

/**
 * Gives each request the account of whoever asks, as it is now. Whose account was changed, closed
 * or given another password since has to log in anew.
 */
final class AccountFilter extends OncePerRequestFilter {
  /** The attribute of the request under which it is found. */
  static final String ACCOUNT = "verifqis.compte";

  private final Greffe registry;
  private final Figures figures;

  AccountFilter(Greffe registry, Figures figures) {
    this.registry = registry;
    this.figures = figures;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who != null && who.getPrincipal() instanceof Known visitor) {
      Optional<Compte> now =
          registry.comptes().actif(visitor.id()).filter(c -> c.verrou() == visitor.lock());
      if (now.isEmpty()) {
        new SecurityContextLogoutHandler().logout(request, response, who);
        response.sendRedirect(Frame.link(Pages.language(request), "/connexion") + "?fin");
        return;
      }
      request.setAttribute(ACCOUNT, now.get());
      figures.refresh();
    }
    chain.doFilter(request, response);
  }
}
