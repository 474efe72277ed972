package org.verifqis.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** However many sessions are asked for without logging in, few are kept. */
class StrangersTest {
  private final List<String> ended = new ArrayList<>();

  private HttpSession session(String name) {
    return (HttpSession)
        Proxy.newProxyInstance(
            HttpSession.class.getClassLoader(),
            new Class<?>[] {HttpSession.class},
            (self, method, values) ->
                switch (method.getName()) {
                  case "invalidate" -> {
                    ended.add(name);
                    yield null;
                  }
                  case "hashCode" -> name.hashCode();
                  case "equals" -> self == values[0];
                  default -> null;
                });
  }

  @Test
  void theOldestGoWhereThereAreTooMany() {
    Strangers strangers = new Strangers(2);
    HttpSession first = session("first");
    for (HttpSession one : List.of(first, session("second"), session("third"))) {
      strangers.sessionCreated(new HttpSessionEvent(one));
    }
    assertThat(ended).containsExactly("first");
    assertThat(strangers.count()).isEqualTo(2);
    strangers.sessionDestroyed(new HttpSessionEvent(first));
    assertThat(strangers.count()).isEqualTo(2);
    strangers.sessionCreated(new HttpSessionEvent(session("fourth")));
    assertThat(ended).containsExactly("first", "second");
  }
}
