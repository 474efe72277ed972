package org.verifqis.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Browsers by which somebody has logged in: a cookie says so, which opens nothing. Whoever guesses
 * her password from everywhere does not shut her out of them. The key is of this process: after
 * another start nobody is known until the next login.
 */
@Component
class Devices {
  static final String COOKIE = "verifqis-appareil";

  private static final Duration KEPT = Duration.ofDays(30);
  private static final int NONCE = 16;
  private static final String ALGORITHM = "HmacSHA256";

  /**
   * Where a login comes from.
   *
   * @param place an address, or what stands for a browser that is known
   * @param known whether it is such a browser
   */
  record Origin(String place, boolean known) implements Serializable {}

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final byte[] key = bytes(32);

  Devices(Clock clock) {
    this.clock = clock;
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Where a login with an address comes from. */
  Origin origin(HttpServletRequest request, String account) {
    Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
    return Stream.of(cookies)
        .filter(cookie -> cookie.getName().equals(COOKIE))
        .map(cookie -> cookie.getValue().split("\\.", -1))
        .filter(parts -> parts.length == 3 && isOurs(parts, account))
        .map(parts -> new Origin("appareil " + parts[0], true))
        .findFirst()
        .orElseGet(() -> new Origin(RateLimit.household(request.getRemoteAddr()), false));
  }

  private boolean isOurs(String[] parts, String account) {
    byte[] said = parts[2].getBytes(StandardCharsets.US_ASCII);
    byte[] signed = signature(parts[0], parts[1], account).getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(said, signed) && Long.parseLong(parts[1]) > clock.millis();
  }

  /** Has the browser say from now on that somebody logged in by it. */
  void remember(HttpServletRequest request, HttpServletResponse response, String account) {
    String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(NONCE));
    String until = Long.toString(clock.instant().plus(KEPT).toEpochMilli());
    ResponseCookie cookie =
        ResponseCookie.from(COOKIE, nonce + "." + until + "." + signature(nonce, until, account))
            .path("/connexion")
            .maxAge(KEPT)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  private String signature(String nonce, String until, String account) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      String signed =
          nonce
              + "."
              + until
              + "."
              + Objects.toString(account, "").strip().toLowerCase(Locale.ROOT);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
