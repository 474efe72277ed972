package org.verifqis.regles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.verifqis.regles.Explication.CasExamine;

/** A session over some facts, to which the rules are put one by one. */
final class Seance implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Seance.class);

  private final KieBase regles;
  private final List<?> faits;
  private final Sujets sujets;
  private final String expliquee;
  private final List<CasExamine> cas;

  /** Where costs are noted; null for nowhere. */
  private final Profil profil;

  private KieSession session;

  Seance(KieBase regles, List<?> faits, Sujets sujets) {
    this(regles, faits, sujets, null, List.of(), null);
  }

  /** A session that keeps the cases of the rule that is to be explained; null without one. */
  Seance(
      KieBase regles,
      List<?> faits,
      Sujets sujets,
      String expliquee,
      List<CasExamine> cas,
      Profil profil) {
    this.regles = regles;
    this.faits = faits;
    this.sujets = sujets;
    this.expliquee = expliquee;
    this.cas = cas;
    this.profil = profil;
  }

  /** Judges a rule; its findings are added to those given. A crash makes it INDETERMINE. */
  ResultatRegle juge(Regle regle, Application application, List<Constat> constats) {
    boolean explique = regle.id().equals(expliquee);
    Constats rapporteur = new Constats(explique);
    try {
      KieSession ouverte = ouvre();
      long debut = System.nanoTime();
      ouverte.setGlobal("constats", rapporteur);
      FactHandle poignee = ouverte.insert(application);
      int activations = ouverte.fireAllRules();
      ouverte.delete(poignee);
      if (profil != null) {
        profil.ajoute(regle.id(), System.nanoTime() - debut, activations);
      }
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("rule {} crashed", regle.id(), e);
      close();
      return ResultatRegle.enPanne(regle, e.toString());
    }
    List<Constat> trouves = new ArrayList<>(rapporteur.constats(regle, sujets));
    trouves.sort(Constat.ORDRE);
    constats.addAll(trouves);
    if (explique) {
      cas.addAll(rapporteur.expliques(regle, sujets));
      cas.sort(Comparator.comparing(CasExamine::vu, Constat.ORDRE));
    }
    return rapporteur.resultat(regle);
  }

  /** After a crash the session is not to be trusted: the next rule gets a new one. */
  private KieSession ouvre() {
    if (session == null) {
      long debut = System.nanoTime();
      session = regles.newKieSession();
      faits.forEach(session::insert);
      if (profil != null) {
        profil.ajouteFaits(System.nanoTime() - debut, faits.size());
      }
    }
    return session;
  }

  @Override
  public void close() {
    if (session != null) {
      session.dispose();
      session = null;
    }
  }
}
