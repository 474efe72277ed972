package org.verifqis.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password4j.Argon2Password4jPasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.verifqis.rapport.Langue;
import org.verifqis.service.depot.Greffe;
import org.verifqis.service.depot.Role;

/**
 * Who may ask for the pages of filings. They alone know of sessions: the pages that anyone may read
 * set no cookie. That an account may ask is not that it sees: each question to the registry is put
 * for it.
 */
@Configuration(proxyBeanMethods = false)
class FilingSecurity {
  /** Where nobody has to be logged in. */
  private static final List<String> OPEN =
      List.of("/connexion", "/connexion/**", "/oubli", "/lien/*");

  private static final List<String> ADMIN =
      List.of("/comptes", "/comptes/**", "/journal", "/journal/**");

  /** Two of the staff or of the administration see to them. */
  private static final List<String> FIGURES = List.of("/parametres", "/parametres/**");

  private static final List<String> STAFF =
      Stream.concat(
              Stream.of("/tableau", "/tableau/**", "/statistiques", "/statistiques/**"),
              Stream.of("corrections", "acceptation", "accepter", "retirer", "adopter", "rouvrir")
                  .map(FilingSecurity::ofAReddition))
          .toList();

  private static final List<String> COORDINATION =
      Stream.of("verifier", "brouillon", "deposer", "abandonner")
          .map(FilingSecurity::ofAReddition)
          .toList();

  private static String ofAReddition(String what) {
    return "/depots/*/*/" + what;
  }

  private static String[] inBothLanguages(List<String> paths) {
    return Stream.of(Langue.values())
        .flatMap(language -> paths.stream().map(path -> Frame.link(language, path)))
        .toArray(String[]::new);
  }

  /** What belongs to filings, on the port of the pages. */
  private static RequestMatcher filing(Management management) {
    List<String> paths = new ArrayList<>(OPEN);
    paths.addAll(ADMIN);
    paths.addAll(STAFF);
    paths.addAll(FIGURES);
    paths.addAll(List.of("/deconnexion", "/depots", "/depots/**"));
    List<PathPatternRequestMatcher> patterns =
        Stream.of(inBothLanguages(paths)).map(PathPatternRequestMatcher::pathPattern).toList();
    return request ->
        request.getLocalPort() != management.port()
            && patterns.stream().anyMatch(pattern -> pattern.matches(request));
  }

  @Bean
  PasswordEncoder encoder() {
    return new Argon2Password4jPasswordEncoder();
  }

  @Bean
  @Order(1)
  SecurityFilterChain filingChain(
      HttpSecurity http,
      Management management,
      ServerSettings settings,
      Greffe registry,
      Figures figures,
      Links links,
      Devices devices,
      Strangers strangers,
      PasswordEncoder encoder)
      throws Exception {
    HttpSessionRequestCache asked = new HttpSessionRequestCache();
    asked.setRequestMatcher(
        request -> request.getMethod().equals(HttpMethod.GET.name()) && isPage(request));
    asked.setMatchingRequestParameterName(null);
    SavedRequestAwareAuthenticationSuccessHandler entered =
        new SavedRequestAwareAuthenticationSuccessHandler() {
          @Override
          public void onAuthenticationSuccess(
              HttpServletRequest request, HttpServletResponse response, Authentication who)
              throws ServletException, IOException {
            strangers.knows(request);
            super.onAuthenticationSuccess(request, response, who);
          }

          @Override
          protected String determineTargetUrl(
              HttpServletRequest request, HttpServletResponse response) {
            return Frame.link(language(request), "/depots");
          }
        };
    entered.setRequestCache(asked);
    entered.setRedirectStrategy(
        (request, response, target) -> response.sendRedirect(withoutHost(target)));
    OidcLogin oidc =
        settings.oidc() == null ? null : new OidcLogin(settings.oidc(), links, registry);
    http.securityMatcher(filing(management))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(inBothLanguages(OPEN))
                    .permitAll()
                    .requestMatchers(inBothLanguages(ADMIN))
                    .hasRole(Role.ADMIN.name())
                    .requestMatchers(inBothLanguages(FIGURES))
                    .hasAnyRole(Role.PERSONNEL.name(), Role.ADMIN.name())
                    .requestMatchers(inBothLanguages(STAFF))
                    .hasRole(Role.PERSONNEL.name())
                    .requestMatchers(inBothLanguages(COORDINATION))
                    .hasRole(Role.COORDINATION.name())
                    .anyRequest()
                    .authenticated())
        .authenticationManager(new ProviderManager(logins(settings, registry, encoder, oidc)))
        .requestCache(cache -> cache.requestCache(asked))
        .logout(
            logout ->
                logout
                    .logoutUrl("/deconnexion")
                    .logoutSuccessHandler(
                        (request, response, who) ->
                            response.sendRedirect(
                                Frame.link(language(request), "/connexion") + "?parti")))
        .exceptionHandling(
            e ->
                e.authenticationEntryPoint(
                    (request, response, refusal) ->
                        response.sendRedirect(Frame.link(Pages.language(request), "/connexion"))))
        // Before the form is read, for what shows that this site made it.
        .addFilterBefore(new UploadSize(settings), CsrfFilter.class)
        .addFilterBefore(new AccountFilter(registry, figures), AuthorizationFilter.class);
    if (settings.localLogin()) {
      http.formLogin(
          login ->
              login
                  .loginPage("/connexion")
                  .usernameParameter("courriel")
                  .passwordParameter("secret")
                  .authenticationDetailsSource(
                      request -> devices.origin(request, request.getParameter("courriel")))
                  .successHandler(
                      (request, response, who) -> {
                        devices.remember(request, response, who.getName());
                        entered.onAuthenticationSuccess(request, response, who);
                      })
                  .failureHandler(
                      (request, response, refusal) ->
                          response.sendRedirect(
                              Frame.link(language(request), "/connexion")
                                  + (refusal instanceof LockedException ? "?attente" : "?refus"))));
    }
    if (oidc != null) {
      oidc.addTo(http, entered);
    }
    return Security.headers(http).build();
  }

  private static List<AuthenticationProvider> logins(
      ServerSettings settings, Greffe registry, PasswordEncoder encoder, OidcLogin oidc) {
    List<AuthenticationProvider> logins = new ArrayList<>();
    if (settings.localLogin()) {
      logins.add(new ThrottledLogin(registry, encoder));
    }
    if (oidc != null) {
      logins.add(oidc.provider());
    }
    return logins;
  }

  /** Where somebody may be led back to once logged in: no file is downloaded unasked. */
  private static boolean isPage(HttpServletRequest request) {
    String accepted = request.getHeader("Accept");
    return accepted == null || accepted.contains("text/html");
  }

  /**
   * What was asked for is remembered with the host under which it was asked for, which whoever
   * asked could say.
   */
  private static String withoutHost(String target) {
    URI asked = URI.create(target);
    String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
    return asked.getRawPath().replaceFirst("^/+", "/") + query;
  }

  /** The forms of logging in and out are sent to one address: each says its language. */
  private static Langue language(HttpServletRequest request) {
    return OidcLogin.language(request);
  }
}
