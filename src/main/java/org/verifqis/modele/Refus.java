package org.verifqis.modele;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Why a file can't be read, judged or written to: a reason and what its sentence names besides.
 * Whoever shows it words it, in the language of the reader.
 *
 * @param motif the reason
 * @param details what the sentence names: a limit, a sheet, an ending
 */
public record Refus(Motif motif, List<Object> details) {
  /** Reasons; each has a sentence in each language. */
  public enum Motif {
    INTROUVABLE,
    INACCESSIBLE,
    /** A folder, in which no workbook was found or where a workbook was wanted. */
    DOSSIER,
    /** Java can't tell its name with the encoding of this process. */
    NOM_ILLISIBLE,
    /** It was written anew while it was read. */
    MODIFIE,
    VIDE,
    /** Details: the limit, in megabytes. */
    TROP_GROS,
    /** A workbook of an Excel before 97. */
    FORMAT_XLS,
    FORMAT_XLSB,
    /** An OpenDocument workbook in one XML file. */
    FORMAT_FODS,
    /** What Excel 2003 called an XML workbook. */
    FORMAT_XML,
    /** A web page, whatever its name. */
    FORMAT_HTML,
    /** Values between separators, whatever its name. */
    FORMAT_CSV,
    PROTEGE,
    EXTENSION,
    PAS_UN_CLASSEUR,
    CORROMPU,
    DOCTYPE,
    BOMBE,
    /** Details: the sheet, the limit. */
    TROP_DE_LIGNES,
    TROP_DE_TEXTE,
    /** More of something than any reddition holds. */
    DEMESURE,
    /** It may be honest, but this machine has not the memory for it. */
    MEMOIRE,
    /** It took longer than it may. Details: the seconds that it had. */
    TROP_LONG,
    /** Read as a stream, but too large to be taken into memory whole and written back. */
    TROP_GROS_POUR_ANNOTER,
    /** Read as a stream, but of a form that can't be written back. */
    NON_ANNOTABLE,
    /** Of a format that is read and not written. Details: the ending of that format. */
    LECTURE_SEULE,
    /** Of the form "Strict Open XML", which is read and not written back. */
    STRICT,
    /** What is compared is of two agreements. Details: their codes. */
    DEUX_ENTENTES,
    /** It leads to another year than the one asked for. Details: its name, that year. */
    AUTRE_EXERCICE,
    /** It is of another agreement than the one asked for. Details: its name, that agreement. */
    AUTRE_ENTENTE,
    /** No correspondance reads it. Details: the one that was tried, or all. */
    SANS_CORRESPONDANCE,
    /** Several correspondances read it alike. Details: their names. */
    CORRESPONDANCES_EGALES,
    /**
     * Two blocks of its correspondance make the same record of a row, which would count twice.
     * Details: the sheet, the row.
     */
    LU_DEUX_FOIS,
    /** A fault of the program. Details: what was thrown. */
    INTERNE
  }

  /** A reason and its details. */
  public Refus {
    details = List.copyOf(details);
  }

  /** A reason and its details, null ones left out. */
  public static Refus de(Motif motif, Object... details) {
    return new Refus(motif, Arrays.stream(details).filter(Objects::nonNull).toList());
  }
}
