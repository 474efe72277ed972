package org.verifqis.service.depot;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A figure that staff enter.
 *
 * @param id its number
 * @param demande what it is
 * @param etat what became of it
 * @param quand when it was proposed
 * @param par name of whoever proposed it
 * @param auteur number of that account
 * @param decide when it was published or set aside; null while it waits
 * @param decideur name of whoever did; null while it waits
 * @param motif why it was set aside; null where it was not
 * @param fin since when another one holds in its place; null where none does
 */
public record ChiffreSaisi(
    long id,
    Demande demande,
    Etat etat,
    OffsetDateTime quand,
    String par,
    long auteur,
    OffsetDateTime decide,
    String decideur,
    String motif,
    OffsetDateTime fin) {

  /** What may become of one. */
  public enum Etat {
    /** It waits for a second person. */
    PROPOSE,
    /** It holds, or did until another one was published in its place. */
    PUBLIE,
    /** A second person set it aside. */
    REFUSE,
    /** Whoever proposed it took it back. */
    RETIRE
  }

  /**
   * What is proposed, as a file of parameters would write it.
   *
   * @param cle key of the parameter
   * @param entente code of the agreement for which it holds; null for any
   * @param edition the edition for which it holds; null for any
   * @param depuis the day from which it holds; null for always
   * @param valeurs the texts of its values; none where the figure is not known
   * @param source where it comes from
   */
  public record Demande(
      String cle,
      String entente,
      String edition,
      LocalDate depuis,
      List<String> valeurs,
      String source) {}

  /** Whether it holds now. */
  public boolean enVigueur() {
    return etat == Etat.PUBLIE && fin == null;
  }
}
