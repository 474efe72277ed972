package org.verifqis.rapport;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Erreur;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Derogation;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Regle;
import org.verifqis.regles.derogations.UsageDerogation;

/**
 * Writes reports for spreadsheets: a line a finding, and one for a reddition without any, as Excel
 * in French opens it with a double click.
 */
public final class RedacteurCsv implements RedacteurContinu {
  static final char MARQUE_UTF8 = '\uFEFF';
  static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setDelimiter(';').setRecordSeparator("\r\n").get();

  private static final List<String> COLONNES =
      List.of(
          "fichier",
          "entente",
          "exercice",
          "verdict",
          "regle",
          "gravite",
          "titre",
          "feuille",
          "cellule",
          "autresEmplacements",
          "valeur",
          "message",
          "correction",
          "norme");

  /** Those that came later stand after them, so that what reads the others still finds them. */
  private static final List<String> CIBLE_4 = List.of("niveau", "classe");

  /** The column that there is only where dérogations were looked at. */
  private static final String DEROGATION = "derogation";

  /**
   * What a spreadsheet takes as the start of a formula, after blanks too; a leading tab or line end
   * hides one.
   */
  private static final Pattern FORMULE =
      Pattern.compile("[\\t\\r\\n]|[\\s\\p{Z}\\p{C}]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]");

  private final Textes textes;
  private final Mots mots;
  private final PhrasesDerogation derogations;

  /** A writer in the language of the texts. */
  public RedacteurCsv(Textes textes) {
    this.textes = textes;
    this.mots = textes.mots();
    this.derogations = new PhrasesDerogation(textes);
  }

  /** Whether a file that begins so is a report or statistics of ours, in either language. */
  public static boolean commence(String debut) {
    return Arrays.stream(Langue.values())
        .map(Mots::de)
        .anyMatch(
            mots ->
                debut.startsWith(entete(COLONNES.stream().map(c -> mots.mot("csv." + c))))
                    || debut.startsWith(entete(StatistiquesCsv.COLONNES.stream().map(mots::mot))));
  }

  private static String entete(Stream<String> colonnes) {
    return MARQUE_UTF8 + FORMAT.format(colonnes.toArray());
  }

  @Override
  public Ouvrage commence(Rapport rapport, OutputStream sortie) throws IOException {
    Writer csv = Sortie.utf8(sortie);
    csv.append(MARQUE_UTF8);
    CSVPrinter lignes = new CSVPrinter(csv, FORMAT);
    List<String> colonnes = new ArrayList<>(COLONNES);
    colonnes.addAll(CIBLE_4);
    if (rapport.avecDerogations()) {
      colonnes.add(DEROGATION);
    }
    lignes.printRecord(colonnes.stream().map(colonne -> mots.mot("csv." + colonne)));
    return new Lignes(lignes, rapport.avecDerogations());
  }

  private final class Lignes implements Ouvrage {
    private final CSVPrinter lignes;
    private final boolean derogations;

    Lignes(CSVPrinter lignes, boolean derogations) {
      this.lignes = lignes;
      this.derogations = derogations;
    }

    @Override
    public void ajoute(Jugement jugement) throws IOException {
      for (Constat constat : jugement.constats()) {
        ecris(lignes, avecDerogation(derogations, constat, constat(jugement, constat), jugement));
      }
      if (jugement.constats().isEmpty()) {
        ecris(lignes, avecDerogation(derogations, null, sansConstat(jugement), jugement));
      }
    }

    @Override
    public void acheve(List<Erreur> erreurs, List<UsageDerogation> usages, PartieAudit audit)
        throws IOException {
      if (audit != null) {
        Illisibles illisibles = new Illisibles(audit, textes);
        for (Constat constat : audit.constats()) {
          Stream<String> ligne = constatDEnsemble(constat, illisibles);
          ecris(lignes, avecDerogation(derogations, constat, ligne, null));
        }
      }
      for (Erreur erreur : erreurs) {
        ecris(lignes, avecDerogation(derogations, null, erreur(erreur), null));
      }
      if (derogations) {
        for (UsageDerogation usage : usages) {
          if (usage.statut() != UsageDerogation.Statut.UTILISEE) {
            ecris(lignes, sansEffet(usage));
          }
        }
      }
      lignes.flush();
    }
  }

  private static void ecris(CSVPrinter lignes, Stream<String> valeurs) throws IOException {
    lignes.printRecord(valeurs.map(RedacteurCsv::sansFormule));
  }

  /**
   * With the level of cible 4, and a further column where dérogations were looked at.
   *
   * @param constat null for a line of none
   * @param jugement null for a line that is about no single reddition
   */
  private Stream<String> avecDerogation(
      boolean derogations, Constat constat, Stream<String> ligne, Jugement jugement) {
    Stream<String> complete = Stream.concat(ligne, cible4(jugement));
    if (!derogations) {
      return complete;
    }
    boolean deroge = constat != null && constat.estDeroge();
    return Stream.concat(
        complete, Stream.of(deroge ? this.derogations.acceptation(constat.derogation()) : ""));
  }

