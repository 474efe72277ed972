package org.verifqis.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * A line for each request: what was asked for, how it ended, how long it took. Nothing that anybody
 * typed or sent is in it, not even the path of a page that there is not.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AccessLog extends OncePerRequestFilter {
  /** Its own, so that it can be shown or not whatever else is. */
  static final String NAME = "org.verifqis.acces";

  private static final Logger LOG = LoggerFactory.getLogger(NAME);

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long start = System.nanoTime();
    try {
      chain.doFilter(request, response);
    } finally {
      Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      String told = route == null ? "-" : route.toString();
      LOG.info("{} {} {} {} ms", request.getMethod(), told, response.getStatus(), millis);
    }
  }
}
