package org.verifqis.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import org.verifqis.classeur.Limites;
import org.verifqis.classeur.Source;
import org.verifqis.ecriture.Annotateur;
import org.verifqis.modele.Erreur;
import org.verifqis.rapport.Annotations;
import org.verifqis.rapport.Rapport;
import org.verifqis.rapport.RedacteurHtml;
import org.verifqis.rapport.Textes;
import org.verifqis.service.Guichet;
import org.verifqis.service.Verification;

/** What may be done with a large workbook. */
enum AsideTask {
  /** The report as a page shows it. */
  PAGE,
  HTML,
  CSV,
  JSON,
  ANNOTER;

  /** What is done, with what, and when. */
  record Order(
      Guichet counter, Limites limits, Textes texts, Source source, OffsetDateTime instant) {}

  /** Does it; why it can't be done, or null. */
  Erreur write(Order order, OutputStream out) throws IOException {
    if (this == ANNOTER) {
      return annotate(order, out);
    }
    Verification checked =
        order.counter().verifie(order.source(), null, order.instant().toLocalDate());
    if (!checked.erreurs().isEmpty()) {
      return checked.erreurs().get(0);
    }
    Rapport report = Rapport.de(checked, order.instant());
    if (this == PAGE) {
      String body =
          new RedacteurHtml(order.texts()).corps(report, new RuleLinks(order.texts().langue()));
      out.write(body.getBytes(StandardCharsets.UTF_8));
    } else {
      ReportFile.valueOf(name()).write(report, order.texts(), out);
    }
    return null;
  }

  private static Erreur annotate(Order order, OutputStream out) {
    Annotations annotations = new Annotations(order.texts());
    ByteArrayOutputStream copy = new ByteArrayOutputStream();
    Verification checked =
        order
            .counter()
            .annote(
                order.source(),
                null,
                order.instant().toLocalDate(),
                (onDisk, judged, waivers) -> {
                  new Annotateur(order.limits())
                      .annote(onDisk, annotations.de(judged, waivers), copy);
                  copy.writeTo(out);
                });
    return checked.erreurs().isEmpty() ? null : checked.erreurs().get(0);
  }
}
