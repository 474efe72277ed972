package org.verifqis.service.depot;

/** How far a reddition has come. */
public enum EtatDossier {
  /** Nothing is filed. */
  ATTENDU,
  /** Filed, and with the staff. */
  DEPOSE,
  /** Corrections are asked for: it is with whoever files. */
  A_CORRIGER,
  /** Adopted: nothing changes until it is reopened. */
  ADOPTE
}
