/**
 * What a reddition is, in plain records, and truth that may be unknown. Knows no other room: no
 * file, no rule, no sentence.
 */
package org.verifqis.modele;