  private Stream<String> cible4(Jugement jugement) {
    if (jugement == null) {
      return CIBLE_4.stream().map(colonne -> "");
    }
    Cible4 cible4 = new Cible4(jugement, textes);
    return Stream.of(cible4.libelle(), cible4.libelleDeLaClasse());
  }

  /** A dérogation that covers nothing: it belongs to no finding. */
  private Stream<String> sansEffet(UsageDerogation usage) {
    Derogation derogation = usage.derogation();
    return Stream.of(COLONNES, CIBLE_4, List.of(DEROGATION))
        .flatMap(List::stream)
        .map(
            colonne ->
                switch (colonne) {
                  case "entente" -> textes.fait(derogation.vise().entente());
                  case "exercice" -> derogation.vise().exercice().nom();
                  case "regle" -> derogation.vise().regle().id();
                  case "titre" -> textes.titre(derogation.vise().regle());
                  case DEROGATION -> derogations.ligne(usage);
                  default -> "";
                });
  }

  private Stream<String> constat(Jugement jugement, Constat constat) {
    Regle regle = constat.regle();
    Emplacement premier = constat.emplacements().get(0);
    Textes siens = textes.sous(jugement.fichier().origine());
    return Stream.of(
        jugement.fichier().nom(),
        entente(jugement),
        exercice(jugement),
        textes.verdict(jugement.verdict()),
        regle.id(),
        textes.gravite(regle.gravite()),
        textes.titre(regle),
        premier.feuille().nom(),
        premier.reference() == null ? "" : premier.reference(),
        constat.emplacements().stream()
            .skip(1)
            .map(RedacteurCsv::lieu)
            .collect(Collectors.joining(", ")),
        premier.valeur() == null ? "" : textes.fait(premier.valeur()),
        siens.message(constat),
        siens.correction(constat),
        textes.reference(regle));
  }

  private String entente(Jugement jugement) {
    return jugement.entente() == null ? "" : textes.fait(jugement.entente());
  }

  private static String exercice(Jugement jugement) {
    return jugement.exercice() == null ? "" : jugement.exercice().nom();
  }

  private Stream<String> sansConstat(Jugement jugement) {
    return COLONNES.stream()
        .map(
            colonne ->
                switch (colonne) {
                  case "fichier" -> jugement.fichier().nom();
                  case "entente" -> entente(jugement);
                  case "exercice" -> exercice(jugement);
                  case "verdict" -> textes.verdict(jugement.verdict());
                  case "message" -> mots.mot("html.constats.aucun");
                  default -> "";
                });
  }

  /** A finding of the audit, which stands in no cell or in those of two workbooks. */
  private Stream<String> constatDEnsemble(Constat constat, Illisibles illisibles) {
    Regle regle = constat.regle();
    return COLONNES.stream()
        .map(
            colonne ->
                switch (colonne) {
                  case "fichier" ->
                      Stream.concat(
                              PartieAudit.fichiers(constat).stream(),
                              illisibles.de(constat).stream())
                          .collect(Collectors.joining(", "));
                  case "entente" -> textes.fait(PartieAudit.entente(constat));
                  case "exercice" -> PartieAudit.exercice(constat).nom();
                  case "regle" -> regle.id();
                  case "gravite" -> textes.gravite(regle.gravite());
                  case "titre" -> textes.titre(regle);
                  case "message" -> illisibles.messageSeul(constat);
                  case "correction" -> illisibles.correction(constat);
                  case "norme" -> textes.reference(regle);
                  default -> "";
                });
  }

  private Stream<String> erreur(Erreur erreur) {
    return COLONNES.stream()
        .map(
            colonne ->
                switch (colonne) {
                  case "fichier" -> erreur.fichier();
                  case "verdict" -> mots.mot("erreur.nonVerifie");
                  case "message" -> textes.cause(erreur.refus());
                  default -> "";
                });
  }

  private static String lieu(Emplacement emplacement) {
    String fichier = emplacement.fichier() == null ? "" : "[" + emplacement.fichier() + "]";
    String feuille = fichier + emplacement.feuille().nom();
    return emplacement.reference() == null ? feuille : feuille + "!" + emplacement.reference();
  }

  /** A text that no spreadsheet takes for a formula. */
  public static String sansFormule(String valeur) {
    String ligne = Inoffensif.ligne(valeur);
    boolean anodine = !valeur.isEmpty() && Character.isLetterOrDigit(valeur.charAt(0));
    return !anodine && FORMULE.matcher(valeur).lookingAt() ? "'" + ligne : ligne;
  }
}
