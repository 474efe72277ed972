package org.verifqis.rapport;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;
import org.verifqis.modele.Erreur;
import org.verifqis.modele.Exercice;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Verdict;
import org.verifqis.regles.comparaison.Changement;

/** Writes what an audit found for people at a terminal: the whole, not every finding. */
public final class RedacteurAudit implements RedacteurRapport {
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
    ligne(console, audit.exercices().stream().map(Exercice::nom).collect(Collectors.joining(", ")));
    ligne(console, mots.compte("redditions", rapport.jugements().size()));
    for (Verdict verdict : Verdict.values()) {
      List<Jugement> tels =
          rapport.jugements().stream().filter(j -> j.verdict() == verdict).toList();
      if (!tels.isEmpty()) {
        ligne(console, "  " + textes.verdict(verdict) + " : " + tels.size());
      }
    }
    if (audit.reutilisees() > 0) {
      ligne(console, mots.compte("audit.reutilisees", audit.reutilisees()));
    }
    Illisibles illisibles = new Illisibles(audit, textes);
    for (Constat constat : audit.constats()) {
      String deroge = constat.estDeroge() ? mots.mot("deroge") + " " : "";
      ligne(console, constat.regle().id() + "  " + deroge + illisibles.message(constat));
    }
    illisibles.peutEtre().ifPresent(phrase -> ligne(console, phrase));
    for (PartieAudit.Ecarte ecarte : audit.ecartes()) {
      ligne(console, ecarte.fichier() + " – " + mots.mot("audit.ecarte", ecarte.retenu()));
    }
    for (Changement changement : audit.changements()) {
      changement(console, changement);
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
      rapport.derogations().forEach(u -> ligne(console, "  " + derogations.ligne(u)));
    }
    if (!rapport.chiffres().isEmpty()) {
      PhrasesChiffre phrases = new PhrasesChiffre(textes);
      ligne(console, mots.mot("chiffres"));
      rapport.chiffres().forEach(chiffre -> ligne(console, "  " + phrases.ligne(chiffre)));
    }
    if (console.checkError()) {
      throw new IOException("the terminal can't be written to");
    }
  }

  private void changement(PrintWriter console, Changement changement) {
    ligne(console, Changements.titre(changement, textes));
    changement.nouveaux().forEach(c -> ligne(console, "  + " + constat(c)));
    changement.disparus().forEach(c -> ligne(console, "  - " + constat(c)));
  }

  private String constat(Constat constat) {
    return constat.regle().id() + "  " + textes.message(constat);
  }

  private void ligne(PrintWriter console, String texte) {
    console.print(Coupure.coupe(Inoffensif.ligne(texte), largeur, "    ") + "\n");
  }
}
