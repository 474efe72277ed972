package org.verifqis.classeur;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.verifqis.modele.Correction;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Fiche;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Identification;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Normalisation;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.RapportFinancier;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Refus.Motif;
import org.verifqis.modele.Releve.Nature;
import org.verifqis.modele.Total;
import org.verifqis.modele.Valeur;
import org.verifqis.modele.Valeurs;
import org.xml.sax.SAXException;

/** Reads workbooks as redditions. One reader serves all threads. */
public final class LecteurReddition implements Lecture {
  /** What a workbook takes however small it is. */
  private static final long MEMORY_OF_ANY = 16L << 20;

  /** What it takes for each byte that it holds once inflated, read as a stream. */
  private static final long MEMORY_PER_BYTE = 8;

  private final Gabarit gabarit;
  private final Limites limites;
  private final ValueParser parser;

  /** A reader of the template, within limits. */
  public LecteurReddition(Gabarit gabarit, Limites limites) {
    this.gabarit = gabarit;
    this.limites = limites;
    this.parser = new ValueParser(gabarit);
  }

  /**
   * Reads a workbook that lies in a file.
   *
   * @throws FichierRefuse if it can't be read as one
   */
  public Reddition lis(Path file) {
    return lis(Source.de(file));
  }

  @Override
  public Reddition lis(Source source) {
    return ouvre(source, limites, (workbook, file) -> new Reading(workbook).read(file));
  }

  /** What is done with an open workbook. */
  public interface Work<T> {
    /** Does it. */
    T of(WorkbookFile workbook, Reddition.Fichier file) throws IOException, SAXException;
  }

  /**
   * Opens a workbook within limits, does something with it and closes it.
   *
   * @throws FichierRefuse if it can't be read as one, or was written anew meanwhile
   */
  public static <T> T ouvre(Source source, Limites limites, Work<T> work) {
    try (Source onDisk = source.surDisque()) {
      FileGuard.Format format = FileGuard.check(onDisk, limites);
      Reddition.Fichier before = identity(onDisk);
      T done;
      try (WorkbookFile workbook = WorkbookFile.open(onDisk.chemin(), format)) {
        done = work.of(workbook, before);
      }
      // What was read would otherwise be remembered under the hash of something else.
      if (!identity(onDisk).sha256().equals(before.sha256())) {
        throw new FichierRefuse(Motif.MODIFIE);
      }
      return done;
    } catch (IOException | SAXException e) {
      throw Xml.refusal(e);
    } catch (OutOfMemoryError e) {
      // What was read is out of reach by now.
      throw new FichierRefuse(Motif.MEMOIRE, null, e);
    }
  }

  /**
   * What somebody types for the cell of a value, read as the cell would be: what is no amount,
   * whole number or date, or can't be read as one, is a text.
   */
  public Correction corrige(Valeur<?> valeur, String texte) {
    Object content = parser.read(valeur.champ(), RawCell.text(valeur.colonne(), texte)).content();
    boolean stored =
        content instanceof Montant || content instanceof Long || content instanceof LocalDate;
    return new Correction(valeur, stored ? content : Texts.trim(texte));
  }

  /**
   * What file a workbook is, without reading it.
   *
   * @throws FichierRefuse if its size, its kind or its ending tells that it can't be read
   */
  public static Reddition.Fichier identifie(Source source, Limites limites) {
    try (Source onDisk = source.surDisque()) {
      FileGuard.checkOutside(onDisk, limites);
      return identity(onDisk);
    } catch (IOException e) {
      throw Xml.refusal(e);
    }
  }

  /**
   * How many bytes of memory reading a workbook and judging it may take at most. Nothing of it is
   * read.
   */
  public static long memoire(Source source) {
    long inflated = source.deployee();
    // Only .xlsx can be taken into memory whole, for the formulas without a result.
    long whole = FileGuard.isOoxml(source.terminaison()) ? InMemory.wanted(inflated) : 0;
    return MEMORY_OF_ANY + Math.max(MEMORY_PER_BYTE * inflated, whole);
  }

  private static Reddition.Fichier identity(Source source) throws IOException {
    MessageDigest digest = Sha256.neuf();
    try (InputStream stream =
        new DigestInputStream(Files.newInputStream(source.chemin()), digest)) {
      long size = stream.transferTo(OutputStream.nullOutputStream());
      return new Reddition.Fichier(
          source.nomDeFichier(), HexFormat.of().formatHex(digest.digest()), size);
    }
  }

  /** The reading of one workbook. */
  private final class Reading {
    private final WorkbookFile workbook;
    private final Readings readings = new Readings(parser);
    private final Map<String, WorkbookFile.Sheet> sheetsByName = new HashMap<>();
    private final Map<String, Feuille> feuilles = new LinkedHashMap<>();
    private final Map<Onglet, Valeurs> forms = new EnumMap<>(Onglet.class);
    private final Map<Onglet, List<? extends Fiche>> tables = new EnumMap<>(Onglet.class);
    private final List<Total> totals = new ArrayList<>();

