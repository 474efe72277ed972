package org.verifqis.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Component;
import org.verifqis.classeur.Source;
import org.verifqis.ecriture.Correcteur;
import org.verifqis.ecriture.RedacteurGabarit;
import org.verifqis.modele.Contenu;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.Preremplissage;
import org.verifqis.rapport.Langue;
import org.verifqis.rapport.Rapport;
import org.verifqis.rapport.RedacteurHtml;
import org.verifqis.service.Verification;

/**
 * Checks a template that says next to nothing a few times before anybody comes: the first check of
 * a process takes a hundred times as long as a later one.
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
      ByteArrayOutputStream filled = new ByteArrayOutputStream();
      new RedacteurGabarit(house.base().gabarit()).ecris(faulty(), clock.instant(), filled);
      Source source = Source.de("rodage.xlsx", filled.toByteArray());
      Correcteur corrector = new Correcteur(house.limits());
      RedacteurHtml writer = new RedacteurHtml(house.texts(Langue.FR));
      for (int round = 0; round < ROUNDS; round++) {
        Verification checked = house.counter().verifie(source, null, LocalDate.now(clock));
        writer.corps(Rapport.de(checked, OffsetDateTime.now(clock)), new RuleLinks(Langue.FR));
        house.counter().diagnostique(source, List.of(), corrector::corrige);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A year that ends a day too late, so that what mends it is looked for too. */
  private Contenu faulty() {
    Entente agreement = house.base().gabarit().ententes().values().iterator().next();
    Exercice year = Exercice.contenant(LocalDate.now(clock));
    Contenu content = new Preremplissage().pour(agreement, year).contenu();
    content.formulaire(Onglet.IDENTIFICATION.nom()).put("exerciceFin", year.fin().plusDays(1));
    return content;
  }
}
