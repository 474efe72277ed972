package org.verifqis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.verifqis.audit.PetiteReddition;
import org.verifqis.classeur.Sha256;
import org.verifqis.service.depot.ComptesDuGreffe;
import org.verifqis.service.depot.Geste;

/** People who file and decide until the server is gone, and what they were answered. */
final class WhileItLives {
  /** Two of them file for the same agreement. */
  static final List<String> COORDINATORS = List.of("ALL-04", "ALL-13", "ALL-04");

  static final int STAFF = 2;
  private static final String YEAR = "/2021-2022";
  private static final int REST_MILLIS = 20;

  private final List<ComptesDuGreffe.Lien> links;
  private final Random chance;
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private final Set<String> filed = ConcurrentHashMap.newKeySet();
  private final ConcurrentMap<String, AtomicInteger> tried = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, AtomicInteger> decided = new ConcurrentHashMap<>();
  private final List<Thread> people = new ArrayList<>();
  private final Queue<Throwable> wrong = new ConcurrentLinkedQueue<>();
  private final AtomicInteger workbooks = new AtomicInteger();
  private boolean known;

  WhileItLives(List<ComptesDuGreffe.Lien> links, int seed) {
    this.links = links;
    this.chance = new Random(seed);
  }

  /** What is done by somebody again and again. */
  private interface Work {
    void once(Person person, String csrf, Random chance) throws Exception;
  }

  /** All come in, and begin. */
  void begin(ServerProcess server) throws Exception {
    for (int i = 0; i < links.size(); i++) {
      Person person = new Person(server::url);
      if (!known) {
        person.choose(links.get(i), Person.SECRET);
      }
      person.login(links.get(i).compte().courriel(), Person.SECRET);
      String agreement = i < COORDINATORS.size() ? COORDINATORS.get(i) : null;
      Work work =
          agreement == null ? this::decides : (who, csrf, chosen) -> files(who, csrf, agreement);
      Random own = new Random(chance.nextLong());
      Thread thread = new Thread(() -> works(person, work, own));
      people.add(thread);
    }
    known = true;
    people.forEach(Thread::start);
  }

  /** Waits until each has found out that the server is gone. */
  void end() throws InterruptedException {
    for (Thread person : people) {
      person.join();
    }
    people.clear();
    assertThat(wrong).isEmpty();
  }

  private void works(Person person, Work work, Random chance) {
    String csrf = "";
    while (true) {
      try {
        if (csrf.isEmpty()) {
          csrf = person.csrf("/connexion");
        }
        work.once(person, csrf, chance);
      } catch (IOException gone) {
        return;
      } catch (Throwable e) {
        wrong.add(e);
        return;
      }
    }
  }

  private static String place(String agreement) {
    return "/depots/" + agreement + YEAR;
  }

  private void files(Person person, String csrf, String agreement) throws Exception {
    String place = place(agreement);
    byte[] workbook = workbook(agreement);
    HttpResponse<String> checked =
        person.upload(
            place + "/verifier",
            new Site.Form().file("fichier", "reddition.xlsx", workbook).field("_csrf", csrf));
    if (checked.statusCode() != 200) {
      // Adopted meanwhile, or the database is away.
      Thread.sleep(REST_MILLIS);
      return;
    }
    String filing = agreement + " " + Sha256.de(workbook);
    asked.add(filing);
    HttpResponse<String> answer =
        person.answer(
            place + "/deposer",
            csrf,
            Map.of(
                "verrou", Person.field(checked.body(), "verrou"),
                "sha256", Sha256.de(workbook)));
    if (isDone(answer, Geste.DEPOSER)) {
      filed.add(filing);
    }
  }

  private byte[] workbook(String agreement) throws IOException {
    Path file = Files.createTempFile("reddition", ".xlsx");
    try {
      PetiteReddition.de(agreement, 2021)
          .avec("soldeOuverture", workbooks.incrementAndGet() + ",00")
          .ecris(file);
      return Files.readAllBytes(file);
    } finally {
      Files.delete(file);
    }
  }

  private void decides(Person person, String csrf, Random chance) throws Exception {
    String agreement = COORDINATORS.get(chance.nextInt(COORDINATORS.size()));
    String place = place(agreement);
    String page = person.get(place).body();
    if (page.contains(place + "/rouvrir\"")) {
      decides(person, csrf, agreement, page, Geste.ROUVRIR, Map.of("motif", "suite"));
    } else if (page.contains(place + "/adopter\"") && chance.nextBoolean()) {
      Map<String, String> verdict = Map.of("verdict", Person.field(page, "verdict"));
      decides(person, csrf, agreement, page, Geste.ADOPTER, verdict);
    } else if (page.contains(place + "/corrections\"")) {
      Map<String, String> asking = Map.of("avant", "2027-03-31", "mot", "À revoir");
      decides(person, csrf, agreement, page, Geste.DEMANDER_CORRECTIONS, asking);
    } else {
      Thread.sleep(REST_MILLIS);
    }
  }

  private void decides(
      Person person,
      String csrf,
      String agreement,
      String page,
      Geste what,
      Map<String, String> said)
      throws Exception {
    String key = agreement + " " + what;
    Map<String, String> fields = new HashMap<>(said);
    fields.put("verrou", Person.field(page, "verrou"));
    count(tried, key);
    String form =
        switch (what) {
          case ROUVRIR -> "/rouvrir";
          case ADOPTER -> "/adopter";
          default -> "/corrections";
        };
    if (isDone(person.answer(place(agreement) + form, csrf, fields), what)) {
      count(decided, key);
    }
  }

  private static boolean isDone(HttpResponse<String> answer, Geste what) {
    return answer.statusCode() == 302
        && answer.headers().firstValue("Location").orElse("").endsWith("?fait=" + what);
  }

  private static void count(ConcurrentMap<String, AtomicInteger> counts, String key) {
    counts.computeIfAbsent(key, k -> new AtomicInteger()).incrementAndGet();
  }

  /** What was asked to be filed, by agreement and hash: answered or not. */
  Set<String> asked() {
    return asked;
  }

  /** What was answered as filed. */
  Set<String> filed() {
    return new HashSet<>(filed);
  }

  /** How often a decision was asked for. */
  int tried(String agreement, Geste what) {
    return of(tried, agreement, what);
  }

  /** How often it was answered as done. */
  int decided(String agreement, Geste what) {
    return of(decided, agreement, what);
  }

  private static int of(ConcurrentMap<String, AtomicInteger> counts, String agreement, Geste what) {
    AtomicInteger count = counts.get(agreement + " " + what);
    return count == null ? 0 : count.get();
  }

  @Override
  public String toString() {
    return filed.size()
        + " filings answered as done of "
        + asked.size()
        + " asked for, "
        + decided.values().stream().mapToInt(AtomicInteger::get).sum()
        + " decisions of "
        + tried.values().stream().mapToInt(AtomicInteger::get).sum();
  }
}
