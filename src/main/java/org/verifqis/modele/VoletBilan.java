package org.verifqis.modele;

import java.util.List;

/**
 * Parts of the bilan pluriannuel (RAPPORT 7.2.4). Codes of list {@code voletsBilan} of the gabarit.
 */
public enum VoletBilan implements Code {
  INITIATIVES,
  PROCESSUS,
  RESULTATS,
  RETOMBEES,
  IMPLICATION;

  /** Parts without which a bilan is none (BIL-01); the other one is asked for by BIL-03. */
  public static final List<VoletBilan> EXIGES =
      List.of(INITIATIVES, PROCESSUS, RESULTATS, RETOMBEES);

  @Override
  public String liste() {
    return "voletsBilan";
  }
}
