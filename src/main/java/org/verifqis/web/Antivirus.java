package org.verifqis.web;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks clamd about what was uploaded, by its INSTREAM command. */
final class Antivirus {
  private static final int CHUNK = 1 << 16;

  /** An answer is one short line. */
  private static final int ANSWER = 4096;

  private final InetSocketAddress address;
  private final Duration patience;

  Antivirus(InetSocketAddress address, Duration patience) {
    this.address = address;
    this.patience = patience;
  }

  /**
   * Whether it found nothing in these bytes.
   *
   * @throws IOException if it can't be asked, or does not say: nobody knows then
   */
  boolean admits(byte[] bytes) throws IOException {
    try (Socket socket = new Socket()) {
      int timeLimit = Math.toIntExact(patience.toMillis());
      socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), timeLimit);
      socket.setSoTimeout(timeLimit);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
      for (int start = 0; start < bytes.length; start += CHUNK) {
        int size = Math.min(CHUNK, bytes.length - start);
        out.writeInt(size);
        out.write(bytes, start, size);
      }
      out.writeInt(0);
      out.flush();
      String response =
          new String(socket.getInputStream().readNBytes(ANSWER), StandardCharsets.US_ASCII).trim();
      if (response.endsWith(" FOUND")) {
        return false;
      }
      if (response.endsWith(" OK")) {
        return true;
      }
      throw new IOException("clamd answered: " + response);
    }
  }
}
