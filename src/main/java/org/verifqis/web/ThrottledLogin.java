package org.verifqis.web;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.verifqis.service.depot.ComptesDuGreffe;

/** Compares a password with what is kept of it; whoever is refused too often has to wait. */
final class ThrottledLogin implements AuthenticationProvider {
  private final ComptesDuGreffe accounts;
  private final DaoAuthenticationProvider login;

  ThrottledLogin(ComptesDuGreffe accounts, PasswordEncoder encoder) {
    this.accounts = accounts;
    this.login =
        new DaoAuthenticationProvider(
            address ->
                accounts
                    .acces(address)
                    .map(Visitor::new)
                    .orElseThrow(() -> new UsernameNotFoundException("no such account")));
    login.setPasswordEncoder(encoder);
  }

  @Override
  public Authentication authenticate(Authentication request) {
    String from = ((WebAuthenticationDetails) request.getDetails()).getRemoteAddress();
    if (accounts.ralentie(request.getName(), from)) {
      throw new LockedException("refused too often of late");
    }
    try {
      return login.authenticate(request);
    } catch (BadCredentialsException e) {
      accounts.refuse(request.getName(), from);
      throw e;
    }
  }

  @Override
  public boolean supports(Class<?> kind) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
  }
}
