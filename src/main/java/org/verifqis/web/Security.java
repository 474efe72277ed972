package org.verifqis.web;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.verifqis.rapport.Langue;

/** Who may ask for what, and the headers of every answer. */
@Configuration(proxyBeanMethods = false)
class Security {
  private static final String CSP =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** What anyone may read, in each language. */
  private static final List<String> READABLE =
      inBothLanguages(
          "/",
          "/verifier",
          "/annoter",
          "/corriger",
          "/telecharger",
          "/convertir",
          "/confidentialite",
          "/gabarit",
          "/regles",
          "/regles/*",
          "/statique/**");

  /** What anyone may send a workbook to. Nothing is kept, so there is nothing to forge. */
  private static final List<String> OFFERED =
      inBothLanguages(
          "/verifier", "/annoter", "/corriger", "/telecharger", "/convertir", "/gabarit");

  /** What is asked for on the port of its own. */
  private static final List<String> MANAGEMENT = List.of("/sante", "/sante/prete", "/metriques");

  private static AuthorizationManager<RequestAuthorizationContext> only(List<String> chemins) {
    return (who, context) ->
        new AuthorizationDecision(chemins.contains(context.getRequest().getRequestURI()));
  }

  private static List<String> inBothLanguages(String... chemins) {
    return Stream.of(Langue.values())
        .flatMap(language -> Stream.of(chemins).map(path -> Frame.link(language, path)))
        .toList();
  }

  private static String[] array(List<String> paths) {
    return paths.toArray(String[]::new);
  }

  @Bean
  SecurityFilterChain chain(HttpSecurity http, Management management, ServerSettings settings)
      throws Exception {
    http.addFilterAfter(new UploadSize(settings), HeaderWriterFilter.class)
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(request -> request.getLocalPort() == management.port())
                    .access(only(MANAGEMENT))
                    .requestMatchers(HttpMethod.GET, array(READABLE))
                    .permitAll()
                    .requestMatchers(HttpMethod.HEAD, array(READABLE))
                    .permitAll()
                    .requestMatchers(HttpMethod.POST, array(OFFERED))
                    .permitAll()
                    .requestMatchers(HttpMethod.GET, ApiController.ROOT + "*.json")
                    .permitAll()
                    .requestMatchers(HttpMethod.POST, ApiController.ROOT + "verifications")
                    .permitAll()
                    .requestMatchers("/error")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(csrf -> csrf.disable())
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable())
        .exceptionHandling(
            e ->
                e.authenticationEntryPoint(
                    (request, response, refusal) -> response.sendError(404)));
    return headers(http).build();
  }

  /** The headers of every answer. */
  static HttpSecurity headers(HttpSecurity http) throws Exception {
    return http.headers(
        headers ->
            headers
                .contentSecurityPolicy(csp -> csp.policyDirectives(CSP))
                .referrerPolicy(referent -> referent.policy(ReferrerPolicy.NO_REFERRER))
                .httpStrictTransportSecurity(hsts -> hsts.includeSubDomains(false)));
  }

  /** Nobody has an account here: without this, Boot would invent one and print its password. */
  @Bean
  UserDetailsService nobody() {
    return new InMemoryUserDetailsManager();
  }
}
