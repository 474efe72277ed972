package org.verifqis.modele;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Category of a promoter; which of them are eligible is a dated parameter (NORMES, organismes
 * admissibles). Codes of list {@code categoriesOrganisme} of the gabarit.
 */
public enum CategorieOrganisme implements Code {
  OBNL,
  COOP_OBNL,
  COOP,
  MUNICIPAL,
  MRC,
  CONSEIL_BANDE,
  VILLAGE_NORDIQUE,
  APNQL,
  CSSSPNQL,
  REGROUPEMENT_AUTOCHTONE,
  CENTRE_RECHERCHE,
  ORGANISME_PUBLIC,
  ENTREPRISE,
  PERSONNE;

  @Override
  public String liste() {
    return "categoriesOrganisme";
  }

  /** Legal persons that must have an NEQ of their own (ORG-02, ORG-04). */
  public static final Set<CategorieOrganisme> PERSONNES_MORALES =
      Collections.unmodifiableSet(EnumSet.of(OBNL, COOP_OBNL));
}
