package org.verifqis.rapport;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Normalisation;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Regard;

/**
 * The files of an audit that could not be read, beside the redditions that are missing: one of them
 * may be the other. Only its name can tell which, so that it is told and nothing is judged by it.
 */
final class Illisibles {
  /** How many files are named in one sentence. */
  private static final int NOMMES = 10;

  /** Two years that follow each other, the second one whole or by its last two digits. */
  private static final Pattern ANNEES =
      Pattern.compile("(?<!\\d)(?=(20\\d\\d) ?(20\\d\\d|\\d\\d(?! \\d))(?!\\d))");

  private static final int SIECLE = 100;

  private record Fichier(String nom, Entente entente, Exercice exercice) {
    boolean estPlace() {
      return entente != null && exercice != null;
    }
  }

  private final Textes textes;
  private final List<Fichier> fichiers;
  private final boolean manque;

  /** Those of an audit. */
  Illisibles(PartieAudit audit, Textes textes) {
    this.textes = textes;
    this.fichiers =
        audit.illisibles().stream()
            .map(
                nom ->
                    new Fichier(
                        nom,
                        seul(nom, n -> ententes(n, audit.ententes())),
                        seul(nom, Illisibles::exercices)))
            .toList();
    this.manque = audit.constats().stream().anyMatch(Illisibles::dManquante);
  }

  private static boolean dManquante(Constat constat) {
    return constat.regle().regard() == Regard.MANQUANTES;
  }

  /** Those whose names say that they are the reddition of an agreement for a year. */
  List<String> de(Entente entente, Exercice exercice) {
    return fichiers.stream()
        .filter(f -> entente.equals(f.entente()) && exercice.equals(f.exercice()))
        .map(Fichier::nom)
        .toList();
  }

  /** Those of a finding about a missing reddition; none for any other. */
  List<String> de(Constat constat) {
    return dManquante(constat)
        ? de(PartieAudit.entente(constat), PartieAudit.exercice(constat))
        : List.of();
  }

  /** The message of a finding, with the files that may be what is missing by their names. */
  String message(Constat constat) {
    List<String> siens = de(constat);
    return siens.isEmpty()
        ? textes.message(constat)
        : textes.message(constat) + " " + phrase("illisibles.sienne", siens);
  }

  /** The same for who reads it alone, with those too of which nothing is known. */
  String messageSeul(Constat constat) {
    return dManquante(constat) && de(constat).isEmpty()
        ? textes.message(constat) + peutEtre().map(phrase -> " " + phrase).orElse("")
        : message(constat);
  }

  /** What is to be done about a finding. */
  String correction(Constat constat) {
    return de(constat).isEmpty()
        ? textes.correction(constat)
        : textes.mots().mot("illisibles.correction");
  }

  /** That a missing reddition may be among those whose names do not tell; empty without any. */
  Optional<String> peutEtre() {
    List<String> autres = fichiers.stream().filter(f -> !f.estPlace()).map(Fichier::nom).toList();
    return manque && !autres.isEmpty()
        ? Optional.of(phrase("illisibles.peutEtre", autres))
        : Optional.empty();
  }

  private String phrase(String cle, List<String> noms) {
    String nommes = noms.stream().limit(NOMMES).collect(Collectors.joining(", "));
    int reste = noms.size() - NOMMES;
    return textes
        .mots()
        .compte(
            cle,
            noms.size(),
            reste > 0
                ? textes.mots().mot("illisibles.autres", nommes, textes.format().nombre(reste))
                : nommes);
  }

  /** What the name of a file tells, or else its folders; null where that is nothing or several. */
  private static <T> T seul(String chemin, Function<String, Set<T>> dit) {
    String nom = chemin.substring(chemin.lastIndexOf('/') + 1);
    Set<T> dits = dit.apply(Normalisation.normalise(nom));
    if (dits.isEmpty()) {
      dits = dit.apply(Normalisation.normalise(chemin));
    }
    return dits.size() == 1 ? dits.iterator().next() : null;
  }

  private static Set<Entente> ententes(String nom, List<Entente> toutes) {
    Set<Entente> dites =
        toutes.stream().filter(e -> contient(nom, e.code())).collect(Collectors.toSet());
    return dites.isEmpty()
        ? toutes.stream().filter(e -> contient(nom, e.nom())).collect(Collectors.toSet())
        : dites;
  }

  /** Whether a text holds words, with blanks between them or without. */
  private static boolean contient(String nom, String mots) {
    String cherches = Normalisation.normalise(mots);
    String borde = " " + nom + " ";
    return borde.contains(" " + cherches + " ")
        || borde.contains(" " + cherches.replace(" ", "") + " ");
  }

  private static Set<Exercice> exercices(String nom) {
    Set<Exercice> dits = new HashSet<>();
    Matcher annees = ANNEES.matcher(nom);
    while (annees.find()) {
      int premiere = Integer.parseInt(annees.group(1));
      int seconde = Integer.parseInt(annees.group(2));
      if (seconde == premiere + 1 || seconde == (premiere + 1) % SIECLE) {
        dits.add(new Exercice(premiere));
      }
    }
    return dits;
  }
}
