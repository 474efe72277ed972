package org.verifqis.regles.derogations;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Gabarit;
import org.verifqis.regles.Application;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Derogation;
import org.verifqis.regles.Ensemble;
import org.verifqis.regles.Gravite;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Registre;
import org.verifqis.regles.Regle;
import org.verifqis.regles.ResultatRegle;
import org.verifqis.regles.StatutRegle;
import org.verifqis.regles.Verdict;
import org.verifqis.regles.derogations.UsageDerogation.Raison;
import org.verifqis.regles.derogations.UsageDerogation.Statut;

/**
 * Findings that staff accept. The rules never see them: what a rule finds stays found, only the
 * verdict is drawn without it.
 *
 * @param liste in the order of the file
 */
public record Derogations(List<Derogation> liste) {
  /**
   * Redditions and what was found across them, with what is accepted.
   *
   * @param jugements in the order given
   * @param ensemble what was found across them; null where they were not compared
   * @param usages what became of each dérogation, in the order of the file
   */
  public record Effet(List<Jugement> jugements, Ensemble ensemble, List<UsageDerogation> usages) {}

  /**
   * Those of a YAML file, as {@code derogations.schema.json} describes it.
   *
   * @throws DerogationsInvalides if something in it is wrong: then none of it is taken
   */
  public static Derogations charge(Path fichier, Registre registre, Gabarit gabarit) {
    return new Derogations(new LecteurDerogations(registre, gabarit).lis(fichier));
  }

  /** What they say, and which of them have expired on a day, as text. */
  public String texte(LocalDate jour) {
    return liste.stream()
        .map(d -> d + (d.echue(jour) ? " expired" : ""))
        .collect(Collectors.joining("\n"));
  }

  /**
   * Draws the verdicts without what is accepted.
   *
   * @param ensemble what was found across them, in the same order; null where they were not
   *     compared
   * @param jour the day of the judgement
   */
  public Effet applique(List<Jugement> jugements, Ensemble ensemble, LocalDate jour) {
    return new Application(jugements, ensemble, jour).effet();
  }

  /** Reddition by reddition, what each dérogation fits. */
  private final class Application {
    private final List<Jugement> jugements;
    private final Ensemble ensemble;
    private final LocalDate jour;
    private final Map<Derogation, Integer> couverts = new HashMap<>();
    private final Set<Derogation> ambigues = new HashSet<>();

    Application(List<Jugement> jugements, Ensemble ensemble, LocalDate jour) {
      this.jugements = jugements;
      this.ensemble = ensemble;
      this.jour = jour;
    }

    Effet effet() {
      for (int i = 0; i < jugements.size(); i++) {
        List<Constat> siens = new ArrayList<>(jugements.get(i).constats());
        siens.addAll(partages(i));
        for (Derogation derogation : valables(jugements.get(i))) {
          if (lieux(derogation, siens) > 1) {
            ambigues.add(derogation);
          }
        }
      }
      List<Jugement> juges = new ArrayList<>();
      for (int i = 0; i < jugements.size(); i++) {
        juges.add(deroge(jugements.get(i), partages(i)));
      }
      Ensemble accepte =
          ensemble == null
              ? null
              : ensemble.avec(ensemble.constats().stream().map(this::dEnsemble).toList());
      return new Effet(List.copyOf(juges), accepte, liste.stream().map(this::usage).toList());
    }

    private List<Constat> partages(int rang) {
      return ensemble == null ? List.of() : ensemble.suites().get(rang).partages();
    }

    /** Those that may cover a finding of a reddition. */
    private List<Derogation> valables(Jugement jugement) {
      return valables(jugement.entente(), jugement.exercice());
    }

    private List<Derogation> valables(Entente entente, Exercice exercice) {
      return liste.stream()
          .filter(d -> d.vise().concerne(entente, exercice))
          .filter(d -> !d.echue(jour) && d.vise().regle().gravite() != Gravite.BLOQUANTE)
          .filter(d -> !ambigues.contains(d))
          .toList();
    }

    /** At how many places the findings stand that it fits. What has no cell is a place each. */
    private static long lieux(Derogation derogation, List<Constat> constats) {
      return constats.stream()
          .filter(derogation.vise()::est)
          .map(c -> c.emplacements().isEmpty() ? c : c.emplacements().get(0))
          .map(lieu -> lieu instanceof Emplacement e && e.ligne() == 0 ? new Object() : lieu)
          .distinct()
          .count();
    }

