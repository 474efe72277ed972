/**
 * The command line: options in, one call of the counter, an answer shown. No rule, no SQL, no POI.
 */
package org.verifqis.cli;
