package org.verifqis.rapport;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.verifqis.audit.Demande;
import org.verifqis.audit.Dossier;
import org.verifqis.audit.Resultat;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.regles.Constat;
import org.verifqis.regles.comparaison.Changement;
import org.verifqis.service.Sources;

/**
 * What an audit found across redditions.
 *
 * @param date the day on which it was asked what is missing
 * @param ententes the agreements that owe a reddition every year
 * @param exercices the years looked at
 * @param constats findings that belong to no single reddition
 * @param ecartes files that do not count
 * @param reutilisees how many redditions were not judged again
 * @param changements what is no longer as the last audit found it
 * @param illisibles files that could not be judged, by their paths below the folder
 */
public record PartieAudit(
    LocalDate date,
    List<Entente> ententes,
    List<Exercice> exercices,
    List<Constat> constats,
    List<Ecarte> ecartes,
    int reutilisees,
    List<Changement> changements,
    List<String> illisibles) {

  /**
   * A file that does not count.
   *
   * @param fichier its name
   * @param sha256 hash of its bytes
   * @param retenu the name of the file that counts in its stead
   */
  public record Ecarte(String fichier, String sha256, String retenu) {}

  static PartieAudit de(
      Demande demande, List<Entente> ententes, Resultat resultat, List<Changement> changements) {
    return new PartieAudit(
        demande.date(),
        ententes,
        resultat.ensemble().exercices(),
        resultat.ensemble().constats(),
        resultat.ensemble().ecartees().stream()
            .map(
                e ->
                    new Ecarte(
                        e.reddition().fichier().nom(),
                        e.reddition().fichier().sha256(),
                        e.retenue().fichier().nom()))
            .toList(),
        (int) resultat.dossiers().stream().filter(Dossier::reutilise).count(),
        changements,
        resultat.echecs().stream()
            .map(Resultat.Echec::fichier)
            .filter(fichier -> !fichier.equals(demande.racine()))
            .map(fichier -> Sources.nom(demande.racine(), fichier))
            .toList());
  }

  /** The agreement that a finding is about, or the first of two. */
  static Entente entente(Constat constat) {
    return (Entente) constat.faits().get("entente");
  }

  /** The exercice that a finding is about. */
  static Exercice exercice(Constat constat) {
    return (Exercice) constat.faits().get("exercice");
  }

  /** The files that a finding is about. */
  static List<String> fichiers(Constat constat) {
    if (constat.faits().get("fichiers") instanceof Collection<?> plusieurs) {
      return plusieurs.stream().map(String::valueOf).toList();
    }
    return Stream.of("fichier", "autreFichier")
        .map(constat.faits()::get)
        .filter(java.util.Objects::nonNull)
        .map(String::valueOf)
        .toList();
  }
}
