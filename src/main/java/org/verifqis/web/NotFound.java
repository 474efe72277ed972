package org.verifqis.web;

/** There is no page at this path. */
final class NotFound extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotFound() {
    super(null, null, false, false);
  }
}
