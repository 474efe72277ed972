package org.verifqis.regles;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** Where costs are noted; null for nowhere. */
  private final Profil profil;

  private final Map<Object, FactHandle> inseres = new IdentityHashMap<>();
  private List<?> faits;
  private Sujets sujets;
  private String expliquee;
  private List<CasExamine> cas = List.of();
  private KieSession session;

  Seance(KieBase regles, List<?> faits, Sujets sujets) {
    this(regles, null);
    change(faits, sujets);
  }

  /** A session without any facts yet. */
  Seance(KieBase regles, Profil profil) {
    this.regles = regles;
    this.profil = profil;
  }

  /** From now on these are the facts; those that it had already stay where they are. */
  void change(List<?> autres, Sujets lesLeurs) {
    faits = autres;
    sujets = lesLeurs;
    if (session == null) {
      return;
    }
    Set<Object> restent = Collections.newSetFromMap(new IdentityHashMap<>());
    restent.addAll(autres);
    inseres.entrySet().removeIf(insere -> !restent.contains(insere.getKey()) && retire(insere));
    for (Object fait : autres) {
      inseres.computeIfAbsent(fait, session::insert);
    }
  }

  private boolean retire(Map.Entry<Object, FactHandle> insere) {
    session.delete(insere.getValue());
    return true;
  }

  /** From now on the cases of a rule are kept; null for none. */
  void explique(String regle, List<CasExamine> ou) {
    expliquee = regle;
    cas = ou;
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
      for (Object fait : faits) {
        inseres.computeIfAbsent(fait, session::insert);
      }
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
      inseres.clear();
    }
  }
}
