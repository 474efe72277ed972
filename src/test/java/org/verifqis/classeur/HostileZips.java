package org.verifqis.classeur;

import static org.verifqis.classeur.HostileCorpus.READ;
import static org.verifqis.classeur.HostileCorpus.twoProjects;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Collections;

/** Archives that are cut, lie about themselves or hold more than they show. */
final class HostileZips {
  private static final String SHEET = "xl/worksheets/sheet1.xml";

  private HostileZips() {}

  static void addTo(HostileCorpus corpus) throws Exception {
    damaged(corpus);
    unusual(corpus);
    lies(corpus);
    bombs(corpus);
  }

  private static RawZip zip() {
    return RawZip.of(twoProjects());
  }

  private static void damaged(HostileCorpus corpus) throws Exception {
    byte[] whole = zip().bytes();
    for (int kept : new int[] {4, 100, whole.length / 2, whole.length - 1}) {
      corpus.add(
          "zip-coupe-" + kept + ".xlsx",
          "CORROMPU",
          file -> Files.write(file, Arrays.copyOf(whole, kept)));
    }
    corpus.add(
        "zip-retourne.xlsx",
        "PAS_UN_CLASSEUR|CORROMPU",
        file -> {
          byte[] turned = whole.clone();
          for (int i = 0; i < turned.length; i++) {
            turned[i] = whole[whole.length - 1 - i];
          }
          Files.write(file, turned);
        });
    corpus.add(
        "zip-moities-echangees.xlsx",
        "PAS_UN_CLASSEUR|CORROMPU",
        file -> {
          byte[] swapped = new byte[whole.length];
          int half = whole.length / 2;
          System.arraycopy(whole, half, swapped, 0, whole.length - half);
          System.arraycopy(whole, 0, swapped, whole.length - half, half);
          Files.write(file, swapped);
        });
    RawZip sum = zip();
    sum.part(SHEET).crc++;
    corpus.add("zip-somme-fausse.xlsx", "CORROMPU", sum);
    corpus.add("zip-prefixe.xlsx", "PAS_UN_CLASSEUR", zip().before("#!/bin/sh\nexit 0\n"));
    corpus.add("zip-sans-types.xlsx", "PAS_UN_CLASSEUR", zip().without("[Content_Types].xml"));
    corpus.add("zip-sans-liens.xlsx", "PAS_UN_CLASSEUR|CORROMPU", zip().without("_rels/.rels"));
    corpus.add("zip-sans-feuille.xlsx", "CORROMPU", zip().without(SHEET));
    corpus.add("zip-sans-styles.xlsx", READ + 2, zip().without("xl/styles.xml"));
    corpus.add("zip-sans-textes.xlsx", READ + 2, zip().without("xl/sharedStrings.xml"));
    corpus.add("zip-sans-rien.xlsx", "CORROMPU|PAS_UN_CLASSEUR", new RawZip());
    RawZip locked = zip();
    locked.part(SHEET).flags = 1;
    corpus.add("zip-chiffre.xlsx", "CORROMPU", locked);
    RawZip method = zip();
    method.part(SHEET).method = 99;
    corpus.add("zip-methode-inconnue.xlsx", "CORROMPU", method);
  }

  private static void unusual(HostileCorpus corpus) throws Exception {
    corpus.add("zip-descripteurs.xlsx", READ + 2, twoProjects());
    RawZip turned = zip();
    Collections.reverse(turned.parts());
    corpus.add("zip-ordre-inverse.xlsx", READ + 2, turned);
    RawZip stored = new RawZip();
    twoProjects().parts().forEach(stored::stored);
    corpus.add("zip-sans-compression.xlsx", READ + 2, stored);
    RawZip large = zip();
    large.parts().forEach(part -> part.zip64 = true);
    corpus.add("zip-zip64.xlsx", READ + 2, large);
    corpus.add("zip-commentaire.xlsx", READ + 2, zip().comment(60_000));
    RawZip nested = zip();
    nested.stored("xl/media/image.xml", bomb(100L << 20).bytes());
    corpus.add("zip-dans-un-zip.xlsx", READ + "2|DEMESURE", nested);
    for (String name :
        new String[] {"../../evade.xml", "/tmp/evade.xml", "..\\..\\evade.xml", "xl/../../e.xml"}) {
      RawZip away = zip();
      away.deflated(name, "<a/>".getBytes(StandardCharsets.UTF_8));
      corpus.add("zip-nom-" + name.replace("/", "%") + ".xlsx", READ + "2|CORROMPU", away);
    }
  }

