package org.verifqis.web;

import java.util.List;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.verifqis.service.depot.Compte;

/** Somebody whom the provider knows, with the account as it was then. */
final class OidcVisitor extends DefaultOidcUser implements Known {
  private static final long serialVersionUID = 1;

  private final long id;
  private final int lock;

  OidcVisitor(OidcIdToken token, Compte account) {
    super(List.of(new SimpleGrantedAuthority("ROLE_" + account.role())), token);
    this.id = account.id();
    this.lock = account.verrou();
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public int lock() {
    return lock;
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other) && other instanceof OidcVisitor v && v.id == id && v.lock == lock;
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
