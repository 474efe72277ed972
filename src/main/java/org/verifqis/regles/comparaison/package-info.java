/** What changed from one reddition of an agreement to another, and from one audit to the next. */
package org.verifqis.regles.comparaison;
