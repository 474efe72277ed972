package org.verifqis.modele;

/**
 * Parts of the bilan pluriannuel (RAPPORT 7.2.4). Codes of list {@code voletsBilan} of the gabarit.
 */
public enum VoletBilan implements Code {
  INITIATIVES,
  PROCESSUS,
  RESULTATS,
  RETOMBEES,
  IMPLICATION;

  @Override
  public String liste() {
    return "voletsBilan";
  }
}
