package org.verifqis.rapport;

import org.verifqis.modele.Erreur;
import org.verifqis.modele.Refus;

/** Why something can't be used, and what to do about it, in the words of a language. */
public final class PhrasesRefus {
  /** Ends the keys of sentences that name no command, no option and no machine. */
  private static final String PAGE = ".page";

  private final Mots mots;
  private final boolean pourUnePage;

  private PhrasesRefus(Mots mots, boolean pourUnePage) {
    this.mots = mots;
    this.pourUnePage = pourUnePage;
  }

  /** For whoever has a command line at hand. */
  public PhrasesRefus(Mots mots) {
    this(mots, false);
  }

  /** For whoever has a page before them and can't change how the program is run. */
  public static PhrasesRefus pourUnePage(Mots mots) {
    return new PhrasesRefus(mots, true);
  }

  /** Why a file was refused, and what to do. */
  public String cause(Refus refus) {
    String cle = "refus." + refus.motif();
    Object[] details = refus.details().stream().map(this::montre).toArray();
    return mots.mot(pourUnePage && mots.contient(cle + PAGE) ? cle + PAGE : cle, details);
  }

  /** The same after the name of the file, in a line. */
  public String ligne(Erreur erreur) {
    return Inoffensif.ligne(erreur.fichier()) + " : " + cause(erreur.refus());
  }

  /** Numbers as the language writes them, all else so that it can do no harm. */
  private Object montre(Object detail) {
    return detail instanceof Number nombre
        ? mots.format().nombre(nombre)
        : Inoffensif.ligne(String.valueOf(detail));
  }
}
