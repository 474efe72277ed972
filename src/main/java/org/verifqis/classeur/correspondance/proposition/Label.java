package org.verifqis.classeur.correspondance.proposition;

import java.util.List;
import org.verifqis.classeur.RawCell;
import org.verifqis.classeur.correspondance.proposition.FoundTable.Column;

/**
 * A text of a form that may be a label.
 *
 * @param where where its value stands: beside it (nothing), below, in it, or nowhere, as of a title
 * @param beside all that stands right of it, up to the next
 */
record Label(Column column, String where, List<RawCell> beside) {}
