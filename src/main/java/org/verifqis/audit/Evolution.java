package org.verifqis.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Identite;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Verdict;
import org.verifqis.regles.comparaison.Changement;
import org.verifqis.regles.comparaison.Changement.Cause;
import org.verifqis.regles.comparaison.Changement.Genre;

/** What an audit finds that the last one did not, and the other way round. */
final class Evolution {
  private final Historique historique;
  private final Passages.Ancien ancien;
  private final Demande demande;
  private final Resultat resultat;
  private final List<Cause> causes = new ArrayList<>();

  /** Hashes of the files that were read then, and of those that are read now. */
  private final Set<String> connus;

  private final Set<String> presents;

  private final boolean memesFichiers;

  Evolution(
      Historique historique,
      Passages.Ancien ancien,
      Empreintes empreintes,
      Demande demande,
      Resultat resultat) {
    this.historique = historique;
    this.ancien = ancien;
    this.demande = demande;
    this.resultat = resultat;
    this.connus =
        ancien.redditions().stream().map(Passages.Ancienne::sha256).collect(Collectors.toSet());
    this.presents =
        resultat.dossiers().stream()
            .map(d -> d.jugement().fichier().sha256())
            .collect(Collectors.toSet());
    this.memesFichiers = memesFichiers();
    if (!ancien.empreintes().regles().equals(empreintes.regles())) {
      causes.add(Cause.NOUVELLES_REGLES);
    }
    if (!ancien.empreintes().parametres().equals(empreintes.parametres())) {
      causes.add(Cause.NOUVEAUX_PARAMETRES);
    }
    if (!ancien.empreintes().derogations().equals(empreintes.derogations())) {
      causes.add(Cause.NOUVELLES_DEROGATIONS);
    }
  }

  List<Changement> changements() {
    Set<String> ecartees =
        resultat.ensemble().ecartees().stream()
            .map(e -> e.reddition().fichier().sha256())
            .collect(Collectors.toSet());
    Map<String, Passages.Ancienne> avant = new LinkedHashMap<>();
    for (Passages.Ancienne a : ancien.redditions()) {
      avant.putIfAbsent(cle(a.entente(), a.exercice(), a.retenue(), a.chemin()), a);
    }
    List<Changement> changements = new ArrayList<>();
    Map<String, Dossier> vues = new HashMap<>();
    for (Dossier dossier : resultat.dossiers()) {
      Jugement j = dossier.jugement();
      boolean retenue = !ecartees.contains(j.fichier().sha256());
      String cle = cle(entente(j), exercice(j), retenue, demande.chemin(dossier.fichier()));
      // A copy of the file that counts is told of once.
      if (vues.putIfAbsent(cle, dossier) == null) {
        Passages.Ancienne ancienne = avant.remove(cle);
        if (ancienne != null) {
          compare(ancienne, dossier, changements);
        } else if (!connus.contains(j.fichier().sha256())) {
          changements.add(deposee(dossier));
        }
      }
    }
    // A file that is still there was set aside, or had been: the one that counts is told of.
    avant.values().stream()
        .filter(a -> !presents.contains(a.sha256()))
        .forEach(a -> changements.add(retiree(a)));
    ensemble(changements);
    return changements;
  }

  /** One that could not be read last time is compared with what it was when it could. */
  private Changement deposee(Dossier dossier) {
    Jugement j = dossier.jugement();
    Optional<Passages.Ancienne> lue =
        etaitIllisible(dossier)
            ? historique.passages().derniereLecture(demande, demande.chemin(dossier.fichier()))
            : Optional.empty();
    Optional<Passages.Ancienne> meme =
        lue.filter(
            a ->
                Objects.equals(a.entente(), entente(j))
                    && Objects.equals(a.exercice(), exercice(j)));
    List<Constat> anciens =
        meme.flatMap(a -> historique.passages().constats(a.resultat())).orElse(List.of());
    return changement(
        Genre.DEPOSEE,
        List.of(etaitIllisible(dossier) ? Cause.FICHIER_LISIBLE : Cause.NOUVEAU_FICHIER),
        j,
        meme.map(a -> Verdict.valueOf(a.verdict())).orElse(null),
        anciens);
  }

  private boolean etaitIllisible(Dossier dossier) {
    String chemin = demande.chemin(dossier.fichier());
    return ancien.illisibles().stream().anyMatch(illisible -> estOuContient(illisible, chemin));
  }

  /** Whether what could not be read is that file, or a folder that holds it. */
  private static boolean estOuContient(String illisible, String chemin) {
    return chemin.equals(illisible) || chemin.startsWith(illisible + "/");
  }

