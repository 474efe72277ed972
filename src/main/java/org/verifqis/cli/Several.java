package org.verifqis.cli;

import java.util.List;

/** A command that has commands of its own. */
interface Several {
  /** Them. */
  List<Object> commands();
}
