/**
 * The registry of what is filed: accounts, versions, decisions, messages and the journal of it all,
 * in H2 or PostgreSQL by the same statements.
 */
package org.verifqis.service.depot;
