package org.verifqis.web;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.verifqis.service.depot.ConnexionsRefusees;
import org.verifqis.service.depot.Greffe;

/** Compares a password with what is kept of it; whoever is refused too often has to wait. */
final class ThrottledLogin implements AuthenticationProvider {
  private final ConnexionsRefusees refused;
  private final DaoAuthenticationProvider login;

  ThrottledLogin(Greffe registry, PasswordEncoder encoder) {
    this.refused = registry.connexionsRefusees();
    this.login =
        new DaoAuthenticationProvider(
            address ->
                registry
                    .comptes()
                    .acces(address)
                    .map(Visitor::new)
                    .orElseThrow(() -> new UsernameNotFoundException("no such account")));
    login.setPasswordEncoder(encoder);
  }

  @Override
  public Authentication authenticate(Authentication request) {
    Devices.Origin from = (Devices.Origin) request.getDetails();
    if (refused.attend(request.getName(), from.place(), from.known())) {
      throw new LockedException("refused too often of late");
    }
    try {
      return login.authenticate(request);
    } catch (BadCredentialsException e) {
      refused.note(request.getName(), from.place());
      throw e;
    }
  }

  @Override
  public boolean supports(Class<?> kind) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
  }
}
