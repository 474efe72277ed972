/** The data of {@code rules/}: the template, its code lists and what else is read from there. */
package org.verifqis.donnees;