  private static void lies(HostileCorpus corpus) throws Exception {
    RawZip twice = zip();
    twice.deflated(SHEET, "<worksheet/>".getBytes(StandardCharsets.UTF_8));
    corpus.add("zip-nom-double.xlsx", "CORROMPU", twice);
    RawZip sameLetters = zip();
    sameLetters.deflated("XL/worksheets/SHEET1.xml", new byte[0]);
    corpus.add("zip-nom-double-casse.xlsx", "CORROMPU", sameLetters);
    RawZip otherName = zip();
    otherName.part(SHEET).localName = "xl/worksheets/sheet9.xml";
    corpus.add("zip-noms-differents.xlsx", READ + "2|CORROMPU", otherName);
    RawZip smaller = zip();
    smaller.part(SHEET).size = 10;
    corpus.add("zip-taille-trop-petite.xlsx", "BOMBE|CORROMPU", smaller);
    RawZip larger = zip();
    larger.part(SHEET).size += 10;
    corpus.add("zip-taille-trop-grande.xlsx", "CORROMPU", larger);
    RawZip enormous = zip();
    enormous.part(SHEET).zip64 = true;
    enormous.part(SHEET).size = 1L << 40;
    corpus.add("zip-taille-enorme.xlsx", "BOMBE|CORROMPU", enormous);
    RawZip beyond = zip();
    beyond.part(SHEET).compressed = 1 << 30;
    corpus.add("zip-taille-comprimee.xlsx", "CORROMPU", beyond);
    RawZip hidden = bomb(2L << 30);
    hidden.part(SHEET).size = 1000;
    corpus.add("zip-bombe-cachee.xlsx", "BOMBE|TROP_DE_TEXTE", hidden);
    RawZip overlapping = bomb(900L << 20);
    for (int i = 0; i < 20; i++) {
      RawZip.Part part = overlapping.stored("xl/worksheets/s" + i + ".xml", new byte[0]);
      RawZip.Part first = overlapping.part(SHEET);
      part.sameBytesAs = overlapping.parts().indexOf(first);
      part.method = first.method;
      part.size = first.size;
      part.compressed = first.compressed;
      part.crc = first.crc;
    }
    corpus.add("zip-parties-superposees.xlsx", "BOMBE|CORROMPU", overlapping);
  }

  private static void bombs(HostileCorpus corpus) throws Exception {
    corpus.add("zip-bombe-ratio.xlsx", "BOMBE|TROP_DE_TEXTE", bomb(300L << 20));
    RawZip many = zip();
    for (int i = 0; i < 10_001; i++) {
      many.stored("x/" + i, new byte[0]);
    }
    corpus.add("zip-bombe-nombre.xlsx", "BOMBE", many);
    RawZip images = zip();
    for (int i = 0; i < 3_000; i++) {
      images.stored("xl/media/image" + i + ".xml", new byte[0]);
    }
    corpus.add("zip-bien-des-images.xlsx", READ + 2, images);
  }

  /** Blanks in the place of the rows. */
  private static RawZip bomb(long size) {
    RawZip zip = RawZip.of(twoProjects()).without(SHEET);
    zip.repeated(SHEET, "<worksheet>", " ".repeat(1024), size >> 10, "</worksheet>");
    return zip;
  }
}
