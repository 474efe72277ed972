package org.verifqis.service.depot;

import java.time.OffsetDateTime;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.regles.Verdict;

/**
 * The reddition of an agreement for a year, from its first filing on.
 *
 * @param id its number; 0 while nothing is filed
 * @param entente of whom
 * @param exercice of which year
 * @param etat how far it has come
 * @param verdict of its last version, with what staff accept; null while nothing is filed
 * @param version number of its last version; 0 while nothing is filed
 * @param modifie when it last changed; null while nothing is filed
 * @param verrou one more at each change: what is decided is decided on this one
 */
public record DossierDepose(
    long id,
    Entente entente,
    Exercice exercice,
    EtatDossier etat,
    Verdict verdict,
    int version,
    OffsetDateTime modifie,
    int verrou) {

  /** One of which nothing is filed. */
  public static DossierDepose attendu(Entente entente, Exercice exercice) {
    return new DossierDepose(0, entente, exercice, EtatDossier.ATTENDU, null, 0, null, 0);
  }

  /** The same as somebody saw it who decides on it now. */
  public DossierDepose vuA(int autre) {
    return new DossierDepose(id, entente, exercice, etat, verdict, version, modifie, autre);
  }
}
