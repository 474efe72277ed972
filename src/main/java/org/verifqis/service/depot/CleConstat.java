package org.verifqis.service.depot;

import org.verifqis.classeur.Sha256;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Identite;

/** What stands for the identity of a finding, in the store and in forms: a hash of it. */
public final class CleConstat {
  private CleConstat() {}

  /** The key of a finding: the same from one version to the next where the finding is the same. */
  public static String de(Constat constat) {
    Identite i = constat.identite();
    return Sha256.de(
        String.join(
            "\u001f",
            i.regle(),
            i.variante(),
            i.parmi(),
            String.valueOf(i.feuille()),
            String.valueOf(i.fiche()),
            String.valueOf(i.rang()),
            String.valueOf(i.champ())));
  }
}
