/**
 * Workbooks out: the template, annotated and corrected copies, tables. What is copied stays as it
 * was but for what is asked.
 */
package org.verifqis.ecriture;
