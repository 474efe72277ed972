package org.verifqis.service.depot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Identite;

/** What stands for the identity of a finding, in the store and in forms: a hash of it. */
public final class CleConstat {
  private CleConstat() {}

  /** The key of a finding: the same from one version to the next where the finding is the same. */
  public static String de(Constat constat) {
    Identite i = constat.identite();
    return sha256(
        String.join(
                "\u001f",
                i.regle(),
                i.variante(),
                i.parmi(),
                String.valueOf(i.feuille()),
                String.valueOf(i.fiche()),
                String.valueOf(i.rang()),
                String.valueOf(i.champ()))
            .getBytes(StandardCharsets.UTF_8));
  }

  /** The SHA-256 of bytes, in hexadecimal. */
  public static String sha256(byte[] octets) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
