package org.verifqis.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.stereotype.Component;
import org.verifqis.classeur.Source;
import org.verifqis.ecriture.RedacteurGabarit;
import org.verifqis.modele.Preremplissage;
import org.verifqis.rapport.Langue;
import org.verifqis.rapport.Rapport;
import org.verifqis.rapport.RedacteurHtml;
import org.verifqis.service.Verification;

/**
 * Checks an empty template a few times before anybody comes: the first check of a process takes a
 * hundred times as long as a later one.
 */
@Component
class WarmUp {
  /** Enough for what a check runs through to be compiled once. */
  private static final int ROUNDS = 30;

  private final House house;
  private final Clock clock;

  WarmUp(House house, Clock clock) {
    this.house = house;
    this.clock = clock;
  }

  void run() {
    try {
      ByteArrayOutputStream empty = new ByteArrayOutputStream();
      new RedacteurGabarit(house.base().gabarit())
          .ecris(new Preremplissage().contenu(), clock.instant(), empty);
      Source source = Source.de("rodage.xlsx", empty.toByteArray());
      RedacteurHtml writer = new RedacteurHtml(house.texts(Langue.FR));
      for (int round = 0; round < ROUNDS; round++) {
        Verification checked = house.counter().verifie(source, null, LocalDate.now(clock));
        writer.corps(Rapport.de(checked, OffsetDateTime.now(clock)), new RuleLinks(Langue.FR));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
