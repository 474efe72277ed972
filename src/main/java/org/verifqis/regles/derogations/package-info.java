/** Findings that staff accept, on whose word and until when. */
package org.verifqis.regles.derogations;
