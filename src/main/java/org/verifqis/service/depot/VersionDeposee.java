package org.verifqis.service.depot;

import java.time.OffsetDateTime;
import org.verifqis.regles.Verdict;

/**
 * A workbook as it was filed.
 *
 * @param numero its rank among those of its reddition, from 1
 * @param nom name of the file
 * @param sha256 of its bytes
 * @param octets how many there are
 * @param depose when it was filed
 * @param par name of whoever filed it
 * @param verdict what the rules said of it then
 * @param provenance what judged it then
 */
public record VersionDeposee(
    int numero,
    String nom,
    String sha256,
    long octets,
    OffsetDateTime depose,
    String par,
    Verdict verdict,
    Provenance provenance) {}
