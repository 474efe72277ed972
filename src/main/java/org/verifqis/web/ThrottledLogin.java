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
    long number =
        refusedUntilShownOtherwise(request.getName(), (Devices.Origin) request.getDetails());
    boolean guessed = false;
    try {
      return login.authenticate(request);
    } catch (BadCredentialsException e) {
      guessed = true;
      throw e;
    } finally {
      if (!guessed) {
        refused.retire(number);
      }
    }
  }

  /** Comparing takes a while: whoever tries many passwords at once would be counted too late. */
  private synchronized long refusedUntilShownOtherwise(String name, Devices.Origin from) {
    if (refused.attend(name, from.place(), from.known())) {
      throw new LockedException("refused too often of late");
    }
    return refused.note(name, from.place());
  }

  @Override
  public boolean supports(Class<?> kind) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
  }
}
