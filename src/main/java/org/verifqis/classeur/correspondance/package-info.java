/**
 * Workbooks of any layout, read through a profile that says where in them stands what the template
 * asks.
 */
package org.verifqis.classeur.correspondance;
