package org.verifqis.rapport;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.verifqis.modele.Erreur;
import org.verifqis.modele.Exercice;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Verdict;
import org.verifqis.regles.comparaison.Changement;

/** Writes what an audit found for people at a terminal: the whole, not every finding. */
public final class RedacteurAudit implements RedacteurRapport {
  private static final String RETRAIT = "  ";

  /** Before the further lines of a text. */
  private static final String SUITE = "    ";

  private final Textes textes;
  private final Mots mots;
  private final int largeur;
  private final Charset jeu;

  /** A writer in the language of the texts, for a terminal of so many columns. */
  public RedacteurAudit(Textes textes, int largeur, Charset jeu) {
    this.textes = textes;
    this.mots = textes.mots();
    this.largeur = largeur;
    this.jeu = jeu;
  }

  @Override
  public void ecris(Rapport rapport, OutputStream sortie) throws IOException {
    PrintWriter console = new PrintWriter(new OutputStreamWriter(sortie, jeu));
    PartieAudit audit = rapport.audit();
    ligne(console, mots.mot("audit.titre", textes.format().date(audit.date())));
    if (!audit.exercices().isEmpty()) {
      ligne(
          console, audit.exercices().stream().map(Exercice::nom).collect(Collectors.joining(", ")));
    }
    ligne(console, mots.compte("redditions", rapport.jugements().size()));
    for (Verdict verdict : Verdict.values()) {
      List<Jugement> tels =
          rapport.jugements().stream().filter(j -> j.verdict() == verdict).toList();
      if (!tels.isEmpty()) {
        ligne(console, RETRAIT, mots.mot("audit.verdict", textes.verdict(verdict), tels.size()));
      }
    }
    if (audit.reutilisees() > 0) {
      ligne(console, mots.compte("audit.reutilisees", audit.reutilisees()));
    }
    Illisibles illisibles = new Illisibles(audit, textes);
    Manquantes manquantes = new Manquantes(textes, illisibles);
    constats(console, "", audit.constats(), manquantes, illisibles::message);
    illisibles.peutEtre().ifPresent(phrase -> ligne(console, phrase));
    for (PartieAudit.Ecarte ecarte : audit.ecartes()) {
      ligne(console, ecarte.fichier() + " – " + mots.mot("audit.ecarte", ecarte.retenu()));
    }
    for (Changement changement : audit.changements()) {
      changement(console, changement, manquantes);
    }
    for (Erreur erreur : rapport.erreurs()) {
      ligne(
          console,
          mots.mot(
              "console.erreur",
              mots.mot("erreur.nonVerifie"),
              erreur.fichier(),
              textes.cause(erreur.refus())));
    }
    if (rapport.avecDerogations()) {
      PhrasesDerogation derogations = new PhrasesDerogation(textes);
      ligne(console, mots.mot("derogations"));
      rapport.derogations().forEach(u -> ligne(console, RETRAIT, derogations.ligne(u)));
    }
    if (!rapport.chiffres().isEmpty()) {
      PhrasesChiffre phrases = new PhrasesChiffre(textes);
      ligne(console, mots.mot("chiffres"));
      rapport.chiffres().forEach(chiffre -> ligne(console, RETRAIT, phrases.ligne(chiffre)));
    }
    if (console.checkError()) {
      throw new IOException("the terminal can't be written to");
    }
  }

  private void changement(PrintWriter console, Changement changement, Manquantes manquantes) {
    ligne(console, Changements.titre(changement, textes));
    constats(console, RETRAIT + "+ ", changement.nouveaux(), manquantes, textes::message);
    constats(console, RETRAIT + "- ", changement.disparus(), manquantes, textes::message);
  }

  /** Findings, each in a line; those of redditions that are missing together where many are. */
  private void constats(
      PrintWriter console,
      String puce,
      List<Constat> constats,
      Manquantes manquantes,
      Function<Constat, String> message) {
    List<Constat> ensemble = manquantes.nombreuses(constats);
    if (!ensemble.isEmpty()) {
      List<String> lignes = manquantes.ensemble(ensemble);
      ligne(console, puce, lignes.get(0));
      String marge = " ".repeat(puce.length()) + RETRAIT;
      lignes.stream().skip(1).forEach(texte -> ligne(console, marge, texte));
    }
    for (Constat constat : constats) {
      if (!ensemble.contains(constat)) {
        String deroge = constat.estDeroge() ? mots.mot("deroge") + " " : "";
        ligne(console, puce, constat.regle().id() + "  " + deroge + message.apply(constat));
      }
    }
  }

  private void ligne(PrintWriter console, String texte) {
    ligne(console, "", texte);
  }

  private void ligne(PrintWriter console, String marge, String texte) {
    String coupee = Coupure.coupe(Inoffensif.ligne(texte), largeur - marge.length(), marge + SUITE);
    console.print(marge + coupee + "\n");
  }
}
