package org.verifqis.web;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.verifqis.service.depot.Greffe;

/** What a server has besides where it keeps filings: people who log in, and what they do. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("verifqis.base")
@Import({
  FilingSecurity.class,
  Desks.class,
  Devices.class,
  Strangers.class,
  Sweeper.class,
  FilingAdvice.class,
  ConnexionController.class,
  ForgottenController.class,
  ComptesController.class,
  JournalController.class,
  Figures.class,
  FiguresController.class,
  Filings.class,
  DepotsController.class,
  DossierController.class,
  DecisionsController.class,
  TableauController.class,
  Links.class,
  StatistiquesController.class,
  Mailer.class,
  NightHistory.class,
  NightAudit.class,
  AuditController.class,
})
class FilingConfiguration {
  @Bean(destroyMethod = "close")
  Greffe registry(ServerSettings settings, House house, Clock clock) {
    return Greffe.ouvre(settings.base(), house.base().gabarit(), house.base().registre(), clock);
  }
}
