package org.verifqis.web;

/**
 * What is typed about a finding that is to be accepted.
 *
 * @param autorite on whose word
 * @param motif why
 * @param jusquAu until when
 */
public record Acceptance(String autorite, String motif, String jusquAu) {
  /** Nothing yet. */
  static final Acceptance NONE = new Acceptance("", "", "");

  boolean complete() {
    return !autorite.isEmpty() && !motif.isEmpty();
  }
}
