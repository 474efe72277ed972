package org.verifqis.audit;

import java.nio.file.Path;
import org.verifqis.modele.Resume;
import org.verifqis.regles.Jugement;

/**
 * A workbook that was judged.
 *
 * @param fichier where it lies
 * @param jugement what the rules say of it
 * @param resume what is compared with other redditions
 * @param reutilise whether an earlier judgement of the same content was taken over
 */
public record Dossier(Path fichier, Jugement jugement, Resume resume, boolean reutilise) {}
