package org.verifqis.web;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.verifqis.audit.Empreintes;
import org.verifqis.rapport.Rapport;
import org.verifqis.regles.Parametres;
import org.verifqis.regles.ParametresInvalides;
import org.verifqis.service.Socle;
import org.verifqis.service.depot.ChiffreSaisi;
import org.verifqis.service.depot.ChiffresSaisis;
import org.verifqis.service.depot.Greffe;
import org.verifqis.service.depot.Provenance;

/**
 * The figures by which filings are judged: those of the program, under those that staff publish.
 */
@Component
class Figures {
  private static final Logger LOG = LoggerFactory.getLogger(Figures.class);

  /** By what filings are judged. */
  private record Held(
      List<ChiffreSaisi> published,
      List<ChiffreSaisi> unusable,
      Socle base,
      Provenance provenance) {}

  private final House house;
  private final Greffe registry;
  private volatile Held held;

  Figures(House house, Greffe registry) {
    this.house = house;
    this.registry = registry;
    refresh();
  }

  /** What another server published meanwhile holds here too. */
  final void refresh() {
    List<ChiffreSaisi> published = registry.chiffres().enVigueur();
    Held now = held;
    if (now == null || !now.published.equals(published)) {
      take(published);
    }
  }

  private synchronized void take(List<ChiffreSaisi> published) {
    Parametres figures = house.base().parametres();
    List<ChiffreSaisi> unusable = new ArrayList<>();
    for (ChiffreSaisi one : published) {
      try {
        figures = ChiffresSaisis.sur(figures, List.of(one.demande()));
      } catch (ParametresInvalides e) {
        // Published under another program: the page tells that it does not hold here.
        unusable.add(one);
        LOG.error("the published figure {} can't be used: {}", one.demande().cle(), e.motif());
      }
    }
    String version = Rapport.Outil.courant().version();
    Empreintes judging = Empreintes.de(version, figures, "");
    Socle base = house.judgeFilingsUnder(figures);
    held =
        new Held(
            published,
            List.copyOf(unusable),
            base,
            new Provenance(version, judging.regles(), judging.parametres()));
  }

  /** The figures. */
  Parametres parameters() {
    return held.base.parametres();
  }

  /** Those that were published and can't be used by this program. */
  List<ChiffreSaisi> unusable() {
    return held.unusable;
  }

  /** What judges, now. */
  Provenance provenance() {
    return held.provenance;
  }
}