    private Jugement deroge(Jugement jugement, List<Constat> partages) {
      List<Derogation> valables = valables(jugement);
      if (valables.isEmpty()) {
        return jugement;
      }
      Map<Regle, Integer> acceptes = new HashMap<>();
      List<Constat> constats = new ArrayList<>();
      for (Constat constat : jugement.constats()) {
        constats.add(accepte(constat, valables, acceptes));
      }
      partages.forEach(constat -> accepte(constat, valables, acceptes));
      List<ResultatRegle> retenus =
          jugement.resultats().stream()
              .map(r -> acceptes.getOrDefault(r.regle(), 0) < r.enfreints() ? r : sansConstats(r))
              .toList();
      return jugement.avec(Verdict.de(retenus), jugement.resultats(), List.copyOf(constats));
    }

    /** A finding, accepted where a dérogation fits. */
    private Constat accepte(
        Constat constat, List<Derogation> valables, Map<Regle, Integer> acceptes) {
      List<Derogation> siennes = valables.stream().filter(d -> d.vise().est(constat)).toList();
      if (siennes.isEmpty()) {
        return constat;
      }
      siennes.forEach(d -> couverts.merge(d, 1, Integer::sum));
      acceptes.merge(constat.regle(), 1, Integer::sum);
      return constat.deroge(siennes.get(0));
    }

    /** How a rule ends whose findings are all accepted: what it could not tell stays unknown. */
    private static ResultatRegle sansConstats(ResultatRegle r) {
      if (r.statut() != StatutRegle.ENFREINTE) {
        return r;
      }
      StatutRegle statut = r.inconnus() > 0 ? StatutRegle.INDETERMINE : StatutRegle.RESPECTEE;
      return new ResultatRegle(r.regle(), statut, r.examines(), 0, r.inconnus(), r.cause());
    }

    /** A finding across redditions is accepted where it is for each of them that it concerns. */
    private Constat dEnsemble(Constat constat) {
      Map<String, Object> faits = constat.faits();
      Exercice exercice = (Exercice) faits.get("exercice");
      Derogation une = pour(constat, faits.get("entente"), exercice, constat.sujet().fiche());
      if (une == null) {
        return constat;
      }
      if (faits.get("autreEntente") instanceof Entente autre
          && pour(constat, autre, exercice, (String) faits.get("autreNumero")) == null) {
        return constat;
      }
      // A missing reddition has no judgement in which it would have been counted.
      if (constat.emplacements().isEmpty() && jugements.stream().noneMatch(concerne(une))) {
        couverts.merge(une, 1, Integer::sum);
      }
      return constat.deroge(une);
    }

    private static java.util.function.Predicate<Jugement> concerne(Derogation derogation) {
      return j -> derogation.vise().concerne(j.entente(), j.exercice());
    }

    private Derogation pour(Constat constat, Object entente, Exercice exercice, String fiche) {
      return valables((Entente) entente, exercice).stream()
          .filter(d -> d.vise().regle().estLaMeme(constat.regle()) && d.vise().memeFiche(fiche))
          .findFirst()
          .orElse(null);
    }

    private UsageDerogation usage(Derogation derogation) {
      int nombre = couverts.getOrDefault(derogation, 0);
      if (nombre > 0) {
        return new UsageDerogation(derogation, Statut.UTILISEE, null, nombre);
      }
      if (derogation.echue(jour)) {
        return new UsageDerogation(derogation, Statut.ECHUE, null, 0);
      }
      return UsageDerogation.inutilisee(derogation, raison(derogation));
    }

    private Raison raison(Derogation derogation) {
      Regle regle = derogation.vise().regle();
      if (regle.gravite() == Gravite.BLOQUANTE) {
        return Raison.BLOQUANTE;
      }
      if (ambigues.contains(derogation)) {
        return Raison.AMBIGUE;
      }
      if (ensemble == null && regle.estInter()) {
        return Raison.AUDIT_SEULEMENT;
      }
      return jugements.stream().anyMatch(concerne(derogation))
          ? Raison.SANS_CONSTAT
          : Raison.REDDITION_ABSENTE;
    }
  }
}
