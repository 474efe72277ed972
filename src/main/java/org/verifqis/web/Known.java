package org.verifqis.web;

/** Somebody who has logged in, however that was. */
interface Known {
  /** The number of the account. */
  long id();

  /** The lock of the account when it logged in. */
  int lock();
}