  private void compare(Passages.Ancienne a, Dossier dossier, List<Changement> changements) {
    Jugement j = dossier.jugement();
    boolean remplacee = !a.sha256().equals(j.fichier().sha256());
    boolean pareille =
        a.resultat().equals(dossier.trace()) && a.verdict().equals(j.verdict().name());
    if (pareille && !remplacee) {
      return;
    }
    Optional<List<Constat>> anciens = historique.passages().constats(a.resultat());
    Changement changement =
        changement(
            remplacee ? Genre.REMPLACEE : Genre.REJUGEE,
            remplacee ? causesDuRemplacement(a, dossier) : List.of(),
            j,
            Verdict.valueOf(a.verdict()),
            anciens.orElse(j.constats()));
    boolean rien =
        changement.nouveaux().isEmpty()
            && changement.disparus().isEmpty()
            && changement.avant() == changement.apres();
    if (remplacee || !rien) {
      changements.add(changement);
    }
  }

  /** Why files that did not change are judged otherwise. */
  private List<Cause> causes(List<Constat> nouveaux, List<Constat> disparus) {
    List<Cause> toutes = new ArrayList<>(causes);
    boolean entreRedditions =
        Stream.concat(nouveaux.stream(), disparus.stream()).anyMatch(c -> c.regle().estInter());
    if (toutes.isEmpty() || entreRedditions && !memesFichiers) {
      toutes.add(Cause.AUTRES_REDDITIONS);
    }
    return toutes;
  }

  private List<Cause> causesDuRemplacement(Passages.Ancienne a, Dossier dossier) {
    List<Cause> toutes = new ArrayList<>();
    if (!connus.contains(dossier.jugement().fichier().sha256())) {
      toutes.add(etaitIllisible(dossier) ? Cause.FICHIER_LISIBLE : Cause.NOUVEAU_FICHIER);
    } else if (!presents.contains(a.sha256())) {
      toutes.add(disparition(a));
    }
    toutes.addAll(causes);
    return toutes;
  }

  /** Why a file that was read is read no more. */
  private Cause disparition(Passages.Ancienne a) {
    boolean illisible =
        resultat.echecs().stream()
            .anyMatch(e -> estOuContient(demande.chemin(e.fichier()), a.chemin()));
    return illisible ? Cause.FICHIER_ILLISIBLE : Cause.FICHIER_RETIRE;
  }

  private Changement changement(
      Genre genre, List<Cause> pourquoi, Jugement j, Verdict avant, List<Constat> anciens) {
    List<Constat> nouveaux = Identite.sans(j.constats(), anciens);
    List<Constat> disparus = Identite.sans(anciens, j.constats());
    return new Changement(
        genre,
        pourquoi.isEmpty() ? causes(nouveaux, disparus) : pourquoi,
        entente(j),
        exercice(j),
        j.fichier().nom(),
        avant,
        j.verdict(),
        nouveaux,
        disparus);
  }

  private Changement retiree(Passages.Ancienne a) {
    return new Changement(
        Genre.RETIREE,
        List.of(disparition(a)),
        a.entente(),
        a.exercice(),
        a.nom(),
        Verdict.valueOf(a.verdict()),
        null,
        List.of(),
        List.of());
  }

  private void ensemble(List<Changement> changements) {
    if (resultat.trace().equals(ancien.ensemble())) {
      return;
    }
    List<Constat> maintenant = resultat.ensemble().constats();
    List<Constat> avant = historique.passages().constats(ancien.ensemble()).orElse(maintenant);
    List<Constat> nouveaux = Identite.sans(maintenant, avant);
    List<Constat> disparus = Identite.sans(avant, maintenant);
    if (!nouveaux.isEmpty() || !disparus.isEmpty()) {
      boolean parLaDate =
          causes.isEmpty() && memesFichiers && !ancien.date().equals(demande.date());
      changements.add(
          new Changement(
              Genre.ENSEMBLE,
              parLaDate ? List.of(Cause.AUTRE_DATE) : causes(nouveaux, disparus),
              null,
              null,
              null,
              null,
              null,
              nouveaux,
              disparus));
    }
  }

  /** Whether the same redditions lie there under the same names. */
  private boolean memesFichiers() {
    Set<String> avant =
        ancien.redditions().stream().map(a -> a.sha256() + a.nom()).collect(Collectors.toSet());
    return resultat.dossiers().stream()
        .map(d -> d.jugement().fichier())
        .map(f -> f.sha256() + f.nom())
        .collect(Collectors.toSet())
        .equals(avant);
  }

  /** A reddition is known by its agreement and year; one that does not count by its file. */
  private static String cle(String entente, String exercice, boolean retenue, String chemin) {
    return entente != null && exercice != null && retenue ? entente + " " + exercice : chemin;
  }

  private static String entente(Jugement j) {
    return j.entente() == null ? null : j.entente().code();
  }

  private static String exercice(Jugement j) {
    return j.exercice() == null ? null : j.exercice().nom();
  }
}
