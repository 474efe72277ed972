package org.verifqis.classeur;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash by which contents are told apart, in hexadecimal. */
public final class Sha256 {
  private Sha256() {}

  /** That of bytes. */
  public static String de(byte[] octets) {
    return HexFormat.of().formatHex(neuf().digest(octets));
  }

  /** That of a text. */
  public static String de(String texte) {
    return de(texte.getBytes(StandardCharsets.UTF_8));
  }

  /** One that is yet to be fed. */
  public static MessageDigest neuf() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has it", e);
    }
  }
}
