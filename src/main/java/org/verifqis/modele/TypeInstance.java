package org.verifqis.modele;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Kind of a body of the Alliance. Codes of list {@code typesInstance} of the gabarit. */
public enum TypeInstance implements Code {
  TABLE_REGIONALE,
  TABLE_PREFETS,
  CONSEIL_MAIRES,
  CONCERTATION_LOCALE,
  COMITE_ANALYSE,
  COMITE_AVEC,
  AUTRE;

  /** Kinds of bodies that are the regional table (GOU-02). */
  public static final Set<TypeInstance> TABLES_REGIONALES =
      Collections.unmodifiableSet(EnumSet.of(TABLE_REGIONALE, TABLE_PREFETS));

  @Override
  public String liste() {
    return "typesInstance";
  }
}
