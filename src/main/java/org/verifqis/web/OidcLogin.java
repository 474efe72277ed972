package org.verifqis.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.verifqis.rapport.Langue;
import org.verifqis.service.depot.Compte;
import org.verifqis.service.depot.GesteRefuse;
import org.verifqis.service.depot.Greffe;

/**
 * Logging in by an identity provider: it says who somebody is, the accounts what that person may
 * do. It is asked where its pages are at the first login, so that the server starts without it.
 */
final class OidcLogin {
  /** By which it is called in the address where a login begins. */
  static final String NAME = "oidc";

  /** The attribute of the session that keeps the language of whoever is away at the provider. */
  static final String LANGUAGE = "verifqis.langue";

  private static final Logger LOG = LoggerFactory.getLogger(OidcLogin.class);
  private static final String BEGIN = "/connexion/par";
  private static final String BACK = "/connexion/retour";
  private static final String UNKNOWN = "compte_inconnu";

  private final OidcSettings settings;
  private final Links links;
  private final Greffe registry;

  OidcLogin(OidcSettings settings, Links links, Greffe registry) {
    this.settings = settings;
    this.links = links;
    this.registry = registry;
  }

  /** What exchanges the code that somebody comes back with. */
  AuthenticationProvider provider() {
    return new OidcAuthorizationCodeAuthenticationProvider(
        new RestClientAuthorizationCodeTokenResponseClient(), this::account);
  }

  private OidcUser account(OidcUserRequest request) {
    OidcIdToken token = request.getIdToken();
    String issuer = token.getIssuer().toString();
    Optional<Compte> tied = registry.identites().compte(issuer, token.getSubject());
    Optional<Compte> account =
        tied.isPresent() ? tied.filter(Compte::actif) : atFirst(issuer, token);
    if (account.isEmpty()) {
      String address = token.getClaimAsString(settings.claim());
      registry.comptes().inconnu(address == null ? token.getSubject() : address);
      throw new OAuth2AuthenticationException(new OAuth2Error(UNKNOWN));
    }
    return new OidcVisitor(token, account.get());
  }

  /** Whoever comes for the first time has the account of an address that the provider verified. */
  private Optional<Compte> atFirst(String issuer, OidcIdToken token) {
    String address = token.getClaimAsString(settings.claim());
    Boolean told = token.getClaimAsBoolean("email_verified");
    boolean verified = told == null ? settings.verified() : told;
    if (address == null || !verified) {
      return Optional.empty();
    }
    try {
      return Optional.of(registry.identites().lie(issuer, token.getSubject(), address));
    } catch (GesteRefuse nobodys) {
      return Optional.empty();
    }
  }

  /** Adds it to the pages of filings. */
  void addTo(HttpSecurity http, AuthenticationSuccessHandler entered) throws Exception {
    ClientRegistrationRepository provider = new SupplierClientRegistrationRepository(this::asked);
    http.oauth2Login(
        login ->
            login
                .loginPage("/connexion")
                .clientRegistrationRepository(provider)
                .authorizedClientRepository(new Forgetful())
                .authorizationEndpoint(
                    begin -> begin.authorizationRequestResolver(new InItsLanguage(provider)))
                .redirectionEndpoint(back -> back.baseUri(BACK))
                .successHandler(entered)
                .failureHandler(OidcLogin::refused)
                .withObjectPostProcessor(
                    new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                      @Override
                      public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(
                          F filter) {
                        filter.setAuthenticationFailureHandler(OidcLogin::refused);
                        return filter;
                      }
                    }));
  }

  private InMemoryClientRegistrationRepository asked() {
    return new InMemoryClientRegistrationRepository(
        ClientRegistrations.fromIssuerLocation(settings.issuer())
            .registrationId(NAME)
            .clientId(settings.client())
            .clientSecret(settings.secret())
            .redirectUri(links.to(Langue.FR, BACK))
            .scope("openid", "email", "profile")
            .build());
  }

  private static void refused(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
      throws IOException {
    boolean unknown =
        refusal instanceof OAuth2AuthenticationException e
            && e.getError().getErrorCode().equals(UNKNOWN);
    if (!unknown) {
      LOG.error("a login by the identity provider failed: {}", refusal.toString());
    }
    response.sendRedirect(
        Frame.link(language(request), "/connexion") + (unknown ? "?inconnu" : "?fournisseur"));
  }

  /** The language in which somebody set out for the provider. */
  static Langue language(HttpServletRequest request) {
    boolean english =
        Langue.EN.code().equals(request.getParameter("langue"))
            || request.getSession(false) != null
                && request.getSession(false).getAttribute(LANGUAGE) == Langue.EN;
    return english ? Langue.EN : Langue.FR;
  }

  /** The provider sends everybody back to one address: the session says in which language. */
  private static final class InItsLanguage implements OAuth2AuthorizationRequestResolver {
    private final OAuth2AuthorizationRequestResolver usual;

    InItsLanguage(ClientRegistrationRepository provider) {
      usual = new DefaultOAuth2AuthorizationRequestResolver(provider, BEGIN);
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
      return kept(request, usual.resolve(request));
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String id) {
      return kept(request, usual.resolve(request, id));
    }

    private static OAuth2AuthorizationRequest kept(
        HttpServletRequest request, OAuth2AuthorizationRequest asked) {
      if (asked != null) {
        request.getSession().setAttribute(LANGUAGE, Langue.de(request.getParameter("langue")));
      }
      return asked;
    }
  }

  /** What the provider would let this server ask for later is not kept: nothing is asked for. */
  private static final class Forgetful implements OAuth2AuthorizedClientRepository {
    @Override
    public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
        String id, Authentication who, HttpServletRequest request) {
      return null;
    }

    @Override
    public void saveAuthorizedClient(
        OAuth2AuthorizedClient client,
        Authentication who,
        HttpServletRequest request,
        HttpServletResponse response) {
      // Nothing is kept.
    }

    @Override
    public void removeAuthorizedClient(
        String id, Authentication who, HttpServletRequest request, HttpServletResponse response) {
      // Nothing is kept.
    }
  }
}
