package org.verifqis.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.verifqis.classeur.LecteurReddition;
import org.verifqis.classeur.Limites;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Gabarit;
import org.verifqis.rapport.Langue;
import org.verifqis.rapport.Rapport;
import org.verifqis.rapport.RedacteurConsole;
import org.verifqis.rapport.RedacteurJson;
import org.verifqis.rapport.RedacteurRapport;
import org.verifqis.rapport.Textes;
import org.verifqis.regles.JugeALaMain;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Parametres;
import org.verifqis.regles.Registre;

/**
 * The whole way of {@code verifqis verifier} with the checks by hand instead of the rules: the same
 * reader, the same report, no Drools and no command line parser.
 */
public final class ALaMain {
  private static final int WIDTH = 100;

  private ALaMain() {}

  /** Checks the workbook that is named last; {@code json} before it asks for JSON. */
  public static void main(String[] args) throws IOException {
    Gabarit gabarit = LecteurGabarit.charge();
    Textes texts = Textes.charge(Langue.FR, gabarit);
    LecteurReddition reader = new LecteurReddition(gabarit, Limites.parDefaut());
    JugeALaMain judge = new JugeALaMain(Registre.charge(), Parametres.charge());
    Jugement judged = judge.juge(reader.lis(Path.of(args[args.length - 1])));
    RedacteurRapport writer =
        args[0].equals("json")
            ? new RedacteurJson(texts)
            : new RedacteurConsole(texts, false, WIDTH, StandardCharsets.UTF_8);
    OffsetDateTime now = OffsetDateTime.now(ZoneId.of("America/Toronto")).withNano(0);
    OutputStream out = System.out;
    writer.ecris(
        new Rapport(new Rapport.Outil("verifqis", "1.0.0"), now, List.of(judged), List.of()), out);
    out.flush();
  }
}
