package org.verifqis.cli;

import java.io.PrintStream;
import java.time.Clock;

/**
 * What a command takes from the process that it runs in.
 *
 * @param out where a report goes when it goes to no file
 * @param err where everything else goes
 * @param clock when a report is written, and in what zone
 * @param terminal what reads it
 */
record Environment(PrintStream out, PrintStream err, Clock clock, Terminal terminal) {}
