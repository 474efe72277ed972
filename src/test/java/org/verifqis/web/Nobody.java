package org.verifqis.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A port where nobody answers, and which nobody else can take meanwhile. */
final class Nobody implements AutoCloseable {
  private final Socket held = new Socket();

  Nobody() throws IOException {
    // Bound, it is nobody else's; whoever asks there is refused, as it does not listen.
    held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  int port() {
    return held.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    held.close();
  }
}
