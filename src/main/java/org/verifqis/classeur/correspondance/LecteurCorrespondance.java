package org.verifqis.classeur.correspondance;

import java.io.IOException;
import java.util.List;
import org.verifqis.classeur.LecteurReddition;
import org.verifqis.classeur.Lecture;
import org.verifqis.classeur.Limites;
import org.verifqis.classeur.Source;
import org.verifqis.classeur.ValueParser;
import org.verifqis.classeur.WorkbookFile;
import org.verifqis.modele.Essai;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Reddition;
import org.xml.sax.SAXException;

/**
 * Reads workbooks that are not the template, each through the correspondance that fits it. One
 * reader serves all threads.
 */
public final class LecteurCorrespondance implements Lecture {
  private final Gabarit gabarit;
  private final Limites limites;
  private final ValueParser parser;
  private final Lecture template;
  private final List<Correspondance> profiles;

  /** A reader through any of these, within limits. */
  public LecteurCorrespondance(
      Gabarit gabarit, Limites limites, List<Correspondance> correspondances) {
    this.gabarit = gabarit;
    this.limites = limites;
    this.parser = new ValueParser(gabarit);
    this.template = new LecteurReddition(gabarit, limites);
    this.profiles = List.copyOf(correspondances);
  }

  @Override
  public Reddition lis(Source source) {
    Reddition read =
        LecteurReddition.ouvre(
            source,
            limites,
            (workbook, file) -> {
              Correspondance own = chosen(workbook, source);
              return own == null ? null : read(workbook, file, own, null);
            });
    return read == null ? template.lis(source) : read;
  }

  /** The one through which a workbook is read; null where it is the template itself. */
  private Correspondance chosen(WorkbookFile workbook, Source source)
      throws IOException, SAXException {
    return new Choice(gabarit, limites, profiles).of(workbook, source);
  }

  private Reddition read(
      WorkbookFile workbook, Reddition.Fichier file, Correspondance profile, Notes notes)
      throws IOException, SAXException {
    return new ProfileReading(gabarit, limites, parser, profile, workbook, notes).read(file);
  }

  /** Tries a correspondance on a workbook, and tells what it found and what it left. */
  public Essai essaie(Source source, Correspondance profile) {
    return LecteurReddition.ouvre(
        source,
        limites,
        (workbook, file) -> {
          Notes notes = new Notes();
          Reddition read = read(workbook, file, profile, notes);
          return new Essai(
              profile.nom(),
              profile.fichier(),
              read,
              notes.blocks,
              notes.headers,
              notes.skipped,
              notes.totals,
              notes.missing,
              notes.twice,
              notes.orphans);
        });
  }
}
