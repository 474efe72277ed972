package org.verifqis.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what is larger than whoever sends it may send, before a byte of it is read: all of it
 * would be in memory before a controller is chosen.
 */
final class UploadSize extends OncePerRequestFilter {
  /** What a form holds beside a workbook. */
  static final long FIELDS = 1L << 20;

  /** The attribute of the request that says how large a file may be. */
  static final String ALLOWED = "verifqis.taille";

  private final ServerSettings settings;

  UploadSize(ServerSettings settings) {
    this.settings = settings;
  }

  /** What anybody may send. */
  static DataSize largest(ServerSettings settings) {
    DataSize visitors = settings.size();
    DataSize accounts = settings.accounts().size();
    return settings.base() == null || visitors.compareTo(accounts) > 0 ? visitors : accounts;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String kind = request.getContentType();
    if (kind == null || !kind.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
      chain.doFilter(request, response);
      return;
    }
    boolean known = SecurityContextHolder.getContext().getAuthentication() != null;
    DataSize allowed = known ? settings.accounts().size() : settings.size();
    request.setAttribute(ALLOWED, allowed);
    long length = request.getContentLengthLong();
    if (length < 0) {
      response.sendError(HttpStatus.LENGTH_REQUIRED.value());
    } else if (length > allowed.toBytes() + FIELDS) {
      response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
    } else {
      chain.doFilter(request, response);
    }
  }
}
