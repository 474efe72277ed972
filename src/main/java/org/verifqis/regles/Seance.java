package org.verifqis.regles;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.verifqis.regles.Explication.CasExamine;

/** A session over some facts, to which the rules are put one by one. */
final class Seance implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Seance.class);

  /** More facts than a session of all the rules could hold within a heap of 1 GB. */
  static final int BEAUCOUP = 150_000;

  private final ReglesCompilees regles;

  /** What each rule looks at; null where the session always knows all of them. */
  private final Supplier<TypesVus> types;

  /** More facts are shown to one rule at a time, each in a session that knows no other rule. */
  private final int beaucoup;

  /** Where costs are noted; null for nowhere. */
  private final Profil profil;

  private final Map<Object, FactHandle> inseres = new IdentityHashMap<>();
  private List<?> faits;
  private Sujets sujets;
  private String expliquee;
  private List<CasExamine> cas = List.of();
  private KieSession session;

  /** A session of all the rules over some facts. */
  Seance(KieBase regles, List<?> faits, Sujets sujets) {
    this(ReglesCompilees.de(regles), null, null, BEAUCOUP);
    change(faits, sujets);
  }

  /** A session without any facts yet. */
  Seance(ReglesCompilees regles, Supplier<TypesVus> types, Profil profil, int beaucoup) {
    this.regles = regles;
    this.types = types;
    this.beaucoup = beaucoup;
    this.profil = profil;
  }

  /** From now on these are the facts; those that it had already stay where they are. */
  void change(List<?> autres, Sujets lesLeurs) {
    faits = autres;
    sujets = lesLeurs;
    if (isolee()) {
      close();
    }
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

  /** Whether each rule gets a session of its own. */
  private boolean isolee() {
    return types != null && faits.size() > beaucoup;
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
      KieSession ouverte = ouvre(regle.id());
      long debut = System.nanoTime();
      ouverte.setGlobal("constats", rapporteur);
      FactHandle poignee = ouverte.insert(application);
      int activations = ouverte.fireAllRules();
      ouverte.delete(poignee);
      if (isolee()) {
        close();
      }
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
  private KieSession ouvre(String regle) {
    if (session == null) {
      long debut = System.nanoTime();
      boolean isolee = isolee();
      session = (isolee ? regles.seule(regle) : regles.base()).newKieSession();
      for (Object fait : faits) {
        if (!isolee) {
          inseres.computeIfAbsent(fait, session::insert);
        } else if (types.get().voit(regle, fait.getClass())) {
          session.insert(fait);
        }
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
