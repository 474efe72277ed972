package org.verifqis.rapport;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.verifqis.modele.Avis;
import org.verifqis.modele.Erreur;
import org.verifqis.modele.Feuille;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Gravite;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Parametres.Superposee;
import org.verifqis.regles.ResultatRegle;
import org.verifqis.regles.StatutRegle;
import org.verifqis.regles.Verdict;
import org.verifqis.regles.derogations.UsageDerogation;

/** Writes reports for people at a terminal. */
public final class RedacteurConsole implements RedacteurContinu {
  /** How many findings of a rule on a sheet are shown. */
  static final int PLAFOND = 20;

  /** Beyond so many rules their number says more than their names. */
  private static final int REGLES_NOMMEES = 12;

  private static final int LARGEUR_MINIMALE = 30;

  private static final List<StatutRegle> NON_JUGEES =
      List.of(StatutRegle.INDETERMINE, StatutRegle.NON_PARAMETREE);

  private final Textes textes;
  private final Mots mots;
  private final Format format;
  private final PhrasesDerogation derogations;
  private final boolean couleurs;
  private final int largeur;
  private final Charset jeu;

  /**
   * A writer in the language of the texts.
   *
   * @param couleurs whether the terminal shows colours
   * @param largeur columns of the terminal; 0 to leave lines as long as they are
   * @param jeu what the terminal reads
   */
  public RedacteurConsole(Textes textes, boolean couleurs, int largeur, Charset jeu) {
    this.textes = textes;
    this.mots = textes.mots();
    this.format = textes.format();
    this.derogations = new PhrasesDerogation(textes);
    this.couleurs = couleurs;
    this.largeur = largeur;
    this.jeu = jeu;
  }

  @Override
  public Ouvrage commence(Rapport rapport, OutputStream sortie) {
    PrintWriter console = new PrintWriter(new OutputStreamWriter(sortie, jeu));
    return new Ouvrage() {
      @Override
      public void ajoute(Jugement jugement) throws IOException {
        reddition(console, jugement);
        console.print('\n');
        verifie(console);
      }

      @Override
      public void acheve(List<Erreur> erreurs, List<UsageDerogation> usages, PartieAudit audit)
          throws IOException {
        erreurs(console, erreurs);
        if (usages != null) {
          derogations(console, usages);
        }
        chiffres(console, rapport.chiffres());
        verifie(console);
      }
    };
  }

  private static void verifie(PrintWriter console) throws IOException {
    if (console.checkError()) {
      throw new IOException("the terminal can't be written to");
    }
  }

  private void erreurs(PrintWriter console, List<Erreur> erreurs) {
    for (Erreur erreur : erreurs) {
      String fichier = Inoffensif.ligne(erreur.fichier());
      String nonVerifie = style(Style.ROUGE, mots.mot("erreur.nonVerifie"));
      paragraphe(
          console,
          0,
          mots.mot(
              "console.erreur",
              nonVerifie,
              fichier,
              Inoffensif.ligne(textes.cause(erreur.refus()))));
    }
  }

  private void chiffres(PrintWriter console, List<Superposee> chiffres) {
    if (!chiffres.isEmpty()) {
      PhrasesChiffre phrases = new PhrasesChiffre(textes);
      paragraphe(console, 0, style(Style.SOULIGNE, mots.mot("chiffres")));
      chiffres.forEach(c -> paragraphe(console, 2, Inoffensif.ligne(phrases.ligne(c))));
    }
  }

  private void derogations(PrintWriter console, List<UsageDerogation> usages) {
    paragraphe(console, 0, style(Style.SOULIGNE, mots.mot("derogations")));
    if (usages.isEmpty()) {
      paragraphe(console, 2, mots.mot("derogations.aucune"));
    }
    usages.forEach(usage -> paragraphe(console, 2, Inoffensif.ligne(derogations.ligne(usage))));
  }

  private void reddition(PrintWriter console, Jugement jugement) {
    String fichier = Inoffensif.ligne(jugement.fichier().nom());
    paragraphe(console, 0, style(Style.GRAS, fichier));
    paragraphe(console, 0, identite(jugement));
    mots.origine(jugement.fichier().origine()).forEach(ligne -> paragraphe(console, 0, ligne));
    Textes siens = textes.sous(jugement.fichier().origine());
    Comptes comptes = Comptes.de(jugement);
    for (GroupeFeuille feuille : comptes.feuilles()) {
      console.print('\n');
      paragraphe(console, 0, style(Style.SOULIGNE, nom(feuille.feuille())));
      feuille.regles().forEach(groupe -> regle(console, groupe, siens));
    }
    console.print('\n');
    for (Avis avis : jugement.avis()) {
      String debut = style(Style.JAUNE, mots.mot("avis")) + " ";
      paragraphe(console, 0, debut + Inoffensif.ligne(textes.message(avis)));
      paragraphe(console, 2, "→ " + Inoffensif.ligne(textes.conseil(avis)));
    }
    nonJugees(console, jugement);
    Cible4 cible4 = new Cible4(jugement, textes);
    paragraphe(console, 0, mots.mot("console.cible4", cible4.libelleEtClasse()));
    String verdict = style(Style.de(jugement.verdict()), textes.verdict(jugement.verdict()));
    if (jugement.deroges() > 0) {
      paragraphe(console, 0, derogations.sansElles(comptes));
    }
    // Always one line, however narrow the terminal: people look for it, and so does grep.
    console.print(mots.mot("console.verdict", fichier, verdict, comptes(comptes)) + "\n");
  }

