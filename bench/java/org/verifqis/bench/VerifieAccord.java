package org.verifqis.bench;

import java.nio.file.Path;
import java.util.List;
import org.verifqis.classeur.LecteurReddition;
import org.verifqis.classeur.Limites;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Reddition;
import org.verifqis.regles.Accord;
import org.verifqis.regles.JugeALaMain;
import org.verifqis.regles.Moteur;
import org.verifqis.regles.Parametres;
import org.verifqis.regles.Registre;

/**
 * Refuses to let a comparison begin unless the rules and the checks by hand say the same of each
 * workbook that is named.
 */
public final class VerifieAccord {
  private static final int SHOWN = 20;

  private VerifieAccord() {}

  /** Ends with status 1, and says what differs, at the first workbook on which they disagree. */
  public static void main(String[] args) {
    LecteurReddition reader = new LecteurReddition(LecteurGabarit.charge(), Limites.parDefaut());
    Moteur rules = new Moteur(Registre.charge(), Parametres.charge());
    JugeALaMain byHand = new JugeALaMain(Registre.charge(), Parametres.charge());
    for (String name : args) {
      Reddition reddition = reader.lis(Path.of(name));
      List<String> differences = Accord.ecarts(rules.juge(reddition), byHand.juge(reddition));
      if (!differences.isEmpty()) {
        System.err.println(name + ": the rules and the checks by hand disagree");
        differences.stream().limit(SHOWN).forEach(System.err::println);
        System.exit(1);
      }
    }
    System.out.println(args.length);
  }
}
