package org.verifqis.service.depot;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.verifqis.modele.Exercice;
import org.verifqis.service.depot.GesteRefuse.Motif;

/** The days by which staff expect the redditions of a year: reminders go by them. */
public final class Echeances {
  private final Jdbi jdbi;
  private final Greffe greffe;

  Echeances(Jdbi jdbi, Greffe greffe) {
    this.jdbi = jdbi;
    this.greffe = greffe;
  }

  /** All that are set. */
  public Map<Exercice, LocalDate> toutes() {
    return jdbi.withHandle(
        h ->
            h.createQuery("select exercice, jour from limite")
                .reduceRows(
                    new TreeMap<>(),
                    (toutes, ligne) -> {
                      toutes.put(
                          new Exercice(ligne.getColumn("exercice", Integer.class)),
                          ligne.getColumn("jour", LocalDate.class));
                      return toutes;
                    }));
  }

  /**
   * Sets that of a year; null for none any more.
   *
   * @param vue the one that was seen; null where none was set
   * @throws GesteRefuse if another was set meanwhile
   */
  public void fixe(Compte qui, Exercice exercice, LocalDate vue, LocalDate jour) {
    jdbi.useTransaction(
        h -> {
          Compte lui =
              ComptesDuGreffe.parId(h, qui.id())
                  .filter(compte -> compte.actif() && compte.role() == Role.PERSONNEL)
                  .orElseThrow(() -> new GesteRefuse(Motif.ROLE));
          // First: whoever sets one holds the journal, so two can't do so at once.
          greffe
              .journal()
              .note(
                  h,
                  lui.courriel(),
                  "LIMITE_FIXEE",
                  null,
                  Map.of("exercice", exercice.nom(), "jour", String.valueOf(jour)));
          Optional<LocalDate> actuelle =
              h.createQuery("select jour from limite where exercice = :exercice")
                  .bind("exercice", exercice.annee())
                  .mapTo(LocalDate.class)
                  .findOne();
          if (!actuelle.equals(Optional.ofNullable(vue))) {
            throw new GesteRefuse(Motif.DEPASSE, "", "");
          }
          h.createUpdate("delete from limite where exercice = :exercice")
              .bind("exercice", exercice.annee())
              .execute();
          if (jour != null) {
            h.createUpdate("insert into limite (exercice, jour) values (:exercice, :jour)")
                .bind("exercice", exercice.annee())
                .bind("jour", jour)
                .execute();
          }
        });
  }
}