  private String identite(Jugement jugement) {
    Stream<String> faits =
        Stream.of(
            jugement.entente() == null
                ? mots.mot("entente.inconnue")
                : textes.fait(jugement.entente()),
            jugement.exercice() == null
                ? mots.mot("exercice.inconnu")
                : mots.mot("exercice", jugement.exercice().nom()),
            mots.compte("projets", jugement.projets()));
    return faits.collect(Collectors.joining(" · "));
  }

  private String nom(Feuille feuille) {
    return mots.feuille(feuille);
  }

  private void regle(PrintWriter console, GroupeRegle groupe, Textes siens) {
    Gravite gravite = groupe.regle().gravite();
    String regle = style(Style.GRAS, groupe.regle().id()) + " " + textes.titre(groupe.regle());
    paragraphe(console, 2, style(Style.de(gravite), textes.gravite(gravite)) + " " + regle);
    if (!groupe.regle().reconductionVerifiee()) {
      paragraphe(console, 4, textes.reference(groupe.regle()));
    }
    String derniere = null;
    for (Constat constat : groupe.premiers(PLAFOND)) {
      String correction = Inoffensif.ligne(siens.correction(constat));
      if (derniere != null && !derniere.equals(correction)) {
        correction(console, derniere);
      }
      String cellule = constat.emplacements().get(0).reference();
      String debut = cellule == null ? "" : style(Style.GRAS, cellule) + "  ";
      paragraphe(console, 4, debut + Inoffensif.ligne(siens.message(constat)));
      if (constat.estDeroge()) {
        String accepte = Inoffensif.ligne(derogations.acceptation(constat.derogation()));
        paragraphe(console, 6, style(Style.GRAS, mots.mot("deroge")) + " " + accepte);
      }
      derniere = correction;
    }
    correction(console, derniere);
    int reste = groupe.reste(PLAFOND);
    if (reste > 0) {
      String total = format.nombre(groupe.dits().size());
      paragraphe(console, 4, mots.mot("constats.reste", format.nombre(reste), total));
    }
  }

  /** Told once after the findings that share it. */
  private void correction(PrintWriter console, String correction) {
    paragraphe(console, 6, "→ " + correction);
  }

  private void nonJugees(PrintWriter console, Jugement jugement) {
    for (ResultatRegle resultat : jugement.resultats()) {
      if (resultat.cause() != null) {
        String cause = Inoffensif.ligne(resultat.cause());
        paragraphe(console, 0, mots.mot("regle.enPanne", resultat.regle().id(), cause));
      }
    }
    for (StatutRegle statut : NON_JUGEES) {
      List<String> ids =
          jugement.resultats().stream()
              .filter(r -> r.statut() == statut)
              .map(r -> r.regle().id())
              .toList();
      if (!ids.isEmpty()) {
        String lesquelles =
            ids.size() > REGLES_NOMMEES
                ? mots.compte("regles", ids.size())
                : String.join(", ", ids);
        paragraphe(console, 0, mots.mot("console.regles", textes.statut(statut), lesquelles));
      }
    }
  }

  private String comptes(Comptes comptes) {
    String enMots = comptes.enMots(mots);
    return comptes.deroges() == 0
        ? enMots
        : enMots + " (" + mots.compte("deroges", comptes.deroges()) + ")";
  }

  /** Writes a text whose further lines stand a little to the right of its beginning. */
  private void paragraphe(PrintWriter console, int retrait, String texte) {
    String marge = " ".repeat(retrait);
    String suite = " ".repeat(retrait + 2);
    console.print(marge);
    console.print(
        largeur == 0
            ? texte
            : Coupure.coupe(texte, Math.max(LARGEUR_MINIMALE, largeur - retrait), suite));
    console.print('\n');
  }

  private String style(Style style, String texte) {
    return couleurs ? style.code + texte + Style.FIN : texte;
  }

  private enum Style {
    GRAS("1"),
    SOULIGNE("1;4"),
    ROUGE_INVERSE("1;97;41"),
    ROUGE("1;31"),
    JAUNE("1;33"),
    BLEU("1;34"),
    VERT("1;32");

    private static final String FIN = "\u001B[0m";
    private final String code;

    Style(String code) {
      this.code = "\u001B[" + code + "m";
    }

    private static Style de(Gravite gravite) {
      return switch (gravite) {
        case BLOQUANTE -> ROUGE_INVERSE;
        case NON_CONFORMITE -> ROUGE;
        case AVERTISSEMENT -> JAUNE;
        case INFORMATION -> BLEU;
      };
    }

    private static Style de(Verdict verdict) {
      return switch (verdict) {
        case IRRECEVABLE -> ROUGE_INVERSE;
        case NON_CONFORME -> ROUGE;
        case INDETERMINE, CONFORME_AVEC_RESERVES -> JAUNE;
        case CONFORME -> VERT;
      };
    }
  }
}
