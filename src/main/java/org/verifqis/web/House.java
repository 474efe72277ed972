package org.verifqis.web;

import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.verifqis.classeur.Limites;
import org.verifqis.rapport.CatalogueRegles;
import org.verifqis.rapport.Langue;
import org.verifqis.rapport.Mots;
import org.verifqis.rapport.PhrasesRefus;
import org.verifqis.rapport.Textes;
import org.verifqis.regles.Parametres;
import org.verifqis.service.Guichet;
import org.verifqis.service.Reglages;
import org.verifqis.service.Socle;

/** What is loaded once and serves all requests: the counter, and the words of both languages. */
@Component
class House {
  private final Guichet counter;
  private final Reglages filingBounds;

  /** Under the figures that staff published. */
  private volatile Guichet filingCounter;

  private final Limites limits;
  private final Limites filingLimits;
  private final Reglages bounds;
  private final Map<Langue, Textes> texts = new EnumMap<>(Langue.class);
  private final Map<Langue, PhrasesRefus> refusal = new EnumMap<>(Langue.class);

  House(ServerSettings settings, Passage passage) {
    Socle base = Socle.prepare(null);
    limits = new Limites(settings.size().toBytes(), settings.rows(), settings.inflated().toBytes());
    bounds = new Reglages(limits, settings.workers(), settings.timeLimit(), passage.folder());
    counter = new Guichet(base, bounds);
    ServerSettings.Accounts wider = settings.accounts();
    filingLimits = new Limites(wider.size().toBytes(), wider.rows(), wider.inflated().toBytes());
    filingBounds =
        new Reglages(filingLimits, settings.workers(), wider.timeLimit(), passage.folder());
    filingCounter = new Guichet(base, filingBounds);
    for (Langue language : Langue.values()) {
      texts.put(language, Textes.charge(language, base.gabarit()));
      refusal.put(language, PhrasesRefus.pourUnePage(Mots.de(language)));
    }
  }

  Guichet counter() {
    return counter;
  }

  /** A counter on the same base for what was uploaded: through its correspondance, if any. */
  Guichet counter(Received received) {
    return received.profile() == null
        ? counter
        : new Guichet(base(), bounds, received.profiles(base().gabarit()));
  }

  /** One for what is filed, within the wider bounds of those who are logged in. */
  Guichet filingCounter() {
    return filingCounter;
  }

  /** From now on what is filed is judged under these figures. */
  Socle judgeFilingsUnder(Parametres figures) {
    Socle under = base().avec(figures);
    filingCounter = new Guichet(under, filingBounds);
    return under;
  }

  /** What anybody's workbook is judged on: the figures of the program. */
  Socle base() {
    return counter.socle();
  }

  Limites limits() {
    return limits;
  }

  /** Of what is filed. */
  Limites filingLimits() {
    return filingLimits;
  }

  Textes texts(Langue language) {
    return texts.get(language);
  }

  PhrasesRefus refusal(Langue language) {
    return refusal.get(language);
  }

  CatalogueRegles catalogue(Langue language) {
    return new CatalogueRegles(texts(language), base().parametres());
  }
}
