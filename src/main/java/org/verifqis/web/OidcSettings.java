package org.verifqis.web;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * The provider that says who somebody is, under {@code verifqis.oidc.}: docs/exploitation.md.
 *
 * @param issuer its address, from which it tells the rest
 * @param client by which name it knows this server
 * @param secret what this server shows it
 * @param claim in which claim it tells the address of the account that is somebody's at the first
 *     login
 * @param verified whether it makes sure of every address, though it does not say so of each
 */
record OidcSettings(
    @Name("emetteur") String issuer,
    String client,
    String secret,
    @Name("adresse") @DefaultValue("email") String claim,
    @Name("adresses-verifiees") @DefaultValue("false") boolean verified) {
  OidcSettings {
    if (issuer == null || !issuer.matches("https?://\\S+")) {
      throw new CannotStart.WrongSetting("verifqis.oidc.emetteur", String.valueOf(issuer), null);
    }
    if (client == null || secret == null) {
      String missing = client == null ? "client" : "secret";
      throw new CannotStart.WrongSetting("verifqis.oidc." + missing, "", null);
    }
  }
}
