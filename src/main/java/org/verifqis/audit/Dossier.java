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
 * @param trace hash that stands for the statuses and findings; null until it is seen among others
 */
public record Dossier(
    Path fichier, Jugement jugement, Resume resume, boolean reutilise, String trace) {
  Dossier avec(Jugement autre, String sienne) {
    return new Dossier(fichier, autre, resume, reutilise, sienne);
  }
}
