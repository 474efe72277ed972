package org.verifqis.audit;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.verifqis.classeur.Sha256;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Resume;
import org.verifqis.modele.statistiques.Apport;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Registre;
import org.verifqis.regles.ResultatRegle;

/** What was judged as JSON, so that it need not be read and judged again. */
final class Codec {
  /** What is kept of a judged reddition. */
  record Garde(Jugement jugement, Resume resume) {}

  private static final TypeReference<List<Constat>> CONSTATS = new TypeReference<>() {};

  /** For what only this very program reads: who asks for it names what judged. */
  private final ObjectMapper rangs;

  /** For findings, with which those of later programs are compared. */
  private final ObjectMapper noms;

  Codec(Gabarit gabarit, Registre registre) {
    this.rangs = CodecFormes.parRang(gabarit, registre);
    this.noms = CodecFormes.parNom(gabarit, registre);
  }

  /** A judged reddition, compressed. */
  byte[] ecris(Garde garde) {
    return comprime(garde);
  }

  /** What it brings to the statistics, compressed; null for nothing. */
  byte[] ecris(Apport apport) {
    return apport == null ? null : comprime(apport);
  }

  private byte[] comprime(Object garde) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (OutputStream flux = new DeflaterOutputStream(octets, new Deflater(Deflater.BEST_SPEED))) {
      rangs.writer().withAttribute(CodecFormes.FEUILLES, new ArrayList<>()).writeValue(flux, garde);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return octets.toByteArray();
  }

  /** The same, for a file of the same content. */
  Garde lis(byte[] octets, Reddition.Fichier fichier) {
    return lis(octets, fichier, Garde.class);
  }

  /** What it brings to the statistics; null for nothing. */
  Apport apport(byte[] octets, Reddition.Fichier fichier) {
    return octets == null ? null : lis(octets, fichier, Apport.class);
  }

  private <T> T lis(byte[] octets, Reddition.Fichier fichier, Class<T> classe) {
    try (InputStream flux = new InflaterInputStream(new ByteArrayInputStream(octets))) {
      return rangs
          .readerFor(classe)
          .withAttribute(CodecFormes.FEUILLES, new ArrayList<>())
          .withAttribute(CodecFormes.FICHIER, fichier)
          .readValue(flux);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Findings as text; the same findings are the same text. */
  String constats(List<Constat> constats) {
    try {
      return noms.writer()
          .withAttribute(CodecFormes.FEUILLES, new ArrayList<>())
          .forType(CONSTATS)
          .writeValueAsString(constats);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The findings of such a text; a rule that the register has no more is left out. */
  List<Constat> constats(String texte) {
    try {
      List<Constat> constats =
          noms.readerFor(CONSTATS)
              .withAttribute(CodecFormes.FEUILLES, new ArrayList<>())
              .readValue(texte);
      return constats.stream().filter(c -> c.regle() != null).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How the rules ended, as text. */
  static String statuts(Jugement jugement) {
    StringBuilder statuts = new StringBuilder();
    for (ResultatRegle r : jugement.resultats()) {
      statuts.append(statuts.isEmpty() ? "" : " ").append(r.regle().id()).append('=');
      statuts.append(r.statut().name()).append(':').append(r.examines());
      statuts.append('/').append(r.enfreints()).append('/').append(r.inconnus());
    }
    return statuts.toString();
  }

  /** A hash that stands for the statuses and findings of a judgement. */
  String trace(Jugement jugement) {
    return Sha256.de(statuts(jugement) + constats(jugement.constats()));
  }
}
