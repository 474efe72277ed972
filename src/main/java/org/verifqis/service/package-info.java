/**
 * The counter that every door calls: one workbook or many, in their time, with the memory that
 * there is, dérogations inside.
 */
package org.verifqis.service;
