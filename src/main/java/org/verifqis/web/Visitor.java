package org.verifqis.web;

import java.util.List;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.verifqis.service.depot.ComptesDuGreffe;

/** Somebody who has logged in, and the account as it was then. */
final class Visitor extends User implements Known {
  private final long id;
  private final int lock;

  Visitor(ComptesDuGreffe.Acces access) {
    super(
        access.compte().courriel(),
        access.secret(),
        List.of(new SimpleGrantedAuthority("ROLE_" + access.compte().role())));
    this.id = access.compte().id();
    this.lock = access.compte().verrou();
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public int lock() {
    return lock;
  }
}
