package org.verifqis.rapport;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.verifqis.modele.Erreur;
import org.verifqis.modele.Refus;
import org.verifqis.regles.ParametresInvalides;
import org.verifqis.regles.derogations.DerogationsInvalides;
import org.verifqis.regles.derogations.DerogationsInvalides.Defaut;

/** Why something can't be used, and what to do about it, in the words of a language. */
public final class PhrasesRefus {
  /** Ends the keys of sentences that name no command, no option and no machine. */
  private static final String PAGE = ".page";

  /** Beyond so many faults a file is most likely another one. */
  private static final int DEFAUTS = 20;

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

  /** What is wrong with a file of parameters, and what to do. */
  public String cause(Path fichier, ParametresInvalides invalides) {
    List<Object> details = new ArrayList<>(List.of(montre(fichier), montre(invalides.cle())));
    invalides.details().stream().map(this::montre).forEach(details::add);
    if (invalides.motif() == ParametresInvalides.Motif.VALEUR) {
      details.set(3, mots.mot("defaut.parametres.forme." + invalides.details().get(1)));
    }
    return mots.mot("defaut.parametres." + invalides.motif(), details.toArray());
  }

  /** What is wrong with a file of dérogations, a fault a line, and what to do. */
  public String cause(Path fichier, DerogationsInvalides invalides) {
    List<String> lignes = new ArrayList<>();
    lignes.add(mots.mot("defaut.derogations", montre(fichier)));
    invalides.defauts().stream().limit(DEFAUTS).map(this::defaut).forEach(lignes::add);
    int autres = invalides.defauts().size() - DEFAUTS;
    if (autres > 0) {
      lignes.add(mots.mot("defaut.autres", montre(autres)));
    }
    return String.join("\n  ", lignes);
  }

  private String defaut(Defaut defaut) {
    List<Object> details = new ArrayList<>(defaut.details().stream().map(this::montre).toList());
    if (defaut.motif() == DerogationsInvalides.Motif.FORME) {
      details.add(forme(defaut.details().get(1)));
    }
    String quoi = mots.mot("defaut." + defaut.motif(), details.toArray());
    if (defaut.ligne() == 0) {
      return quoi;
    }
    Object ligne = montre(defaut.ligne());
    return defaut.numero() == 0
        ? mots.mot("defaut.ligne", ligne, quoi)
        : mots.mot("defaut.entree", ligne, montre(defaut.numero()), quoi);
  }

  /** How a value of that key is written. */
  private String forme(String cle) {
    String sienne = "defaut.forme." + cle;
    return mots.mot(mots.contient(sienne) ? sienne : "defaut.forme");
  }

  /** Numbers as the language writes them, all else so that it can do no harm. */
  private Object montre(Object detail) {
    return detail instanceof Number nombre
        ? mots.format().nombre(nombre)
        : Inoffensif.ligne(String.valueOf(detail));
  }
}
