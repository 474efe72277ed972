/** All words, in both languages: console, JSON, CSV, HTML, tables, remarks. Decides nothing. */
package org.verifqis.rapport;
