package org.verifqis.web;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much one address, or one account, may ask in a while. Only the latest are remembered, so that
 * many of them can't fill the memory.
 */
final class RateLimit {
  private static final int ADDRESSES = 10_000;

  /** What a provider gives one household. */
  private static final int IPV6_PREFIX = 8;

  private final int perMinute;
  private final TimeMeter clock;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > ADDRESSES;
        }
      };

  /** So many requests a minute for each address, by a clock. */
  RateLimit(int perMinute, TimeMeter clock) {
    this.perMinute = perMinute;
    this.clock = clock;
  }

  /** Whether the address may ask once more now; counted if so. */
  boolean admits(String address) {
    return counts(household(address));
  }

  /** Whether an account may ask once more now; counted if so. */
  boolean admits(long account) {
    return counts(Long.toString(account));
  }

  private boolean counts(String who) {
    Bucket bucket;
    synchronized (buckets) {
      bucket = buckets.computeIfAbsent(who, w -> bucket());
    }
    return bucket.tryConsume(1);
  }

  private Bucket bucket() {
    return Bucket.builder()
        .withCustomTimePrecision(clock)
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
        .build();
  }

  /** What counts as one address. */
  static String household(String address) {
    try {
      InetAddress parsed = InetAddress.getByName(address);
      if (parsed instanceof Inet6Address) {
        return HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), IPV6_PREFIX));
      }
    } catch (UnknownHostException e) {
      // What is no address is counted by its text.
    }
    return address;
  }
}
