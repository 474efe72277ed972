package org.verifqis.rapport;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.verifqis.modele.Sosies;
import org.verifqis.modele.TypeValeur;

/**
 * Says why what looks right is not, or what looks the same is not: a letter of another alphabet, a
 * character that nobody sees, a letter for a digit.
 */
final class PhrasesSosie {
  /** What is written in digits. */
  private static final Set<TypeValeur> EN_CHIFFRES =
      Set.of(TypeValeur.MONTANT, TypeValeur.ENTIER, TypeValeur.DATE, TypeValeur.NEQ);

  private final Mots mots;

  PhrasesSosie(Mots mots) {
    this.mots = mots;
  }

  /** What is to be said of the facts that a message tells; null if nothing is. */
  String de(Collection<?> dits) {
    List<String> textes = dits.stream().flatMap(PhrasesSosie::textes).distinct().toList();
    for (String texte : textes) {
      Sosies.Sosie sosie = Sosies.premier(texte);
      if (sosie != null) {
        return phrase(texte, sosie);
      }
    }
    Sosies.Paire paire = Sosies.paire(textes);
    if (paire != null) {
      return mots.mot(
          "sosie.paire",
          paire.un(),
          paire.autre(),
          mots.format().nombre(paire.rang()),
          caractere(paire.caractere()),
          caractere(paire.autreCaractere()));
    }
    return dits.stream().anyMatch(EN_CHIFFRES::contains) ? lettreDansUnNombre(textes) : null;
  }

  private static Stream<String> textes(Object fait) {
    if (fait instanceof Collection<?> plusieurs) {
      return plusieurs.stream().flatMap(PhrasesSosie::textes);
    }
    return fait instanceof String texte ? Stream.of(texte) : Stream.empty();
  }

  private String phrase(String texte, Sosies.Sosie sosie) {
    String rang = mots.format().nombre(sosie.rang());
    if (sosie.notre() == null) {
      return mots.mot("sosie.invisible", texte, rang, sosie.code());
    }
    String alphabet =
        switch (sosie.ecriture()) {
          case GREEK -> "sosie.grec";
          case CYRILLIC -> "sosie.cyrillique";
          default -> "sosie.autre";
        };
    return mots.mot(alphabet, texte, rang, sosie.code(), sosie.notre());
  }

  private String lettreDansUnNombre(List<String> textes) {
    return textes.stream()
        .map(Sosies::lettreDansUnNombre)
        .filter(Objects::nonNull)
        .findFirst()
        .map(
            paire ->
                mots.mot(
                    "sosie.nombre",
                    paire.un(),
                    mots.format().nombre(paire.rang()),
                    caractere(paire.caractere()),
                    caractere(paire.autreCaractere())))
        .orElse(null);
  }

  private String caractere(int c) {
    String genre = Character.isDigit(c) ? "chiffre" : Character.isLetter(c) ? "lettre" : "signe";
    return mots.mot("sosie." + genre, Character.toString(c));
  }
}
