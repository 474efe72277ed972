/**
 * The register of rules, the engine that they run in and what they say of a reddition. The only
 * place of Drools.
 */
package org.verifqis.regles;