    Reading(WorkbookFile workbook) {
      this.workbook = workbook;
      workbook
          .sheets()
          .forEach(s -> sheetsByName.putIfAbsent(Normalisation.normalise(s.name()), s));
    }

    Reddition read(Reddition.Fichier fichier) throws IOException, SAXException {
      List<Twins.Twin> twins = Twins.among(workbook, otherSheets(), gabarit.feuilles());
      for (FeuilleVoulue wanted : gabarit.feuilles()) {
        readSheet(wanted, twins);
      }
      twins.stream()
          .filter(twin -> isThere(feuilles.get(twin.of().nom())))
          .forEach(twin -> readings.twin(feuilles.get(twin.of().nom()), twin.name()));
      return new Reddition(
          fichier,
          List.copyOf(workbook.sheetNames()),
          feuilles,
          Identification.de(forms.get(Onglet.IDENTIFICATION)),
          RapportFinancier.de(forms.get(Onglet.RAPPORT_FINANCIER)),
          tables,
          totals,
          readings.releves(),
          readings.avis());
    }

    private void readSheet(FeuilleVoulue wanted, List<Twins.Twin> twins)
        throws IOException, SAXException {
      int rank = feuilles.size();
      WorkbookFile.Sheet sheet = sheetsByName.get(Normalisation.normalise(wanted.nom()));
      if (sheet == null) {
        Feuille.Etat state = wanted.facultative() ? Feuille.Etat.SANS_OBJET : Feuille.Etat.ABSENTE;
        missingSheet(new Feuille(wanted.nom(), wanted.nom(), rank, state), wanted, twins);
        return;
      }
      if (wanted.voulue()) {
        readings.examine(Nature.FEUILLE_ABSENTE);
      }
      Feuille feuille = new Feuille(wanted.nom(), sheet.name(), rank, Feuille.Etat.LUE);
      Merges merges = workbook.merges(sheet);
      if (wanted.tableau()) {
        TableReader table = new TableReader(feuille, wanted, readings);
        SheetRows.read(workbook, sheet, merges, limites.lignes(), table);
        feuille = table.finish(sheet.hidden());
        tables.put(Onglet.de(wanted.nom()), table.records());
        totals.addAll(table.totals());
      } else {
        FormReader form = new FormReader(feuille, wanted, merges, readings);
        SheetRows.read(workbook, sheet, merges, limites.lignes(), form);
        forms.put(Onglet.de(wanted.nom()), form.finish(sheet.hidden()));
      }
      feuilles.put(wanted.nom(), feuille);
    }

    private static boolean isThere(Feuille feuille) {
      return feuille.etat() == Feuille.Etat.LUE || feuille.etat() == Feuille.Etat.SANS_ENTETE;
    }

    /** Those that are not read: of no wanted name, or the second of one. */
    private List<WorkbookFile.Sheet> otherSheets() {
      Set<WorkbookFile.Sheet> read = Collections.newSetFromMap(new IdentityHashMap<>());
      gabarit
          .feuilles()
          .forEach(wanted -> read.add(sheetsByName.get(Normalisation.normalise(wanted.nom()))));
      return workbook.sheets().stream().filter(sheet -> !read.contains(sheet)).toList();
    }

    private List<String> alike(FeuilleVoulue wanted, List<Twins.Twin> twins) {
      List<String> names =
          new ArrayList<>(
              Lookalikes.names(
                  wanted.nom(), otherSheets().stream().map(WorkbookFile.Sheet::name).toList()));
      twins.stream()
          .filter(twin -> twin.of() == wanted && !names.contains(twin.name()))
          .forEach(twin -> names.add(twin.name()));
      return names;
    }

    private void missingSheet(Feuille feuille, FeuilleVoulue wanted, List<Twins.Twin> twins) {
      feuilles.put(wanted.nom(), feuille);
      if (wanted.tableau()) {
        tables.put(Onglet.de(wanted.nom()), List.of());
      } else {
        forms.put(Onglet.de(wanted.nom()), FormReader.missing(feuille, wanted));
      }
      if (wanted.voulue()) {
        readings.examine(Nature.FEUILLE_ABSENTE);
        List<String> alike = alike(wanted, twins);
        readings.note(
            Nature.FEUILLE_ABSENTE,
            alike.isEmpty() ? "" : "semblable",
            List.of(Emplacement.feuille(feuille)),
            alike.isEmpty() ? Map.of() : Map.of("semblables", alike));
      }
    }
  }
}
