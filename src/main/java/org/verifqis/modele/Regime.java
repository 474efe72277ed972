package org.verifqis.modele;

/** Regime of an agreement: some norms hold for one regime only (RAPPORT 2.2, 9.2). */
public enum Regime {
  ORDINAIRE,
  MONTREAL,
  AUTOCHTONE
}
