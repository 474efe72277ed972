/**
 * Bytes to a reddition: the only reader of workbooks, within limits that hostile ones can't pass.
 * Every value knows its sheet and cell.
 */
package org.verifqis.classeur;
