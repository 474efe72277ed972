package org.verifqis.service;

import java.util.List;

/**
 * A corrected copy of a workbook.
 *
 * @param octets its bytes
 * @param ecartees what was typed for cells that hold no value of the reddition: it is not in there
 */
public record Corrige(byte[] octets, List<Tapee> ecartees) {}
