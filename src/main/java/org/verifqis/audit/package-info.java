/** A whole folder, or all that is filed, judged with what is remembered of the last time. */
package org.verifqis.audit;
