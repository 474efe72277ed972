package org.verifqis.service.depot;

/** What an account may do. */
public enum Role {
  /** Files for its own agreements, and sees them. */
  COORDINATION,
  /** Sees all agreements, asks for corrections, accepts findings, adopts. */
  PERSONNEL,
  /** Sees to accounts and reads the journal; sees no reddition. */
  ADMIN
}
