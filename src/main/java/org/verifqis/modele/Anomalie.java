package org.verifqis.modele;

import java.util.List;
import java.util.Map;

/**
 * Something wrong that reading the workbook against the gabarit showed.
 *
 * @param detail which of the messages of its kind tells it; empty for the plain one
 * @param emplacements where it stands, first the place to correct
 * @param faits what its message tells, by name
 */
public record Anomalie(String detail, List<Emplacement> emplacements, Map<String, Object> faits) {}
