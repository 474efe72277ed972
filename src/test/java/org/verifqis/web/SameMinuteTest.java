package org.verifqis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.audit.PetiteReddition;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.service.depot.Role;

/** Every coordinator files at once while two of the staff read; bench/depots measures it. */
class SameMinuteTest {
  private static final String YEAR = "2021-2022";
  private static final int STAFF = 2;

  @TempDir Path folder;

  @Test
  void allAreFiledWhoeverReadsMeanwhile() throws Exception {
    // As it is set for people, but for the visitors of one address, who are none here.
    Path settings = Files.createFile(folder.resolve("s.properties"));
    List<String> agreements =
        LecteurGabarit.charge().ententes().keySet().stream().sorted().toList();
    ExecutorService people = Executors.newFixedThreadPool(agreements.size() + STAFF);
    AtomicBoolean filing = new AtomicBoolean(true);
    try (Office office = Office.with("jdbc:h2:file:" + folder.resolve("depots"), settings)) {
      CyclicBarrier together = new CyclicBarrier(agreements.size());
      List<Future<HttpResponse<String>>> filed = new ArrayList<>();
      for (String agreement : agreements) {
        Person person = office.in("De " + agreement, Role.COORDINATION, agreement);
        String place = "/depots/" + agreement + "/" + YEAR;
        Path workbook =
            PetiteReddition.de(agreement, 2021).ecris(folder.resolve(agreement + ".xlsx"));
        String csrf = person.csrf(place);
        filed.add(
            people.submit(
                () -> {
                  together.await();
                  person.upload(
                      place + "/verifier", Site.Form.of("fichier", workbook).field("_csrf", csrf));
                  return person.confirm(place, Map.of());
                }));
      }
      List<Future<Integer>> read = new ArrayList<>();
      for (int i = 0; i < STAFF; i++) {
        Person person = office.in("Du personnel " + i, Role.PERSONNEL);
        read.add(people.submit(() -> reads(person, agreements, filing)));
      }
      for (Future<HttpResponse<String>> one : filed) {
        assertThat(one.get().statusCode()).isEqualTo(200);
        assertThat(one.get().body()).contains("Le classeur est déposé");
      }
      filing.set(false);
      for (Future<Integer> one : read) {
        assertThat(one.get()).isPositive();
      }
      Person staff = office.in("Du personnel", Role.PERSONNEL);
      assertThat(staff.get("/tableau").body())
          .contains(agreements.size() + " redditions déposées attendent");
      assertThat(office.registry.journal().verifie().entier()).isTrue();
    } finally {
      filing.set(false);
      people.shutdownNow();
    }
  }

  private static int reads(Person person, List<String> agreements, AtomicBoolean filing)
      throws Exception {
    int pages = 0;
    do {
      String agreement = agreements.get(pages % agreements.size());
      for (String page : List.of("/tableau", "/depots/" + agreement + "/" + YEAR)) {
        assertThat(person.get(page).statusCode()).as(page).isEqualTo(200);
        pages++;
      }
    } while (filing.get());
    return pages;
  }
}
