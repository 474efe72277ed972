/**
 * The pages and the interface for programs, by Spring, which no other room sees and only the
 * command {@code servir} loads.
 */
package org.verifqis.web;
